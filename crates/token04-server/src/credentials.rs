//! The app and its secrets, from options, environment and files.

use std::fmt;
use std::path::{Path, PathBuf};

use token04_core::{ErrorCode, Issuer, Verifier, host};
use zeroize::Zeroizing;

use crate::config::Config;
use crate::startup::{StartError, Startup, read_file};

const APP_ID: &str = "ZEGO_APP_ID";
const SECRET: &str = "ZEGO_SERVER_SECRET";
const PREVIOUS_SECRET: &str = "ZEGO_SERVER_SECRET_PREVIOUS";

/// The app that tokens are made for, and its secrets. They are wiped when dropped and never shown.
#[derive(Clone)]
pub struct Credentials {
    app_id: u32,
    secret: Zeroizing<String>,
    previous: Option<Zeroizing<String>>,
}

impl Credentials {
    /// Credentials with one secret.
    #[must_use]
    pub fn new(app_id: u32, secret: impl Into<String>) -> Self {
        Self { app_id, secret: Zeroizing::new(secret.into()), previous: None }
    }

    /// Also opens tokens made with the secret that was in use before, where the page of `--dev` looks into them.
    #[must_use]
    pub fn previous_secret(mut self, secret: impl Into<String>) -> Self {
        self.previous = Some(Zeroizing::new(secret.into()));
        self
    }

    /// Finds them: an option wins over the environment, and that over the configuration file.
    pub(crate) fn find(options: &Startup, config: &Config) -> Result<Self, StartError> {
        let app_id = match (options.app_id, environment(APP_ID)?) {
            (Some(app_id), _) => app_id,
            (None, Some(text)) => parse_app_id(&text)?,
            (None, None) => config.app_id.ok_or_else(|| {
                let message = format!("app_id is missing: set {APP_ID}, --app-id or app_id in the config");
                StartError::missing(ErrorCode::InvalidAppId, message)
            })?,
        };
        let given = match (&options.secret, &options.secret_file) {
            (Some(secret), _) => Some(secret.clone()),
            (None, Some(path)) => Some(read_secret(path)?),
            (None, None) => None,
        };
        let secret = found(given, SECRET, config.secret_file.as_ref())?.ok_or_else(|| {
            let message =
                format!("secret is missing: set {SECRET}, --secret-file or secret_file in the config");
            StartError::missing(ErrorCode::InvalidSecret, message)
        })?;
        let previous = found(None, PREVIOUS_SECRET, config.previous_secret_file.as_ref())?;
        Ok(Self { app_id, secret, previous })
    }

    /// The secret that a token was made with, or where none fits the one in use.
    pub(crate) fn secret_of(&self, token: &str) -> &str {
        let opens = |secret: &str| {
            let opened =
                Verifier::new(self.app_id, secret).and_then(|verifier| verifier.verify(token.trim()));
            opened.map_or_else(|error| error.code() == ErrorCode::Expired, |_| true)
        };
        match &self.previous {
            Some(previous) if !opens(&self.secret) && opens(previous) => previous,
            _ => &self.secret,
        }
    }

    pub(crate) fn issuer(&self) -> Result<Issuer, StartError> {
        Ok(Issuer::new(self.app_id, &self.secret)?)
    }

    /// Checks what else is only found wrong where it is used.
    pub(crate) fn check(&self) -> Result<(), StartError> {
        let Some(previous) = &self.previous else { return Ok(()) };
        Issuer::new(self.app_id, previous)
            .map(|_| ())
            .map_err(|error| StartError::new(format!("previous secret: {error}")))
    }
}

/// A secret from wherever it is given first.
fn found(
    given: Option<Zeroizing<String>>,
    variable: &str,
    file: Option<&PathBuf>,
) -> Result<Option<Zeroizing<String>>, StartError> {
    match (given.map_or_else(|| environment(variable), |secret| Ok(Some(secret)))?, file) {
        (Some(secret), _) => Ok(Some(secret)),
        (None, Some(path)) => read_secret(path).map(Some),
        (None, None) => Ok(None),
    }
}

/// An environment variable; an empty one counts as unset.
fn environment(name: &str) -> Result<Option<Zeroizing<String>>, StartError> {
    match std::env::var(name) {
        Ok(text) if text.is_empty() => Ok(None),
        Ok(text) => Ok(Some(Zeroizing::new(text))),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => Err(StartError::new(format!("{name} must be valid UTF-8"))),
    }
}

fn parse_app_id(text: &str) -> Result<u32, StartError> {
    // What was given is not shown: it may be a secret in the wrong place.
    let invalid = || host::invalid_app_id(format_args!("something else in {APP_ID}")).into();
    host::parse_app_id(text).ok_or_else(invalid)
}

fn read_secret(path: &Path) -> Result<Zeroizing<String>, StartError> {
    let text = Zeroizing::new(read_file("secret", path)?);
    let line = text.strip_suffix('\n').unwrap_or(&text);
    Ok(Zeroizing::new(line.strip_suffix('\r').unwrap_or(line).to_owned()))
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Credentials")
            .field("app_id", &self.app_id)
            .field("secret", &"[redacted]")
            .field("previous", &self.previous.as_ref().map(|_| "[redacted]"))
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_id_of_the_environment_is_digits_alone() {
        assert_eq!(parse_app_id("1234567890").unwrap(), 1_234_567_890);
        for text in ["+5", " 5", "5 ", "-5", "0", "4294967296", "my-app"] {
            let error = parse_app_id(text).unwrap_err();
            assert_eq!(error.code(), ErrorCode::InvalidAppId, "{text:?}");
            assert_eq!(
                error.to_string(),
                "app_id must be 1 to 4294967295, got something else in ZEGO_APP_ID"
            );
        }
    }
}
