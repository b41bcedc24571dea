//! The assistant page of `--dev`, and the routes that it asks.

mod about;
mod read;

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use token04_page::Page;

use crate::service::Live;

pub(super) fn routes() -> Router<Arc<Live>> {
    Router::new()
        .route("/", get(page))
        .route("/dev/about", get(about::answer))
        .route("/dev/read", post(read::answer))
}

static PAGE: LazyLock<Page> = LazyLock::new(Page::of_service);

async fn page() -> Response {
    let Page { html, policy } = &*PAGE;
    let mut response = html.as_str().into_response();
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
