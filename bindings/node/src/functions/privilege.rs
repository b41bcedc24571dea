//! The functions behind the class `RoomPrivilege`, and parsing a payload of the privilege form.

use token04_core::host::{self, Argument};
use token04_core::{Error, Privilege, RoomPrivilege};

use super::arguments;
use super::failure::Failure;
use crate::engine::{Call, Storage, Value};
use crate::values::Kind;

/// The privilege that the arguments `room_id, login, publish, streams` describe, the first of them at `index`.
pub fn from_arguments(call: &Call, index: usize) -> Result<RoomPrivilege<'static>, Error> {
    let mut storage = Storage::new();
    let room_id = arguments::text(call.argument(index), &mut storage, Argument::RoomId)?;
    let privilege = RoomPrivilege::new(room_id.to_owned())
        .login(arguments::flag(call.argument(index + 1), "login", true)?)
        .publish(arguments::flag(call.argument(index + 2), "publish", false)?);
    Ok(match streams(call.argument(index + 3))? {
        Some(streams) => privilege.streams(streams),
        None => privilege,
    })
}

/// Stream ids; `undefined` and `null` mean any stream.
fn streams(value: Value<'_>) -> Result<Option<Vec<String>>, Error> {
    if matches!(value.kind(), Kind::Undefined | Kind::Null) {
        return Ok(None);
    }
    let Some(elements) = value.as_elements() else {
        return Err(host::not_a_list_of_streams(arguments::Got(value)));
    };
    let texts = elements.map(|element| {
        let mut storage = Storage::new();
        arguments::text(element, &mut storage, Argument::StreamId).map(str::to_owned)
    });
    texts.collect::<Result<_, _>>().map(Some)
}

/// `(room_id, login, publish, streams)`: `undefined`, if they are of the right types.
pub fn check(call: &Call) -> Result<Value<'_>, Failure> {
    from_arguments(call, 0)?;
    Ok(call.undefined()?)
}

/// `(room_id, login, publish, streams)`: the payload.
pub fn write(call: &Call) -> Result<Value<'_>, Failure> {
    Ok(call.string(&from_arguments(call, 0)?.payload()?)?)
}

/// `(payload)`: what it allows, as an object, or `null` if it does not have the privilege form.
pub fn parse(call: &Call) -> Result<Value<'_>, Failure> {
    let mut storage = Storage::new();
    let payload = arguments::payload(call.argument(0), &mut storage)?;
    let Some(privilege) = Privilege::parse(payload) else {
        return Ok(call.null()?);
    };
    let streams = match &privilege.streams {
        Some(streams) => call.array(streams, |stream| call.string(stream))?,
        None => call.null()?,
    };
    Ok(call.object(&[
        (c"roomId", call.string(&privilege.room_id)?),
        (c"login", call.optional_boolean(privilege.login)?),
        (c"publish", call.optional_boolean(privilege.publish)?),
        (c"streams", streams),
    ])?)
}
