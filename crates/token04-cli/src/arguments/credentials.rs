//! The app id and the secrets: from options, the environment, files or standard input.

use std::env;
use std::ffi::{OsStr, OsString};
#[cfg(feature = "serve")]
use std::path::PathBuf;

use clap::{Args, ValueHint};
use token04_core::host::{self, Argument};
use token04_core::{Error, ErrorCode, Issuer, Verifier};
use zeroize::Zeroizing;

use crate::arguments::input;
use crate::failure::Failure;
use crate::output::safe::shown;

const APP_ID_VARIABLE: &str = "ZEGO_APP_ID";
const SECRET_VARIABLE: &str = "ZEGO_SERVER_SECRET";
/// A longer file cannot hold a secret. The limit leaves room for wrong content that has a better error once it is read.
const LONGEST_SECRET_FILE: usize = 4096;

/// Where the app id and the secret come from.
#[derive(Args)]
pub struct Credentials {
    /// The project's AppID [or set ZEGO_APP_ID]
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    app_id: Option<OsString>,

    /// A file that holds the ServerSecret; '-' reads standard input [or set ZEGO_SERVER_SECRET]
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath, allow_hyphen_values = true)]
    pub secret_file: Option<OsString>,
}

/// The values that the options give.
#[cfg(feature = "serve")]
pub struct Given {
    pub app_id: Option<u32>,
    pub secret: Option<Zeroizing<String>>,
    pub secret_file: Option<PathBuf>,
}

impl Credentials {
    /// An issuer for this app.
    pub fn issuer(&self) -> Result<Issuer, Failure> {
        let app_id = self.app_id()?;
        self.secret()?.with(|secret| Issuer::new(app_id, secret))
    }

    /// A verifier for this app that also accepts tokens made with the previous secret, if a file holds one.
    pub fn verifier(&self, previous_secret_file: Option<&OsStr>) -> Result<Verifier, Failure> {
        let app_id = self.app_id()?;
        let verifier = self.secret()?.with(|secret| Verifier::new(app_id, secret))?;
        match previous_secret_file {
            Some(path) => Secret::read(path)?.with(|secret| verifier.previous_secret(secret)),
            None => Ok(verifier),
        }
    }

    /// The app id and the secret, or the secret's file, as far as the options give them; the service finds the
    /// rest. Standard input can be read only once, so it is read here.
    #[cfg(feature = "serve")]
    pub fn given(&self) -> Result<Given, Failure> {
        let app_id = self.app_id.as_ref().map(|_| self.app_id()).transpose()?;
        let (mut secret, mut secret_file) = (None, None);
        match &self.secret_file {
            Some(path) if input::is_standard_input(path) => {
                secret = Some(self.secret()?.with(|secret| Ok(Zeroizing::new(secret.to_owned())))?);
            }
            path => secret_file = path.as_ref().map(PathBuf::from),
        }
        Ok(Given { app_id, secret, secret_file })
    }

    /// The app id, if there is one.
    pub fn optional_app_id(&self) -> Result<Option<u32>, Failure> {
        let given = self.app_id.is_some() || variable(APP_ID_VARIABLE).is_some();
        given.then(|| self.app_id()).transpose()
    }

    /// The secret, if there is one. Any text is accepted: a wrong secret may be the problem to diagnose.
    pub fn optional_secret(&self) -> Result<Option<Zeroizing<String>>, Failure> {
        if self.secret_file.is_none() && variable(SECRET_VARIABLE).is_none() {
            return Ok(None);
        }
        self.secret()?.with(|secret| Ok(Some(Zeroizing::new(secret.to_owned()))))
    }

    fn app_id(&self) -> Result<u32, Failure> {
        let Some(text) = self.app_id.clone().or_else(|| variable(APP_ID_VARIABLE)) else {
            return Err(Failure::argument(ErrorCode::InvalidAppId, "app_id is missing")
                .help("set ZEGO_APP_ID or pass --app-id NUMBER; the ZEGO console shows it as AppID"));
        };
        text.to_str().and_then(host::parse_app_id).ok_or_else(|| {
            let origin = if self.app_id.is_some() { "--app-id" } else { APP_ID_VARIABLE };
            Failure::from(host::invalid_app_id(shown(&text)))
                .help(format!("{origin} takes the AppID that the ZEGO console shows"))
        })
    }

    fn secret(&self) -> Result<Secret, Failure> {
        if let Some(path) = &self.secret_file {
            return Secret::read(path);
        }
        let Some(text) = variable(SECRET_VARIABLE) else {
            return Err(Failure::argument(ErrorCode::InvalidSecret, "secret is missing").help(
                "set ZEGO_SERVER_SECRET, or pass --secret-file PATH with a file that holds the ServerSecret",
            ));
        };
        Ok(Secret {
            bytes: Zeroizing::new(text.into_encoded_bytes()),
            origin: format!("the variable {SECRET_VARIABLE}"),
        })
    }
}

/// An environment variable; an empty one counts as unset.
fn variable(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// A secret as it was found, not yet checked.
struct Secret {
    bytes: Zeroizing<Vec<u8>>,
    origin: String,
}

impl Secret {
    fn read(path: &OsStr) -> Result<Self, Failure> {
        let origin = match input::is_standard_input(path) {
            true => "standard input".to_owned(),
            false if looks_like_secret(path) => "the secret file".to_owned(),
            false => format!("the secret file {:?}", path.to_string_lossy()),
        };
        let bytes = input::read(path, LONGEST_SECRET_FILE).map_err(|error| {
            let message = format!("secret cannot be read from {origin}: {error}");
            let failure = Failure::argument(ErrorCode::InvalidSecret, message);
            if looks_like_secret(path) {
                return failure
                    .help("the option takes the path of a file that holds the secret, not the secret");
            }
            failure.help("give a readable file that holds the ServerSecret and nothing else")
        })?;
        Ok(Self { bytes, origin })
    }

    /// Passes the secret on, and reports where it came from if it is refused.
    fn with<T>(&self, take: impl FnOnce(&str) -> Result<T, Error>) -> Result<T, Failure> {
        host::text(&self.bytes, Argument::Secret).and_then(take).map_err(|error| {
            let of_secret = error.code() == ErrorCode::InvalidSecret;
            let failure = Failure::from(error);
            if !of_secret {
                return failure;
            }
            failure.help(format!("it was read from {}; {}", self.origin, self.cure()))
        })
    }

    fn cure(&self) -> &'static str {
        const BYTE_ORDER_MARK: char = '\u{feff}';
        let around = |char: char| char.is_whitespace() || matches!(char, '"' | '\'' | BYTE_ORDER_MARK);
        match std::str::from_utf8(&self.bytes) {
            Ok(text) if text.len() != 32 && text.trim_matches(around).len() == 32 => {
                "remove the blanks, line ends, quotes or byte order mark around it"
            }
            _ => "the ZEGO console shows the 32 characters as ServerSecret",
        }
    }
}

/// Whether a path is more likely to be the secret itself, given in place of its file.
fn looks_like_secret(path: &OsStr) -> bool {
    let bytes = path.as_encoded_bytes();
    matches!(bytes.len(), 32 | 64) && !bytes.contains(&b'/')
}
