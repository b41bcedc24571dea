//! The error type and its public, numbered codes.

use std::borrow::Cow;
use std::fmt;

macro_rules! error_codes {
    ($($(#[$doc:meta])* $variant:ident = $number:literal, $name:literal;)+) => {
        /// Why a call failed. The numbers are API: they never change and are never reused; 0 is success and
        /// no variant here.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(i32)]
        #[non_exhaustive]
        pub enum ErrorCode {
            $($(#[$doc])* $variant = $number,)+
        }

        impl ErrorCode {
            /// Every code, in ascending order.
            pub const ALL: &'static [ErrorCode] = &[$(ErrorCode::$variant,)+];

            /// The code's name in lower case, such as `invalid_app_id`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(ErrorCode::$variant => $name,)+
                }
            }
        }
    };
}

error_codes! {
    /// The app id is not 1 … 4294967295.
    InvalidAppId = 1, "invalid_app_id";
    /// The user id is empty, not UTF-8, or outside the profile.
    InvalidUserId = 3, "invalid_user_id";
    /// The secret is not 32 bytes of UTF-8.
    InvalidSecret = 5, "invalid_secret";
    /// The time to live is zero, negative, not a whole number of seconds, outside the profile, or the
    /// expiry does not fit.
    InvalidTtl = 6, "invalid_ttl";
    /// The body of the token would be longer than 65 519 bytes.
    TooLong = 101, "too_long";
    /// A room id or a stream id is missing or outside the limits.
    InvalidRoom = 102, "invalid_room";
    /// The operating system gave no random bytes.
    RandomUnavailable = 103, "random_unavailable";
    /// The payload is not UTF-8, not a string, or outside the profile.
    InvalidPayload = 104, "invalid_payload";
    /// The text is not a Token04 envelope.
    Malformed = 201, "malformed";
    /// The token does not open: wrong secret, damaged, or no Token04 body inside. One error for all of
    /// these, so that it tells an attacker nothing.
    Undecipherable = 202, "undecipherable";
    /// The token's validity has ended.
    Expired = 204, "expired";
    /// The token was made for another app id.
    WrongAppId = 205, "wrong_app_id";
    /// The token was made for another user id.
    WrongUserId = 206, "wrong_user_id";
    /// The envelope and the body name different expiry times.
    ExpireMismatch = 207, "expire_mismatch";
    /// The token does not permit the room, the stream or the right that is expected.
    NotPermitted = 208, "not_permitted";
    /// An argument is of no use: a null pointer, a closed issuer, options that exclude each other.
    InvalidArgument = 901, "invalid_argument";
    /// The caller's buffer cannot hold the result.
    BufferTooSmall = 902, "buffer_too_small";
    /// A defect of this library, caught at its boundary.
    Internal = 903, "internal";
}

impl ErrorCode {
    /// The code as the number that every language and the program show.
    #[must_use]
    pub const fn number(self) -> i32 {
        self as i32
    }
}

/// A failure: its [`ErrorCode`] and a message that names the argument, what was wrong and what would be
/// right. A message never holds a secret, a key or the content of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: ErrorCode,
    message: Cow<'static, str>,
}

impl Error {
    pub(crate) fn new(code: ErrorCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, message: message.into() }
    }

    /// The reason as a code.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        self.code
    }

    /// The reason in words, lower case and without a full stop.
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
