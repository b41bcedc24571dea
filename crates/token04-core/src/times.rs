//! Times to live, leeways and points in time, from the types and texts of a host language: whole seconds in
//! range, or an error.

use std::fmt::{self, Display};
use std::time::Duration;

use crate::clock;
use crate::error::{Error, ErrorCode};
use crate::parse::parse_duration;

const NANOSECONDS: i128 = 1_000_000_000;

/// No time in seconds reaches this before the year 5138; today's milliseconds exceed it.
const MILLISECONDS: i64 = 100_000_000_000;

/// Converts a time to live in seconds.
///
/// # Errors
///
/// [`ErrorCode::InvalidTtl`].
#[inline]
pub fn ttl(seconds: i64) -> Result<Duration, Error> {
    match u64::try_from(seconds) {
        Ok(seconds @ 1..) => Ok(Duration::from_secs(seconds)),
        _ => Err(invalid_ttl(seconds)),
    }
}

/// Converts a time to live in seconds and the nanoseconds beyond them, of either sign.
///
/// # Errors
///
/// [`ErrorCode::InvalidTtl`], also for a fraction of a second, which is never rounded.
#[inline]
pub fn ttl_with_nanoseconds(seconds: i64, nanoseconds: i32) -> Result<Duration, Error> {
    if nanoseconds == 0 { ttl(seconds) } else { Err(invalid_ttl(Fraction(seconds, nanoseconds))) }
}

/// Parses a time to live, for hosts without a duration type; see [`parse_duration`].
///
/// # Errors
///
/// [`ErrorCode::InvalidTtl`]. The message does not show the text, which may be a misplaced secret.
pub fn ttl_text(text: &str) -> Result<Duration, Error> {
    match parse_duration(text) {
        Some(duration) if !duration.is_zero() => Ok(duration),
        _ => Err(Error::new(
            ErrorCode::InvalidTtl,
            "ttl must be whole seconds, at least 1, or text such as 90s, 10m, 12h or 3d",
        )),
    }
}

/// The error for a time to live that is not a whole number of seconds; `got` describes the value.
#[cold]
pub fn invalid_ttl(got: impl Display) -> Error {
    Error::new(ErrorCode::InvalidTtl, format!("ttl must be whole seconds, at least 1, got {got}"))
}

/// The error for a time to live that is zero, not whole seconds, or ends too late.
#[cold]
pub(crate) fn unusable_ttl(ttl: Duration) -> Error {
    let message = if ttl.is_zero() {
        "ttl must be at least 1 second, got 0".to_owned()
    } else if ttl.subsec_nanos() != 0 {
        format!("ttl must be whole seconds, got {ttl:?}")
    } else {
        format!("ttl must end within 64-bit unix seconds, got {} s", ttl.as_secs())
    };
    Error::new(ErrorCode::InvalidTtl, message)
}

/// Checks a time to live and returns it in seconds.
#[inline]
pub(crate) fn whole_seconds(ttl: Duration) -> Result<i64, Error> {
    match i64::try_from(ttl.as_secs()) {
        Ok(seconds @ 1..) if ttl.subsec_nanos() == 0 => Ok(seconds),
        _ => Err(unusable_ttl(ttl)),
    }
}

/// Converts a leeway in seconds.
///
/// # Errors
///
/// [`ErrorCode::InvalidArgument`].
pub fn leeway(seconds: i64) -> Result<Duration, Error> {
    u64::try_from(seconds).map(Duration::from_secs).map_err(|_| invalid_leeway(seconds))
}

/// Converts a leeway in seconds and the nanoseconds beyond them, of either sign.
///
/// # Errors
///
/// [`ErrorCode::InvalidArgument`], also for a fraction of a second, which is never rounded.
pub fn leeway_with_nanoseconds(seconds: i64, nanoseconds: i32) -> Result<Duration, Error> {
    if nanoseconds == 0 { leeway(seconds) } else { Err(invalid_leeway(Fraction(seconds, nanoseconds))) }
}

/// Parses a leeway, for hosts without a duration type; see [`parse_duration`].
///
/// # Errors
///
/// [`ErrorCode::InvalidArgument`]. The message does not show the text.
pub fn leeway_text(text: &str) -> Result<Duration, Error> {
    let expected = "leeway must be whole seconds, at least 0, or text such as 30s or 1m";
    parse_duration(text).ok_or_else(|| Error::new(ErrorCode::InvalidArgument, expected))
}

