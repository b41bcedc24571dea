//! The status codes, and what each means in words.
#![allow(unsafe_code, reason = "exports a function")]

use std::ffi::{CStr, c_char};

/// What a call returns. The numbers never change and are never reused; a later version may add some.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum token04_status {
    /// Done.
    TOKEN04_OK = 0,
    /// The app id is not 1 to 4294967295.
    TOKEN04_INVALID_APP_ID = 1,
    /// The user id is empty, not UTF-8, or outside the profile.
    TOKEN04_INVALID_USER_ID = 3,
    /// The secret is not 32 bytes of UTF-8.
    TOKEN04_INVALID_SECRET = 5,
    /// The time to live is not positive, outside the profile, or the expiry does not fit.
    TOKEN04_INVALID_TTL = 6,
    /// The token would not fit the format: its body is over 65519 bytes.
    TOKEN04_TOO_LONG = 101,
    /// A room id or a stream id is missing or outside the limits.
    TOKEN04_INVALID_ROOM = 102,
    /// The operating system gave no random bytes.
    TOKEN04_RANDOM_UNAVAILABLE = 103,
    /// The payload is not UTF-8, or outside the profile.
    TOKEN04_INVALID_PAYLOAD = 104,
    /// The text is not a Token04.
    TOKEN04_MALFORMED = 201,
    /// Wrong secret, damaged, or no Token04 inside: one status for all, so that it tells an attacker nothing.
    TOKEN04_UNDECIPHERABLE = 202,
    /// The token's validity has ended.
    TOKEN04_EXPIRED = 204,
    /// The token was made for another app id.
    TOKEN04_WRONG_APP_ID = 205,
    /// The token was made for another user id.
    TOKEN04_WRONG_USER_ID = 206,
    /// The token names two different expiry times.
    TOKEN04_EXPIRE_MISMATCH = 207,
    /// The token does not permit the room, the stream or the right that is expected.
    TOKEN04_NOT_PERMITTED = 208,
    /// An argument is of no use, such as a pointer that must not be NULL.
    TOKEN04_INVALID_ARGUMENT = 901,
    /// The buffer cannot hold the result; the length that it has was written.
    TOKEN04_BUFFER_TOO_SMALL = 902,
    /// A defect of the library, caught at its boundary. The library can still be used.
    TOKEN04_INTERNAL = 903,
}

const MESSAGES: [(token04_status, &CStr); 19] = {
    use token04_status::*;
    [
        (TOKEN04_OK, c"success"),
        (TOKEN04_INVALID_APP_ID, c"app_id is not 1 to 4294967295"),
        (TOKEN04_INVALID_USER_ID, c"user_id is empty, not UTF-8 or outside the profile"),
        (TOKEN04_INVALID_SECRET, c"secret is not 32 bytes of UTF-8"),
        (TOKEN04_INVALID_TTL, c"ttl is not positive, outside the profile, or ends beyond all time"),
        (TOKEN04_TOO_LONG, c"user_id and payload are too long for a token"),
        (TOKEN04_INVALID_ROOM, c"room_id or a stream id is missing or outside the limits"),
        (TOKEN04_RANDOM_UNAVAILABLE, c"the operating system gave no random bytes"),
        (TOKEN04_INVALID_PAYLOAD, c"payload is not UTF-8 or outside the profile"),
        (TOKEN04_MALFORMED, c"token is malformed"),
        (TOKEN04_UNDECIPHERABLE, c"token does not open: wrong secret, damaged, or no Token04 inside"),
        (TOKEN04_EXPIRED, c"token expired"),
        (TOKEN04_WRONG_APP_ID, c"token was made for another app_id"),
        (TOKEN04_WRONG_USER_ID, c"token was made for another user_id"),
        (TOKEN04_EXPIRE_MISMATCH, c"token names two different expiry times"),
        (TOKEN04_NOT_PERMITTED, c"token does not permit what is expected"),
        (TOKEN04_INVALID_ARGUMENT, c"an argument is of no use"),
        (TOKEN04_BUFFER_TOO_SMALL, c"the buffer is too small"),
        (TOKEN04_INTERNAL, c"internal error"),
    ]
};

/// What a status means, in general words with a NUL behind them, never NULL and not to be freed. What was
/// wrong with one call stands in its token04_error.
#[unsafe(no_mangle)]
pub extern "C" fn token04_status_message(status: i32) -> *const c_char {
    let known = MESSAGES.iter().find(|(known, _)| *known as i32 == status);
    known.map_or(c"unknown status", |(_, message)| message).as_ptr()
}

#[cfg(test)]
mod tests {
    use super::*;
    use token04_core::ErrorCode;

    #[test]
    fn has_every_code_of_the_core() {
        let codes = ErrorCode::ALL.iter().map(|code| (code.number(), code.name().to_uppercase()));
        let expected: Vec<_> = std::iter::once((0, "OK".to_owned())).chain(codes).collect();
        let found: Vec<_> = MESSAGES
            .iter()
            .map(|(status, _)| (*status as i32, format!("{status:?}").replace("TOKEN04_", "")))
            .collect();
        assert_eq!(found, expected);
    }
}
