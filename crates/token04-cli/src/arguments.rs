//! What several commands read from their arguments.

pub mod credentials;
pub mod duration;
pub mod expected;
pub mod input;
pub mod issuing;
pub mod language;
pub mod token;

use std::ffi::OsStr;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use token04_core::Error;
use token04_core::host::{self, Argument};

use crate::failure::Failure;

/// An argument as text. Text that is not Unicode gets the argument's error code.
pub fn text(argument: &OsStr, which: Argument) -> Result<&str, Failure> {
    Ok(host::text(argument.as_encoded_bytes(), which)?)
}

/// Takes one of the core's own names for its choices.
pub fn named<T>(choices: &'static [T], name: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err = Error> + Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(choices.iter().copied().map(name)).try_map(|given| given.parse())
}
