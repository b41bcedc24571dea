//! Keys fetched from the JWKS address of an identity provider: cached, fetched again periodically, and immediately
//! when a JWT refers to an unknown key.

use std::sync::Arc;
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use tokio::sync::Mutex;

use super::jwks::{self, Key};
use crate::config::JwtAlgorithm;
use crate::redact;
use crate::start_error::StartError;

/// How long fetched keys count as the complete set.
const FRESH: Duration = Duration::from_secs(600);
/// The minimum time between two fetches, so that nobody can make the service flood the identity provider.
const PAUSE: Duration = Duration::from_secs(10);
const TIMEOUT: Duration = Duration::from_secs(5);
const LONGEST: u64 = 1 << 20;

/// The keys at an address.
pub(super) struct FetchedKeys {
    inner: Arc<Inner>,
    task: Option<tokio::task::JoinHandle<()>>,
}

struct Inner {
    url: String,
    algorithms: Vec<JwtAlgorithm>,
    keys: ArcSwap<Vec<Key>>,
    last: Mutex<Option<Instant>>,
}

impl FetchedKeys {
    /// Starts to fetch in the background. Without a runtime nothing is fetched: the configuration is only being
    /// checked.
    pub fn new(url: &str, algorithms: &[JwtAlgorithm]) -> Result<Self, StartError> {
        check_url(url)?;
        if algorithms.contains(&JwtAlgorithm::HS256) {
            return Err(StartError::new("auth.jwt.jwks_url is for public keys, and HS256 has none"));
        }
        let inner = Arc::new(Inner {
            url: url.to_owned(),
            algorithms: algorithms.to_vec(),
            keys: ArcSwap::default(),
            last: Mutex::new(None),
        });
        let runtime = tokio::runtime::Handle::try_current().ok();
        let task = runtime.map(|runtime| runtime.spawn(keep_fresh(Arc::clone(&inner))));
        Ok(Self { inner, task })
    }

    pub fn current(&self) -> Arc<Vec<Key>> {
        self.inner.keys.load_full()
    }

    /// Fetches again, unless the last fetch was a moment ago.
    pub async fn refresh(&self) {
        self.inner.refresh().await;
    }
}

impl Drop for FetchedKeys {
    fn drop(&mut self) {
        if let Some(task) = &self.task {
            task.abort();
        }
    }
}

async fn keep_fresh(inner: Arc<Inner>) {
    loop {
        inner.refresh().await;
        let empty = inner.keys.load().is_empty();
        tokio::time::sleep(if empty { PAUSE } else { FRESH }).await;
    }
}

impl Inner {
    async fn refresh(&self) {
        // A task that waited here may find that another one has just fetched.
        let mut last = self.last.lock().await;
        if last.is_some_and(|last| last.elapsed() < PAUSE) {
            return;
        }
        let (url, algorithms) = (self.url.clone(), self.algorithms.clone());
        let fetched = tokio::task::spawn_blocking(move || fetch(&url, &algorithms)).await;
        *last = Some(Instant::now());
        match fetched {
            Ok(Ok(keys)) => {
                tracing::info!(
                    keys = keys.len(),
                    url = shown(&self.url),
                    "fetched the keys of the identity provider"
                );
                self.keys.store(Arc::new(keys));
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, url = shown(&self.url), "could not fetch the keys of the identity provider; the old keys stay in use");
            }
            Err(_) => {}
        }
    }
}

fn fetch(url: &str, algorithms: &[JwtAlgorithm]) -> Result<Vec<Key>, StartError> {
    let failed = |error: ureq::Error| StartError::new(format!("{}: {}", shown(url), reason(&error)));
    // Redirects are not followed: requests go only to the configured address.
    let config = ureq::Agent::config_builder().timeout_global(Some(TIMEOUT)).max_redirects(0).build();
    let mut response = ureq::Agent::new_with_config(config).get(url).call().map_err(failed)?;
    let text = response.body_mut().with_config().limit(LONGEST).read_to_string().map_err(failed)?;
    let (keys, faults) = jwks::parse(&text, algorithms)?;
    for fault in faults {
        tracing::warn!(error = %fault, url = shown(url), "a key of the identity provider cannot be used");
    }
    Ok(keys)
}

/// Why a fetch failed. The library's own messages may repeat the address or the response.
fn reason(error: &ureq::Error) -> String {
    match error {
        ureq::Error::StatusCode(status) => format!("it responded with status {status}"),
        ureq::Error::Timeout(_) => "it did not respond in time".to_owned(),
        ureq::Error::Io(error) => format!("it cannot be reached: {}", error.kind()),
        ureq::Error::HostNotFound => "its host was not found".to_owned(),
        ureq::Error::BodyExceedsLimit(limit) => format!("its response is longer than {limit} bytes"),
        _ => "its response cannot be read".to_owned(),
    }
}

/// The part of an address that may be shown: scheme, host and port, without credentials, path or query.
fn shown(url: &str) -> String {
    let uri: axum::http::Uri = url.parse().unwrap_or_default();
    let port = uri.port().map_or(String::new(), |port| format!(":{port}"));
    format!("{}://{}{port}/…", uri.scheme_str().unwrap_or("?"), uri.host().unwrap_or("?"))
}

/// Requires https, or http to loopback: keys that arrive unencrypted could come from anyone.
fn check_url(url: &str) -> Result<(), StartError> {
    let refused = || {
        StartError::new(format!("auth.jwt.jwks_url must be an https:// address, got {}", redact::shown(url)))
    };
    let uri: axum::http::Uri = url.parse().map_err(|_| refused())?;
    let host = uri.host().unwrap_or_default();
    let loopback = matches!(host, "localhost" | "[::1]")
        || host.parse::<std::net::Ipv4Addr>().is_ok_and(|address| address.is_loopback());
    match uri.scheme_str() {
        Some("https") => Ok(()),
        Some("http") if loopback => Ok(()),
        _ => Err(refused()),
    }
}

#[cfg(test)]
mod tests {
    use super::{check_url, shown};

    #[test]
    fn an_address_is_shown_without_what_could_be_secret() {
        assert_eq!(
            shown("https://user:password@id.example:8443/jwks?key=secret"),
            "https://id.example:8443/…"
        );
    }

    #[test]
    fn keys_come_over_https_or_from_this_machine() {
        for url in ["https://id.example/jwks", "http://127.0.0.1:1/jwks", "http://localhost/jwks"] {
            assert!(check_url(url).is_ok(), "{url}");
        }
        for url in
            ["http://id.example/jwks", "http://127.example/jwks", "file:///etc/passwd", "id.example", ""]
        {
            assert!(check_url(url).is_err(), "{url}");
        }
    }
}
