//! Authentication: finds the caller from the credentials of a request.

mod api_keys;
mod jwks;
#[cfg(feature = "jwks-url")]
mod jwks_url;
mod jwt;
mod key_checks;
mod ring_provider;

use std::sync::Arc;

use axum::http::{HeaderMap, HeaderName, header};

pub use api_keys::NewKey;

use crate::caller::{Caller, User};
use crate::config::AuthConfig;
use crate::grants::GrantsBuilder;
use crate::problem::Problem;
use crate::start_error::StartError;
use api_keys::ApiKeys;
use jwt::Jwt;

const API_KEY: HeaderName = HeaderName::from_static("x-api-key");

/// The configured callers.
pub(crate) struct Authenticator {
    jwt: Option<Jwt>,
    api_keys: Option<ApiKeys>,
    /// The caller that every request gets, in development.
    everybody: Option<Arc<Caller>>,
}

impl Authenticator {
    pub fn new(config: &AuthConfig, grants: &GrantsBuilder<'_>) -> Result<Self, StartError> {
        if config.jwt.is_none() && config.api_keys.is_none() {
            return Err(StartError::new(
                "no caller is configured: set [auth.jwt] or [auth.api_keys] in the config, or try --dev on your machine",
            ));
        }
        let jwt = config.jwt.as_ref().map(|jwt| Jwt::new(jwt, grants)).transpose()?;
        let api_keys = config.api_keys.as_ref().map(|keys| ApiKeys::read(&keys.file, grants)).transpose()?;
        Ok(Self { jwt, api_keys, everybody: None })
    }

    /// Lets anyone request tokens for any user: for development, restricted to loopback addresses.
    pub fn dev(grants: &GrantsBuilder<'_>) -> Result<Self, StartError> {
        let grants = Arc::new(grants.general()?);
        let caller = Caller { name: "dev".into(), user: User::Named, grants, limits: None };
        Ok(Self { jwt: None, api_keys: None, everybody: Some(Arc::new(caller)) })
    }

    /// The caller of a request.
    pub async fn authenticate(&self, headers: &HeaderMap) -> Result<Arc<Caller>, Problem> {
        if let Some(caller) = &self.everybody {
            return Ok(Arc::clone(caller));
        }
        let shown = Shown::find(headers)?;
        if let Some(caller) = self.api_keys.as_ref().and_then(|keys| keys.find(shown.0)) {
            return Ok(caller);
        }
        match &self.jwt {
            Some(jwt) if shown.0.contains('.') => Box::pin(jwt.authenticate(shown.0)).await.map(Arc::new),
            _ => Err(Problem::unauthenticated("the credentials are invalid")),
        }
    }

    /// Whether no caller has a user id of its own, so that each request must include one.
    pub fn callers_name_users(&self) -> bool {
        self.jwt.is_none()
    }

    /// Settings that are allowed but probably unintended.
    pub fn warnings(&self) -> &[&'static str] {
        self.jwt.as_ref().map_or(&[], |jwt| &jwt.warnings)
    }

    /// Whether keys that must be fetched have arrived.
    pub fn is_ready(&self) -> bool {
        self.jwt.as_ref().is_none_or(Jwt::is_ready)
    }
}

/// The credentials of a request: `Authorization: Bearer …`, or `X-API-Key: …`.
struct Shown<'a>(&'a str);

impl<'a> Shown<'a> {
    fn find(headers: &'a HeaderMap) -> Result<Self, Problem> {
        let mut all = headers.get_all(header::AUTHORIZATION).iter().chain(headers.get_all(API_KEY));
        let (first, second) = (all.next(), all.next());
        let Some(value) = first else {
            return Err(Problem::unauthenticated("credentials are missing: send Authorization: Bearer …"));
        };
        if second.is_some() {
            return Err(Problem::unauthenticated("credentials must be sent only once"));
        }
        let refused = || Problem::unauthenticated("Authorization must be Bearer followed by the credentials");
        let text = value.to_str().map_err(|_| refused())?;
        if !headers.contains_key(header::AUTHORIZATION) {
            return Ok(Self(text));
        }
        match text.split_once(' ') {
            Some((scheme, credentials)) if scheme.eq_ignore_ascii_case("bearer") => {
                Ok(Self(credentials.trim_matches(' ')))
            }
            _ => Err(refused()),
        }
    }
}
