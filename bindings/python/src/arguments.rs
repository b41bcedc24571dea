//! Python objects as the arguments of the core. Refused here is only what the core's types cannot hold.

use std::str::FromStr;
use std::time::Duration;

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDelta, PyDeltaAccess, PyInt, PyString};
use token04_core::Error;
use token04_core::host::{self, Argument};

use crate::boundary::Failure;
use crate::got::Got;
use crate::text::text;

const SECONDS_PER_DAY: i64 = 24 * 3600;

/// An int that is no bool, in 64 bits.
#[inline]
pub fn integer<'a, 'py>(object: &'a Bound<'py, PyAny>) -> Result<i64, Got<'a, 'py>> {
    let is_int = object.is_exact_instance_of::<PyInt>()
        || (object.is_instance_of::<PyInt>() && !object.is_instance_of::<PyBool>());
    if !is_int {
        return Err(Got::Other(object));
    }
    object.extract().map_err(|_| Got::BigInt)
}

/// An app id.
#[inline]
pub fn app_id(object: &Bound<'_, PyAny>) -> Result<u32, Error> {
    match integer(object) {
        Ok(number) => host::app_id(number),
        Err(got) => Err(host::invalid_app_id(got)),
    }
}

/// A time to live: an int of seconds, or a timedelta.
#[inline]
pub fn ttl(object: &Bound<'_, PyAny>) -> Result<Duration, Error> {
    match seconds(object) {
        Ok(seconds) => host::ttl(seconds),
        Err(got) => Err(host::invalid_ttl(got)),
    }
}

/// A leeway: an int of seconds, or a timedelta.
pub fn leeway(object: &Bound<'_, PyAny>) -> Result<Duration, Error> {
    match seconds(object) {
        Ok(seconds) => host::leeway(seconds),
        Err(got) => Err(host::invalid_leeway(got)),
    }
}

#[inline]
fn seconds<'a, 'py>(object: &'a Bound<'py, PyAny>) -> Result<i64, Got<'a, 'py>> {
    match integer(object) {
        Err(Got::Other(object)) => match object.cast::<PyDelta>() {
            Ok(delta) => whole_seconds(delta),
            Err(_) => Err(Got::Other(object)),
        },
        result => result,
    }
}

#[cold]
fn whole_seconds<'a, 'py>(delta: &'a Bound<'py, PyDelta>) -> Result<i64, Got<'a, 'py>> {
    if delta.get_microseconds() != 0 {
        return Err(Got::Fraction(delta));
    }
    Ok(i64::from(delta.get_days()) * SECONDS_PER_DAY + i64::from(delta.get_seconds()))
}

/// The time to check against, in unix seconds; `None` is now.
pub fn now(object: Option<&Bound<'_, PyAny>>) -> Result<Option<i64>, Error> {
    let invalid = |got| host::invalid_argument(format!("now must be whole unix seconds, got {got}"));
    object.map(integer).transpose().map_err(invalid)
}

/// A payload; `None` is an empty one.
#[inline]
pub fn payload<'a>(object: Option<&'a Bound<'_, PyAny>>) -> Result<&'a str, Error> {
    match object {
        Some(object) if !object.is_none() => text(object, Argument::Payload),
        _ => Ok(""),
    }
}

/// A text that may be left out.
pub fn optional<'a>(
    object: Option<&'a Bound<'_, PyAny>>,
    argument: Argument,
) -> Result<Option<&'a str>, Error> {
    object.map(|object| text(object, argument)).transpose()
}

/// The flag `login`.
pub fn login(object: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(flag(object, "login")?)
}

/// The flag `publish`.
pub fn publish(object: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(flag(object, "publish")?)
}

fn flag(object: &Bound<'_, PyAny>, name: &str) -> Result<bool, Failure> {
    match object.cast::<PyBool>() {
        Ok(truth) => Ok(truth.is_true()),
        Err(_) => {
            let got = Got::Other(object);
            Err(host::invalid_argument(format!("{name} must be True or False, got {got}")).into())
        }
    }
}

/// A list of stream ids; `None` is any stream.
pub fn streams(object: Option<&Bound<'_, PyAny>>) -> Result<Option<Vec<String>>, Failure> {
    let Some(object) = object else { return Ok(None) };
    // A string iterates too, but over its characters: a list was forgotten.
    let items = if object.is_instance_of::<PyString>() { None } else { object.try_iter().ok() };
    let Some(items) = items else { return Err(host::not_a_list_of_streams(Got::Other(object)).into()) };
    let mut ids = Vec::new();
    for item in items {
        ids.push(text(&item?, Argument::StreamId)?.to_owned());
    }
    Ok(Some(ids))
}

/// A mode, a profile or a language by its name.
pub fn choice<T: FromStr<Err = Error>>(object: Option<&Bound<'_, PyAny>>) -> Result<Option<T>, Error> {
    let Some(object) = object else { return Ok(None) };
    let name = object.cast::<PyString>().ok().and_then(|string| string.to_cow().ok());
    // A value that is not a string fails like the empty name.
    name.unwrap_or_default().parse().map(Some)
}
