//! The status codes and their descriptions.
#![allow(unsafe_code, reason = "exports a function")]

use std::ffi::{CStr, c_char};

/// The result of a call. The numbers never change and are never reused; a later version may add some.
pub type token04_status = i32;

/// The constants of [`token04_status`].
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusCode {
    // begin codes (written by scripts/vocabulary.py)
    /// Success.
    TOKEN04_OK = 0,
    /// The app id is not 1 to 4294967295.
    TOKEN04_INVALID_APP_ID = 1,
    /// The user id is empty, not Unicode text, or outside the profile.
    TOKEN04_INVALID_USER_ID = 3,
    /// The secret is not 32 bytes of UTF-8 text.
    TOKEN04_INVALID_SECRET = 5,
    /// The ttl is not a whole number of seconds, is less than 1 or outside the profile, or the expiry does
    /// not fit.
    TOKEN04_INVALID_TTL = 6,
    /// The body of the token would be longer than 65519 bytes.
    TOKEN04_TOO_LONG = 101,
    /// A room id or a stream id is missing, not Unicode text, or outside the limits.
    TOKEN04_INVALID_ROOM = 102,
    /// The operating system provided no random bytes.
    TOKEN04_RANDOM_UNAVAILABLE = 103,
    /// The payload is not Unicode text, or outside the profile.
    TOKEN04_INVALID_PAYLOAD = 104,
    /// The text is not a Token04.
    TOKEN04_MALFORMED = 201,
    /// The token cannot be opened: wrong secret, damaged, or no Token04 body inside; one error for all of
    /// these, so that it tells an attacker nothing.
    TOKEN04_UNDECIPHERABLE = 202,
    /// The token has expired.
    TOKEN04_EXPIRED = 204,
    /// The token was made for another app id.
    TOKEN04_WRONG_APP_ID = 205,
    /// The token was made for another user id.
    TOKEN04_WRONG_USER_ID = 206,
    /// The envelope and the body have different expiry times.
    TOKEN04_EXPIRE_MISMATCH = 207,
    /// The token does not permit the expected room, stream or right.
    TOKEN04_NOT_PERMITTED = 208,
    /// An argument is invalid: a null, a value of the wrong type, an unknown option, or a closed object.
    TOKEN04_INVALID_ARGUMENT = 901,
    /// The caller's buffer is too small for the result; only in C.
    TOKEN04_BUFFER_TOO_SMALL = 902,
    /// A defect of this library, caught at its boundary; the library can still be used. Please report it.
    TOKEN04_INTERNAL = 903,
    // end codes
}

// begin messages (written by scripts/vocabulary.py)
#[rustfmt::skip]
const MESSAGES: [(StatusCode, &CStr); 19] = {
    use StatusCode::*;
    [
        (TOKEN04_OK, c"success"),
        (TOKEN04_INVALID_APP_ID, c"the app id is not 1 to 4294967295"),
        (TOKEN04_INVALID_USER_ID, c"the user id is empty, not Unicode text, or outside the profile"),
        (TOKEN04_INVALID_SECRET, c"the secret is not 32 bytes of UTF-8 text"),
        (TOKEN04_INVALID_TTL, c"the ttl is not a whole number of seconds, is less than 1 or outside the profile, or the expiry does not fit"),
        (TOKEN04_TOO_LONG, c"the body of the token would be longer than 65519 bytes"),
        (TOKEN04_INVALID_ROOM, c"a room id or a stream id is missing, not Unicode text, or outside the limits"),
        (TOKEN04_RANDOM_UNAVAILABLE, c"the operating system provided no random bytes"),
        (TOKEN04_INVALID_PAYLOAD, c"the payload is not Unicode text, or outside the profile"),
        (TOKEN04_MALFORMED, c"the text is not a Token04"),
        (TOKEN04_UNDECIPHERABLE, c"the token cannot be opened: wrong secret, damaged, or no Token04 body inside"),
        (TOKEN04_EXPIRED, c"the token has expired"),
        (TOKEN04_WRONG_APP_ID, c"the token was made for another app id"),
        (TOKEN04_WRONG_USER_ID, c"the token was made for another user id"),
        (TOKEN04_EXPIRE_MISMATCH, c"the envelope and the body have different expiry times"),
        (TOKEN04_NOT_PERMITTED, c"the token does not permit the expected room, stream or right"),
        (TOKEN04_INVALID_ARGUMENT, c"an argument is invalid: a null, a value of the wrong type, an unknown option, or a closed object"),
        (TOKEN04_BUFFER_TOO_SMALL, c"the caller's buffer is too small for the result"),
        (TOKEN04_INTERNAL, c"a defect of this library, caught at its boundary"),
    ]
};
// end messages

/// A general description of a status, NUL-terminated, never NULL. Do not free it. The details of one call's error
/// are in its token04_error.
#[unsafe(no_mangle)]
pub extern "C" fn token04_status_message(status: token04_status) -> *const c_char {
    let known = MESSAGES.iter().find(|(known, _)| *known as i32 == status);
    known.map_or(c"unknown status", |(_, message)| message).as_ptr()
}
