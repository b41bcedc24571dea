//! What all value classes share: how they show themselves, and how they are copied and pickled.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// `Class(field=value, …)`, as the constructor takes it.
pub fn represent<T>(object: &Bound<'_, T>, fields: &[&str]) -> PyResult<String> {
    let object = object.as_any();
    let mut shown = format!("{}(", object.get_type().name()?);
    for (index, field) in fields.iter().enumerate() {
        let separator = if index == 0 { "" } else { ", " };
        let value = object.getattr(*field)?.repr()?;
        shown.push_str(&format!("{separator}{field}={value}"));
    }
    Ok(shown + ")")
}

/// The values of the fields, which the constructor takes to make an equal object.
pub fn values<'py, T>(object: &Bound<'py, T>, fields: &[&str]) -> PyResult<Bound<'py, PyTuple>> {
    let object = object.as_any();
    let values = fields.iter().map(|field| object.getattr(*field)).collect::<PyResult<Vec<_>>>()?;
    PyTuple::new(object.py(), values)
}
