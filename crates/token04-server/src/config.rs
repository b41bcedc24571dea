//! The structure of the configuration file, as an operator writes it. Its meaning is decided where it is used.

mod amount;
pub(crate) mod files;
mod permissions;
mod policy;

use std::path::{Path, PathBuf};

use serde::Deserialize;

pub use amount::{Rate, Seconds, Size};
pub(crate) use files::read_file;
pub use policy::{GrantsConfig, MetricsPlace, PolicyConfig, ServiceConfig};

use crate::redact;
use crate::start_error::StartError;

/// A configuration file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The address to listen on, `address:port`. Port 0 picks a free port.
    pub listen: Option<String>,
    /// The app id. An option or the environment overrides it.
    pub app_id: Option<u32>,
    /// A file that holds the ServerSecret. An option or the environment overrides it.
    pub secret_file: Option<PathBuf>,
    /// A file that holds the previous ServerSecret, while it is being replaced.
    pub previous_secret_file: Option<PathBuf>,
    /// The least severe log line that is written.
    #[serde(default)]
    pub log: LogLevel,
    /// Also answer `GET /access_token`, `/api/zego/token` and `/api/zego-token`, which existing clients ask.
    #[serde(default)]
    pub compat: bool,
    /// Who may request tokens.
    #[serde(default)]
    pub auth: AuthConfig,
    /// What a caller may get, and the limits of the service.
    #[serde(default)]
    pub policy: PolicyConfig,
    /// The certificate to serve HTTPS with.
    pub tls: Option<TlsConfig>,
}

/// How much is logged.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    /// Nothing.
    Off,
    /// Errors that somebody must act on.
    Error,
    /// Also warnings.
    Warn,
    /// Also each request.
    #[default]
    Info,
    /// Also each probe, and each connection that ended with an error.
    Debug,
}

/// Who may request tokens; at least one is required.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthConfig {
    /// Users with a JWT from the app's identity provider.
    pub jwt: Option<JwtConfig>,
    /// Backends with an API key.
    pub api_keys: Option<ApiKeysConfig>,
}

/// How a JWT is verified.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JwtConfig {
    /// The algorithms that are accepted, and no others: HS256, RS256, ES256, EdDSA.
    pub algorithms: Vec<JwtAlgorithm>,
    /// A PEM file with the public key; for HS256 a file that contains exactly the shared key.
    pub key_file: Option<PathBuf>,
    /// A file with a JSON Web Key Set.
    pub jwks_file: Option<PathBuf>,
    /// The address of a JSON Web Key Set.
    pub jwks_url: Option<String>,
    /// The claim that holds the user id.
    #[serde(default = "subject")]
    pub user_claim: String,
    /// The claim that holds the only room the user may get, or a list of rooms.
    pub room_claim: Option<String>,
    /// The claim that says whether the user may publish; without the claim the user may not.
    pub publish_claim: Option<String>,
    /// The claim that lists the only streams the user may get.
    pub streams_claim: Option<String>,
    /// The issuer that the JWT must have.
    pub issuer: Option<String>,
    /// The audience that the JWT must have.
    pub audience: Option<String>,
    /// How far the clocks of this service and of the identity provider may differ.
    #[serde(default)]
    pub leeway: Seconds,
}

fn subject() -> String {
    "sub".to_owned()
}

/// A JWT signature algorithm.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of RFC 7518 and RFC 8037")]
pub enum JwtAlgorithm {
    HS256,
    RS256,
    ES256,
    EdDSA,
}

/// Where the digests of API keys are stored.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApiKeysConfig {
    /// The file that `token04 serve new-key` writes.
    pub file: PathBuf,
}

/// The certificate to serve HTTPS with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlsConfig {
    /// A PEM file with the certificate and its chain.
    pub cert_file: PathBuf,
    /// A PEM file with the private key.
    pub key_file: PathBuf,
}

impl Config {
    /// Reads a file. Paths in it are relative to its directory.
    ///
    /// # Errors
    ///
    /// [`StartError`] if the file cannot be read or is invalid.
    pub fn read(path: &Path) -> Result<Self, StartError> {
        let text = zeroize::Zeroizing::new(read_file("config", path)?);
        let mut config: Config =
            toml::from_str(&text).map_err(|error| redact::toml_error(path, &text, &error))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        for path in config.paths() {
            *path = folder.join(&*path);
        }
        Ok(config)
    }

    fn paths(&mut self) -> impl Iterator<Item = &mut PathBuf> {
        let jwt = self.auth.jwt.iter_mut().flat_map(|jwt| [&mut jwt.key_file, &mut jwt.jwks_file]).flatten();
        let keys = self.auth.api_keys.iter_mut().map(|keys| &mut keys.file);
        let tls = self.tls.iter_mut().flat_map(|tls| [&mut tls.cert_file, &mut tls.key_file]);
        let secrets = [&mut self.secret_file, &mut self.previous_secret_file].into_iter().flatten();
        jwt.chain(keys).chain(tls).chain(secrets)
    }
}
