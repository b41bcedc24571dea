//! What a caller gave in place of an expected value, for error messages.

use std::fmt;

use pyo3::prelude::*;
use pyo3::types::PyFloat;
use token04_core::host::Float;

/// What was given in place of something else. Of objects other than floats, only the type is shown: they may hold a
/// secret, and their own text may be anything.
pub enum Got<'a, 'py> {
    BigInt,
    Other(&'a Bound<'py, PyAny>),
}

impl fmt::Display for Got<'_, '_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Got::BigInt => formatter.write_str("an int beyond 64 bits"),
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
