//! What bindings, the CLI and the service call in addition to the public API: issuing with arguments whose
//! conversion may fail, with errors in the same order in every language; and the expiry of issued tokens.

use std::time::Duration;

use crate::arguments::{check_times, check_ttl, check_user_and_ttl, check_user_id};
use crate::batch;
use crate::error::Error;
use crate::issuer::Issuer;
use crate::kit::{self, KitUser};
use crate::plan::Content;
use crate::profile::Profile;
use crate::room_privilege::RoomPrivilege;
use crate::traces;

pub use crate::arguments::{
    Argument, Float, app_id, buffer_too_small, caught, internal, invalid_app_id, invalid_argument, missing,
    not_a_flag, not_a_list_of_streams, not_a_string, not_unicode, null, text,
};
pub use crate::batch::ManyError;
pub use crate::clock::now;
pub use crate::issuer::Issued;
pub use crate::parse::{parse_app_id, parse_duration};
pub use crate::parts::{Part, PartName, parts};
pub use crate::times::{
    invalid_leeway, invalid_now, invalid_ttl, leeway, leeway_text, leeway_with_nanoseconds, ttl, ttl_text,
    ttl_with_nanoseconds,
};
pub use crate::wording::{Naming, Wording};

/// [`Issuer::issue_with`] for arguments whose conversion may fail, at the time `now` in unix seconds or that of the
/// clock. A conversion error is returned only if every argument checked before it is valid, so that errors have the
/// same order in every language: user id, ttl, now, room id, payload.
///
/// # Errors
///
/// The same as [`Issuer::issue_with_payload`], and the given conversion errors.
#[inline]
pub fn issue_with<T>(
    issuer: &Issuer,
    user_id: Result<&str, Error>,
    ttl: Result<Duration, Error>,
    payload: Result<&str, Error>,
    now: Result<Option<i64>, Error>,
    lend: impl FnOnce(&[u8]) -> T,
) -> Result<T, Error> {
    lend_converted(issuer, user_id, ttl, payload.map(Content::Text), now, lend)
}

/// [`Issuer::issue_room`] for arguments whose conversion may fail, like [`issue_with`]. It lends the token.
///
/// # Errors
///
/// The same as [`Issuer::issue_room`], and the given conversion errors.
pub fn issue_room_with<T>(
    issuer: &Issuer,
    user_id: Result<&str, Error>,
    ttl: Result<Duration, Error>,
    privilege: Result<RoomPrivilege<'_>, Error>,
    now: Result<Option<i64>, Error>,
    lend: impl FnOnce(&[u8]) -> T,
) -> Result<T, Error> {
    let content = match &privilege {
        Ok(privilege) => Ok(Content::Room(privilege)),
        Err(error) => Err(error.clone()),
    };
    lend_converted(issuer, user_id, ttl, content, now, lend)
}

/// [`Issuer::issue_many_with`] for arguments whose conversion may fail, like [`issue_with`]. If converting a user
/// id fails, `user_ids` has those before it and `unconverted` the error.
///
/// # Errors
///
/// The same as [`Issuer::issue_many_with`], and the given conversion errors.
pub fn issue_many_with<S: AsRef<str>>(
    issuer: &Issuer,
    user_ids: &[S],
    unconverted: Option<Error>,
    ttl: Result<Duration, Error>,
    payload: Result<&str, Error>,
    now: Result<Option<i64>, Error>,
    lend: impl FnMut(&[u8]),
) -> Result<(), ManyError> {
    let profile = issuer.profile_set();
    if unconverted.is_some() || ttl.is_err() || payload.is_err() || now.is_err() {
        batch::check_users(user_ids, profile)?;
    }
    if let Some(error) = unconverted {
        return Err(ManyError::of_user(user_ids.len(), &error));
    }
    let ttl = ttl?;
    check_ttl(profile, ttl)?;
    let now = now?;
    check_times(profile, ttl, now)?;
    issuer.lend_many(user_ids, issuer.request(ttl, Content::Text(payload?)).at(now), lend)
}

#[inline(always)]
fn lend_converted<T>(
    issuer: &Issuer,
    user_id: Result<&str, Error>,
    ttl: Result<Duration, Error>,
    content: Result<Content<'_>, Error>,
    now: Result<Option<i64>, Error>,
    lend: impl FnOnce(&[u8]) -> T,
) -> Result<T, Error> {
    // Before an error of conversion come the errors of the arguments before it.
    if user_id.is_err() || ttl.is_err() || content.is_err() || now.is_err() {
        let profile = issuer.profile_set();
        let (_, ttl) = check(profile, user_id.clone(), ttl.clone())?;
        check_times(profile, ttl, now.clone()?)?;
    }
    let (user_id, ttl, now) = (user_id?, ttl?, now?);
    issuer.lend(user_id, issuer.request(ttl, content?).at(now), lend)
}

