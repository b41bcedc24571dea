//! What a host language's wider types may hold that the core's cannot: refused here, with the core's codes
//! and messages, so that every binding says the same. For bindings; not part of the public API.

use std::fmt::Display;
use std::time::Duration;

use crate::error::{Error, ErrorCode};
use crate::issuer::Issuer;
use crate::{drop_in, text};

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
    const fn name(self) -> &'static str {
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

    /// The code for text that is no Unicode.
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

/// An app id of any integer type.
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

/// The error for an app id that is no integer; `got` says what it is instead.
#[cold]
pub fn invalid_app_id(got: impl Display) -> Error {
    Error::new(ErrorCode::InvalidAppId, format!("app_id must be 1 to {}, got {got}", u32::MAX))
}

/// A time to live in seconds.
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

/// The error for a time to live that is no count of seconds; `got` says what it is instead.
#[cold]
pub fn invalid_ttl(got: impl Display) -> Error {
    Error::new(ErrorCode::InvalidTtl, format!("ttl must be whole seconds, at least 1, got {got}"))
}

/// Bytes as text.
///
/// # Errors
///
/// The code of the argument.
#[inline]
pub fn text(bytes: &[u8], argument: Argument) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|_| not_unicode(argument))
}

/// The error for text that is no Unicode: invalid UTF-8, or half of a surrogate pair.
#[cold]
pub fn not_unicode(argument: Argument) -> Error {
    Error::new(argument.code(), format!("{} must be valid Unicode text", argument.name()))
}

/// The error for an argument that is no string at all.
#[cold]
pub fn not_a_string(argument: Argument) -> Error {
    let code = match argument {
        Argument::Payload | Argument::RoomId | Argument::StreamId => argument.code(),
        _ => ErrorCode::InvalidArgument,
    };
    Error::new(code, format!("{} must be a string", argument.name()))
}

/// The error for an argument that is of no use.
#[cold]
pub fn invalid_argument(message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorCode::InvalidArgument, message)
}

/// The error for a panic caught at a boundary.
#[cold]
pub fn internal() -> Error {
    Error::new(ErrorCode::Internal, "internal error: please report it")
}

/// [`crate::generate_token04`] that lends the token as [`Issuer::issue_with`] does.
///
/// # Errors
///
/// As [`crate::generate_token04`].
pub fn generate_with<T>(
    app_id: u32,
    user_id: &str,
    secret: &str,
    effective_time_in_seconds: i64,
    payload: &str,
    lend: impl FnOnce(&[u8]) -> T,
) -> Result<T, Error> {
    drop_in::generate(app_id, user_id, secret, effective_time_in_seconds, |issuer: &Issuer, ttl| {
        issuer.issue_with(user_id, ttl, payload, lend)
    })
}

/// The longest text that can be a token.
pub const MAX_TOKEN_LEN: usize = text::MAX_LEN;

pub(crate) fn empty_user_id() -> Error {
    Error::new(ErrorCode::InvalidUserId, "user_id must not be empty")
}
