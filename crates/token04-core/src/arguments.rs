//! Checks and parses arguments, and creates the errors for invalid ones. A host language's wider types may
//! hold values that the core's types cannot: every binding reports them with the same code and message.

use std::borrow::Cow;
use std::fmt::Display;
use std::time::Duration;

use crate::error::{Error, ErrorCode};
use crate::profile::Profile;

/// An argument that is text in the core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of the arguments")]
pub enum Argument {
    UserId,
    Secret,
    Payload,
    RoomId,
    StreamId,
    UserName,
    Token,
}

impl Argument {
    /// The argument's name in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Argument::UserId => "user_id",
            Argument::Secret => "secret",
            Argument::Payload => "payload",
            Argument::RoomId => "room_id",
            Argument::StreamId => "stream id",
            Argument::UserName => "user_name",
            Argument::Token => "token",
        }
    }

    /// The code for text that is not valid Unicode.
    const fn code(self) -> ErrorCode {
        match self {
            Argument::UserId | Argument::UserName => ErrorCode::InvalidUserId,
            Argument::Secret => ErrorCode::InvalidSecret,
            Argument::Payload => ErrorCode::InvalidPayload,
            Argument::RoomId | Argument::StreamId => ErrorCode::InvalidRoom,
            Argument::Token => ErrorCode::Malformed,
        }
    }
}

/// Converts bytes to text.
///
/// # Errors
///
/// The code of the argument, if the bytes are not UTF-8.
#[inline]
pub fn text(bytes: &[u8], argument: Argument) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|_| not_unicode(argument))
}

/// The error for text that is not valid Unicode: invalid UTF-8, or half of a surrogate pair.
#[cold]
pub fn not_unicode(argument: Argument) -> Error {
    Error::new(argument.code(), format!("{} must be valid Unicode text", argument.name()))
}

/// The error for an argument that is neither a string nor null.
#[cold]
pub fn not_a_string(argument: Argument) -> Error {
    let code = if argument == Argument::Token { ErrorCode::InvalidArgument } else { argument.code() };
    Error::new(code, format!("{} must be a string", argument.name()))
}

/// The error for a null argument that must not be null.
#[cold]
pub fn null(argument: Argument) -> Error {
    let code = match argument {
        Argument::RoomId | Argument::StreamId => ErrorCode::InvalidRoom,
        _ => ErrorCode::InvalidArgument,
    };
    Error::new(code, format!("{} must be a string, not null", argument.name()))
}

/// Converts an app id from any integer type.
///
/// # Errors
///
/// [`ErrorCode::InvalidAppId`].
#[inline]
pub fn app_id<N: TryInto<u32> + Copy + Display>(number: N) -> Result<u32, Error> {
    match number.try_into() {
        Ok(app_id @ 1..) => Ok(app_id),
        _ => Err(invalid_app_id(number)),
    }
}

/// Parses an app id: decimal digits only, without a sign or blanks.
#[must_use]
pub fn parse_app_id(text: &str) -> Option<u32> {
    number(text).and_then(|number| u32::try_from(number).ok()).filter(|app_id| *app_id != 0)
}

/// The error for an app id that is not an integer in range; `got` describes the value.
#[cold]
pub fn invalid_app_id(got: impl Display) -> Error {
    Error::new(ErrorCode::InvalidAppId, format!("app_id must be 1 to {}, got {got}", u32::MAX))
}

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

/// The error for a time to live that is not a whole number of seconds; `got` describes the value.
#[cold]
pub fn invalid_ttl(got: impl Display) -> Error {
    Error::new(ErrorCode::InvalidTtl, format!("ttl must be whole seconds, at least 1, got {got}"))
}

/// Converts a leeway in seconds.
///
/// # Errors
///
/// [`ErrorCode::InvalidArgument`].
pub fn leeway(seconds: i64) -> Result<Duration, Error> {
    u64::try_from(seconds).map(Duration::from_secs).map_err(|_| invalid_leeway(seconds))
}

/// The error for a leeway that is not a whole number of seconds; `got` describes the value.
#[cold]
pub fn invalid_leeway(got: impl Display) -> Error {
    invalid_argument(format!("leeway must be whole seconds, at least 0, got {got}"))
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

/// Checks user id and time to live, which precede room and payload in the order of errors. Returns the time
/// to live in seconds.
#[inline]
pub(crate) fn check_user_and_ttl(
    profile: Option<Profile>,
    user_id: &str,
    ttl: Duration,
) -> Result<i64, Error> {
    check_user_id(profile, user_id)?;
    let seconds = match i64::try_from(ttl.as_secs()) {
        Ok(seconds @ 1..) if ttl.subsec_nanos() == 0 => seconds,
        _ => return Err(unusable_ttl(ttl)),
    };
    if let Some(profile) = profile {
        profile.check_ttl(ttl.as_secs())?;
    }
    Ok(seconds)
}

#[inline]
pub(crate) fn check_user_id(profile: Option<Profile>, user_id: &str) -> Result<(), Error> {
    if user_id.is_empty() {
        return Err(Error::new(ErrorCode::InvalidUserId, "user_id must not be empty"));
    }
    profile.map_or(Ok(()), |profile| profile.check_user_id(user_id))
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

/// The error for an invalid argument.
#[cold]
pub fn invalid_argument(message: impl Into<Cow<'static, str>>) -> Error {
    Error::new(ErrorCode::InvalidArgument, message)
}

/// The error for a caller's buffer that is too small for the result; both lengths are in bytes.
#[cold]
pub fn buffer_too_small(needed: usize, got: usize) -> Error {
    Error::new(ErrorCode::BufferTooSmall, format!("the buffer must hold {needed} bytes, got {got}"))
}

/// The error for a panic caught at a boundary.
#[cold]
pub fn internal() -> Error {
    Error::new(ErrorCode::Internal, "internal error: please report it")
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

    #[test]
    fn leeways_are_not_negative() {
        assert_eq!(leeway(0), Ok(Duration::ZERO));
        assert_eq!(leeway(-1).unwrap_err().code(), ErrorCode::InvalidArgument);
    }
}