/// [`kit::issue`] for arguments whose conversion may fail, like [`issue_with`]. The default user name is the
/// user id.
///
/// # Errors
///
/// The same as [`kit::issue`], and the given conversion errors.
pub fn issue_kit(
    issuer: &Issuer,
    user_id: Result<&str, Error>,
    ttl: Result<Duration, Error>,
    room_id: Result<&str, Error>,
    user_name: Result<Option<&str>, Error>,
    payload: Result<&str, Error>,
    now: Result<Option<i64>, Error>,
) -> Result<String, Error> {
    let (user_id, ttl) = check(Some(Profile::Kit), user_id, ttl)?;
    let now = now?;
    check_times(Some(Profile::Kit), ttl, now)?;
    let room_id = room_id?;
    Profile::Kit.check_room_id(room_id)?;
    let mut user = KitUser::new(issuer.app_id(), user_id, room_id);
    if let Some(name) = user_name? {
        user = user.user_name(name);
    }
    kit::issue_timed(issuer, &user, ttl, payload?, now).map(|issued| issued.token)
}

/// [`kit::encode`] for arguments whose conversion may fail, like [`issue_with`]. The default user name is the
/// user id.
///
/// # Errors
///
/// The same as [`kit::encode`], and the given conversion errors.
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

/// [`crate::generate_token04`] for arguments whose conversion may fail, like [`issue_with`], in the official
/// order: app id, user id, secret, ttl, payload. It lends the token.
///
/// # Errors
///
/// The same as [`crate::generate_token04`], and the given conversion errors.
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
    check_user_id(None, user_id)?;
    let secret = secret?;
    traces::wiped(|| {
        let issuer = Issuer::short_lived(app_id, secret)?;
        issue_with(&issuer, Ok(user_id), ttl, payload, Ok(None), lend)
    })
}

/// [`Issuer::issue_with_payload`] that also returns the expiry, so that the caller need not read the clock or
/// the token.
///
/// # Errors
///
/// The same as [`Issuer::issue_with_payload`].
pub fn issue_timed(issuer: &Issuer, user_id: &str, ttl: Duration, payload: &str) -> Result<Issued, Error> {
    issuer.issue_timed(user_id, issuer.request(ttl, Content::Text(payload)))
}

/// [`Issuer::issue_room`] that also returns the expiry.
///
/// # Errors
///
/// The same as [`Issuer::issue_room`].
pub fn issue_room_timed(
    issuer: &Issuer,
    user_id: &str,
    ttl: Duration,
    privilege: &RoomPrivilege<'_>,
) -> Result<Issued, Error> {
    issuer.issue_timed(user_id, issuer.request(ttl, Content::Room(privilege)))
}

/// [`kit::issue`] that also returns the expiry.
///
/// # Errors
///
/// The same as [`kit::issue`].
pub fn issue_kit_timed(
    issuer: &Issuer,
    user: &KitUser,
    ttl: Duration,
    payload: &str,
) -> Result<Issued, Error> {
    kit::issue_timed(issuer, user, ttl, payload, None)
}

