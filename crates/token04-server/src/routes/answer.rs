//! JSON responses.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// Most responses are shorter, so that they are allocated once.
const USUAL_LENGTH: usize = 512;

/// A JSON response that caches must not store.
pub(super) fn json(value: &impl serde::Serialize) -> Response {
    let mut body = Vec::with_capacity(USUAL_LENGTH);
    // Writing to memory cannot fail.
    let _ = serde_json::to_writer(&mut body, value);
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
