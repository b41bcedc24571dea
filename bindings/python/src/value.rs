//! What all value classes share: how they are shown, copied, pickled and turned into JSON.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};

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

/// The values of the fields, from which the constructor makes an equal object.
pub fn values<'py, T>(object: &Bound<'py, T>, fields: &[&str]) -> PyResult<Bound<'py, PyTuple>> {
    let object = object.as_any();
    let values = fields.iter().map(|field| object.getattr(*field)).collect::<PyResult<Vec<_>>>()?;
    PyTuple::new(object.py(), values)
}

/// The fields as JSON has them, without those of `optional` that are `None`.
pub fn dict<'py, T>(
    object: &Bound<'py, T>,
    fields: &[&str],
    optional: &[&str],
) -> PyResult<Bound<'py, PyDict>> {
    let object = object.as_any();
    let dict = PyDict::new(object.py());
    for field in fields {
        let value = object.getattr(*field)?;
        if !(value.is_none() && optional.contains(field)) {
            dict.set_item(field, json(value)?)?;
        }
    }
    Ok(dict)
}

/// A value object as its dict, and a list of them as a list of dicts.
fn json(value: Bound<'_, PyAny>) -> PyResult<Bound<'_, PyAny>> {
    if let Ok(list) = value.cast::<PyList>() {
        let items = list.iter().map(json).collect::<PyResult<Vec<_>>>()?;
        return Ok(PyList::new(value.py(), items)?.into_any());
    }
    match value.getattr_opt("to_dict")? {
        Some(to_dict) => to_dict.call0(),
        None => Ok(value),
    }
}
