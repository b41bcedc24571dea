//! Making tokens.

use jni::objects::JClass;
use jni::sys::{jboolean, jint, jlong};
use jni::{EnvUnowned, jni_mangle};
use token04_core::host::{self, Argument};
use token04_core::{Error, RoomPrivilege};

use crate::boundary::{self, Memory};
use crate::durations;
use crate::objects::Object;
use crate::request::Request;

#[jni_mangle("io.token04.Native")]
pub fn issue<'call>(
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
            let issuer = Object::issuer(issuer)?;
            let (user_id, payload) = (request.text(Argument::UserId), request.payload());
            #[cfg(feature = "inject-panic")]
            assert_ne!(user_id.as_deref(), Ok("inject-panic"));
            let ttl = durations::ttl(ttl_seconds, ttl_nanos);
            host::issue_with(issuer, user_id, ttl, payload, Ok(None), |token| response.whole(token))?
        })
    }
}

#[jni_mangle("io.token04.Native")]
pub fn issue_room<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    address: jlong,
    request_bytes: jint,
    capacity: jint,
    issuer: jlong,
    ttl_seconds: jlong,
    ttl_nanos: jint,
    login: jboolean,
    publish: jboolean,
) -> jint {
    let memory = Memory { address, request_bytes, capacity };
    // SAFETY: Exchange.java lends the memory to this call alone, and keeps the issuer until it returns.
    unsafe {
        boundary::exchange(env, memory, |mut request, response| {
            let issuer = Object::issuer(issuer)?;
            let user_id = request.text(Argument::UserId);
            let privilege = room_privilege(&mut request, login, publish);
            let ttl = durations::ttl(ttl_seconds, ttl_nanos);
            host::issue_room_with(issuer, user_id, ttl, privilege, Ok(None), |token| response.whole(token))?
        })
    }
}

#[jni_mangle("io.token04.Native")]
pub fn privilege_payload<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    address: jlong,
    request_bytes: jint,
    capacity: jint,
    login: jboolean,
    publish: jboolean,
) -> jint {
    let memory = Memory { address, request_bytes, capacity };
    // SAFETY: Exchange.java lends the memory to this call alone.
    unsafe {
        boundary::exchange(env, memory, |mut request, response| {
            response.whole(room_privilege(&mut request, login, publish)?.payload()?.as_bytes())
        })
    }
}

fn room_privilege(request: &mut Request<'_>, login: bool, publish: bool) -> Result<RoomPrivilege, Error> {
    let privilege = RoomPrivilege::new(request.text(Argument::RoomId)?).login(login).publish(publish);
    Ok(match request.texts(Argument::StreamId)? {
        Some(streams) => privilege.streams(streams),
        None => privilege,
    })
}

#[jni_mangle("io.token04.Native")]
pub fn generate<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    address: jlong,
    request_bytes: jint,
    capacity: jint,
    app_id: jlong,
    ttl_seconds: jlong,
) -> jint {
    let memory = Memory { address, request_bytes, capacity };
    // SAFETY: Exchange.java lends the memory to this call alone.
    unsafe {
        boundary::exchange(env, memory, |mut request, response| {
            let user_id = request.text(Argument::UserId);
            let secret = request.secret();
            host::drop_in_with(
                host::app_id(app_id),
                user_id,
                secret.as_deref().map_err(Clone::clone),
                host::ttl(ttl_seconds),
                request.payload(),
                |token| response.whole(token),
            )?
        })
    }
}
