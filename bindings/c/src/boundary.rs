//! The boundary of every call: checks pointers, catches panics and writes errors.
#![allow(unsafe_code, reason = "pointers from C are read and written here")]

use std::ffi::c_char;
use std::panic::{AssertUnwindSafe, catch_unwind};

use token04_core::{Error, host};

use crate::status::token04_status;

/// The details of an error, in the caller's memory. Nothing in it must be freed, and it can be reused for any
/// number of calls.
#[repr(C)]
pub struct token04_error {
    /// The status that the call returned; TOKEN04_OK if it succeeded.
    pub status: i32,
    /// Which argument is wrong and what is expected, as NUL-terminated UTF-8; empty if the call succeeded. It
    /// never contains a secret.
    pub message: [c_char; 252],
}

/// Runs the body of a call and returns its status. Every function except the getters runs in it.
pub(crate) fn run(error: *mut token04_error, body: impl FnOnce() -> Result<(), Error>) -> i32 {
    // A panic leaves no inconsistent state: the core keeps its state between calls in plain values.
    let result = catch_unwind(AssertUnwindSafe(|| {
        #[cfg(feature = "inject-panic")]
        inject_panic();
        body()
    }));
    match result {
        Ok(Ok(())) => {
            // SAFETY: the caller gives NULL or a place for a token04_error.
            unsafe { report(error, token04_status::TOKEN04_OK as i32, "") };
            token04_status::TOKEN04_OK as i32
        }
        Ok(Err(failure)) => fail(error, &failure),
        Err(panic) => {
            // The panic's payload may panic again when dropped.
            std::mem::forget(panic);
            fail(error, &host::internal())
        }
    }
}

/// Runs a call that cannot fail and has nothing to report, such as freeing.
pub(crate) fn run_quietly(body: impl FnOnce()) {
    run(std::ptr::null_mut(), || {
        body();
        Ok(())
    });
}

#[cold]
fn fail(error: *mut token04_error, failure: &Error) -> i32 {
    let status = failure.code().number();
    // SAFETY: the caller gives NULL or a place for a token04_error.
    unsafe { report(error, status, failure.message()) };
    status
}

/// Writes the details field by field, because the memory may be uninitialised.
unsafe fn report(error: *mut token04_error, status: i32, message: &str) {
    if error.is_null() {
        return;
    }
    const CAPACITY: usize = size_of::<[c_char; 252]>();
    let longest = message.len().min(CAPACITY - 1);
    // A truncated message stays valid UTF-8; index 0 is always a boundary.
    let end = (0..=longest).rev().find(|&end| message.is_char_boundary(end)).unwrap_or(0);
    let message = &message[..end];
    // SAFETY: the pointer is not NULL, the message and its NUL fit.
    unsafe {
        (&raw mut (*error).status).write(status);
        let target = (&raw mut (*error).message).cast::<u8>();
        target.copy_from_nonoverlapping(message.as_ptr(), message.len());
        target.add(message.len()).write(0);
    }
}

/// The error for a pointer that must not be NULL.
#[cold]
pub(crate) fn null(name: &str) -> Error {
    host::invalid_argument(format!("{name} must not be NULL"))
}

/// The object behind a pointer.
pub(crate) unsafe fn object<'a, T>(pointer: *const T, name: &str) -> Result<&'a T, Error> {
    // SAFETY: the caller gives NULL or what the library gave out and was not freed.
    unsafe { pointer.as_ref() }.ok_or_else(|| null(name))
}

/// A place for a result. It is set to NULL at once, so that it is also defined after an error.
pub(crate) unsafe fn place<T>(pointer: *mut *mut T, name: &str) -> Result<*mut *mut T, Error> {
    if pointer.is_null() {
        return Err(null(name));
    }
    // SAFETY: not NULL, so it is a place of the caller's.
    unsafe { pointer.write(std::ptr::null_mut()) };
    Ok(pointer)
}

/// A truth value.
pub(crate) fn flag(value: i32, name: &str) -> Result<bool, Error> {
    match value {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(host::invalid_argument(format!("{name} must be 0 or 1, got {value}"))),
    }
}

/// Checks a struct's own size, by which a later version can tell which fields its caller knows.
pub(crate) fn struct_size(size: usize, known: usize, name: &str) -> Result<(), Error> {
    if size == known {
        return Ok(());
    }
    Err(host::invalid_argument(format!("{name}.size must be sizeof(token04_{name}), {known}, got {size}")))
}

/// Frees an object.
pub(crate) unsafe fn free<T>(pointer: *mut T) {
    if !pointer.is_null() {
        // SAFETY: it was made by Box::into_raw in this library and is freed once, as the header asks.
        run_quietly(|| drop(unsafe { Box::from_raw(pointer) }));
    }
}

#[cfg(feature = "inject-panic")]
#[allow(clippy::panic, reason = "that is what it is for")]
fn inject_panic() {
    if std::env::var_os("TOKEN04_INJECT_PANIC").is_some() {
        panic!("injected by a test");
    }
}
