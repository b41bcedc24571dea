//! The function `diagnose`.

use token04_core::host::Argument;
use token04_core::{Error, Finding, Question};
use zeroize::Zeroizing;

use super::arguments;
use super::claims;
use super::failure::Failure;
use crate::engine::{Call, Storage, Value};

/// `(token, secret, app_id, user_id, room_id, stream_id, publish, profile, code, lang, now, make_claims)`: the
/// report, as an object, with what `make_claims` makes of the claims.
pub fn diagnose(call: &Call) -> Result<Value<'_>, Failure> {
    let [mut token_storage, mut user_storage, mut room_storage, mut stream_storage] =
        [const { Storage::new() }; 4];
    let mut secret_storage = Zeroizing::new(Storage::new());
    let token = arguments::any_text(call.argument(0), &mut token_storage, Argument::Token)?;
    let question = Question::new()
        .secret(arguments::optional_text(call.argument(1), &mut secret_storage, Argument::Secret)?)
        .app_id(arguments::optional_app_id(call.argument(2))?)
        .user_id(arguments::optional_text(call.argument(3), &mut user_storage, Argument::UserId)?)
        .room_id(arguments::optional_text(call.argument(4), &mut room_storage, Argument::RoomId)?)
        .stream_id(arguments::optional_text(call.argument(5), &mut stream_storage, Argument::StreamId)?)
        .publish(arguments::flag(call.argument(6), "publish", false)?)
        .profile(arguments::choice(call.argument(7))?)
        .code(arguments::optional_code(call.argument(8))?)
        .lang(arguments::choice(call.argument(9))?.unwrap_or_default())
        .now(arguments::now(call.argument(10))?);
    let report = token04_core::diagnose(token, &question);
    let claims = match &report.claims {
        Some(claims) => claims::made_by(call, call.argument(11), claims)?,
        None => call.null()?,
    };
    Ok(call.object(&[
        (c"ok", call.boolean(report.is_ok())?),
        (c"findings", call.array(&report.findings, |found| finding(call, found))?),
        (c"claims", claims),
    ])?)
}

fn finding<'call>(call: &'call Call, found: &Finding) -> Result<Value<'call>, Error> {
    call.object(&[
        (c"id", call.string(found.id.name())?),
        (c"severity", call.string(found.severity.name())?),
        (c"message", call.string(&found.message)?),
        (c"fix", call.string(&found.fix)?),
        (c"clientCodes", call.array(&found.client_codes, |code| call.number(*code))?),
    ])
}
