//! The boundary with the Java VM: the one place where panics are caught, errors become exceptions, and shared
//! memory becomes a request and the room for its response.

#![allow(unsafe_code, reason = "Java passes the address of memory")]

use std::panic::{AssertUnwindSafe, catch_unwind};

use jni::errors::ThrowRuntimeExAndDefault;
use jni::objects::{JByteArray, JThrowable};
use jni::sys::{jint, jlong};
use jni::{EnvUnowned, jni_sig, jni_str};
use token04_core::{Error, host};

use crate::request::Request;
use crate::response::Response;

/// Memory that `Exchange.java` lends to one call, as it comes over: where it lies, how much of it the request
/// takes, and how much there is. What follows the request is for the response.
#[derive(Clone, Copy)]
pub struct Memory {
    pub address: jlong,
    pub request_bytes: jint,
    pub capacity: jint,
}

/// Runs a native method that answers with a number. What it refuses is thrown, a panic as an internal error;
/// Java then never sees the number that is returned in its place.
#[inline]
pub fn call<T: Default>(mut env: EnvUnowned<'_>, method: impl FnOnce() -> Result<T, Error>) -> T {
    match catch_unwind(AssertUnwindSafe(method)) {
        Ok(Ok(value)) => return value,
        Ok(Err(error)) => throw(&mut env, &error),
        Err(_) => throw(&mut env, &host::internal()),
    }
    T::default()
}

/// [`call`] for a native method that reads a request and may write a response.
///
/// # Safety
///
/// The memory is one that Java lends to this call alone.
#[inline]
pub unsafe fn exchange<'memory, T: Default>(
    env: EnvUnowned<'_>,
    memory: Memory,
    method: impl FnOnce(Request<'memory>, Response<'memory>) -> Result<T, Error>,
) -> T {
    call(env, || {
        let [request_bytes, capacity] = [memory.request_bytes, memory.capacity].map(|bytes| bytes as usize);
        let start: *mut u8 = std::ptr::with_exposed_provenance_mut(memory.address as usize);
        // SAFETY: the caller's promise; Java's memory is never uninitialised.
        let memory = unsafe { std::slice::from_raw_parts_mut(start, capacity) };
        let (request, room) = memory.split_at_mut(request_bytes);
        method(Request::new(request), Response::new(room))
    })
}

#[cold]
fn throw(env: &mut EnvUnowned<'_>, error: &Error) {
    env.with_env(|env| {
        let class = env.find_class(jni_str!("io/token04/Token04Exception"))?;
        let message = env.new_string(error.message())?;
        let arguments = [error.code().number().into(), (&message).into()];
        let exception = env.new_object(class, jni_sig!("(ILjava/lang/String;)V"), &arguments)?;
        let exception = env.cast_local::<JThrowable>(exception)?;
        env.throw(exception)
    })
    .resolve::<ThrowRuntimeExAndDefault>();
}

/// A Java array of bytes, for what is not asked for often.
pub fn byte_array<'call>(mut env: EnvUnowned<'call>, bytes: &[u8]) -> JByteArray<'call> {
    env.with_env(|env| env.byte_array_from_slice(bytes)).resolve::<ThrowRuntimeExAndDefault>()
}
