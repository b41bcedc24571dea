//! From options to a running service: what to load, and what to say where that fails.

use std::fmt;
use std::net::{SocketAddr, ToSocketAddrs as _};
use std::path::{Path, PathBuf};

use token04_core::ErrorCode;
use zeroize::Zeroizing;

use crate::config::{Config, LogLevel};
use crate::credentials::Credentials;
use crate::service::Service;

const DEFAULT_LISTEN: &str = "127.0.0.1:8404";

/// How to start: the options of `token04 serve`.
#[derive(Clone, Default)]
pub struct Startup {
    /// The configuration file.
    pub config: Option<PathBuf>,
    /// Where to listen, instead of where the configuration says.
    pub listen: Option<String>,
    /// The app, instead of the one in the environment and the configuration.
    pub app_id: Option<u32>,
    /// A file that holds the ServerSecret, instead of the one in the environment and the configuration.
    pub secret_file: Option<PathBuf>,
    /// The ServerSecret itself, instead of any file and the environment.
    pub secret: Option<Zeroizing<String>>,
    /// Lets everybody on this machine ask for anybody.
    pub dev: bool,
    /// Also answers `GET /access_token?userID=…&expired_ts=…`.
    pub compat: bool,
}

/// A configuration that was read, and the service that it makes.
pub(crate) struct Loaded {
    pub config: Config,
    pub service: Service,
    pub listen: SocketAddr,
}

impl Startup {
    /// Reads everything and makes the service, but does not listen yet.
    pub(crate) fn load(&self) -> Result<Loaded, StartError> {
        let config = self.read_config()?;
        let credentials = Credentials::find(self, &config)?;
        self.make(config, &credentials)
    }

    /// Checks everything as a start would, but for the app and its secret where they are not there.
    ///
    /// # Errors
    ///
    /// [`StartError`], as [`run`](Self::run) would have it.
    pub fn check(&self) -> Result<Checked, StartError> {
        let config = self.read_config()?;
        let found = Credentials::find(self, &config);
        let missing = match &found {
            Ok(_) => None,
            Err(error) if error.is_missing => Some(error.to_string()),
            Err(error) => return Err(error.clone()),
        };
        let credentials = found.unwrap_or_else(|_| Credentials::new(1, "0".repeat(32)));
        let loaded = self.make(config, &credentials)?;
        let warnings = loaded.service.warnings().iter().map(|&warning| warning.to_owned());
        Ok(Checked { listen: loaded.listen, warnings: warnings.chain(missing).collect() })
    }

    fn read_config(&self) -> Result<Config, StartError> {
        let mut config = match &self.config {
            Some(path) => Config::read(path)?,
            None => Config::default(),
        };
        config.compat |= self.compat;
        Ok(config)
    }

    fn make(&self, config: Config, credentials: &Credentials) -> Result<Loaded, StartError> {
        let text = self.listen.as_deref().or(config.listen.as_deref()).unwrap_or(DEFAULT_LISTEN);
        let listen = address(text)?;
        if self.dev && !listen.ip().is_loopback() {
            return Err(StartError::new(format!(
                "--dev gives tokens to everybody who can connect, so it listens on loopback alone, not on {listen}"
            )));
        }
        #[cfg(not(feature = "tls"))]
        if config.tls.is_some() {
            return Err(StartError::new("[tls] needs a build with the cargo feature tls"));
        }
        let service =
            if self.dev { Service::dev(&config, credentials)? } else { Service::new(&config, credentials)? };
        #[cfg(feature = "tls")]
        if let Some(tls) = &config.tls {
            crate::net::tls::read(tls)?;
        }
        Ok(Loaded { config, service, listen })
    }

    /// How much is logged. An unreadable configuration is told by the start itself.
    pub(crate) fn log_level(&self) -> LogLevel {
        self.read_config().map(|config| config.log).unwrap_or_default()
    }
}

/// What a check found good.
#[derive(Debug)]
pub struct Checked {
    /// Where the service would listen.
    pub listen: SocketAddr,
    /// What a start would still need, and what is allowed but most likely not meant.
    pub warnings: Vec<String>,
}

fn address(text: &str) -> Result<SocketAddr, StartError> {
    let invalid = || {
        StartError::new(format!(
            "listen must be an address and a port, such as {DEFAULT_LISTEN}, got {text:?}"
        ))
    };
    text.to_socket_addrs().map_err(|_| invalid())?.next().ok_or_else(invalid)
}

/// Reads a file as text, and says which and why where that fails.
pub(crate) fn read_file(what: &str, path: &Path) -> Result<String, StartError> {
    std::fs::read_to_string(path)
        .map_err(|error| StartError::new(format!("{what} file {}: {error}", path.display())))
}

/// Why the service does not start, in words for the operator. It never holds a secret.
#[derive(Clone, Debug)]
pub struct StartError {
    code: ErrorCode,
    message: String,
    is_missing: bool,
}

impl StartError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { code: ErrorCode::InvalidArgument, message: message.into(), is_missing: false }
    }

    /// An app id or a secret that is not there is no mistake where only the rest is being checked.
    pub(crate) fn missing(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), is_missing: true }
    }

    /// The reason as a code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.code
    }
}

impl From<token04_core::Error> for StartError {
    fn from(error: token04_core::Error) -> Self {
        Self { code: error.code(), message: error.message().to_owned(), is_missing: false }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for StartError {}