fn check(
    profile: Option<Profile>,
    user_id: Result<&str, Error>,
    ttl: Result<Duration, Error>,
) -> Result<(&str, Duration), Error> {
    let user_id = user_id?;
    check_user_id(profile, user_id)?;
    let ttl = ttl?;
    check_user_and_ttl(profile, user_id, ttl)?;
    Ok((user_id, ttl))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;

    /// The code of the first of several faults, each given as a host's conversion error.
    fn first(profile: Option<Profile>, user_id: Result<&str, Error>, ttl: i64) -> ErrorCode {
        let issuer = Issuer::new(1, "0123456789abcdef0123456789abcdef").unwrap().profile(profile);
        let payload = Err(not_unicode(Argument::Payload));
        issue_with(&issuer, user_id, super::ttl(ttl), payload, Ok(None), |_| ()).unwrap_err().code()
    }

    #[test]
    fn a_conversion_error_comes_after_errors_of_earlier_arguments() {
        assert_eq!(first(None, Err(not_unicode(Argument::UserId)), 0), ErrorCode::InvalidUserId);
        assert_eq!(first(None, Ok(""), 0), ErrorCode::InvalidUserId);
        assert_eq!(first(Some(Profile::Rtc), Ok("user 1"), 0), ErrorCode::InvalidUserId);
        assert_eq!(first(None, Ok("user1"), 0), ErrorCode::InvalidTtl);
        assert_eq!(first(Some(Profile::Zim), Ok("user1"), 29), ErrorCode::InvalidTtl);
        assert_eq!(first(None, Ok("user1"), 1), ErrorCode::InvalidPayload);
    }

    #[test]
    fn the_first_bad_user_of_many_is_reported_before_other_arguments() {
        let issuer = Issuer::new(1, "0123456789abcdef0123456789abcdef").unwrap();
        let failed = |user_ids: &[&str], unconverted, ttl| {
            let lend = |_: &[u8]| panic!("nothing is lent");
            let (ttl, payload) = (super::ttl(ttl), Err(not_unicode(Argument::Payload)));
            let error =
                issue_many_with(&issuer, user_ids, unconverted, ttl, payload, Ok(None), lend).unwrap_err();
            (error.index(), error.code(), Error::from(error).message().to_owned())
        };
        let (index, code, message) = failed(&["user1", ""], Some(not_unicode(Argument::UserId)), 0);
        assert_eq!((index, code), (Some(1), ErrorCode::InvalidUserId));
        assert_eq!(message, "user_ids[1]: user_id must not be empty");
        let (index, _, message) = failed(&["user1"], Some(not_unicode(Argument::UserId)), 0);
        assert_eq!((index, &*message), (Some(1), "user_ids[1]: user_id must be valid Unicode text"));
        assert_eq!(failed(&["user1"], None, 0).1, ErrorCode::InvalidTtl);
        let (index, code, _) = failed(&[], None, 1);
        assert_eq!((index, code), (None, ErrorCode::InvalidPayload));
    }

    #[test]
    fn the_time_of_issue_is_checked_after_the_ttl_and_before_the_payload() {
        let issuer = Issuer::new(1, "0123456789abcdef0123456789abcdef").unwrap();
        let payload = || Err(not_unicode(Argument::Payload));
        let code = |ttl: i64, payload, now| {
            issue_with(&issuer, Ok("user1"), super::ttl(ttl), payload, now, |_| ())
                .map_err(|error| error.code())
        };
        assert_eq!(code(0, Ok(""), Err(invalid_now("NaN"))), Err(ErrorCode::InvalidTtl));
        assert_eq!(code(1, payload(), Err(invalid_now("NaN"))), Err(ErrorCode::InvalidArgument));
        assert_eq!(code(1, Ok(""), Ok(Some(-1))), Err(ErrorCode::InvalidArgument));
        assert_eq!(code(1, payload(), Ok(Some(-1))), Err(ErrorCode::InvalidArgument));
        assert_eq!(code(i64::MAX, payload(), Ok(Some(1))), Err(ErrorCode::InvalidTtl));
        assert_eq!(code(1, payload(), Ok(Some(0))), Err(ErrorCode::InvalidPayload));
        assert_eq!(code(1, Ok(""), Ok(Some(0))), Ok(()));
        let many =
            issue_many_with(&issuer, &["user1"], None, ttl(1), payload(), Ok(Some(-1)), |_| ()).unwrap_err();
        assert_eq!(many.code(), ErrorCode::InvalidArgument);
        let room = Err(not_unicode(Argument::RoomId));
        let kit =
            issue_kit(&issuer, Ok("user1"), ttl(60), room, Ok(None), payload(), Ok(Some(-1))).unwrap_err();
        assert_eq!(kit.code(), ErrorCode::InvalidArgument);
        let verified = |token: &[u8]| crate::inspect(std::str::from_utf8(token).unwrap()).unwrap().expires_at;
        assert_eq!(issue_with(&issuer, Ok("user1"), ttl(60), Ok(""), Ok(Some(40)), verified), Ok(100));
    }

    #[test]
    fn the_drop_in_checks_the_user_before_the_secret() {
        let secret = || Err(not_unicode(Argument::Secret));
        let code = |app_id, user_id| {
            drop_in_with(app_id, Ok(user_id), secret(), ttl(0), Ok(""), |_| ()).unwrap_err().code()
        };
        assert_eq!(code(app_id(0), ""), ErrorCode::InvalidAppId);
        assert_eq!(code(app_id(1), ""), ErrorCode::InvalidUserId);
        assert_eq!(code(app_id(1), "user1"), ErrorCode::InvalidSecret);
    }

    #[test]
    fn the_returned_expiry_is_that_of_the_token() {
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
}
