//! Unix seconds as Python's `datetime`.

use pyo3::exceptions::PyOverflowError;
use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyDelta, PyTzInfo};

const SECONDS_PER_DAY: i64 = 24 * 3600;

/// The time in UTC, with its time zone.
///
/// # Errors
///
/// `OverflowError` outside the years 1 to 9999.
pub fn utc(py: Python<'_>, seconds: i64) -> PyResult<Bound<'_, PyAny>> {
    let zone = PyTzInfo::utc(py)?;
    let epoch = PyDateTime::new(py, 1970, 1, 1, 0, 0, 0, 0, Some(&zone))?;
    let days = i32::try_from(seconds.div_euclid(SECONDS_PER_DAY));
    let days = days.map_err(|_| PyOverflowError::new_err("date value out of range"))?;
    let second = seconds.rem_euclid(SECONDS_PER_DAY) as i32;
    epoch.add(PyDelta::new(py, days, second, 0, false)?)
}
