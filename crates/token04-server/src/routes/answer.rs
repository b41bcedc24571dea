//! JSON responses.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// A JSON response that caches must not store.
pub(super) fn json(value: &impl serde::Serialize) -> Response {
    let mut response = serde_json::to_vec(value).unwrap_or_default().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
