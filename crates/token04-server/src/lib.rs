//! The HTTP service that issues ZEGO **Token04** to authorized callers: `token04 serve` runs it, and your own server
//! can use it as an axum router.
//!
//! ```
//! use std::sync::Arc;
//! use token04_server::{Config, Credentials, Live, Service, router};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = std::env::temp_dir().join(format!("token04-doc-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! # let keys = folder.join("keys.toml");
//! # std::fs::write(&keys, token04_server::NewKey::new("backend")?.entry)?;
//! let mut config = Config::default();
//! config.auth.api_keys = Some(token04_server::ApiKeysConfig { file: keys });
//! let credentials = Credentials::new(1234567890, "0123456789abcdef0123456789abcdef");
//! let live = Arc::new(Live::new(Service::new(&config, &credentials)?));
//! let app: axum::Router = router(&live);
//! # let _ = app;
//! # std::fs::remove_dir_all(folder)?;
//! # Ok(())
//! # }
//! ```
//!
//! A request passes these steps, each a module:
//!
//! ```text
//! net → routes (edge, guard) → auth → rates → request → decide → issue, or problem if it is refused
//! ```
//!
//! The library logs through `tracing` and never logs a secret, key, JWT or token.

mod auth;
mod bodies;
mod caller;
mod config;
#[cfg(test)]
mod configuration_page;
mod credentials;
mod decide;
mod grants;
mod issue;
mod logs;
mod metrics;
mod net;
mod problem;
mod rates;
mod redact;
mod request;
mod route;
mod routes;
mod run;
mod service;
mod start_error;
mod startup;
#[cfg(feature = "tls")]
mod tls;
#[cfg(not(feature = "tls"))]
#[path = "without_tls.rs"]
mod tls;

pub use auth::NewKey;
pub use config::{
    ApiKeysConfig, AuthConfig, Config, GrantsConfig, JwtAlgorithm, JwtConfig, LogLevel, MetricsPlace,
    PolicyConfig, Rate, Seconds, ServiceConfig, Size, TlsConfig,
};
pub use credentials::Credentials;
pub use routes::router;
pub use run::run;
pub use service::{Live, Service};
pub use start_error::StartError;
pub use startup::{Checked, Startup};
