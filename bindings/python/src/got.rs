//! What a caller gave in place of an expected value, for error messages.

use std::fmt;

use pyo3::prelude::*;
use pyo3::types::{PyDelta, PyFloat};
use token04_core::host::Float;

/// What was given in place of something else. Of other objects, and of a type derived from float, only the type is
/// shown: they may hold a secret, and their own text may be anything.
pub enum Got<'a, 'py> {
    BigInt,
    Fraction(&'a Bound<'py, PyDelta>),
    Other(&'a Bound<'py, PyAny>),
}

impl fmt::Display for Got<'_, '_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Got::BigInt => formatter.write_str("an int beyond 64 bits"),
            Got::Fraction(delta) if delta.is_exact_instance_of::<PyDelta>() => write!(formatter, "{delta}"),
            Got::Fraction(delta) => type_name(delta).fmt(formatter),
            Got::Other(object) => match object.cast_exact::<PyFloat>() {
                Ok(float) => Float(float.value()).fmt(formatter),
                Err(_) => type_name(object).fmt(formatter),
            },
        }
    }
}

fn type_name(object: &Bound<'_, PyAny>) -> String {
    let name = object.get_type().name().ok();
    name.and_then(|name| Some(name.to_cow().ok()?.into_owned())).unwrap_or_else(|| "another type".to_owned())
}
