//! The boundary of every call: catches panics and checks pointers.
#![allow(unsafe_code, reason = "pointers from C are read and written here")]

use std::panic::{AssertUnwindSafe, catch_unwind};

use token04_core::{Error, host};

use crate::error::{Details, token04_error};
use crate::status::token04_status;

/// Runs the body of a call and returns its status. Every function except the getters runs in it.
pub(crate) fn run(error: *mut token04_error, body: impl FnOnce() -> Result<(), Error>) -> token04_status {
    // SAFETY: the caller gives NULL or a token04_error.
    let details = match unsafe { Details::new(error) } {
        Ok(details) => details,
        Err(status) => return status,
    };
    // A panic leaves no inconsistent state: the core keeps its state between calls in plain values.
    let result = catch_unwind(AssertUnwindSafe(|| {
        #[cfg(feature = "inject-panic")]
        inject_panic();
        body()
    }));
    match result {
        Ok(Ok(())) => details.succeeded(),
        Ok(Err(failure)) => details.failed(&failure),
        Err(panic) => details.failed(&host::caught(panic)),
    }
}

/// Runs a call that cannot fail and has nothing to report, such as freeing.
pub(crate) fn run_quietly(body: impl FnOnce()) {
    run(std::ptr::null_mut(), || {
        body();
        Ok(())
    });
}

/// The error for a pointer that must not be NULL.
#[cold]
pub(crate) fn null(name: &str) -> Error {
    host::invalid_argument(format!("{name} must not be null"))
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

/// An optional number; NULL leaves it out.
pub(crate) unsafe fn number(pointer: *const i64) -> Option<i64> {
    // SAFETY: the caller gives NULL or a number.
    unsafe { pointer.as_ref() }.copied()
}

/// A truth value.
pub(crate) fn flag(value: i32, name: &str) -> Result<bool, Error> {
    match value {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(host::not_a_flag(name, "0 or 1", value)),
    }
}

/// Checks a field that has no meaning yet.
pub(crate) fn reserved(value: i32, name: &str) -> Result<(), Error> {
    if value == 0 {
        Ok(())
    } else {
        Err(host::invalid_argument(format!("{name}.reserved must be 0, got {value}")))
    }
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
