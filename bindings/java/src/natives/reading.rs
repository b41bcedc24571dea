//! Verifying and reading tokens and payloads.

use jni::objects::JClass;
use jni::sys::{jint, jlong};
use jni::{EnvUnowned, jni_mangle};
use token04_core::host::Argument;
use token04_core::{Error, Login, Privilege, inspect};

use crate::boundary::{self, Memory};
use crate::objects::Object;
use crate::request::Request;

/// What a verification expects, as bits; the numbers are those of `Login.java`.
pub const USER_ID: jint = 1;
pub const ROOM_ID: jint = 2;
pub const STREAM_ID: jint = 4;
pub const PUBLISH: jint = 8;
pub const NOW: jint = 16;

#[jni_mangle("io.token04.Native")]
pub fn verify<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    address: jlong,
    request_bytes: jint,
    capacity: jint,
    verifier: jlong,
    expects: jint,
    now: jlong,
) -> jint {
    let memory = Memory { address, request_bytes, capacity };
    // SAFETY: Exchange.java lends the memory to this call alone, and keeps the verifier until it returns.
    unsafe {
        boundary::exchange(env, memory, |mut request, response| {
            let verifier = Object::verifier(verifier)?;
            let token = request.text(Argument::Token)?;
            let mut expected = |bit, argument| expected_text(&mut request, expects & bit != 0, argument);
            let login = Login::new()
                .user_id(expected(USER_ID, Argument::UserId)?)
                .room_id(expected(ROOM_ID, Argument::RoomId)?)
                .stream_id(expected(STREAM_ID, Argument::StreamId)?)
                .publish(expects & PUBLISH != 0)
                .now((expects & NOW != 0).then_some(now));
            response.claims(&verifier.verify_login(token, &login)?)
        })
    }
}

/// A text that is in the request only where it is expected, and then must not be null.
#[inline]
fn expected_text<'memory>(
    request: &mut Request<'memory>,
    is_expected: bool,
    argument: Argument,
) -> Result<Option<&'memory str>, Error> {
    if is_expected { request.text(argument).map(Some) } else { Ok(None) }
}

#[jni_mangle("io.token04.Native", "inspect")]
pub fn inspect_token<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    address: jlong,
    request_bytes: jint,
    capacity: jint,
    expects: jint,
    now: jlong,
) -> jint {
    let memory = Memory { address, request_bytes, capacity };
    // SAFETY: Exchange.java lends the memory to this call alone.
    unsafe {
        boundary::exchange(env, memory, |mut request, response| {
            let header = inspect(request.text(Argument::Token)?)?;
            response.header(&header, header.is_expired((expects & NOW != 0).then_some(now)))
        })
    }
}

#[jni_mangle("io.token04.Native")]
pub fn privilege<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    address: jlong,
    request_bytes: jint,
    capacity: jint,
) -> jint {
    let memory = Memory { address, request_bytes, capacity };
    // SAFETY: Exchange.java lends the memory to this call alone.
    unsafe {
        boundary::exchange(env, memory, |mut request, response| match Privilege::parse(request.payload()?) {
            Some(privilege) => response.privilege(&privilege),
            None => response.null(),
        })
    }
}
