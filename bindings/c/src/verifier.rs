//! The verifier: opens tokens of one app and checks them.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;

use token04_core::host::{self, Argument};
use token04_core::{Claims, Error, Login, Verifier};

use crate::boundary::{flag, free, number, object, place, reserved, run};
use crate::claims::token04_claims;
use crate::error::token04_error;
use crate::growth::{self, Growing};
use crate::packed;
use crate::status::token04_status;
use crate::text::{required, token04_text};

/// Opens tokens of one app and checks them. It holds the expanded keys, which are wiped when it is freed. Any
/// number of threads can use it at once: make one and keep it.
pub struct token04_verifier(Verifier);

/// What a verification expects besides a valid token, and at what time. Start with TOKEN04_LOGIN_INIT, which
/// expects nothing, and set the fields to check.
#[repr(C)]
pub struct token04_login {
    /// The size of this struct: sizeof(token04_login).
    pub size: usize,
    /// The user the token must be for; data is NULL for any.
    pub user_id: token04_text,
    /// The room the token must allow to log in to; data is NULL for none. An identity token allows any.
    pub room_id: token04_text,
    /// The stream the token must be valid for; data is NULL for none. An identity token is valid for any.
    pub stream_id: token04_text,
    /// The time to check against, in unix seconds; NULL for that of the clock.
    pub now: *const i64,
    /// Whether the token must allow publishing: 1 or 0. An identity token allows it.
    pub publish: i32,
    /// Whether an identity token is refused, because it allows any room and any right: 1 or 0.
    pub require_privilege: i32,
}

// SAFETY: integers and pointers can be zero.
unsafe impl Growing for token04_login {
    const NAME: &'static str = "login";
}

impl token04_login {
    /// The core's equivalent, which borrows the texts from the caller.
    unsafe fn to_login<'a>(pointer: *const Self) -> Result<Login<'a>, Error> {
        if pointer.is_null() {
            return Ok(Login::new());
        }
        // SAFETY: as the header asks of the caller.
        unsafe {
            let given = growth::read(pointer)?;
            Ok(Login::new()
                .user_id(given.user_id.optional(Argument::UserId)?)
                .room_id(given.room_id.optional(Argument::RoomId)?)
                .stream_id(given.stream_id.optional(Argument::StreamId)?)
                .publish(flag(given.publish, "publish")?)
                .require_privilege(flag(given.require_privilege, "require_privilege")?)
                .now(number(given.now)))
        }
    }
}

/// What a verifier can be given besides app id and secret. Start with TOKEN04_VERIFIER_OPTIONS_INIT.
#[repr(C)]
pub struct token04_verifier_options {
    /// The size of this struct: sizeof(token04_verifier_options).
    pub size: usize,
    /// A second secret whose tokens are accepted too, while a secret is being replaced; data is NULL for none.
    pub previous_secret: token04_text,
    /// For how many seconds a token is still accepted after its expiry, for clocks that differ.
    pub leeway: i64,
    /// The nanoseconds of the leeway beyond its seconds, of either sign, for languages whose durations have them.
    /// Any but 0 is TOKEN04_INVALID_ARGUMENT: a leeway is never rounded.
    pub leeway_nanoseconds: i32,
    /// Must be 0.
    pub reserved: i32,
}

// SAFETY: integers and pointers can be zero.
unsafe impl Growing for token04_verifier_options {
    const NAME: &'static str = "verifier_options";
}

impl token04_verifier_options {
    unsafe fn apply(pointer: *const Self, verifier: Verifier) -> Result<Verifier, Error> {
        if pointer.is_null() {
            return Ok(verifier);
        }
        // SAFETY: as the header asks of the caller.
        let (given, previous) = unsafe {
            let given = growth::read(pointer)?;
            let previous = given.previous_secret.optional(Argument::Secret)?;
            (given, previous)
        };
        reserved(given.reserved, "verifier_options")?;
        let verifier = match previous {
            Some(secret) => verifier.previous_secret(secret)?,
            None => verifier,
        };
        Ok(verifier.leeway(host::leeway_with_nanoseconds(given.leeway, given.leeway_nanoseconds)?))
    }
}

