//! The classes `Claims`, the contents of a token, and `Header`, which everybody can read.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::boundary::guarded;
use crate::moment::utc;
use crate::privilege::Privilege;
use crate::value::{dict, represent, values};

/// The claims of a token: every field of its body.
///
/// Example:
///     >>> claims = verifier.verify(token)
///     >>> claims.user_id, claims.expires_at - claims.created_at
///     ('user1', datetime.timedelta(seconds=3600))
#[pyclass(frozen, eq, hash, get_all, from_py_object, module = "token04")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Claims {
    /// The app that the token is for.
    app_id: u32,
    /// The user that the token is for.
    user_id: String,
    /// A random number that distinguishes tokens issued in the same second.
    nonce: i64,
    /// The time of issue, in unix seconds.
    ctime: i64,
    /// The expiry time, in unix seconds.
    expire: i64,
    /// The payload: empty in an identity token, JSON text in a privilege token.
    payload: String,
}

impl Claims {
    const FIELDS: &[&str] = &["app_id", "user_id", "nonce", "ctime", "expire", "payload"];
    const JSON: &[&str] = &["app_id", "user_id", "nonce", "ctime", "expire", "payload", "privilege"];
}

impl From<token04_core::Claims> for Claims {
    fn from(claims: token04_core::Claims) -> Self {
        let token04_core::Claims { app_id, user_id, nonce, ctime, expire, payload, .. } = claims;
        Self { app_id, user_id, nonce, ctime, expire, payload }
    }
}

#[pymethods]
impl Claims {
    #[new]
    fn new(app_id: u32, user_id: String, nonce: i64, ctime: i64, expire: i64, payload: String) -> Self {
        Self { app_id, user_id, nonce, ctime, expire, payload }
    }

    /// The time of issue, as a datetime in UTC. Raises OverflowError outside the years 1 to 9999.
    #[getter]
    fn created_at<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        utc(py, self.ctime)
    }

    /// The expiry time, as a datetime in UTC. Raises OverflowError outside the years 1 to 9999.
    #[getter]
    fn expires_at<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        utc(py, self.expire)
    }

    /// The payload as privileges, or None if it is empty or does not have the privilege form.
    #[getter]
    fn privilege(&self) -> PyResult<Option<Privilege>> {
        guarded(|| Ok(token04_core::Privilege::parse(&self.payload).map(Privilege::from)))
    }

    /// The claims as a dict for JSON, in the shape that `token04 verify --json` prints. Times are unix seconds.
    fn to_dict<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        dict(slf, Self::JSON, &["privilege"])
    }

    #[getter]
    fn __dict__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        Self::to_dict(slf)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf, Self::FIELDS)
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        values(slf, Self::FIELDS)
    }
}

/// What everybody can read in a token without the secret. None of it is authenticated: only a Verifier can decide
/// whether the token is genuine.
#[pyclass(frozen, eq, hash, get_all, module = "token04")]
#[derive(PartialEq, Eq, Hash)]
pub struct Header {
    /// The version of the format, always "04".
    version: String,
    /// How the body is encrypted: "cbc" or "gcm".
    mode: String,
    /// The expiry time in the envelope, in unix seconds.
    expire: i64,
    /// Whether the token had expired at the time given to inspect, or when it was called.
    expired: bool,
    /// The length of the initialization vector, in bytes.
    iv_bytes: usize,
    /// The length of the ciphertext, in bytes.
    ciphertext_bytes: usize,
}

impl Header {
    const FIELDS: &[&str] = &["version", "mode", "expire", "expired", "iv_bytes", "ciphertext_bytes"];

    pub fn at(header: &token04_core::Header, now: Option<i64>) -> Self {
        Self {
            version: header.version.to_owned(),
            mode: header.mode.name().to_owned(),
            expire: header.expires_at,
            expired: header.is_expired(now),
            iv_bytes: header.iv_bytes,
            ciphertext_bytes: header.ciphertext_bytes,
        }
    }
}

#[pymethods]
impl Header {
    #[new]
    fn new(
        version: String,
        mode: String,
        expire: i64,
        expired: bool,
        iv_bytes: usize,
        ciphertext_bytes: usize,
    ) -> Self {
        Self { version, mode, expire, expired, iv_bytes, ciphertext_bytes }
    }

    /// The expiry time in the envelope, as a datetime in UTC. Raises OverflowError outside the years 1 to 9999.
    #[getter]
    fn expires_at<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        utc(py, self.expire)
    }

    /// The header as a dict for JSON, in the shape that `token04 inspect --json` prints: `expires_at` is in unix
    /// seconds.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let fields = PyDict::new(py);
        fields.set_item("version", &self.version)?;
        fields.set_item("mode", &self.mode)?;
        fields.set_item("expires_at", self.expire)?;
        fields.set_item("expired", self.expired)?;
        fields.set_item("iv_bytes", self.iv_bytes)?;
        fields.set_item("ciphertext_bytes", self.ciphertext_bytes)?;
        Ok(fields)
    }

    #[getter]
    fn __dict__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        self.to_dict(py)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf, Self::FIELDS)
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        values(slf, Self::FIELDS)
    }
}
