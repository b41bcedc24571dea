//! The issuer: makes tokens for one app.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;

use token04_core::host::{self, Argument};
use token04_core::{Error, Issuer};

use crate::boundary::{free, null, object, place, run};
use crate::choices::{self, token04_mode, token04_profile};
use crate::error::token04_error;
use crate::issue_options::{Times, token04_issue_options};
use crate::lent::lend;
use crate::packed;
use crate::privilege::token04_privilege;
use crate::status::token04_status;
use crate::text::{Buffer, Owned, or_empty, required, token04_text};

/// Makes tokens for one app. It holds the expanded key, which is wiped when it is freed. Any number of threads
/// can use it at once: make one and keep it.
pub struct token04_issuer(pub(crate) Issuer);

/// Makes an issuer for an app id, 1 to 4294967295, and its ServerSecret, 32 bytes. mode is a token04_mode,
/// profile a token04_profile. The secret is not kept. Free the issuer with token04_issuer_free.
///
/// Errors: TOKEN04_INVALID_APP_ID, TOKEN04_INVALID_SECRET, TOKEN04_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_issuer_new(
    app_id: i64,
    secret: *const c_char,
    secret_length: usize,
    mode: token04_mode,
    profile: token04_profile,
    issuer: *mut *mut token04_issuer,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let place = place(issuer, "issuer")?;
            let app_id = host::app_id(app_id)?;
            let made = Issuer::new(app_id, required(secret, secret_length, Argument::Secret)?)?
                .mode(choices::mode(mode)?)
                .profile(choices::profile(profile)?);
            place.write(Box::into_raw(Box::new(token04_issuer(made))));
        }
        Ok(())
    })
}

/// Frees an issuer and wipes its key. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_issuer_free(issuer: *mut token04_issuer) {
    // SAFETY: as the header asks of the caller.
    unsafe { free(issuer) }
}

/// Makes a token in the caller's buffer.
///
/// ttl is how long the token is valid, in seconds. The payload of an identity token is empty: NULL and 0. The payload
/// of a privilege token comes from token04_privilege_payload; token04_issuer_issue_room does both at once. options may
/// be NULL.
///
/// The token is NUL-terminated ASCII. capacity is the buffer's size in bytes;
/// TOKEN04_TOKEN_CAPACITY gives a sufficient one. length, which may be NULL, receives the token's length
/// without the NUL. If the token does not fit, the result is TOKEN04_BUFFER_TOO_SMALL and length is the length
/// it needs: tokens for the same arguments have the same length. The buffer must not overlap the
/// arguments.
///
/// Errors: TOKEN04_INVALID_USER_ID, TOKEN04_INVALID_TTL, TOKEN04_INVALID_PAYLOAD, TOKEN04_INVALID_ROOM,
/// TOKEN04_TOO_LONG, TOKEN04_RANDOM_UNAVAILABLE, TOKEN04_BUFFER_TOO_SMALL, TOKEN04_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_issuer_issue(
    issuer: *const token04_issuer,
    user_id: *const c_char,
    user_id_length: usize,
    ttl: i64,
    payload: *const c_char,
    payload_length: usize,
    options: *const token04_issue_options,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let mut buffer = Buffer::new(buffer, capacity, length)?;
            let (user_id, payload) = texts(user_id, user_id_length, payload, payload_length);
            // The common case writes straight into the caller's memory; the rest finds the error.
            if options.is_null()
                && let (Some(user), Some(text), Ok(ttl)) =
                    (user_id.sound(), payload.sound_or_empty(), host::ttl(ttl))
                && let Ok(token_length) =
                    object(issuer, "issuer")?.0.issue_into(user, ttl, text, buffer.room())
            {
                buffer.filled(token_length);
                return Ok(());
            }
            let issuer = &object(issuer, "issuer")?.0;
            issue_converted(issuer, user_id, ttl, payload, options, |token| buffer.write(token))
        }
    })
}

/// Makes a token as token04_issuer_issue does, in a string that must be freed with token04_string_free. length,
/// which may be NULL, receives its length.
///
/// Errors: as token04_issuer_issue, except those of the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_issuer_issue_string(
    issuer: *const token04_issuer,
    user_id: *const c_char,
    user_id_length: usize,
    ttl: i64,
    payload: *const c_char,
    payload_length: usize,
    options: *const token04_issue_options,
    string: *mut *mut c_char,
    length: *mut usize,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let owned = Owned::new(string, length)?;
            let (user_id, payload) = texts(user_id, user_id_length, payload, payload_length);
            let copy = |token: &[u8]| owned.put(String::from_utf8_lossy(token).into_owned());
            issue(issuer, user_id, ttl, payload, options, copy)
        }
    })
}

