//! The service as configured: everything that a request needs, replaced as a whole when the
//! configuration is reloaded.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use arc_swap::ArcSwap;
use axum::http::HeaderMap;
use ipnet::IpNet;
use token04_core::Profile;

use crate::auth::Authenticator;
use crate::bodies::Bodies;
use crate::caller::Caller;
use crate::config::{Config, MetricsPlace, Seconds};
use crate::credentials::Credentials;
use crate::grants::{GrantsBuilder, Terms};
use crate::metrics::Metrics;
use crate::problem::Problem;
use crate::rates::{RateOfAll, RateOfEach, network};
use crate::redact;
use crate::start_error::StartError;

const BODY_LIMIT: usize = 64 << 10;

/// A token service, ready to answer.
pub struct Service {
    pub(crate) authenticator: Authenticator,
    rate: Option<RateOfAll>,
    failures: RateOfEach,
    trusted_proxies: Vec<IpNet>,
    pub(crate) profile: Option<Profile>,
    pub(crate) body_limit: usize,
    pub(crate) request_timeout: std::time::Duration,
    pub(crate) metrics: MetricsPlace,
    pub(crate) cors_origins: Vec<axum::http::HeaderValue>,
    pub(crate) secrets: redact::Secrets,
    /// In development: what the page shows.
    pub(crate) dev: Option<Dev>,
    pub(crate) compat: bool,
}

/// What the page of `--dev` shows.
pub(crate) struct Dev {
    pub credentials: Credentials,
    pub terms: Terms,
}

impl Service {
    /// Makes a service.
    ///
    /// # Errors
    ///
    /// [`StartError`] if no caller is configured, a file in the configuration cannot be read, or parts of the
    /// configuration contradict each other.
    pub fn new(config: &Config, credentials: &Credentials) -> Result<Self, StartError> {
        credentials.check()?;
        let grants = GrantsBuilder { credentials, general: &config.policy.grants };
        let authenticator = Authenticator::new(&config.auth, &grants)?;
        Self::with(authenticator, config, credentials, None)
    }

    /// Makes a service for development, which issues tokens for any user to anyone and decrypts any token. It answers
    /// only connections from loopback, which it recognises by their [`ConnectInfo`](axum::extract::ConnectInfo),
    /// requests to a loopback name, and no page except its own.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn dev(config: &Config, credentials: &Credentials) -> Result<Self, StartError> {
        credentials.check()?;
        let grants = GrantsBuilder { credentials, general: &config.policy.grants };
        let authenticator = Authenticator::dev(&grants)?;
        let dev = Dev { credentials: credentials.clone(), terms: grants.general()?.terms };
        Self::with(authenticator, config, credentials, Some(dev))
    }

    fn with(
        authenticator: Authenticator,
        config: &Config,
        credentials: &Credentials,
        dev: Option<Dev>,
    ) -> Result<Self, StartError> {
        let policy = &config.policy.service;
        Ok(Self {
            authenticator,
            rate: policy.rate_total.map(RateOfAll::new),
            failures: policy.rate_failures.map_or_else(RateOfEach::of_failures, RateOfEach::new),
            trusted_proxies: policy.trusted_proxies.clone().unwrap_or_default(),
            profile: config.policy.grants.profile,
            body_limit: policy.body_limit.map_or(BODY_LIMIT, |size| size.0),
            request_timeout: policy.request_timeout.unwrap_or(Seconds(10)).duration(),
            metrics: policy.metrics.unwrap_or_default(),
            cors_origins: origins(policy.cors_origins.as_deref().unwrap_or_default())?,
            secrets: redact::Secrets::new(credentials.secrets()),
            dev,
            compat: config.compat,
        })
    }

    /// The caller of a request, within the rate limits.
    pub(crate) async fn admit(&self, headers: &HeaderMap, address: IpAddr) -> Result<Arc<Caller>, Problem> {
        let caller = self.authenticator.authenticate(headers).await.or_else(|problem| {
            // Valid credentials are never refused because of invalid ones from the same address.
            self.failures
                .admit(network(address), "too many requests with invalid credentials from this address")?;
            Err(problem)
        })?;
        caller.grants.admit(&caller.name)?;
        if let Some(rate) = &self.rate {
            rate.admit("the service has too many requests: try again later")?;
        }
        Ok(caller)
    }

    /// The address that a request comes from: the peer's, or if that is a trusted proxy, the last address in
    /// `X-Forwarded-For` that is not one.
    pub(crate) fn address(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        if !self.trusts(peer) {
            return peer;
        }
        let mut address = peer;
        let values = headers.get_all("x-forwarded-for").iter().rev();
        for part in values.flat_map(|value| value.to_str().unwrap_or("?").rsplit(',')) {
            // A value that no trusted proxy wrote is not an address.
            let Ok(next) = part.trim().parse() else { break };
            address = next;
            if !self.trusts(address) {
                break;
            }
        }
        address
    }

    /// Whether an address belongs to a trusted proxy.
    pub(crate) fn trusts(&self, address: IpAddr) -> bool {
        self.trusted_proxies.iter().any(|net| net.contains(&address.to_canonical()))
    }

    /// Settings that are allowed but probably unintended.
    pub fn warnings(&self) -> &[&'static str] {
        self.authenticator.warnings()
    }
}

fn origins(texts: &[String]) -> Result<Vec<axum::http::HeaderValue>, StartError> {
    let origin = |text: &String| {
        let invalid = || {
            StartError::new(format!(
                "policy.cors_origins: an origin is a scheme and a host, such as \"https://app.example\", got {}",
                redact::shown(text)
            ))
        };
        let uri: axum::http::Uri = text.parse().map_err(|_| invalid())?;
        let whole = matches!(uri.scheme_str(), Some("http" | "https"))
            && uri.authority().is_some_and(|authority| text.ends_with(authority.as_str()));
        if !whole {
            return Err(invalid());
        }
        axum::http::HeaderValue::from_str(text).map_err(|_| invalid())
    };
    texts.iter().map(origin).collect()
}

/// The current service, with the state that outlives each configuration.
pub struct Live {
    service: ArcSwap<Service>,
    draining: AtomicBool,
    pub(crate) metrics: Metrics,
    /// The memory for request bodies.
    pub(crate) bodies: Bodies,
}

impl Live {
    /// Starts with a service.
    #[must_use]
    pub fn new(service: Service) -> Self {
        Self::with_metrics(service, Metrics::new())
    }

    pub(crate) fn with_metrics(service: Service, metrics: Metrics) -> Self {
        Self {
            service: ArcSwap::from_pointee(service),
            draining: AtomicBool::new(false),
            metrics,
            bodies: Bodies::default(),
        }
    }

    /// Replaces the service. Requests in progress finish with the one that they started with.
    pub fn replace(&self, service: Service) {
        self.service.store(Arc::new(service));
    }

    /// Reports through `/readyz` that the service is stopping.
    pub fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
    }

    pub(crate) fn service(&self) -> Arc<Service> {
        self.service.load_full()
    }

    pub(crate) fn is_draining(&self) -> bool {
        self.draining.load(Ordering::Relaxed)
    }

    pub(crate) fn is_ready(&self) -> bool {
        !self.is_draining() && self.service().authenticator.is_ready()
    }
}
