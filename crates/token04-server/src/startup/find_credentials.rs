//! Finds the app and its secrets in options, environment and files.

use std::path::Path;

use token04_core::{ErrorCode, host};
use zeroize::Zeroizing;

use crate::config::{Config, read_file};
use crate::credentials::Credentials;
use crate::start_error::StartError;

const APP_ID: &str = "ZEGO_APP_ID";
const SECRET: &str = "ZEGO_SERVER_SECRET";
const PREVIOUS_SECRET: &str = "ZEGO_SERVER_SECRET_PREVIOUS";

/// Finds the credentials: an option overrides the environment, which overrides the configuration file.
pub(super) fn find(
    app_id: Option<u32>,
    secret: Option<Zeroizing<String>>,
    config: &Config,
) -> Result<Credentials, StartError> {
    let app_id = match (app_id, environment(APP_ID)?) {
        (Some(app_id), _) => app_id,
        (None, Some(text)) => parse_app_id(&text)?,
        (None, None) => config.app_id.ok_or_else(|| {
            let message = format!("app_id is missing: set {APP_ID}, --app-id or app_id in the config");
            StartError::missing(ErrorCode::InvalidAppId, message)
        })?,
    };
    let secret = match secret {
        None => environment_or_file(SECRET, config.secret_file.as_deref())?,
        given => given,
    };
    let secret = secret.ok_or_else(|| {
        let message = format!("secret is missing: set {SECRET}, --secret-file or secret_file in the config");
        StartError::missing(ErrorCode::InvalidSecret, message)
    })?;
    let previous = environment_or_file(PREVIOUS_SECRET, config.previous_secret_file.as_deref())?;
    Ok(Credentials { app_id, secret, previous })
}

fn environment_or_file(variable: &str, file: Option<&Path>) -> Result<Option<Zeroizing<String>>, StartError> {
    match environment(variable)? {
        None => file.map(read_secret).transpose(),
        given => Ok(given),
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
    // The value is not shown: it may be a misplaced secret.
    let invalid = || host::invalid_app_id(format_args!("something else in {APP_ID}")).into();
    host::parse_app_id(text).ok_or_else(invalid)
}

pub(super) fn read_secret(path: &Path) -> Result<Zeroizing<String>, StartError> {
    let text = Zeroizing::new(read_file("secret", path)?);
    let line = text.strip_suffix('\n').unwrap_or(&text);
    Ok(Zeroizing::new(line.strip_suffix('\r').unwrap_or(line).to_owned()))
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
