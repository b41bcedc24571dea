//! Verifying and reading tokens and payloads.

use jni::EnvUnowned;
use jni::jni_mangle;
use jni::objects::{JByteArray, JClass, JObject};
use jni::sys::{jint, jlong};
use token04_core::host::Argument;
use token04_core::{Error, Login, Privilege, inspect};

use crate::arguments;
use crate::boundary::{self, Failure, Java, Slot};
use crate::objects::Object;
use crate::packed::Packed;

/// What a verification expects, as bits; the numbers are those of `Login.java`.
const USER_ID: jint = 1;
const ROOM_ID: jint = 2;
const STREAM_ID: jint = 4;
const PUBLISH: jint = 8;
const NOW: jint = 16;

#[jni_mangle("io.token04.Native")]
pub fn verify<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    _keep: JObject<'call>,
    verifier: jlong,
    token: JByteArray<'call>,
    expects: jint,
    user_id: JByteArray<'call>,
    room_id: JByteArray<'call>,
    stream_id: JByteArray<'call>,
    now: jlong,
) -> JByteArray<'call> {
    boundary::call(env, |java| {
        // SAFETY: Handle.java keeps what the address belongs to until this call returns.
        let verifier = unsafe { Object::verifier(verifier) }?;
        let mut slots = [const { Slot::new() }; 4];
        let [token_slot, user_slot, room_slot, stream_slot] = &mut slots;
        let token = arguments::text(java, &token, token_slot, Argument::Token)?;
        let expected = Expected { java, expects };
        let login = Login::new()
            .user_id(expected.text(USER_ID, &user_id, user_slot, Argument::UserId)?)
            .room_id(expected.text(ROOM_ID, &room_id, room_slot, Argument::RoomId)?)
            .stream_id(expected.text(STREAM_ID, &stream_id, stream_slot, Argument::StreamId)?)
            .publish(expects & PUBLISH != 0)
            .now((expects & NOW != 0).then_some(now));
        let claims = verifier.verify_login(token, &login)?;
        java.new_bytes(Packed::claims(&claims).bytes())
    })
}

struct Expected<'call> {
    java: Java<'call>,
    expects: jint,
}

impl Expected<'_> {
    /// A text that must be there where it is expected.
    #[inline]
    fn text<'slot>(
        &self,
        bit: jint,
        array: &JByteArray<'_>,
        slot: &'slot mut Slot,
        argument: Argument,
    ) -> Result<Option<&'slot str>, Error> {
        if self.expects & bit == 0 {
            return Ok(None);
        }
        arguments::text(self.java, array, slot, argument).map(Some)
    }
}

#[jni_mangle("io.token04.Native", "inspect")]
pub fn inspect_token<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    token: JByteArray<'call>,
    expects: jint,
    now: jlong,
) -> JByteArray<'call> {
    boundary::call(env, |java| {
        let mut slot = Slot::new();
        let header = inspect(arguments::text(java, &token, &mut slot, Argument::Token)?)?;
        let expired = header.is_expired((expects & NOW != 0).then_some(now));
        java.new_bytes(Packed::header(&header, expired).bytes())
    })
}

/// Null where the payload is not of the privilege form.
#[jni_mangle("io.token04.Native")]
pub fn privilege<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    payload: JByteArray<'call>,
) -> JByteArray<'call> {
    boundary::call(env, |java| {
        let mut slot = Slot::new();
        let payload = arguments::payload(java, &payload, &mut slot).map_err(Failure::from)?;
        match Privilege::parse(payload) {
            Some(privilege) => java.new_bytes(Packed::privilege(&privilege).bytes()),
            None => Ok(JByteArray::default()),
        }
    })
}
