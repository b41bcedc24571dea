//! The classes `Claims`, what a token says, and `Header`, what it shows to everybody.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::boundary::guarded;
use crate::privilege::Privilege;
use crate::value::{represent, values};

/// What a token says: every field of its body.
///
/// Example:
///     >>> claims = verifier.verify(token)
///     >>> claims.user_id, claims.expire - claims.ctime
///     ('user1', 3600)
#[pyclass(frozen, eq, hash, get_all, from_py_object, module = "token04")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Claims {
    /// The app the token was made for.
    app_id: u32,
    /// The user the token was made for.
    user_id: String,
    /// A random number that tells tokens of one second apart.
    nonce: i64,
    /// When the token was made, in unix seconds.
    ctime: i64,
    /// When the token ends, in unix seconds.
    expire: i64,
    /// The payload: empty in an identity token, JSON text in a privilege token.
    payload: String,
}

impl Claims {
    const FIELDS: &[&str] = &["app_id", "user_id", "nonce", "ctime", "expire", "payload"];
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

    /// The payload as privileges, or None where it is empty or not of the privilege form.
    #[getter]
    fn privilege(&self) -> PyResult<Option<Privilege>> {
        guarded(|| Ok(token04_core::Privilege::parse(&self.payload).map(Privilege::from)))
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf, Self::FIELDS)
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        values(slf, Self::FIELDS)
    }
}

/// What a token shows to everybody, without the secret. Nothing of it is proven: only a Verifier can tell
/// whether the token is genuine.
#[pyclass(frozen, eq, hash, get_all, module = "token04")]
#[derive(PartialEq, Eq, Hash)]
pub struct Header {
    /// The version of the format, always "04".
    version: String,
    /// How the body is encrypted: "cbc" or "gcm".
    mode: String,
    /// When the token ends, in unix seconds, as its envelope says.
    expires_at: i64,
    /// Whether the token had ended at the time that inspect was given, or when it was called.
    expired: bool,
    /// The length of the initialisation vector, in bytes.
    iv_bytes: usize,
    /// The length of the ciphertext, in bytes.
    ciphertext_bytes: usize,
}

impl Header {
    const FIELDS: &[&str] = &["version", "mode", "expires_at", "expired", "iv_bytes", "ciphertext_bytes"];

    pub fn at(header: &token04_core::Header, now: Option<i64>) -> Self {
        Self {
            version: header.version.to_owned(),
            mode: header.mode.name().to_owned(),
            expires_at: header.expires_at,
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
        expires_at: i64,
        expired: bool,
        iv_bytes: usize,
        ciphertext_bytes: usize,
    ) -> Self {
        Self { version, mode, expires_at, expired, iv_bytes, ciphertext_bytes }
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf, Self::FIELDS)
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        values(slf, Self::FIELDS)
    }
}
