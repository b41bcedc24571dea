//! What `inspect`, `verify` and `diagnose` share: the token to read, and the time to check it against.

use std::ffi::{OsStr, OsString};
use std::io;

use clap::Args;
use token04_core::ErrorCode;
use token04_core::host::{self, Argument};
use zeroize::Zeroizing;

use crate::arguments::input;
use crate::failure::Failure;
use crate::output::safe::shown;
use crate::usage;

/// A kit token holds a name of any length, so the format has no maximum; this is far longer than any real token.
const LONGEST_TOKEN: usize = 1 << 20;

/// A token to read.
#[derive(Args)]
pub struct TokenArgument {
    /// The token; '-' reads standard input
    #[arg(value_name = "TOKEN")]
    token: OsString,
}

impl TokenArgument {
    /// The argument as given.
    pub fn given(&self) -> &OsStr {
        &self.token
    }

    /// The token itself. `refuse` turns an error about the token into a failure.
    pub fn read(&self, refuse: fn(Failure) -> Failure) -> Result<String, Failure> {
        let bytes = self.bytes(refuse)?;
        host::text(&bytes, Argument::Token).map(str::to_owned).map_err(|error| refuse(error.into()))
    }

    /// The token as text, even if it is not valid UTF-8.
    pub fn read_any(&self) -> Result<String, Failure> {
        Ok(String::from_utf8_lossy(&self.bytes(Failure::of_token)?).into_owned())
    }

    fn bytes(&self, refuse: fn(Failure) -> Failure) -> Result<Zeroizing<Vec<u8>>, Failure> {
        if input::is_standard_input(&self.token) {
            return input::read(&self.token, LONGEST_TOKEN).map_err(|error| unreadable(&error, refuse));
        }
        Ok(Zeroizing::new(self.token.as_encoded_bytes().to_vec()))
    }
}

fn unreadable(error: &io::Error, refuse: fn(Failure) -> Failure) -> Failure {
    let message = format!("token cannot be read from standard input: {error}");
    match error.kind() {
        io::ErrorKind::FileTooLarge => refuse(Failure::argument(ErrorCode::Malformed, message)),
        _ => Failure::argument(ErrorCode::InvalidArgument, message),
    }
}

/// The time to check against.
#[derive(Args)]
pub struct Now {
    /// The time to check against, in unix seconds [default: the clock]
    #[arg(long, value_name = "SECONDS", allow_hyphen_values = true)]
    now: Option<OsString>,
}

impl Now {
    pub fn unix_seconds(&self) -> Result<i64, Failure> {
        let Some(text) = &self.now else {
            return Ok(host::now());
        };
        text.to_str().and_then(|text| text.parse().ok()).ok_or_else(|| {
            usage::wrong(format!("now must be unix seconds, a whole number, got {}", shown(text)))
        })
    }
}
