//! What can be read from a token without the secret.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;
use std::ptr;

use token04_core::host::Argument;

use crate::boundary::{null, number, run};
use crate::choices::token04_mode;
use crate::error::token04_error;
use crate::growth::{self, Growing};
use crate::status::token04_status;
use crate::text::required;

/// What a token reveals without the secret. None of it is verified: only a verifier can tell whether the token is
/// genuine. Start with TOKEN04_HEADER_INIT.
#[repr(C)]
pub struct token04_header {
    /// The size of this struct, set by the caller: sizeof(token04_header).
    pub size: usize,
    /// The version of the format, "04". Do not free it.
    pub version: *const c_char,
    /// When the token expires, in unix seconds, according to its envelope.
    pub expires_at: i64,
    /// How the body is encrypted.
    pub mode: token04_mode,
    /// Whether the token has expired: 1 or 0.
    pub expired: i32,
    /// The length of the initialisation vector, in bytes.
    pub iv_bytes: u32,
    /// The length of the ciphertext, in bytes.
    pub ciphertext_bytes: u32,
}

// SAFETY: integers and pointers can be zero.
unsafe impl Growing for token04_header {
    const NAME: &'static str = "header";
}

const EMPTY: token04_header = token04_header {
    size: 0,
    version: ptr::null(),
    expires_at: 0,
    mode: 0,
    expired: 0,
    iv_bytes: 0,
    ciphertext_bytes: 0,
};

/// Reads a token without the secret. It also accepts a kit token and reads it up to its '#'. Whether the token has
/// expired is decided at the time now, in unix seconds; NULL is that of the clock. A field of the header that an older
/// library does not know stays as it is.
///
/// Errors: TOKEN04_MALFORMED, TOKEN04_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_inspect(
    token: *const c_char,
    token_length: usize,
    now: *const i64,
    header: *mut token04_header,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        if header.is_null() {
            return Err(null("header"));
        }
        // SAFETY: as the header asks of the caller; NULL was refused.
        unsafe {
            growth::fill(header, EMPTY)?;
            let read = token04_core::inspect(required(token, token_length, Argument::Token)?)?;
            let read = token04_header {
                version: c"04".as_ptr(),
                expires_at: read.expires_at,
                mode: read.mode as i32,
                expired: read.is_expired(number(now)).into(),
                iv_bytes: read.iv_bytes as u32,
                ciphertext_bytes: read.ciphertext_bytes as u32,
                ..EMPTY
            };
            growth::fill(header, read)
        }
    })
}
