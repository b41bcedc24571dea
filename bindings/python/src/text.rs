//! Text, from Python strings and into them.
#![allow(unsafe_code, reason = "borrows the UTF-8 that a Python string holds")]

use std::borrow::Cow;
use std::ffi::c_char;
use std::sync::LazyLock;

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::PyString;
use token04_core::Error;
use token04_core::host::{self, Argument};

use crate::got::Got;

type AsUtf8AndSize = unsafe extern "C" fn(*mut ffi::PyObject, *mut ffi::Py_ssize_t) -> *const c_char;

/// `PyUnicode_AsUTF8AndSize`, which lends a string's own bytes. It is part of the stable ABI only since Python
/// 3.10, but there in 3.9 too: so it is looked up where the wheel runs, not linked.
static AS_UTF8_AND_SIZE: LazyLock<Option<AsUtf8AndSize>> = LazyLock::new(look_up);

#[cfg(unix)]
fn look_up() -> Option<AsUtf8AndSize> {
    // SAFETY: the name is a C string, and the handle one that dlsym documents.
    let address = unsafe { libc::dlsym(libc::RTLD_DEFAULT, c"PyUnicode_AsUTF8AndSize".as_ptr()) };
    // SAFETY: the interpreter's function of this name has had this type since Python 3.3; only its result has
    // become const. A null pointer is `None`.
    unsafe { std::mem::transmute::<*mut libc::c_void, Option<AsUtf8AndSize>>(address) }
}

#[cfg(not(unix))]
fn look_up() -> Option<AsUtf8AndSize> {
    None
}

/// A Python string as text.
#[inline]
pub fn text<'a>(object: &'a Bound<'_, PyAny>, argument: Argument) -> Result<Cow<'a, str>, Error> {
    let string = required(object, argument)?;
    match borrow(string) {
        Some(text) => Ok(Cow::Borrowed(text)),
        None => string.to_cow().map_err(|_| host::not_unicode(argument)),
    }
}

/// A Python string as text, with U+FFFD in place of what is no Unicode.
pub fn any_text<'a>(object: &'a Bound<'_, PyAny>, argument: Argument) -> Result<Cow<'a, str>, Error> {
    Ok(required(object, argument)?.to_string_lossy())
}

#[inline]
fn required<'a, 'py>(
    object: &'a Bound<'py, PyAny>,
    argument: Argument,
) -> Result<&'a Bound<'py, PyString>, Error> {
    match object.cast::<PyString>() {
        Ok(string) => Ok(string),
        Err(_) => Err(if object.is_none() {
            host::null(argument)
        } else {
            host::not_a_string(argument, Got::Other(object))
        }),
    }
}

/// The UTF-8 that a string holds, or `None` where it cannot be lent or the string has half of a surrogate pair.
#[inline]
pub fn borrow<'a>(string: &'a Bound<'_, PyString>) -> Option<&'a str> {
    let as_utf8_and_size = (*AS_UTF8_AND_SIZE)?;
    let mut len = 0;
    // SAFETY: the object is a string, and the interpreter is attached, as a `Bound` proves.
    let start = unsafe { as_utf8_and_size(string.as_ptr(), &raw mut len) };
    if start.is_null() {
        // SAFETY: as above. The interpreter has set an exception, of which `None` tells enough.
        unsafe { ffi::PyErr_Clear() };
        return None;
    }
    let len = usize::try_from(len).ok()?;
    // SAFETY: the interpreter gives valid UTF-8 of that length, which lives and stays as long as the string.
    Some(unsafe { std::str::from_utf8_unchecked(std::slice::from_raw_parts(start.cast(), len)) })
}

/// A Python string of text that the core has made.
#[inline]
pub fn string<'py>(py: Python<'py>, utf8: &[u8]) -> PyResult<Bound<'py, PyString>> {
    PyString::from_bytes(py, utf8)
}
