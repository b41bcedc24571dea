//! Checks and parses arguments, and creates the errors for invalid ones. A host language's wider types may
//! hold values that the core's types cannot: every binding reports them with the same code and message.

use std::any::Any;
use std::borrow::Cow;
use std::fmt::{self, Display};
use std::time::Duration;

use crate::error::{Error, ErrorCode};
use crate::profile::Profile;
use crate::times;

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

/// The error for an argument that is neither a string nor null; `got` describes the value.
#[cold]
pub fn not_a_string(argument: Argument, got: impl Display) -> Error {
    let code = if argument == Argument::Token { ErrorCode::InvalidArgument } else { argument.code() };
    Error::new(code, format!("{} must be a string, got {got}", argument.name()))
}

/// The error for a single value, described by `got`, in place of a list of stream ids.
#[cold]
pub fn not_a_list_of_streams(got: impl Display) -> Error {
    Error::new(ErrorCode::InvalidRoom, format!("streams must be a list of stream ids, got {got}"))
}

/// The error for a null argument that must not be null.
#[cold]
pub fn null(argument: Argument) -> Error {
    missing(argument, "null")
}

/// The error for an argument that must not be missing; `word` is what the language has in its place.
#[cold]
pub fn missing(argument: Argument, word: &str) -> Error {
    let code = match argument {
        Argument::RoomId | Argument::StreamId => ErrorCode::InvalidRoom,
        _ => ErrorCode::InvalidArgument,
    };
    Error::new(code, format!("{} must be a string, not {word}", argument.name()))
}

/// A float in place of an integer, as `got` in a message.
pub struct Float(pub f64);

impl Display for Float {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.0;
        if number.is_infinite() {
            return formatter.write_str(if number > 0.0 { "Infinity" } else { "-Infinity" });
        }
        if number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0 {
            return write!(formatter, "the float {number:.1}: convert it to an integer");
        }
        if number.abs() < 1e21 { write!(formatter, "{number}") } else { write!(formatter, "{number:e}") }
    }
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

/// The error for an app id that is not an integer in range; `got` describes the value.
#[cold]
pub fn invalid_app_id(got: impl Display) -> Error {
    Error::new(ErrorCode::InvalidAppId, format!("app_id must be 1 to {}, got {got}", u32::MAX))
}

/// Checks user id and time to live, which precede room and payload in the order of errors.
#[inline]
pub(crate) fn check_user_and_ttl(
    profile: Option<Profile>,
    user_id: &str,
    ttl: Duration,
) -> Result<(), Error> {
    check_user_id(profile, user_id)?;
    check_ttl(profile, ttl).map(drop)
}

#[inline]
pub(crate) fn check_user_id(profile: Option<Profile>, user_id: &str) -> Result<(), Error> {
    if user_id.is_empty() {
        return Err(Error::new(ErrorCode::InvalidUserId, "user_id must not be empty"));
    }
    profile.map_or(Ok(()), |profile| profile.check_user_id(user_id))
}

/// Checks a time to live and returns it in seconds.
#[inline]
pub(crate) fn check_ttl(profile: Option<Profile>, ttl: Duration) -> Result<i64, Error> {
    let seconds = times::whole_seconds(ttl)?;
    profile.map_or(Ok(()), |profile| profile.check_ttl(ttl.as_secs()))?;
    Ok(seconds)
}

/// Checks the times of a token and returns that of issue and the expiry.
#[inline(always)]
pub(crate) fn check_times(
    profile: Option<Profile>,
    ttl: Duration,
    now: Option<i64>,
) -> Result<(i64, i64), Error> {
    let seconds = check_ttl(profile, ttl)?;
    let ctime = times::issued_at(now)?;
    let expire = ctime.checked_add(seconds).ok_or_else(|| times::unusable_ttl(ttl))?;
    Ok((ctime, expire))
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

/// The error for a value, described by `got`, in place of a truth value; `choices` are the language's two.
#[cold]
pub fn not_a_flag(argument: &str, choices: &str, got: impl Display) -> Error {
    invalid_argument(format!("{argument} must be {choices}, got {got}"))
}

/// The error for a panic caught at a boundary, given its payload.
#[cold]
pub fn caught(payload: Box<dyn Any + Send>) -> Error {
    // Dropping the payload could panic again.
    std::mem::forget(payload);
    internal()
}

/// The error for a defect of the library or a failure of the host.
#[cold]
pub fn internal() -> Error {
    Error::new(ErrorCode::Internal, "internal error: please report it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_float_is_shown_with_what_to_do() {
        let shown = |number: f64| Float(number).to_string();
        assert_eq!(shown(3600.0), "the float 3600.0: convert it to an integer");
        assert_eq!(shown(-1.0), "the float -1.0: convert it to an integer");
        assert_eq!(shown(1.5), "1.5");
        assert_eq!(shown(f64::NAN), "NaN");
        assert_eq!(shown(f64::NEG_INFINITY), "-Infinity");
        assert_eq!(shown(1e300), "1e300");
    }

    #[test]
    fn a_panic_whose_payload_panics_again_is_only_an_error() {
        struct Bomb;
        impl Drop for Bomb {
            fn drop(&mut self) {
                panic!("dropped");
            }
        }
        assert_eq!(caught(Box::new(Bomb)).code(), ErrorCode::Internal);
    }

    #[test]
    fn what_is_not_text_is_reported_with_what_was_given() {
        let message = |error: Error| error.message().to_owned();
        assert_eq!(message(not_a_string(Argument::UserId, "int")), "user_id must be a string, got int");
        assert_eq!(message(missing(Argument::Secret, "undefined")), "secret must be a string, not undefined");
        assert_eq!(
            message(not_a_list_of_streams("a string")),
            "streams must be a list of stream ids, got a string"
        );
        assert_eq!(
            message(not_a_flag("publish", "True or False", "int")),
            "publish must be True or False, got int"
        );
    }
}
