//! Making tokens.

use jni::EnvUnowned;
use jni::jni_mangle;
use jni::objects::{JByteArray, JClass, JObject, JObjectArray};
use jni::sys::{jboolean, jint, jlong};
use token04_core::host::{self, Argument};
use token04_core::{Error, RoomPrivilege};

use crate::arguments;
use crate::boundary::{self, Java, SecretSlot, Slot};
use crate::objects::Object;

#[jni_mangle("io.token04.Native")]
pub fn issue<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    _keep: JObject<'call>,
    issuer: jlong,
    user_id: JByteArray<'call>,
    ttl_seconds: jlong,
    ttl_nanos: jint,
    payload: JByteArray<'call>,
) -> JByteArray<'call> {
    boundary::call(env, |java| {
        // SAFETY: Handle.java keeps what the address belongs to until this call returns.
        let issuer = unsafe { Object::issuer(issuer) }?;
        let (mut user_slot, mut payload_slot) = (Slot::new(), Slot::new());
        let user_id = arguments::text(java, &user_id, &mut user_slot, Argument::UserId);
        #[cfg(feature = "inject-panic")]
        assert_ne!(user_id.as_deref(), Ok("inject-panic"));
        let ttl = arguments::ttl(ttl_seconds, ttl_nanos);
        let payload = arguments::payload(java, &payload, &mut payload_slot);
        host::issue_with(issuer, user_id, ttl, payload, |token| java.new_bytes(token))?
    })
}

#[jni_mangle("io.token04.Native")]
pub fn issue_room<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    _keep: JObject<'call>,
    issuer: jlong,
    user_id: JByteArray<'call>,
    ttl_seconds: jlong,
    ttl_nanos: jint,
    room_id: JByteArray<'call>,
    login: jboolean,
    publish: jboolean,
    streams: JObjectArray<'call, JByteArray<'call>>,
) -> JByteArray<'call> {
    boundary::call(env, |java| {
        // SAFETY: Handle.java keeps what the address belongs to until this call returns.
        let issuer = unsafe { Object::issuer(issuer) }?;
        let mut slot = Slot::new();
        let user_id = arguments::text(java, &user_id, &mut slot, Argument::UserId);
        let ttl = arguments::ttl(ttl_seconds, ttl_nanos);
        let privilege = room_privilege(java, &room_id, login, publish, &streams);
        host::issue_room_with(issuer, user_id, ttl, privilege, |token| java.new_bytes(token))?
    })
}

#[jni_mangle("io.token04.Native")]
pub fn privilege_payload<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    room_id: JByteArray<'call>,
    login: jboolean,
    publish: jboolean,
    streams: JObjectArray<'call, JByteArray<'call>>,
) -> JByteArray<'call> {
    boundary::call(env, |java| {
        let payload = room_privilege(java, &room_id, login, publish, &streams)?.payload()?;
        java.new_bytes(payload.as_bytes())
    })
}

fn room_privilege(
    java: Java<'_>,
    room_id: &JByteArray<'_>,
    login: bool,
    publish: bool,
    streams: &JObjectArray<'_, JByteArray<'_>>,
) -> Result<RoomPrivilege, Error> {
    let mut slot = Slot::new();
    let room_id = arguments::text(java, room_id, &mut slot, Argument::RoomId)?;
    let privilege = RoomPrivilege::new(room_id).login(login).publish(publish);
    if streams.is_null() {
        return Ok(privilege);
    }
    let mut stream_ids = Vec::new();
    java.for_each(streams, |bytes| {
        let bytes = bytes.ok_or_else(|| host::not_a_string(Argument::StreamId))?;
        stream_ids.push(host::text(bytes, Argument::StreamId)?.to_owned());
        Ok(())
    })?;
    Ok(privilege.streams(stream_ids))
}

#[jni_mangle("io.token04.Native")]
pub fn generate<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    app_id: jlong,
    user_id: JByteArray<'call>,
    secret: JByteArray<'call>,
    ttl_seconds: jlong,
    payload: JByteArray<'call>,
) -> JByteArray<'call> {
    boundary::call(env, |java| {
        let (mut user_slot, mut secret_slot, mut payload_slot) =
            (Slot::new(), SecretSlot::new(), Slot::new());
        host::drop_in_with(
            host::app_id(app_id),
            arguments::text(java, &user_id, &mut user_slot, Argument::UserId),
            arguments::text(java, &secret, secret_slot.slot(), Argument::Secret),
            host::ttl(ttl_seconds),
            arguments::payload(java, &payload, &mut payload_slot),
            |token| java.new_bytes(token),
        )?
    })
}
