//! Builds the service from the options: reads and checks everything.

mod find_credentials;

use std::net::{SocketAddr, ToSocketAddrs as _};
use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::config::Config;
use crate::credentials::Credentials;
use crate::redact;
use crate::service::Service;
use crate::start_error::StartError;
use crate::tls::Certificate;

pub(crate) const DEFAULT_LISTEN: &str = "127.0.0.1:8404";

/// How to start: the options of `token04 serve`.
#[derive(Clone, Default)]
pub struct Startup {
    /// The configuration file.
    pub config: Option<PathBuf>,
    /// The address to listen on, instead of the one in the configuration.
    pub listen: Option<String>,
    /// The app, instead of the one in the environment and the configuration.
    pub app_id: Option<u32>,
    /// A file that holds the ServerSecret, instead of the one in the environment and the configuration.
    pub secret_file: Option<PathBuf>,
    /// The ServerSecret itself, instead of any file and the environment.
    pub secret: Option<Zeroizing<String>>,
    /// Lets anyone on this machine request tokens for any user.
    pub dev: bool,
    /// Also answers `GET /access_token`, `/api/zego/token` and `/api/zego-token`, which existing clients ask.
    pub compat: bool,
}

/// A configuration with the service and the certificate built from it.
pub(crate) struct Loaded {
    pub config: Config,
    pub service: Service,
    pub listen: SocketAddr,
    pub certificate: Option<Certificate>,
    /// Settings that are allowed but probably unintended.
    pub warnings: Vec<String>,
}

impl Startup {
    /// Reads every file in the configuration and builds the service, but does not listen yet.
    pub(crate) fn load(&self, config: Config) -> Result<Loaded, StartError> {
        let credentials = self.credentials(&config)?;
        self.make(config, &credentials)
    }

    /// Checks everything that a start checks, except the app id and the secret if they are missing.
    ///
    /// # Errors
    ///
    /// [`StartError`], as from [`run`](crate::run).
    pub fn check(&self) -> Result<Checked, StartError> {
        let config = self.read_config()?;
        let found = self.credentials(&config);
        let missing = match &found {
            Ok(_) => None,
            Err(error) if error.is_missing => Some(error.to_string()),
            Err(error) => return Err(error.clone()),
        };
        let credentials = found.unwrap_or_else(|_| Credentials::new(1, "0".repeat(32)));
        let loaded = self.make(config, &credentials)?;
        Ok(Checked { listen: loaded.listen, warnings: loaded.warnings.into_iter().chain(missing).collect() })
    }

    pub(crate) fn read_config(&self) -> Result<Config, StartError> {
        let mut config = match &self.config {
            Some(path) => Config::read(path)?,
            None => Config::default(),
        };
        config.compat |= self.compat;
        Ok(config)
    }

    fn credentials(&self, config: &Config) -> Result<Credentials, StartError> {
        let secret = match (&self.secret, &self.secret_file) {
            (Some(secret), _) => Some(secret.clone()),
            (None, Some(path)) => Some(find_credentials::read_secret(path)?),
            (None, None) => None,
        };
        find_credentials::find(self.app_id, secret, config)
    }

    fn make(&self, config: Config, credentials: &Credentials) -> Result<Loaded, StartError> {
        let text = self.listen.as_deref().or(config.listen.as_deref()).unwrap_or(DEFAULT_LISTEN);
        let listen = address(text)?;
        if self.dev && !listen.ip().is_loopback() {
            return Err(StartError::new(format!(
                "--dev issues tokens to anyone who can connect, so it listens only on loopback, not on {listen}"
            )));
        }
        let service =
            if self.dev { Service::dev(&config, credentials)? } else { Service::new(&config, credentials)? };
        let certificate = config.tls.as_ref().map(Certificate::read).transpose()?;
        let mut warnings = config.open_files(self.secret_file.as_ref());
        warnings.extend(service.warnings().iter().map(|&warning| warning.to_owned()));
        Ok(Loaded { config, service, listen, certificate, warnings })
    }
}

/// The result of a successful check.
#[derive(Debug)]
pub struct Checked {
    /// The address that the service would listen on.
    pub listen: SocketAddr,
    /// What a start still needs, and settings that are allowed but probably unintended.
    pub warnings: Vec<String>,
}

fn address(text: &str) -> Result<SocketAddr, StartError> {
    let invalid = || {
        StartError::new(format!(
            "listen must be an address and a port, such as {DEFAULT_LISTEN}, got {}",
            redact::shown(text)
        ))
    };
    text.to_socket_addrs().map_err(|_| invalid())?.next().ok_or_else(invalid)
}
