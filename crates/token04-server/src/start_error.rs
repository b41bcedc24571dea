//! Why the service does not start.

use std::fmt;

use token04_core::ErrorCode;

/// Why the service does not start, in words for the operator. It never holds a secret.
#[derive(Clone, Debug)]
pub struct StartError {
    code: ErrorCode,
    message: String,
    /// Whether the app id or the secret is missing, which is not an error if only the rest is checked.
    pub(crate) is_missing: bool,
}

impl StartError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { code: ErrorCode::InvalidArgument, message: message.into(), is_missing: false }
    }

    pub(crate) fn missing(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), is_missing: true }
    }

    /// The error code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.code
    }
}

impl From<token04_core::Error> for StartError {
    fn from(error: token04_core::Error) -> Self {
        Self { code: error.code(), message: error.message().to_owned(), is_missing: false }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for StartError {}