/// Makes a token as token04_issuer_issue does and lends it: the NUL-terminated text lives until the next token is
/// lent to this thread or the thread ends, and must not be freed. NULL after an error.
///
/// For languages that copy a string which a C function returns: this is the cheapest way for them.
///
/// Errors: as token04_issuer_issue, except those of the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_issuer_issue_lent(
    issuer: *const token04_issuer,
    user_id: *const c_char,
    user_id_length: usize,
    ttl: i64,
    payload: *const c_char,
    payload_length: usize,
    options: *const token04_issue_options,
    error: *mut token04_error,
) -> *const c_char {
    let mut lent = std::ptr::null();
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let (user_id, payload) = texts(user_id, user_id_length, payload, payload_length);
            lent = issue(issuer, user_id, ttl, payload, options, lend)?;
        }
        Ok(())
    });
    lent
}

/// Makes a privilege token in the caller's buffer, as token04_issuer_issue does.
///
/// Errors: as token04_issuer_issue; TOKEN04_INVALID_ROOM also if the room id, a stream id or the list of
/// streams is empty.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_issuer_issue_room(
    issuer: *const token04_issuer,
    user_id: *const c_char,
    user_id_length: usize,
    ttl: i64,
    privilege: *const token04_privilege,
    options: *const token04_issue_options,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let buffer = Buffer::new(buffer, capacity, length)?;
            let issuer = object(issuer, "issuer")?;
            let user_id = required(user_id, user_id_length, Argument::UserId);
            let privilege = token04_privilege::to_room_privilege(privilege);
            let Times { ttl, now } = Times::new(ttl, options);
            let write = |token: &[u8]| buffer.write(token);
            host::issue_room_with(&issuer.0, user_id, ttl, privilege, now, write)?
        }
    })
}

/// Makes a privilege token as token04_issuer_issue_room does and lends it, as token04_issuer_issue_lent does. It takes
/// the privilege as one text, for languages in which every field of a struct costs a call: login and publish, each 1
/// or 0; the number of streams, or nothing for any stream; the room id; the id of each stream. Between them is the
/// byte 0xff, which does not occur in UTF-8.
///
/// Errors: as token04_issuer_issue_room, except those of the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_issuer_issue_room_lent(
    issuer: *const token04_issuer,
    user_id: *const c_char,
    user_id_length: usize,
    ttl: i64,
    privilege: *const c_char,
    privilege_length: usize,
    options: *const token04_issue_options,
    error: *mut token04_error,
) -> *const c_char {
    let mut lent = std::ptr::null();
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let issuer = object(issuer, "issuer")?;
            let user_id = required(user_id, user_id_length, Argument::UserId);
            let privilege = token04_text { data: privilege, length: privilege_length };
            let privilege =
                privilege.bytes().ok_or_else(|| null("privilege")).and_then(packed::to_room_privilege);
            let Times { ttl, now } = Times::new(ttl, options);
            lent = host::issue_room_with(&issuer.0, user_id, ttl, privilege, now, lend)??;
        }
        Ok(())
    });
    lent
}

/// The two texts of an issue function, as one value each.
fn texts(
    user_id: *const c_char,
    user_id_length: usize,
    payload: *const c_char,
    payload_length: usize,
) -> (token04_text, token04_text) {
    let user_id = token04_text { data: user_id, length: user_id_length };
    (user_id, token04_text { data: payload, length: payload_length })
}

/// What the issue functions share.
#[inline(always)]
unsafe fn issue<T>(
    issuer: *const token04_issuer,
    user_id: token04_text,
    ttl: i64,
    payload: token04_text,
    options: *const token04_issue_options,
    lend: impl FnOnce(&[u8]) -> Result<T, Error>,
) -> Result<T, Error> {
    // SAFETY: as the caller's.
    unsafe {
        let issuer = &object(issuer, "issuer")?.0;
        // The common case is separate: carrying a possible error along costs a tenth of the time for a token.
        if options.is_null()
            && let (Some(user_id), Some(payload)) = (user_id.sound(), payload.sound_or_empty())
        {
            return host::issue_with(issuer, Ok(user_id), host::ttl(ttl), Ok(payload), Ok(None), lend)?;
        }
        issue_converted(issuer, user_id, ttl, payload, options, lend)
    }
}

/// Issuing with options, and with arguments that may be invalid. Not inlined, which would double the size of every
/// function that issues.
#[inline(never)]
unsafe fn issue_converted<T>(
    issuer: &Issuer,
    user_id: token04_text,
    ttl: i64,
    payload: token04_text,
    options: *const token04_issue_options,
    lend: impl FnOnce(&[u8]) -> Result<T, Error>,
) -> Result<T, Error> {
    // SAFETY: as the caller's.
    unsafe {
        let user_id = user_id.required(Argument::UserId);
        let payload = or_empty(payload.data, payload.length, Argument::Payload);
        let Times { ttl, now } = Times::new(ttl, options);
        host::issue_with(issuer, user_id, ttl, payload, now, lend)?
    }
}
