//! The functions `kit.encode` and `kit.decode`.

use token04_core::host::{self, Argument};
use token04_core::kit;

use super::arguments;
use super::failure::Failure;
use crate::engine::{Call, Storage, Value};

/// `(token, app_id, user_id, room_id, user_name)`: the kit token.
pub fn encode(call: &Call) -> Result<Value<'_>, Failure> {
    let [mut token_storage, mut user_storage, mut room_storage, mut name_storage] =
        [const { Storage::new() }; 4];
    let token = arguments::text(call.argument(0), &mut token_storage, Argument::Token)?;
    let app_id = arguments::app_id(call.argument(1));
    let user_id = arguments::text(call.argument(2), &mut user_storage, Argument::UserId);
    let room_id = arguments::text(call.argument(3), &mut room_storage, Argument::RoomId);
    let user_name = arguments::optional_text(call.argument(4), &mut name_storage, Argument::UserName);
    let kit_token = host::encode_kit(token, app_id, user_id, room_id, user_name)?;
    Ok(call.ascii(kit_token.as_bytes())?)
}

/// `(kit_token)`: the token and the user, as an object.
pub fn decode(call: &Call) -> Result<Value<'_>, Failure> {
    let mut storage = Storage::new();
    let (token, user) = kit::decode(arguments::text(call.argument(0), &mut storage, Argument::Token)?)?;
    let user = call.object(&[
        (c"appId", call.number(user.app_id)?),
        (c"userId", call.string(&user.user_id)?),
        (c"roomId", call.string(&user.room_id)?),
        (c"userName", call.string(&user.user_name)?),
    ])?;
    Ok(call.object(&[(c"token", call.string(token)?), (c"user", user)])?)
}
