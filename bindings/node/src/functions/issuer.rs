//! The functions behind the class `Issuer`.

use token04_core::host::{self, Argument};
use token04_core::{Issuer, Profile};
use zeroize::Zeroizing;

use super::arguments;
use super::failure::Failure;
use super::privilege;
use crate::engine::{Call, Held, Storage, Value};

impl Held for Issuer {
    const CLASS: &'static str = "Issuer";
    const ARGUMENT: &'static str = "issuer";
}

/// `(app_id, secret, mode, profile)`: a handle.
pub fn new(call: &Call) -> Result<Value<'_>, Failure> {
    let app_id = arguments::app_id(call.argument(0))?;
    let mut storage = Zeroizing::new(Storage::new());
    let secret = arguments::text(call.argument(1), &mut storage, Argument::Secret)?;
    let issuer = Issuer::new(app_id, secret)?;
    let mode = arguments::choice(call.argument(2))?.unwrap_or_default();
    let profile: Option<Profile> = arguments::choice(call.argument(3))?;
    Ok(call.hold(issuer.mode(mode).profile(profile))?)
}

/// `(issuer, user_id, ttl, payload, now)`: the token.
pub fn issue(call: &Call) -> Result<Value<'_>, Failure> {
    let issuer = call.argument(0).held::<Issuer>()?;
    let (mut user_storage, mut payload_storage) = (Storage::new(), Storage::new());
    let user_id = arguments::text(call.argument(1), &mut user_storage, Argument::UserId);
    let ttl = arguments::ttl(call.argument(2));
    let payload = arguments::payload(call.argument(3), &mut payload_storage);
    let now = arguments::now(call.argument(4));
    Ok(host::issue_with(&issuer, user_id, ttl, payload, now, |token| call.ascii(token))??)
}

/// `(issuer, user_id, ttl, room_id, login, publish, streams, now)`: the token.
pub fn issue_room(call: &Call) -> Result<Value<'_>, Failure> {
    let issuer = call.argument(0).held::<Issuer>()?;
    let mut user_storage = Storage::new();
    let user_id = arguments::text(call.argument(1), &mut user_storage, Argument::UserId);
    let ttl = arguments::ttl(call.argument(2));
    let privilege = privilege::from_arguments(call, 3);
    let now = arguments::now(call.argument(7));
    Ok(host::issue_room_with(&issuer, user_id, ttl, privilege, now, |token| call.ascii(token))??)
}

/// `(issuer, user_id, ttl, room_id, user_name, payload, now)`: the kit token.
pub fn kit_token(call: &Call) -> Result<Value<'_>, Failure> {
    let issuer = call.argument(0).held::<Issuer>()?;
    let [mut user_storage, mut room_storage, mut name_storage, mut payload_storage] =
        [const { Storage::new() }; 4];
    let user_id = arguments::text(call.argument(1), &mut user_storage, Argument::UserId);
    let ttl = arguments::ttl(call.argument(2));
    let room_id = arguments::text(call.argument(3), &mut room_storage, Argument::RoomId);
    let user_name = arguments::optional_text(call.argument(4), &mut name_storage, Argument::UserName);
    let payload = arguments::payload(call.argument(5), &mut payload_storage);
    let now = arguments::now(call.argument(6));
    let token = host::issue_kit(&issuer, user_id, ttl, room_id, user_name, payload, now)?;
    Ok(call.ascii(token.as_bytes())?)
}

/// `(issuer)`: wipes the key now.
pub fn close(call: &Call) -> Result<Value<'_>, Failure> {
    call.argument(0).release::<Issuer>()?;
    Ok(call.undefined()?)
}
