//! JSON responses.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// A JSON response that caches must not store.
pub(super) fn json(value: &impl serde::Serialize) -> Response {
    json_text(serde_json::to_string(value).unwrap_or_default())
}

/// The same, of a text that is JSON already.
pub(super) fn json_text(text: String) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
