//! Why a call failed, as JavaScript is told.

use std::borrow::Cow;

use token04_core::Error;

/// The number and the message of an error.
pub struct Failure {
    pub code: i32,
    pub message: Cow<'static, str>,
}

impl From<Error> for Failure {
    #[cold]
    fn from(error: Error) -> Self {
        Self { code: error.code().number(), message: error.message().to_owned().into() }
    }
}
