//! A service built from a configuration file in its own directory, and requests to it.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, HeaderValue, Request, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::Value;
use token04_core::{Claims, Verifier};
use token04_server::{Config, Credentials, Live, NewKey, Service, StartError, router};
use tower::ServiceExt as _;

pub const APP_ID: u32 = 1_234_567_890;
pub const SECRET: &str = "0123456789abcdef0123456789ABCDEF";
pub const PREVIOUS_SECRET: &str = "fedcba9876543210fedcba9876543210";
pub const SHARED_KEY: &str = "a shared key of at least 32 bytes";

/// A directory with configuration files, removed at the end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("service-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.0.join(name), content).unwrap();
    }

    pub fn config(&self, text: &str) -> Result<Config, StartError> {
        self.write("token04.toml", text);
        Config::read(&self.0.join("token04.toml"))
    }

    pub fn service(&self, text: &str) -> Result<Service, StartError> {
        Service::new(&self.config(text)?, &credentials())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn credentials() -> Credentials {
    Credentials::new(APP_ID, SECRET).previous_secret(PREVIOUS_SECRET)
}

/// A running service.
pub struct Answering {
    pub folder: Folder,
    pub live: Arc<Live>,
    pub router: Router,
    /// Whether requests without a Host get one.
    pub default_host: bool,
    /// Where requests come from.
    pub peer: Option<Ipv4Addr>,
}

impl Answering {
    pub fn new(folder: Folder, service: Service) -> Self {
        let live = Arc::new(Live::new(service));
        let peer = Some(Ipv4Addr::new(192, 0, 2, 1));
        Self { folder, router: router(&live), live, default_host: true, peer }
    }

    /// For backends with an API key, which is also returned. `policy` follows the header `[policy]`.
    pub fn with_api_key(policy: &str) -> (Self, String) {
        let folder = Folder::new();
        let made = NewKey::new("backend").unwrap();
        folder.write("keys.toml", &made.entry);
        let text = format!("[auth.api_keys]\nfile = 'keys.toml'\n[policy]\n{policy}");
        let service = folder.service(&text).unwrap();
        (Self::new(folder, service), made.key.to_string())
    }

    /// For users with a JWT signed with HS256. `rest` follows the first lines of `[auth.jwt]`.
    pub fn with_jwt(rest: &str) -> Self {
        let folder = Folder::new();
        folder.write("jwt.key", SHARED_KEY);
        let text = format!("[auth.jwt]\nalgorithms = ['HS256']\nkey_file = 'jwt.key'\n{rest}");
        let service = folder.service(&text).unwrap();
        Self::new(folder, service)
    }

    pub fn dev(config: &str) -> Self {
        let folder = Folder::new();
        let service = Service::dev(&folder.config(config).unwrap(), &credentials()).unwrap();
        let peer = Some(Ipv4Addr::LOCALHOST);
        Self { default_host: false, peer, ..Self::new(folder, service) }
    }

    pub async fn send(&self, mut request: Request<Body>) -> Answer {
        if self.default_host {
            request.headers_mut().entry("host").or_insert(HeaderValue::from_static("token.example"));
        }
        if let Some(peer) = self.peer {
            request.extensions_mut().insert(ConnectInfo(SocketAddr::from((peer, 1))));
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        assert!(!bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes()), "shows the secret");
        Answer { status: parts.status, headers: parts.headers, text: String::from_utf8(bytes).unwrap() }
    }

    /// `POST /v1/token` with these credentials.
    pub async fn ask(&self, credentials: &str, body: impl Into<Body>) -> Answer {
        self.send(post(body, &[("authorization", &format!("Bearer {credentials}"))])).await
    }
}

pub fn post(body: impl Into<Body>, headers: &[(&str, &str)]) -> Request<Body> {
    request("POST", "/v1/token", headers, body)
}

pub fn get(path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    request("GET", path, headers, Body::empty())
}

pub fn request(method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(body.into()).unwrap()
}

/// A complete response.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("{self:?}"))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap_or_else(|| panic!("no {name} in {self:?}")).to_str().unwrap()
    }

    /// The issued token, opened.
    pub fn claims(&self) -> Claims {
        assert_eq!(self.status, 200, "{self:?}");
        assert_eq!(
            (self.header("content-type"), self.header("cache-control")),
            ("application/json", "no-store")
        );
        let json = self.json();
        let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["expires_at", "renew_at", "token"]);
        let claims = Verifier::new(APP_ID, SECRET).unwrap().verify(json["token"].as_str().unwrap()).unwrap();
        assert_eq!(json["expires_at"], claims.expire);
        assert!(json["renew_at"].as_i64().unwrap() <= claims.expire - 30);
        claims
    }

    /// Asserts that it is a refusal with this status and code, in the form of RFC 9457.
    #[track_caller]
    pub fn refuses(&self, status: u16, code: i64) -> String {
        let json = self.json();
        assert_eq!((self.status.as_u16(), json["code"].as_i64()), (status, Some(code)), "{self:?}");
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(json["status"], status);
        assert!(json["type"].as_str().unwrap().starts_with("urn:token04:problem:"));
        assert!(!json["title"].as_str().unwrap().is_empty());
        assert_eq!(self.headers.contains_key("www-authenticate"), status == 401);
        assert_eq!(self.headers.contains_key("retry-after"), status == 429);
        json["detail"].as_str().unwrap().to_owned()
    }
}

pub fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    i64::try_from(since.as_secs()).unwrap()
}
