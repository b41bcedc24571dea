//! The boundary with the Java VM: the one place where panics are caught, errors become exceptions, and shared
//! memory becomes a request and the room for its response.

#![allow(unsafe_code, reason = "Java passes the address of memory")]

use std::panic::{AssertUnwindSafe, catch_unwind};

use jni::errors::ThrowRuntimeExAndDefault;
use jni::objects::{JByteArray, JThrowable};
use jni::sys::{jint, jlong};
use jni::{EnvUnowned, jni_sig, jni_str};
use token04_core::Error;
use token04_core::host::{self, ManyError, Naming, Wording};

use crate::request::Request;
use crate::response::Response;

/// The memory that `Exchange.java` lends to one call: its address, the length of the request at its start, and its
/// length. The rest is for the response.
#[derive(Clone, Copy)]
pub struct Memory {
    pub address: jlong,
    pub request_bytes: jint,
    pub capacity: jint,
}

/// How messages name arguments and null.
const JAVA: Wording = Wording { naming: Naming::Camel, null: "null" };

/// In place of the index of a user, in an error about no user in particular.
const NO_INDEX: jint = -1;

/// Runs a native method that returns a number. Its error is thrown, a panic as an internal error; Java never
/// sees the number that is returned then.
#[inline]
pub fn call<T: Default, E: Into<ManyError>>(
    mut env: EnvUnowned<'_>,
    method: impl FnOnce() -> Result<T, E>,
) -> T {
    match catch_unwind(AssertUnwindSafe(method)) {
        Ok(Ok(value)) => return value,
        Ok(Err(error)) => throw(&mut env, error.into()),
        Err(payload) => throw(&mut env, host::caught(payload).into()),
    }
    T::default()
}

/// [`call`] for a native method that reads a request and may write a response.
///
/// # Safety
///
/// Java lends the memory to this call alone.
#[inline]
pub unsafe fn exchange<T: Default, E: Into<ManyError>>(
    env: EnvUnowned<'_>,
    memory: Memory,
    method: impl FnOnce(Request<'_>, Response<'_>) -> Result<T, E>,
) -> T {
    call(env, || {
        let [request_bytes, capacity] = [memory.request_bytes, memory.capacity].map(|bytes| bytes as usize);
        let start: *mut u8 = std::ptr::with_exposed_provenance_mut(memory.address as usize);
        // SAFETY: the caller's promise; Java's memory is always initialised.
        let memory = unsafe { std::slice::from_raw_parts_mut(start, capacity) };
        let (request, room) = memory.split_at_mut(request_bytes);
        method(Request::new(request), Response::new(room))
    })
}

#[cold]
fn throw(env: &mut EnvUnowned<'_>, error: ManyError) {
    let index = error.index().map_or(NO_INDEX, |index| index as jint);
    let error = Error::from(error);
    env.with_env(|env| {
        let class = env.find_class(jni_str!("io/token04/Token04Exception"))?;
        let message = env.new_string(JAVA.message(&error))?;
        let arguments = [error.code().number().into(), (&message).into(), index.into()];
        let exception = env.new_object(class, jni_sig!("(ILjava/lang/String;I)V"), &arguments)?;
        let exception = env.cast_local::<JThrowable>(exception)?;
        env.throw(exception)
    })
    .resolve::<ThrowRuntimeExAndDefault>();
}

/// A Java array of bytes, for rare calls.
pub fn byte_array<'call>(mut env: EnvUnowned<'call>, bytes: &[u8]) -> JByteArray<'call> {
    env.with_env(|env| env.byte_array_from_slice(bytes)).resolve::<ThrowRuntimeExAndDefault>()
}
