//! Converts Python objects to the arguments of the core. Refuses only what the core's types cannot hold.

use std::str::FromStr;
use std::time::Duration;

use pyo3::exceptions::PyOverflowError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDelta, PyDeltaAccess, PyInt, PyIterator, PyString};
use token04_core::Error;
use token04_core::host::{self, Argument};

use crate::boundary::{Failure, guarded};
use crate::got::Got;
use crate::text::text;

const SECONDS_PER_DAY: i64 = 24 * 3600;

/// An integer of 64 bits: an int, or what `operator.index` takes, such as NumPy's integers, but not a bool.
#[inline]
pub fn integer<'a, 'py>(object: &'a Bound<'py, PyAny>) -> Result<i64, Got<'a, 'py>> {
    if object.is_instance_of::<PyBool>() {
        return Err(Got::Other(object));
    }
    object.extract().map_err(|error: PyErr| {
        let overflow = error.is_instance_of::<PyOverflowError>(object.py());
        if overflow { Got::BigInt } else { Got::Other(object) }
    })
}

/// An app id.
#[inline]
pub fn app_id(object: &Bound<'_, PyAny>) -> Result<u32, Error> {
    match integer(object) {
        Ok(number) => host::app_id(number),
        Err(got) => Err(host::invalid_app_id(got)),
    }
}

/// A time to live: an integer of seconds, or a timedelta.
#[inline]
pub fn ttl(object: &Bound<'_, PyAny>) -> Result<Duration, Error> {
    match duration(object) {
        Ok((seconds, nanoseconds)) => host::ttl_with_nanoseconds(seconds, nanoseconds),
        Err(got) => Err(host::invalid_ttl(got)),
    }
}

/// A leeway: an integer of seconds, or a timedelta.
pub fn leeway(object: &Bound<'_, PyAny>) -> Result<Duration, Error> {
    match duration(object) {
        Ok((seconds, nanoseconds)) => host::leeway_with_nanoseconds(seconds, nanoseconds),
        Err(got) => Err(host::invalid_leeway(got)),
    }
}

/// Seconds, and the nanoseconds beyond them.
#[inline]
fn duration<'a, 'py>(object: &'a Bound<'py, PyAny>) -> Result<(i64, i32), Got<'a, 'py>> {
    if !object.is_instance_of::<PyInt>()
        && let Ok(delta) = object.cast::<PyDelta>()
    {
        let seconds = i64::from(delta.get_days()) * SECONDS_PER_DAY + i64::from(delta.get_seconds());
        return Ok((seconds, delta.get_microseconds() * 1000));
    }
    Ok((integer(object)?, 0))
}

/// A time in unix seconds; `None` is that of the clock.
#[inline]
pub fn now(object: Option<&Bound<'_, PyAny>>) -> Result<Option<i64>, Error> {
    object.map(integer).transpose().map_err(host::invalid_now)
}

/// An error code of ZEGO's.
pub fn code(object: &Bound<'_, PyAny>) -> Result<i64, Error> {
    integer(object).map_err(|got| host::invalid_argument(format!("code must be an integer, got {got}")))
}

/// A payload; `None` is an empty one.
#[inline]
pub fn payload<'a>(object: Option<&'a Bound<'_, PyAny>>) -> Result<&'a str, Error> {
    match object {
        Some(object) if !object.is_none() => text(object, Argument::Payload),
        _ => Ok(""),
    }
}

/// An optional text.
pub fn optional<'a>(
    object: Option<&'a Bound<'_, PyAny>>,
    argument: Argument,
) -> Result<Option<&'a str>, Error> {
    object.map(|object| text(object, argument)).transpose()
}

/// The flag `login`, also where it is optional, like the flags below.
pub fn login<T: From<bool>>(object: &Bound<'_, PyAny>) -> PyResult<T> {
    flag(object, "login")
}

/// The flag `publish`.
pub fn publish<T: From<bool>>(object: &Bound<'_, PyAny>) -> PyResult<T> {
    flag(object, "publish")
}

/// The flag `require_privilege`.
pub fn require_privilege<T: From<bool>>(object: &Bound<'_, PyAny>) -> PyResult<T> {
    flag(object, "require_privilege")
}

fn flag<T: From<bool>>(object: &Bound<'_, PyAny>, name: &str) -> PyResult<T> {
    guarded(|| match object.cast::<PyBool>() {
        Ok(truth) => Ok(truth.is_true().into()),
        Err(_) => Err(host::not_a_flag(name, "True or False", Got::Other(object)).into()),
    })
}

/// The users of an iterable, before their conversion to text.
pub fn users<'py>(object: &Bound<'py, PyAny>) -> Result<Vec<Bound<'py, PyAny>>, Failure> {
    Ok(items(object, |got| {
        host::invalid_argument(format!("user_ids must be a list of user ids, got {got}"))
    })?
    .collect::<PyResult<_>>()?)
}

/// The ids of users up to the first that is not text, and why that one is not.
pub fn user_ids<'a>(users: &'a [Bound<'_, PyAny>]) -> (Vec<&'a str>, Option<Error>) {
    let mut ids = Vec::with_capacity(users.len());
    for user in users {
        match text(user, Argument::UserId) {
            Ok(id) => ids.push(id),
            Err(error) => return (ids, Some(error)),
        }
    }
    (ids, None)
}

/// A list of stream ids; `None` is any stream.
pub fn streams(object: Option<&Bound<'_, PyAny>>) -> Result<Option<Vec<String>>, Failure> {
    let Some(object) = object else { return Ok(None) };
    let mut ids = Vec::new();
    for item in items(object, host::not_a_list_of_streams)? {
        ids.push(text(&item?, Argument::StreamId)?.to_owned());
    }
    Ok(Some(ids))
}

/// The items of an iterable. A string is iterable too, character by character: somebody forgot the list.
fn items<'a, 'py>(
    object: &'a Bound<'py, PyAny>,
    refuse: impl FnOnce(Got<'a, 'py>) -> Error,
) -> Result<Bound<'py, PyIterator>, Failure> {
    let items = if object.is_instance_of::<PyString>() { None } else { object.try_iter().ok() };
    items.ok_or_else(|| refuse(Got::Other(object)).into())
}

/// A mode, a profile or a language by its name.
pub fn choice<T: FromStr<Err = Error>>(object: Option<&Bound<'_, PyAny>>) -> Result<Option<T>, Error> {
    let Some(object) = object else { return Ok(None) };
    let name = object.cast::<PyString>().ok().and_then(|string| string.to_cow().ok());
    // A value that is not a string fails like the empty name.
    name.unwrap_or_default().parse().map(Some)
}
