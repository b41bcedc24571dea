//! Endpoints for operators and monitoring: health, readiness and metrics.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::json;
use crate::problem::{Kind, Problem};
use crate::service::Live;

/// The state of the service.
#[derive(Serialize, ToSchema)]
pub(super) struct Health {
    /// Always `ok`; the HTTP status reports anything else.
    #[schema(pattern = "^ok$")]
    status: &'static str,
}

/// Whether the process responds.
#[utoipa::path(
    get,
    path = "/healthz",
    operation_id = "health",
    responses((status = 200, description = "The process responds.", body = Health))
)]
pub(super) async fn health() -> Response {
    json(&Health { status: "ok" })
}

/// Whether the service can issue tokens and is not stopping.
#[utoipa::path(
    get,
    path = "/readyz",
    operation_id = "ready",
    responses(
        (status = 200, description = "The service can issue tokens and is not stopping.", body = Health),
    )
)]
pub(super) async fn ready(State(live): State<Arc<Live>>) -> Result<Response, Problem> {
    if live.is_ready() {
        return Ok(json(&Health { status: "ok" }));
    }
    Err(Problem::plain(
        Kind::Unavailable,
        "the service is stopping, or waiting for the keys of the identity provider",
    ))
}

pub(super) async fn metrics(State(live): State<Arc<Live>>) -> Response {
    ([(header::CONTENT_TYPE, prometheus::TEXT_FORMAT)], live.metrics.text()).into_response()
}
