//! The functions behind the class `Verifier`.

use token04_core::host::Argument;
use token04_core::{Login, Verifier};
use zeroize::Zeroizing;

use super::arguments;
use super::claims;
use super::failure::Failure;
use crate::engine::{Call, Held, Storage, Value};

impl Held for Verifier {
    const CLASS: &'static str = "Verifier";
    const ARGUMENT: &'static str = "verifier";
}

/// `(app_id, secret, previous_secret, leeway)`: a handle.
pub fn new(call: &Call) -> Result<Value<'_>, Failure> {
    let app_id = arguments::app_id(call.argument(0))?;
    let [mut storage, mut previous_storage] = [const { Storage::new() }; 2].map(Zeroizing::new);
    let secret = arguments::text(call.argument(1), &mut storage, Argument::Secret)?;
    let mut verifier = Verifier::new(app_id, secret)?;
    let previous = arguments::optional_text(call.argument(2), &mut previous_storage, Argument::Secret)?;
    if let Some(previous) = previous {
        verifier = verifier.previous_secret(previous)?;
    }
    Ok(call.hold(verifier.leeway(arguments::leeway(call.argument(3))?))?)
}

/// `(verifier, token, user_id, room_id, stream_id, publish, require_privilege, now, make_claims)`: what
/// `make_claims` makes of the claims.
pub fn verify(call: &Call) -> Result<Value<'_>, Failure> {
    let verifier = call.argument(0).held::<Verifier>()?;
    let [mut token_storage, mut user_storage, mut room_storage, mut stream_storage] =
        [const { Storage::new() }; 4];
    let token = arguments::text(call.argument(1), &mut token_storage, Argument::Token)?;
    let login = Login::new()
        .user_id(arguments::optional_text(call.argument(2), &mut user_storage, Argument::UserId)?)
        .room_id(arguments::optional_text(call.argument(3), &mut room_storage, Argument::RoomId)?)
        .stream_id(arguments::optional_text(call.argument(4), &mut stream_storage, Argument::StreamId)?)
        .publish(arguments::flag(call.argument(5), "publish", false)?)
        .require_privilege(arguments::flag(call.argument(6), "require_privilege", false)?)
        .now(arguments::now(call.argument(7))?);
    let claims = verifier.verify_login(token, &login)?;
    Ok(claims::made_by(call, call.argument(8), &claims)?)
}

/// `(verifier)`: wipes the keys now.
pub fn close(call: &Call) -> Result<Value<'_>, Failure> {
    call.argument(0).release::<Verifier>()?;
    Ok(call.undefined()?)
}
