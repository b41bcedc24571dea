//! What a host language's wider types may hold that the core's cannot: refused here, with the core's codes
//! and messages, so that every binding says the same. For bindings; not part of the public API.

use std::fmt::Display;
use std::time::Duration;

use crate::error::{Error, ErrorCode};
use crate::issuer::{self, Issuer};
use crate::kit::{self, KitUser};
use crate::privilege::RoomPrivilege;
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

/// An app id as text: decimal digits alone, without a sign or blanks.
#[must_use]
pub fn parse_app_id(text: &str) -> Option<u32> {
    number(text).and_then(|number| u32::try_from(number).ok()).filter(|app_id| *app_id != 0)
}

/// A duration as text: seconds, or a count with the unit `s`, `m`, `h` or `d`, without a sign or blanks.
#[must_use]
pub fn parse_duration(text: &str) -> Option<Duration> {
    let units = [('s', 1), ('m', 60), ('h', 3600), ('d', 24 * 3600)];
    let with_unit = units.iter().find_map(|(unit, seconds)| Some((text.strip_suffix(*unit)?, *seconds)));
    let (count, seconds) = with_unit.unwrap_or((text, 1));
    number(count)?.checked_mul(seconds).map(Duration::from_secs)
}

/// A number of decimal digits alone; `parse` would take a sign.
fn number(text: &str) -> Option<u64> {
    let only_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    only_digits.then(|| text.parse().ok()).flatten()
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

/// The error for an argument that is neither a string nor null.
#[cold]
pub fn not_a_string(argument: Argument) -> Error {
    let code = if argument == Argument::Token { ErrorCode::InvalidArgument } else { argument.code() };
    Error::new(code, format!("{} must be a string", argument.name()))
}

/// The error for an argument that is null where null is not allowed.
#[cold]
pub fn null(argument: Argument) -> Error {
    let code = match argument {
        Argument::RoomId | Argument::StreamId => ErrorCode::InvalidRoom,
        _ => ErrorCode::InvalidArgument,
    };
    Error::new(code, format!("{} must be a string, not null", argument.name()))
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

/// [`Issuer::issue_with`] for arguments that may not convert: such an error is told only where no argument
/// before it is at fault, so that errors come in one order in every language.
///
/// # Errors
///
/// As [`Issuer::issue_with_payload`], and those given.
#[inline]
pub fn issue_with<T>(
    issuer: &Issuer,
    user_id: Result<&str, Error>,
    ttl: Result<Duration, Error>,
    payload: Result<&str, Error>,
    lend: impl FnOnce(&[u8]) -> T,
) -> Result<T, Error> {
    match (user_id, ttl, payload) {
        (Ok(user_id), Ok(ttl), Ok(payload)) => issuer.issue_with(user_id, ttl, payload, lend),
        (user_id, ttl, payload) => {
            let (user_id, ttl) = check(issuer.profile_set(), user_id, ttl)?;
            issuer.issue_with(user_id, ttl, payload?, lend)
        }
    }
}

/// [`Issuer::issue_room`] that lends the token, for arguments that may not convert, as [`issue_with`].
///
/// # Errors
///
/// As [`Issuer::issue_room`], and those given.
pub fn issue_room_with<T>(
    issuer: &Issuer,
    user_id: Result<&str, Error>,
    ttl: Result<Duration, Error>,
    privilege: Result<RoomPrivilege, Error>,
    lend: impl FnOnce(&[u8]) -> T,
) -> Result<T, Error> {
    let (user_id, ttl) = check(issuer.profile_set(), user_id, ttl)?;
    issuer.issue_with(user_id, ttl, &privilege?.payload()?, lend)
}

/// [`kit::issue`] for arguments that may not convert, as [`issue_with`]; without a name the user is shown
/// under the user id.
///
/// # Errors
///
/// As [`kit::issue`], and those given.
pub fn issue_kit(
    issuer: &Issuer,
    user_id: Result<&str, Error>,
    ttl: Result<Duration, Error>,
    room_id: Result<&str, Error>,
    user_name: Result<Option<&str>, Error>,
    payload: Result<&str, Error>,
) -> Result<String, Error> {
    let (user_id, ttl) = check(Some(Profile::Kit), user_id, ttl)?;
    let room_id = room_id?;
    Profile::Kit.check_room_id(room_id)?;
    let mut user = KitUser::new(issuer.app_id(), user_id, room_id);
    if let Some(name) = user_name? {
        user = user.user_name(name);
    }
    kit::issue(issuer, &user, ttl, payload?)
}

/// [`kit::encode`] for arguments that may not convert, as [`issue_with`]; without a name the user is shown
/// under the user id.
///
/// # Errors
///
/// As [`kit::encode`], and those given.
pub fn encode_kit(
    token: &str,
    app_id: Result<u32, Error>,
    user_id: Result<&str, Error>,
    room_id: Result<&str, Error>,
    user_name: Result<Option<&str>, Error>,
) -> Result<String, Error> {
    kit::check_token(token)?;
    let (app_id, user_id) = (self::app_id(app_id?)?, user_id?);
    Profile::Kit.check_user_id(user_id)?;
    let mut user = KitUser::new(app_id, user_id, room_id?);
    if let Some(name) = user_name? {
        user = user.user_name(name);
    }
    kit::encode(token, &user)
}

/// [`crate::generate_token04`] that lends the token, for arguments that may not convert, as [`issue_with`], in
/// the official order: app id, user id, secret, ttl, payload.
///
/// # Errors
///
/// As [`crate::generate_token04`], and those given.
pub fn drop_in_with<T>(
    app_id: Result<u32, Error>,
    user_id: Result<&str, Error>,
    secret: Result<&str, Error>,
    ttl: Result<Duration, Error>,
    payload: Result<&str, Error>,
    lend: impl FnOnce(&[u8]) -> T,
) -> Result<T, Error> {
    let app_id = self::app_id(app_id?)?;
    let user_id = user_id?;
    issuer::check_user_id(None, user_id)?;
    let issuer = Issuer::new(app_id, secret?)?;
    issue_with(&issuer, Ok(user_id), ttl, payload, lend)
}

/// [`Issuer::issue_with_payload`] that also returns the expiry, so that nobody reads a clock or the token again.
///
/// # Errors
///
/// As [`Issuer::issue_with_payload`].
pub fn issue_timed(issuer: &Issuer, user_id: &str, ttl: Duration, payload: &str) -> Result<Issued, Error> {
    issuer.issue_within(issuer.profile_set(), user_id, ttl, payload)
}

/// [`Issuer::issue_room`], as [`issue_timed`].
///
/// # Errors
///
/// As [`Issuer::issue_room`].
pub fn issue_room_timed(
    issuer: &Issuer,
    user_id: &str,
    ttl: Duration,
    privilege: &RoomPrivilege,
) -> Result<Issued, Error> {
    issuer.issue_room_timed(user_id, ttl, privilege)
}

/// [`kit::issue`], as [`issue_timed`].
///
/// # Errors
///
/// As [`kit::issue`].
pub fn issue_kit_timed(
    issuer: &Issuer,
    user: &KitUser,
    ttl: Duration,
    payload: &str,
) -> Result<Issued, Error> {
    kit::issue_timed(issuer, user, ttl, payload)
}

fn check(
    profile: Option<Profile>,
    user_id: Result<&str, Error>,
    ttl: Result<Duration, Error>,
) -> Result<(&str, Duration), Error> {
    let user_id = user_id?;
    issuer::check_user_id(profile, user_id)?;
    let ttl = ttl?;
    issuer::check(profile, user_id, ttl)?;
    Ok((user_id, ttl))
}

/// A leeway in seconds.
///
/// # Errors
///
/// [`ErrorCode::InvalidArgument`].
pub fn leeway(seconds: i64) -> Result<Duration, Error> {
    u64::try_from(seconds).map(Duration::from_secs).map_err(|_| invalid_leeway(seconds))
}

/// The error for a leeway that is no count of seconds; `got` says what it is instead.
#[cold]
pub fn invalid_leeway(got: impl Display) -> Error {
    invalid_argument(format!("leeway must be whole seconds, at least 0, got {got}"))
}

/// The error for a caller's buffer that cannot hold the result, both in bytes.
#[cold]
pub fn buffer_too_small(needed: usize, got: usize) -> Error {
    Error::new(ErrorCode::BufferTooSmall, format!("the buffer must hold {needed} bytes, got {got}"))
}

/// A token and when it ends.
pub use crate::issuer::Issued;

/// The time now in unix seconds, by the clock that tokens are issued and verified by.
pub use crate::clock::now;

/// Times and lengths of time, for what is shown to people.
pub use crate::date::{span, utc};

#[cfg(test)]
mod tests {
    use super::*;

    /// The code of the first of several faults, each given as an error that a host found while converting.
    fn first(profile: Option<Profile>, user_id: Result<&str, Error>, ttl: i64) -> ErrorCode {
        let issuer = Issuer::new(1, "0123456789abcdef0123456789abcdef").unwrap().profile(profile);
        let payload = Err(not_unicode(Argument::Payload));
        issue_with(&issuer, user_id, super::ttl(ttl), payload, |_| ()).unwrap_err().code()
    }

    #[test]
    fn an_error_waits_for_those_before_it() {
        assert_eq!(first(None, Err(not_unicode(Argument::UserId)), 0), ErrorCode::InvalidUserId);
        assert_eq!(first(None, Ok(""), 0), ErrorCode::InvalidUserId);
        assert_eq!(first(Some(Profile::Rtc), Ok("user 1"), 0), ErrorCode::InvalidUserId);
        assert_eq!(first(None, Ok("user1"), 0), ErrorCode::InvalidTtl);
        assert_eq!(first(Some(Profile::Zim), Ok("user1"), 29), ErrorCode::InvalidTtl);
        assert_eq!(first(None, Ok("user1"), 1), ErrorCode::InvalidPayload);
    }

    #[test]
    fn the_drop_in_looks_at_the_user_before_the_secret() {
        let secret = || Err(not_unicode(Argument::Secret));
        let code = |app_id, user_id| {
            drop_in_with(app_id, Ok(user_id), secret(), ttl(0), Ok(""), |_| ()).unwrap_err().code()
        };
        assert_eq!(code(app_id(0), ""), ErrorCode::InvalidAppId);
        assert_eq!(code(app_id(1), ""), ErrorCode::InvalidUserId);
        assert_eq!(code(app_id(1), "user1"), ErrorCode::InvalidSecret);
    }

    #[test]
    fn an_expiry_is_that_of_the_token() {
        let issuer = Issuer::new(1, "0123456789abcdef0123456789abcdef").unwrap();
        let hour = Duration::from_secs(3600);
        let user = KitUser::new(1, "user1", "room1");
        let earliest = now() + 3600;
        for issued in [
            issue_timed(&issuer, "user1", hour, ""),
            issue_room_timed(&issuer, "user1", hour, &RoomPrivilege::new("room1")),
            issue_kit_timed(&issuer, &user, hour, ""),
        ] {
            let Issued { token, expires_at } = issued.unwrap();
            assert_eq!(expires_at, crate::inspect(&token).unwrap().expires_at);
            assert!((earliest..=now() + 3600).contains(&expires_at));
        }
    }

    #[test]
    fn app_ids_are_digits_alone() {
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
    fn another_text_is_not_a_duration() {
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
