//! What can be read from a token without the secret.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;

use token04_core::host::Argument;

use crate::boundary::{flag, null, run, token04_error};
use crate::text::required;

/// What a token reveals without the secret. None of it is verified: only a verifier can tell whether the token is
/// genuine. These fields will not change.
#[repr(C)]
pub struct token04_header {
    /// The version of the format, "04". Do not free it.
    pub version: *const c_char,
    /// When the token expires, in unix seconds, according to its envelope.
    pub expires_at: i64,
    /// How the body is encrypted, a token04_mode.
    pub mode: i32,
    /// Whether the token has expired: 1 or 0.
    pub expired: i32,
    /// The length of the initialisation vector, in bytes.
    pub iv_bytes: u32,
    /// The length of the ciphertext, in bytes.
    pub ciphertext_bytes: u32,
}

/// Reads a token without the secret. It also accepts a kit token and reads it up to its '#'. Whether the token has
/// expired is decided at the time now, in unix seconds, if has_now is 1, and by the clock if it is 0.
///
/// Errors: TOKEN04_MALFORMED, TOKEN04_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_inspect(
    token: *const c_char,
    token_length: usize,
    has_now: i32,
    now: i64,
    header: *mut token04_header,
    error: *mut token04_error,
) -> i32 {
    run(error, || {
        if header.is_null() {
            return Err(null("header"));
        }
        // SAFETY: as the header asks of the caller; NULL was refused.
        unsafe {
            header.write_bytes(0, 1);
            let now = flag(has_now, "has_now")?.then_some(now);
            let read = token04_core::inspect(required(token, token_length, Argument::Token)?)?;
            header.write(token04_header {
                version: c"04".as_ptr(),
                expires_at: read.expires_at,
                mode: read.mode as i32,
                expired: read.is_expired(now).into(),
                iv_bytes: read.iv_bytes as u32,
                ciphertext_bytes: read.ciphertext_bytes as u32,
            });
        }
        Ok(())
    })
}
