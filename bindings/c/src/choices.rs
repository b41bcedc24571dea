//! Modes, profiles and languages, which arrive from C as numbers.

use token04_core::host;
use token04_core::{Error, Language, Mode, Profile};

pub(crate) fn mode(number: i32) -> Result<Mode, Error> {
    let numbers = || Mode::ALL.iter().map(|mode| (*mode as i32, mode.name()));
    Mode::from_number(number).ok_or_else(|| invalid("mode", number, numbers()))
}

/// A profile; 0 is none.
pub(crate) fn profile(number: i32) -> Result<Option<Profile>, Error> {
    let numbers = || Profile::ALL.iter().map(|profile| (*profile as i32, profile.name()));
    match number {
        0 => Ok(None),
        _ => Profile::from_number(number)
            .map(Some)
            .ok_or_else(|| invalid("profile", number, std::iter::once((0, "none")).chain(numbers()))),
    }
}

pub(crate) fn language(number: i32) -> Result<Language, Error> {
    let numbers = || Language::ALL.iter().map(|language| (*language as i32, language.name()));
    Language::from_number(number).ok_or_else(|| invalid("language", number, numbers()))
}

/// Reports every number with its name, as in `mode must be 0 (cbc) or 1 (gcm), got 2`.
#[cold]
fn invalid(argument: &str, got: i32, numbers: impl Iterator<Item = (i32, &'static str)>) -> Error {
    let numbers: Vec<String> = numbers.map(|(number, name)| format!("{number} ({name})")).collect();
    let (last, others) = numbers.split_last().map_or(("", &[][..]), |(last, others)| (last.as_str(), others));
    host::invalid_argument(format!("{argument} must be {} or {last}, got {got}", others.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_numbers_are_refused_with_every_number() {
        assert_eq!(mode(1), Ok(Mode::Gcm));
        assert_eq!(profile(0), Ok(None));
        assert_eq!(profile(3), Ok(Some(Profile::Kit)));
        assert_eq!(language(1), Ok(Language::Zh));
        assert_eq!(mode(2).unwrap_err().message(), "mode must be 0 (cbc) or 1 (gcm), got 2");
        let expected = "profile must be 0 (none), 1 (rtc), 2 (zim), 3 (kit) or 4 (call), got -1";
        assert_eq!(profile(-1).unwrap_err().message(), expected);
        assert_eq!(
            language(i32::MIN).unwrap_err().message(),
            "language must be 0 (en) or 1 (zh), got -2147483648"
        );
    }
}
