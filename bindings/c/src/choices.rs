//! Modes, profiles and languages, which arrive from C as numbers.

use token04_core::host;
use token04_core::{Error, Language, Mode, Profile};

/// How the body of a token is encrypted.
pub type token04_mode = i32;

/// The constants of [`token04_mode`].
#[repr(C)]
pub enum ModeNumber {
    // begin modes (written by scripts/vocabulary.py)
    /// AES-256-CBC, which every official decoder accepts. It cannot prove that nobody changed the token.
    TOKEN04_MODE_CBC = 0,
    /// AES-256-GCM, which detects any change. Use it for at most 2^32 tokens per secret.
    TOKEN04_MODE_GCM = 1,
    // end modes
}

/// The product a token is for. With a profile, what that product would refuse is an error when issuing.
pub type token04_profile = i32;

/// The constants of [`token04_profile`].
#[repr(C)]
pub enum ProfileNumber {
    // begin profiles (written by scripts/vocabulary.py)
    /// Refuses only what would make a broken token.
    TOKEN04_PROFILE_NONE = 0,
    /// Express, voice and video rooms: user id 1 to 64 bytes, room id 1 to 128 bytes, payload JSON or empty.
    TOKEN04_PROFILE_RTC = 1,
    /// In-app Chat: user id 1 to 32 bytes, ttl 30 seconds to 24 days, no payload.
    TOKEN04_PROFILE_ZIM = 2,
    /// UIKit for the web: as rtc, with the ttl of zim, which it uses for its invitations.
    TOKEN04_PROFILE_KIT = 3,
    /// UIKit's call kits for mini-programs and apps, which use one plain token for Express and In-app Chat:
    /// the limits of rtc and of zim, payload JSON or empty.
    TOKEN04_PROFILE_CALL = 4,
    // end profiles
}

/// The language of a report.
pub type token04_language = i32;

/// The constants of [`token04_language`].
#[repr(C)]
pub enum LanguageNumber {
    // begin languages (written by scripts/vocabulary.py)
    /// English.
    TOKEN04_LANGUAGE_EN = 0,
    /// Simplified Chinese.
    TOKEN04_LANGUAGE_ZH = 1,
    // end languages
}

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
pub(crate) fn invalid(argument: &str, got: i32, numbers: impl Iterator<Item = (i32, &'static str)>) -> Error {
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
