//! Why a call failed, in JavaScript's words.

use std::borrow::Cow;

use token04_core::Error;
use token04_core::host::{Naming, Wording};

const WORDING: Wording = Wording { naming: Naming::Camel, null: "null" };

/// The number and the message of an error.
pub struct Failure {
    pub code: i32,
    pub message: Cow<'static, str>,
}

impl From<Error> for Failure {
    #[cold]
    fn from(error: Error) -> Self {
        Self { code: error.code().number(), message: WORDING.message(&error).into_owned().into() }
    }
}