/// Makes a verifier for an app id, 1 to 4294967295, and its ServerSecret, 32 bytes. No secret is kept. options may be
/// NULL. Free the verifier with token04_verifier_free.
///
/// Errors: TOKEN04_INVALID_APP_ID, TOKEN04_INVALID_SECRET, TOKEN04_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_verifier_new(
    app_id: i64,
    secret: *const c_char,
    secret_length: usize,
    options: *const token04_verifier_options,
    verifier: *mut *mut token04_verifier,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let place = place(verifier, "verifier")?;
            let app_id = host::app_id(app_id)?;
            let made = Verifier::new(app_id, required(secret, secret_length, Argument::Secret)?)?;
            let made = token04_verifier_options::apply(options, made)?;
            place.write(Box::into_raw(Box::new(token04_verifier(made))));
        }
        Ok(())
    })
}

/// Frees a verifier and wipes its keys. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_verifier_free(verifier: *mut token04_verifier) {
    // SAFETY: as the header asks of the caller.
    unsafe { free(verifier) }
}

/// Opens a token and checks that it is for this app, not expired, and allows what login expects; NULL expects
/// nothing more. It also accepts a kit token and reads it up to its '#'.
///
/// claims, which may be NULL, receives the claims, which must be freed with token04_claims_free; NULL after an
/// error. A CBC token has no authentication: changes of single bytes may go undetected. Rely on the claims
/// of a CBC token only if it came straight from you.
///
/// Errors, the first that applies: TOKEN04_MALFORMED, TOKEN04_UNDECIPHERABLE, TOKEN04_WRONG_APP_ID,
/// TOKEN04_EXPIRE_MISMATCH, TOKEN04_EXPIRED, TOKEN04_WRONG_USER_ID, TOKEN04_NOT_PERMITTED. An invalid
/// argument is reported before all of them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_verifier_verify(
    verifier: *const token04_verifier,
    token: *const c_char,
    token_length: usize,
    login: *const token04_login,
    claims: *mut *mut token04_claims,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            if !claims.is_null() {
                claims.write(std::ptr::null_mut());
            }
            let verified = verify(verifier, token, token_length, login)?;
            if !claims.is_null() {
                claims.write(Box::into_raw(Box::new(token04_claims::new(verified))));
            }
        }
        Ok(())
    })
}

/// Verifies a token as token04_verifier_verify does and lends the claims as one text, for languages in which every
/// field costs a call: app id, nonce, ctime, expire, user id, payload. Between them is the byte 0xff, which does not
/// occur in UTF-8. The text is NUL-terminated, lives until the next text is lent to this thread or the thread ends,
/// and must not be freed. NULL after an error; and, with TOKEN04_OK, if the user id or the payload contains a NUL:
/// then only token04_verifier_verify gives the claims.
///
/// Errors: as token04_verifier_verify.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_verifier_verify_lent(
    verifier: *const token04_verifier,
    token: *const c_char,
    token_length: usize,
    login: *const token04_login,
    error: *mut token04_error,
) -> *const c_char {
    let mut lent = std::ptr::null();
    run(error, || {
        // SAFETY: as the header asks of the caller.
        let claims = unsafe { verify(verifier, token, token_length, login)? };
        lent = packed::lend_claims(claims)?.unwrap_or(lent);
        Ok(())
    });
    lent
}

/// What the functions that verify share. Inlined in neither, so that the core's part is inlined here.
#[inline(never)]
unsafe fn verify(
    verifier: *const token04_verifier,
    token: *const c_char,
    token_length: usize,
    login: *const token04_login,
) -> Result<Claims, Error> {
    // SAFETY: as the caller's.
    unsafe {
        let verifier = object(verifier, "verifier")?;
        let login = token04_login::to_login(login)?;
        verifier.0.verify_login(required(token, token_length, Argument::Token)?, &login)
    }
}
