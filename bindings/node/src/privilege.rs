//! The functions behind the class `RoomPrivilege`, and reading a payload of the privilege form.

use token04_core::host::{self, Argument};
use token04_core::{Error, Privilege, RoomPrivilege};

use crate::arguments;
use crate::failure::Failure;
use crate::node_api::{Call, Held, Kind, Storage, Value};

/// The privileges that a `RoomPrivilege` of JavaScript holds.
pub struct Room(pub RoomPrivilege);

impl Held for Room {
    const CLASS: &'static str = "RoomPrivilege";
    const ARGUMENT: &'static str = "privilege";
}

/// `(room_id, login, publish, streams)`: a handle.
pub fn new(call: &Call) -> Result<Value<'_>, Failure> {
    let mut storage = Storage::new();
    let room_id = arguments::text(call.argument(0), &mut storage, Argument::RoomId)?;
    let mut privilege = RoomPrivilege::new(room_id)
        .login(arguments::flag(call.argument(1), "login", true)?)
        .publish(arguments::flag(call.argument(2), "publish", false)?);
    if let Some(streams) = streams(call.argument(3))? {
        privilege = privilege.streams(streams);
    }
    Ok(call.hold(Room(privilege))?)
}

/// The ids of streams; `undefined` and `null` are any stream.
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

/// `(privilege)`: the payload.
pub fn payload(call: &Call) -> Result<Value<'_>, Failure> {
    let room = call.argument(0).held::<Room>()?;
    Ok(call.string(&room.0.payload()?)?)
}

/// `(payload)`: what it allows, as an object, or `null` where it is not of the privilege form.
pub fn read(call: &Call) -> Result<Value<'_>, Failure> {
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
