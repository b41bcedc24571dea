//! Parses app ids and durations that arrive as text. Digits only: no sign, no blanks, no fraction.

use std::time::Duration;

/// Parses an app id: decimal digits only, without a sign or blanks.
#[must_use]
pub fn parse_app_id(text: &str) -> Option<u32> {
    number(text).and_then(|number| u32::try_from(number).ok()).filter(|app_id| *app_id != 0)
}

/// Parses a duration: seconds, or a number with the unit `s`, `m`, `h` or `d`, without a sign or blanks.
#[must_use]
pub fn parse_duration(text: &str) -> Option<Duration> {
    let units = [('s', 1), ('m', 60), ('h', 3600), ('d', 24 * 3600)];
    let with_unit = units.iter().find_map(|(unit, seconds)| Some((text.strip_suffix(*unit)?, *seconds)));
    let (count, seconds) = with_unit.unwrap_or((text, 1));
    number(count)?.checked_mul(seconds).map(Duration::from_secs)
}

/// Parses a number of decimal digits only; `parse` would accept a sign.
fn number(text: &str) -> Option<u64> {
    let only_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    only_digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn app_ids_are_digits_only() {
        assert_eq!(parse_app_id("1234567890"), Some(1_234_567_890));
        assert_eq!(parse_app_id("007"), Some(7));
        assert_eq!(parse_app_id("4294967295"), Some(u32::MAX));
        for text in ["", "0", "4294967296", "+5", "-5", " 5", "5 ", "5\n", "5.0", "5e0", "0x5", "٣", "five"]
        {
            assert_eq!(parse_app_id(text), None, "{text:?}");
        }
    }

    #[test]
    fn durations_have_a_unit_or_are_seconds() {
        for (text, expected) in [
            ("0", 0),
            ("3600", 3600),
            ("007", 7),
            ("45s", 45),
            ("90m", 5400),
            ("12h", 43_200),
            ("3d", 259_200),
            ("18446744073709551615", u64::MAX),
        ] {
            assert_eq!(parse_duration(text), Some(Duration::from_secs(expected)), "{text}");
        }
    }

    #[test]
    fn other_texts_are_not_durations() {
        for text in [
            "",
            "s",
            "d",
            "-5",
            "+5",
            "-5m",
            "1.5",
            "1.5h",
            ".5",
            "1e3",
            "1 h",
            " 1",
            "1\n",
            "1H",
            "1w",
            "1h30m",
            "1ss",
            "0x10",
            "٣",
            "1é",
            "18446744073709551616",
            "213503982334602d",
            "NaN",
        ] {
            assert_eq!(parse_duration(text), None, "{text}");
        }
    }
}
