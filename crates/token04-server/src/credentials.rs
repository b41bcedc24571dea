//! The app and its secrets.

use std::fmt;

use token04_core::Issuer;
use zeroize::Zeroizing;

use crate::start_error::StartError;

/// The app that tokens are made for, and its secrets, which are wiped when dropped and never shown.
#[derive(Clone)]
pub struct Credentials {
    pub(crate) app_id: u32,
    pub(crate) secret: Zeroizing<String>,
    pub(crate) previous: Option<Zeroizing<String>>,
}

impl Credentials {
    /// Credentials with one secret.
    #[must_use]
    pub fn new(app_id: u32, secret: impl Into<String>) -> Self {
        Self { app_id, secret: Zeroizing::new(secret.into()), previous: None }
    }

    /// Adds the previous secret: the page of `--dev` then also opens tokens made with it.
    #[must_use]
    pub fn previous_secret(mut self, secret: impl Into<String>) -> Self {
        self.previous = Some(Zeroizing::new(secret.into()));
        self
    }

    /// The current secret and the previous one.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &str> {
        [Some(&self.secret), self.previous.as_ref()].into_iter().flatten().map(|secret| secret.as_str())
    }

    pub(crate) fn issuer(&self) -> Result<Issuer, StartError> {
        Ok(Issuer::new(self.app_id, &self.secret)?)
    }

    /// Checks app id and secrets before they are used, so that an error does not blame the wrong file.
    pub(crate) fn check(&self) -> Result<(), StartError> {
        self.issuer()?;
        let Some(previous) = &self.previous else { return Ok(()) };
        Issuer::new(self.app_id, previous)
            .map(|_| ())
            .map_err(|error| StartError::new(format!("previous secret: {error}")))
    }
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
