//! Kit tokens.

use jni::objects::JClass;
use jni::sys::{jint, jlong};
use jni::{EnvUnowned, jni_mangle};
use token04_core::host::{self, Argument};
use token04_core::kit;

use crate::boundary::{self, Memory};
use crate::durations;
use crate::objects::Object;

#[jni_mangle("io.token04.Native")]
pub fn kit_token<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    address: jlong,
    request_bytes: jint,
    capacity: jint,
    issuer: jlong,
    ttl_seconds: jlong,
    ttl_nanos: jint,
) -> jint {
    let memory = Memory { address, request_bytes, capacity };
    // SAFETY: Exchange.java lends the memory to this call alone, and keeps the issuer until it returns.
    unsafe {
        boundary::exchange(env, memory, |mut request, response| {
            let kit_token = host::issue_kit(
                Object::issuer(issuer)?,
                request.text(Argument::UserId),
                durations::ttl(ttl_seconds, ttl_nanos),
                request.text(Argument::RoomId),
                request.optional_text(Argument::UserName),
                request.payload(),
                Ok(None),
            )?;
            response.whole(kit_token.as_bytes())
        })
    }
}

#[jni_mangle("io.token04.Native")]
pub fn kit_encode<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    address: jlong,
    request_bytes: jint,
    capacity: jint,
    app_id: jlong,
) -> jint {
    let memory = Memory { address, request_bytes, capacity };
    // SAFETY: Exchange.java lends the memory to this call alone.
    unsafe {
        boundary::exchange(env, memory, |mut request, response| {
            let kit_token = host::encode_kit(
                request.text(Argument::Token)?,
                host::app_id(app_id),
                request.text(Argument::UserId),
                request.text(Argument::RoomId),
                request.optional_text(Argument::UserName),
            )?;
            response.whole(kit_token.as_bytes())
        })
    }
}

#[jni_mangle("io.token04.Native")]
pub fn kit_decode<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    address: jlong,
    request_bytes: jint,
    capacity: jint,
) -> jint {
    let memory = Memory { address, request_bytes, capacity };
    // SAFETY: Exchange.java lends the memory to this call alone.
    unsafe {
        boundary::exchange(env, memory, |mut request, response| {
            let (token, user) = kit::decode(request.text(Argument::Token)?)?;
            response.kit_token(token, &user)
        })
    }
}
