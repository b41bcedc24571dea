//! Kit tokens.

use jni::EnvUnowned;
use jni::jni_mangle;
use jni::objects::{JByteArray, JClass, JObject};
use jni::sys::{jint, jlong};
use token04_core::host::{self, Argument};
use token04_core::kit::{self, KitUser};

use crate::arguments;
use crate::boundary::{self, Slot};
use crate::objects::Object;
use crate::packed::Packed;

#[jni_mangle("io.token04.Native")]
pub fn kit_token<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    _keep: JObject<'call>,
    issuer: jlong,
    user_id: JByteArray<'call>,
    ttl_seconds: jlong,
    ttl_nanos: jint,
    room_id: JByteArray<'call>,
    user_name: JByteArray<'call>,
    payload: JByteArray<'call>,
) -> JByteArray<'call> {
    boundary::call(env, |java| {
        // SAFETY: Handle.java keeps what the address belongs to until this call returns.
        let issuer = unsafe { Object::issuer(issuer) }?;
        let mut slots = [const { Slot::new() }; 4];
        let [user_slot, room_slot, name_slot, payload_slot] = &mut slots;
        let kit_token = host::issue_kit(
            issuer,
            arguments::text(java, &user_id, user_slot, Argument::UserId),
            arguments::ttl(ttl_seconds, ttl_nanos),
            arguments::text(java, &room_id, room_slot, Argument::RoomId),
            arguments::optional_text(java, &user_name, name_slot, Argument::UserName),
            arguments::payload(java, &payload, payload_slot),
        )?;
        java.new_bytes(kit_token.as_bytes())
    })
}

#[jni_mangle("io.token04.Native")]
pub fn kit_encode<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    token: JByteArray<'call>,
    app_id: jlong,
    user_id: JByteArray<'call>,
    room_id: JByteArray<'call>,
    user_name: JByteArray<'call>,
) -> JByteArray<'call> {
    boundary::call(env, |java| {
        let mut slots = [const { Slot::new() }; 4];
        let [token_slot, user_slot, room_slot, name_slot] = &mut slots;
        let token = arguments::text(java, &token, token_slot, Argument::Token)?;
        let mut user = KitUser::new(
            host::app_id(app_id)?,
            arguments::text(java, &user_id, user_slot, Argument::UserId)?,
            arguments::text(java, &room_id, room_slot, Argument::RoomId)?,
        );
        if let Some(name) = arguments::optional_text(java, &user_name, name_slot, Argument::UserName)? {
            user = user.user_name(name);
        }
        java.new_bytes(kit::encode(token, &user)?.as_bytes())
    })
}

#[jni_mangle("io.token04.Native")]
pub fn kit_decode<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    kit_token: JByteArray<'call>,
) -> JByteArray<'call> {
    boundary::call(env, |java| {
        let mut slot = Slot::new();
        let kit_token = arguments::text(java, &kit_token, &mut slot, Argument::Token)?;
        let (token, user) = kit::decode(kit_token)?;
        java.new_bytes(Packed::kit_token(token, &user).bytes())
    })
}