/// The error for a leeway that is not a whole number of seconds; `got` describes the value.
#[cold]
pub fn invalid_leeway(got: impl Display) -> Error {
    invalid(format!("leeway must be whole seconds, at least 0, got {got}"))
}

/// The error for a time that is not a whole number of seconds; `got` describes the value.
#[cold]
pub fn invalid_now(got: impl Display) -> Error {
    invalid(format!("now must be whole unix seconds, at least 0, got {got}"))
}

/// The time of issue: the given one, or that of the clock.
#[inline(always)]
pub(crate) fn issued_at(now: Option<i64>) -> Result<i64, Error> {
    match now {
        None => Ok(clock::now()),
        Some(now @ 0..MILLISECONDS) => Ok(now),
        Some(now) => Err(invalid_now(format_args!("{now}{}", milliseconds_hint(now)))),
    }
}

/// What to add to a time in a message, if it is probably in milliseconds.
pub(crate) fn milliseconds_hint(time: i64) -> &'static str {
    if time >= MILLISECONDS { ", which looks like milliseconds" } else { "" }
}

fn invalid(message: String) -> Error {
    Error::new(ErrorCode::InvalidArgument, message)
}

/// Seconds and the nanoseconds beyond them as a decimal number, exact where a float would round.
struct Fraction(i64, i32);

impl Display for Fraction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = i128::from(self.0) * NANOSECONDS + i128::from(self.1);
        let sign = if total < 0 { "-" } else { "" };
        let (whole, rest) = (total.unsigned_abs() / 1_000_000_000, total.unsigned_abs() % 1_000_000_000);
        let decimals = format!("{rest:09}");
        write!(formatter, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_of_hosts_are_whole_seconds() {
        assert_eq!(ttl_with_nanoseconds(3600, 0), Ok(Duration::from_secs(3600)));
        assert_eq!(leeway_with_nanoseconds(0, 0), Ok(Duration::ZERO));
        for (seconds, nanoseconds, got) in [
            (1, 500_000_000, "1.5"),
            (-1, 500_000_000, "-0.5"),
            (-1, -500_000_000, "-1.5"),
            (0, 1, "0.000000001"),
            (i64::MAX, 999_999_999, "9223372036854775807.999999999"),
            (i64::MIN, -1, "-9223372036854775808.000000001"),
        ] {
            let error = ttl_with_nanoseconds(seconds, nanoseconds).unwrap_err();
            assert_eq!(error.code(), ErrorCode::InvalidTtl);
            assert_eq!(error.message(), format!("ttl must be whole seconds, at least 1, got {got}"));
            let error = leeway_with_nanoseconds(seconds, nanoseconds).unwrap_err();
            assert_eq!(error.code(), ErrorCode::InvalidArgument);
        }
        for seconds in [0, -1, i64::MIN] {
            assert_eq!(ttl_with_nanoseconds(seconds, 0).unwrap_err().code(), ErrorCode::InvalidTtl);
        }
    }

    #[test]
    fn durations_as_text_are_never_shown() {
        assert_eq!(ttl_text("10m"), Ok(Duration::from_secs(600)));
        assert_eq!(leeway_text("0"), Ok(Duration::ZERO));
        for text in ["", "0", "0d", "-1", "1.5h", "0123456789abcdef"] {
            let error = ttl_text(text).unwrap_err();
            assert_eq!(error.code(), ErrorCode::InvalidTtl);
            assert!(!error.message().contains("abcdef"));
        }
        assert_eq!(leeway(-1).unwrap_err().code(), ErrorCode::InvalidArgument);
        assert_eq!(leeway_text("soon").unwrap_err().code(), ErrorCode::InvalidArgument);
    }

    #[test]
    fn a_time_of_issue_is_in_seconds() {
        assert_eq!(issued_at(Some(0)), Ok(0));
        assert_eq!(issued_at(Some(1_700_000_000)), Ok(1_700_000_000));
        let error = issued_at(Some(1_700_000_000_000)).unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidArgument);
        assert!(error.message().ends_with("got 1700000000000, which looks like milliseconds"));
        assert!(issued_at(Some(-1)).unwrap_err().message().ends_with("at least 0, got -1"));
    }
}
