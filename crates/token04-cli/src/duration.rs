//! Durations as people write them: `3600`, `45s`, `90m`, `12h`, `3d`.

use std::ffi::OsStr;
use std::time::Duration;

use token04_core::{ErrorCode, host};

use crate::failure::Failure;
use crate::output::shown;

/// The forms that a duration is written in, for help.
const FORMS: &str = "write seconds, as 3600, or 45s, 90m, 12h, 3d";

/// A time to live. Zero passes: the core refuses it in its turn.
pub fn ttl(text: &OsStr) -> Result<Duration, Failure> {
    seconds(text).map(Duration::from_secs).map_err(|got| Failure::from(host::invalid_ttl(got)).help(FORMS))
}

/// How much longer than its expiry a token is accepted.
pub fn leeway(text: &OsStr) -> Result<Duration, Failure> {
    seconds(text).map(Duration::from_secs).map_err(|got| {
        let message = format!("leeway must be whole seconds, 0 or more, got {got}");
        Failure::argument(ErrorCode::InvalidArgument, message).help(FORMS)
    })
}

/// A duration in whole seconds, or what an error says of a text that is none.
fn seconds(text: &OsStr) -> Result<u64, String> {
    let parse = |text: &str| {
        let (number, unit) = match text.char_indices().next_back()? {
            (at, 's') => (&text[..at], 1),
            (at, 'm') => (&text[..at], 60),
            (at, 'h') => (&text[..at], 3600),
            (at, 'd') => (&text[..at], 24 * 3600),
            _ => (text, 1),
        };
        // `parse` alone would take a sign.
        number.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
        number.parse::<u64>().ok()?.checked_mul(unit)
    };
    text.to_str().and_then(parse).ok_or_else(|| shown(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form() {
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
            assert_eq!(seconds(text.as_ref()), Ok(expected), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_whole_number_of_seconds() {
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
            assert!(seconds(text.as_ref()).is_err(), "{text}");
        }
    }
}
