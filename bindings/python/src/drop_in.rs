//! The official function and its result, for the module `token04.token04`.

use std::borrow::Cow;

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyInt, PyString, PyTuple};
use token04_core::host::{self, Argument};
use token04_core::{Error, ErrorCode};

use crate::arguments;
use crate::boundary::{self, Failure, caught};
use crate::got::Got;
use crate::text::{string, text};
use crate::value::values;

/// The result of generate_token04.
#[pyclass(get_all, set_all, module = "token04.token04")]
pub struct TokenInfo {
    /// The token; "" if error_code is not 0.
    token: Py<PyAny>,
    /// 0, or the reason why there is no token.
    error_code: Py<PyAny>,
    /// "success", or the reason in words.
    error_message: Py<PyAny>,
}

impl TokenInfo {
    const FIELDS: &[&str] = &["token", "error_code", "error_message"];

    #[inline]
    fn success(token: Bound<'_, PyString>) -> Self {
        let py = token.py();
        Self {
            token: token.into_any().unbind(),
            error_code: PyInt::new(py, 0).into_any().unbind(),
            error_message: intern!(py, "success").clone().into_any().unbind(),
        }
    }

    fn failure(py: Python<'_>, error: &Error) -> Self {
        Self {
            token: intern!(py, "").clone().into_any().unbind(),
            error_code: PyInt::new(py, error.code().number()).into_any().unbind(),
            error_message: PyString::new(py, &message(error)).into_any().unbind(),
        }
    }
}

#[pymethods]
impl TokenInfo {
    #[new]
    fn new(token: Py<PyAny>, error_code: Py<PyAny>, error_message: Py<PyAny>) -> Self {
        Self { token, error_code, error_message }
    }

    /// The attributes as a dict, as in the official class, for vars() and JSON.
    #[getter]
    fn __dict__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let attributes = PyDict::new(py);
        for (name, value) in Self::FIELDS.iter().zip([&self.token, &self.error_code, &self.error_message]) {
            attributes.set_item(name, value)?;
        }
        Ok(attributes)
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        values(slf, Self::FIELDS)
    }
}

/// Issues a token like the official function of this name. Invalid arguments never raise: the result reports them.
///
/// To issue more than one token, use an Issuer, which expands the key once.
///
/// Args:
///     app_id: The AppID, an int.
///     user_id: The user who logs in.
///     secret: The ServerSecret, 32 characters.
///     effective_time_in_seconds: How long the token is valid, an int.
///     payload: JSON text of the privilege form, or "". None is "".
///
/// Returns:
///     TokenInfo: The token if error_code is 0, or else the reason why there is none.
///
/// Example:
///     >>> info = generate_token04(1234567890, "user1", "0123456789abcdef0123456789abcdef", 3600, "")
///     >>> info.error_code, info.error_message
///     (0, 'success')
#[pyfunction]
#[pyo3(signature = (app_id, user_id, secret, effective_time_in_seconds, payload = None))]
#[pyo3(text_signature = "(app_id, user_id, secret, effective_time_in_seconds, payload='')")]
pub fn generate_token04(
    py: Python<'_>,
    app_id: &Bound<'_, PyAny>,
    user_id: &Bound<'_, PyAny>,
    secret: &Bound<'_, PyAny>,
    effective_time_in_seconds: &Bound<'_, PyAny>,
    payload: Option<&Bound<'_, PyAny>>,
) -> PyResult<TokenInfo> {
    let token = caught(|| {
        let user_id = official_text(user_id, Argument::UserId);
        let secret = official_text(secret, Argument::Secret);
        let payload = arguments::payload(payload);
        let token = host::drop_in_with(
            official_int(app_id, arguments::app_id, host::invalid_app_id),
            user_id,
            secret,
            official_int(effective_time_in_seconds, arguments::ttl, host::invalid_ttl),
            payload,
            |token| string(py, token),
        )?;
        Ok(token?)
    });
    match token {
        Ok(token) => Ok(TokenInfo::success(token)),
        Err(Failure::Core(error)) => Ok(TokenInfo::failure(py, &error)),
        Err(Failure::Python(error)) => Err(error),
    }
}

/// An int, but not of a derived type such as bool, as the official function requires.
fn official_int<'a, 'py, T>(
    object: &'a Bound<'py, PyAny>,
    convert: impl FnOnce(&'a Bound<'py, PyAny>) -> Result<T, Error>,
    refuse: impl FnOnce(Got<'a, 'py>) -> Error,
) -> Result<T, Error> {
    if object.is_exact_instance_of::<PyInt>() { convert(object) } else { Err(refuse(Got::Other(object))) }
}

/// A string, but not of a derived type. The official function has one code per argument, whatever is wrong.
fn official_text<'a>(object: &'a Bound<'_, PyAny>, argument: Argument) -> Result<&'a str, Error> {
    if object.is_exact_instance_of::<PyString>() {
        text(object, argument)
    } else {
        Err(host::not_unicode(argument))
    }
}

/// The official message if the code is an official one, or else ours.
fn message(error: &Error) -> Cow<'_, str> {
    match error.code() {
        ErrorCode::InvalidAppId => "appID invalid".into(),
        ErrorCode::InvalidUserId => "userID invalid".into(),
        ErrorCode::InvalidSecret => "secret must be a 32 byte string".into(),
        ErrorCode::InvalidTtl => "effective_time_in_seconds invalid".into(),
        _ => boundary::message(error),
    }
}
