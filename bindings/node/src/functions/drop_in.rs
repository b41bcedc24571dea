//! The function `generateToken04` of ZEGO's own library: its arguments, its codes, its messages.

use token04_core::host::{self, Argument};
use token04_core::{Error, ErrorCode};
use zeroize::Zeroizing;

use super::arguments;
use super::failure::Failure;
use crate::engine::{Call, Storage, Value};

/// `(app_id, user_id, secret, effective_time_in_seconds, payload)`: the token.
pub fn generate_token04(call: &Call) -> Result<Value<'_>, Failure> {
    let (mut user_storage, mut payload_storage) = (Storage::new(), Storage::new());
    let mut secret_storage = Zeroizing::new(Storage::new());
    let app_id = arguments::app_id(call.argument(0));
    let user_id = text(call.argument(1), &mut user_storage, Argument::UserId);
    let secret = text(call.argument(2), &mut secret_storage, Argument::Secret);
    let ttl = arguments::ttl_seconds(call.argument(3));
    let payload = arguments::payload(call.argument(4), &mut payload_storage);
    let token = host::drop_in_with(app_id, user_id, secret, ttl, payload, |token| call.ascii(token));
    Ok(token.map_err(official)??)
}

/// A text. The official function has a single error for each argument.
fn text<'a>(value: Value<'_>, storage: &'a mut Storage, argument: Argument) -> Result<&'a str, Error> {
    value.as_text(storage).map_err(|_| host::not_unicode(argument))
}

/// An error with the official message, verbatim, if the official function has it.
#[cold]
fn official(error: Error) -> Failure {
    let message = match error.code() {
        ErrorCode::InvalidAppId => "appID invalid",
        ErrorCode::InvalidUserId => "userId invalid",
        ErrorCode::InvalidSecret => "secret must be a 32 byte string",
        ErrorCode::InvalidTtl => "effectiveTimeInSeconds invalid",
        _ => return error.into(),
    };
    Failure { code: error.code().number(), message: message.into(), index: None }
}
