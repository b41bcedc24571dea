//! Text, from Python strings and into them.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::PyString;
use token04_core::Error;
use token04_core::host::{self, Argument};

use crate::got::Got;

/// A Python string as text.
#[inline]
pub fn text<'a>(object: &'a Bound<'_, PyAny>, argument: Argument) -> Result<&'a str, Error> {
    required(object, argument)?.to_str().map_err(|_| host::not_unicode(argument))
}

/// A Python string as text, with U+FFFD in place of what is not valid Unicode.
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

/// A Python string of UTF-8 from the core.
#[inline]
pub fn string<'py>(py: Python<'py>, utf8: &[u8]) -> PyResult<Bound<'py, PyString>> {
    PyString::from_bytes(py, utf8)
}
