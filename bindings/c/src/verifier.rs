//! The verifier: opens tokens of one app and checks them.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;

use token04_core::host::{self, Argument};
use token04_core::{Error, Login, Verifier};

use crate::boundary::{flag, free, object, place, run, struct_size, token04_error};
use crate::claims::token04_claims;
use crate::text::{optional, required, token04_text};

/// Opens tokens of one app and checks them. It holds the expanded keys, which are wiped when it is freed. Any
/// number of threads can use it at once: make one and keep it.
pub struct token04_verifier(Verifier);

/// What a verification expects besides a valid token, and at what time. Start with TOKEN04_LOGIN_INIT, which
/// expects nothing, and set the fields to check.
#[repr(C)]
pub struct token04_login {
    /// The size of this struct: sizeof(token04_login). A later version may add fields at the end.
    pub size: usize,
    /// The user the token must be for; data is NULL for any.
    pub user_id: token04_text,
    /// The room the token must allow to log in to; data is NULL for none. An identity token allows any.
    pub room_id: token04_text,
    /// The stream the token must be valid for; data is NULL for none. An identity token is valid for any.
    pub stream_id: token04_text,
    /// Whether the token must allow publishing: 1 or 0. An identity token allows it.
    pub publish: i32,
    /// Whether now is set: 1, or 0 to check against the clock.
    pub has_now: i32,
    /// The time to check against, in unix seconds.
    pub now: i64,
}

impl token04_login {
    unsafe fn to_login(&self) -> Result<Login<'_>, Error> {
        struct_size(self.size, size_of::<Self>(), "login")?;
        let has_now = flag(self.has_now, "has_now")?;
        // SAFETY: as the caller's.
        unsafe {
            Ok(Login::new()
                .user_id(self.user_id.optional(Argument::UserId)?)
                .room_id(self.room_id.optional(Argument::RoomId)?)
                .stream_id(self.stream_id.optional(Argument::StreamId)?)
                .publish(flag(self.publish, "publish")?)
                .now(has_now.then_some(self.now)))
        }
    }
}

/// Makes a verifier for an app id, 1 to 4294967295, and its ServerSecret, 32 bytes. The secret is not kept.
/// Free the verifier with token04_verifier_free.
///
/// Tokens made with previous_secret are accepted too, while a secret is being replaced; NULL and 0 if there is
/// none. A token is accepted for leeway seconds after its expiry, for clocks that differ.
///
/// Errors: TOKEN04_INVALID_APP_ID, TOKEN04_INVALID_SECRET, TOKEN04_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_verifier_new(
    app_id: i64,
    secret: *const c_char,
    secret_length: usize,
    previous_secret: *const c_char,
    previous_secret_length: usize,
    leeway: i64,
    verifier: *mut *mut token04_verifier,
    error: *mut token04_error,
) -> i32 {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let place = place(verifier, "verifier")?;
            let app_id = host::app_id(app_id)?;
            let mut made = Verifier::new(app_id, required(secret, secret_length, Argument::Secret)?)?;
            if let Some(secret) = optional(previous_secret, previous_secret_length, Argument::Secret)? {
                made = made.previous_secret(secret)?;
            }
            let made = made.leeway(host::leeway(leeway)?);
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
/// error. A CBC token has no authentication: changes of single bytes may go undetected. Rely only on the claims
/// of GCM tokens.
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
) -> i32 {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            if !claims.is_null() {
                claims.write(std::ptr::null_mut());
            }
            let verifier = object(verifier, "verifier")?;
            let login = login.as_ref().map_or_else(|| Ok(Login::new()), |login| login.to_login())?;
            let token = required(token, token_length, Argument::Token)?;
            let verified = verifier.0.verify_login(token, &login)?;
            if !claims.is_null() {
                claims.write(Box::into_raw(Box::new(token04_claims::new(verified))));
            }
        }
        Ok(())
    })
}
