//! Why a call failed, in JavaScript's words.

use std::borrow::Cow;

use token04_core::host::{Naming, Wording};
use token04_core::{Error, ManyError};

const WORDING: Wording = Wording { naming: Naming::Camel, null: "null" };

/// The number and the message of an error, and the index of the user that it is about, of many.
pub struct Failure {
    pub code: i32,
    pub message: Cow<'static, str>,
    pub index: Option<usize>,
}

impl From<Error> for Failure {
    #[cold]
    fn from(error: Error) -> Self {
        Self {
            code: error.code().number(),
            message: WORDING.message(&error).into_owned().into(),
            index: None,
        }
    }
}

impl From<ManyError> for Failure {
    #[cold]
    fn from(error: ManyError) -> Self {
        Self { index: error.index(), ..Error::from(error).into() }
    }
}
