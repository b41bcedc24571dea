//! The assistant page of `--dev`: one file, assembled from its parts, that nothing can be injected into.

mod about;
mod diagnose;
mod explain;

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::service::Live;

pub(super) fn routes() -> Router<Arc<Live>> {
    Router::new()
        .route("/", get(page))
        .route("/dev/about", get(about::answer))
        .route("/dev/diagnose", post(diagnose::answer))
        .route("/dev/explain", post(explain::answer))
}

const STYLE: &str = include_str!("assistant/page.css");

/// The parts of the script, in order.
const SCRIPT: &str = concat!(
    "\"use strict\";\n",
    include_str!("assistant/texts.js"),
    include_str!("assistant/page.js"),
    include_str!("assistant/make.js"),
    include_str!("assistant/explain.js"),
    include_str!("assistant/read.js"),
    "start();\n",
);

/// The page, and the policy that allows only its own script and style.
static PAGE: LazyLock<(String, String)> = LazyLock::new(|| {
    let page = include_str!("assistant/page.html").replace("/*STYLE*/", STYLE).replace("/*SCRIPT*/", SCRIPT);
    let hash = |content: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)));
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; connect-src 'self'; img-src data:; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        hash(SCRIPT),
        hash(STYLE),
    );
    (page, policy)
});

async fn page() -> Response {
    let (page, policy) = &*PAGE;
    let mut response = page.as_str().into_response();
    for (name, value) in [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ] {
        // Base64 and the texts above are valid header values, so no header is left out.
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
