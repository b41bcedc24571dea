//! Makes a token in one call, with the arguments of the official function, for drop-in replacements.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;

use token04_core::host::{self, Argument};

use crate::boundary::run;
use crate::error::token04_error;
use crate::lent::lend;
use crate::status::token04_status;
use crate::text::{Buffer, or_empty};

/// Makes a token in one call and in the caller's buffer, as token04_issuer_issue does. It expands the key on each
/// call: code that makes more than one token should keep an issuer.
///
/// Drop-in replacements of ZEGO's own functions are built on this. It checks the arguments in order, user_id
/// before secret, and accepts NULL with length 0 as the empty text for every argument.
///
/// Errors, the first that applies: TOKEN04_INVALID_APP_ID, TOKEN04_INVALID_USER_ID, TOKEN04_INVALID_SECRET,
/// TOKEN04_INVALID_TTL; then as token04_issuer_issue.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_generate(
    app_id: i64,
    user_id: *const c_char,
    user_id_length: usize,
    secret: *const c_char,
    secret_length: usize,
    ttl: i64,
    payload: *const c_char,
    payload_length: usize,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let buffer = Buffer::new(buffer, capacity, length)?;
            let user_id = or_empty(user_id, user_id_length, Argument::UserId);
            let secret = or_empty(secret, secret_length, Argument::Secret);
            let payload = or_empty(payload, payload_length, Argument::Payload);
            let (app_id, ttl) = (host::app_id(app_id), host::ttl(ttl));
            host::drop_in_with(app_id, user_id, secret, ttl, payload, |token| buffer.write(token))?
        }
    })
}

/// Makes a token as token04_generate does and lends it, as token04_issuer_issue_lent does: the NUL-terminated text
/// lives until the next token is lent to this thread or the thread ends, and must not be freed. NULL after an
/// error.
///
/// Errors: as token04_generate, except those of the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_generate_lent(
    app_id: i64,
    user_id: *const c_char,
    user_id_length: usize,
    secret: *const c_char,
    secret_length: usize,
    ttl: i64,
    payload: *const c_char,
    payload_length: usize,
    error: *mut token04_error,
) -> *const c_char {
    let mut lent = std::ptr::null();
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let user_id = or_empty(user_id, user_id_length, Argument::UserId);
            let secret = or_empty(secret, secret_length, Argument::Secret);
            let payload = or_empty(payload, payload_length, Argument::Payload);
            let (app_id, ttl) = (host::app_id(app_id), host::ttl(ttl));
            lent = host::drop_in_with(app_id, user_id, secret, ttl, payload, lend)??;
        }
        Ok(())
    });
    lent
}
