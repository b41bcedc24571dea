//! What operators and their machines ask: is it alive, is it ready, what has it done.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::json;
use crate::problem::{Kind, Problem};
use crate::service::Live;

/// How the service is.
#[derive(Serialize, ToSchema)]
pub(super) struct Health {
    /// Always `ok`; the HTTP status reports anything else.
    #[schema(pattern = "^ok$")]
    status: &'static str,
}

/// Whether the process answers.
#[utoipa::path(
    get,
    path = "/healthz",
    operation_id = "health",
    responses((status = 200, description = "The process answers.", body = Health))
)]
pub(super) async fn health() -> Response {
    json(&Health { status: "ok" })
}

/// Whether the service can give tokens, and is not about to end.
#[utoipa::path(
    get,
    path = "/readyz",
    operation_id = "ready",
    responses(
        (status = 200, description = "The service can give tokens, and is not about to end.", body = Health),
    )
)]
pub(super) async fn ready(State(live): State<Arc<Live>>) -> Result<Response, Problem> {
    if live.is_ready() {
        return Ok(json(&Health { status: "ok" }));
    }
    Err(Problem::plain(
        Kind::Unavailable,
        "the service is about to end, or waits for the keys of the identity provider",
    ))
}

pub(super) async fn metrics(State(live): State<Arc<Live>>) -> Response {
    ([(header::CONTENT_TYPE, prometheus::TEXT_FORMAT)], live.metrics.text()).into_response()
}
