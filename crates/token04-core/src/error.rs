//! The error type and its public, numbered codes.

use std::borrow::Cow;
use std::fmt;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why a call failed. The numbers are API: they never change and are never reused. 0 means success and is
    /// not a variant.
    #[non_exhaustive]
    ErrorCode;
    InvalidAppId = 1, "invalid_app_id", "The app id is not 1 to 4294967295.";
    InvalidUserId = 3, "invalid_user_id", "The user id is empty, not Unicode text, or outside the profile.";
    InvalidSecret = 5, "invalid_secret", "The secret is not 32 bytes of UTF-8 text.";
    InvalidTtl = 6, "invalid_ttl",
        "The ttl is not a whole number of seconds, is less than 1 or outside the profile, or the expiry does not fit.";
    TooLong = 101, "too_long", "The body of the token would be longer than 65519 bytes.";
    InvalidRoom = 102, "invalid_room",
        "A room id or a stream id is missing, not Unicode text, or outside the limits.";
    RandomUnavailable = 103, "random_unavailable", "The operating system provided no random bytes.";
    InvalidPayload = 104, "invalid_payload", "The payload is not Unicode text, or outside the profile.";
    Malformed = 201, "malformed", "The text is not a Token04.";
    Undecipherable = 202, "undecipherable",
        "The token cannot be opened: wrong secret, damaged, or no Token04 body inside; \
         one error for all of these, so that it tells an attacker nothing.";
    Expired = 204, "expired", "The token has expired.";
    WrongAppId = 205, "wrong_app_id", "The token was made for another app id.";
    WrongUserId = 206, "wrong_user_id", "The token was made for another user id.";
    ExpireMismatch = 207, "expire_mismatch", "The envelope and the body have different expiry times.";
    NotPermitted = 208, "not_permitted", "The token does not permit the expected room, stream or right.";
    InvalidArgument = 901, "invalid_argument",
        "An argument is invalid: a null, a value of the wrong type, an unknown option, or a closed object.";
    BufferTooSmall = 902, "buffer_too_small", "The caller's buffer is too small for the result; only in C.";
    Internal = 903, "internal",
        "A defect of this library, caught at its boundary; the library can still be used. Please report it.";
}

impl ErrorCode {
    /// The number of the code, the same in every language and in the CLI.
    #[must_use]
    pub const fn number(self) -> i32 {
        self as i32
    }
}

/// A failure: its [`ErrorCode`] and a message that identifies the argument, what is wrong and what is
/// expected. A message never contains a secret, a key or the content of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: ErrorCode,
    message: Cow<'static, str>,
}

impl Error {
    pub(crate) fn new(code: ErrorCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, message: message.into() }
    }

    /// The error code.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        self.code
    }

    /// The message, in lower case and without a full stop.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_ascend_and_names_are_unique() {
        let numbers: Vec<i32> = ErrorCode::ALL.iter().map(|code| code.number()).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b));
        let mut names: Vec<&str> = ErrorCode::ALL.iter().map(|code| code.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ErrorCode::ALL.len());
    }
}
