//! The HTTP routes: which handler answers which address.

mod admission;
mod answer;
mod assistant;
mod compat;
mod edge;
mod guard;
mod host;
mod openapi;
mod operations;
mod token;

use std::sync::Arc;

use axum::Router;
use axum::routing::{any, get, post};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::config::MetricsPlace;
use crate::problem::{Kind, Problem};
use crate::service::Live;

/// The service as an axum router.
///
/// Its addresses do not change when the service is [replaced](Live::replace). It counts and logs each request, and
/// answers every address itself; you can nest it or merge it with other routes. To know the address of a caller it
/// needs that of the connection as [`ConnectInfo`](axum::extract::ConnectInfo).
pub fn router(live: &Arc<Live>) -> Router {
    let service = live.service();
    let mut router = Router::new()
        .route("/v1/token", post(token::answer))
        .route("/healthz", get(operations::health))
        .route("/readyz", get(operations::ready))
        .route("/openapi.json", get(openapi::answer));
    if service.compat {
        router = router.merge(compat::routes());
    }
    if service.metrics == MetricsPlace::Main {
        router = router.route("/metrics", get(operations::metrics));
    }
    if service.dev.is_some() {
        router = router.merge(assistant::routes());
    }
    router = router.method_not_allowed_fallback(method_not_allowed).fallback(any(not_found));
    if !service.cors_origins.is_empty() {
        router = router.layer(cors(live));
    }
    edge::around(router, live).with_state(Arc::clone(live))
}

/// The router of the address that serves `/metrics` alone.
pub(crate) fn metrics_router(live: &Arc<Live>) -> Router {
    let router = Router::new()
        .route("/metrics", get(operations::metrics))
        .method_not_allowed_fallback(method_not_allowed)
        .fallback(any(not_found));
    edge::around(router, live).with_state(Arc::clone(live))
}

/// Allows requests from pages of the configured origins. Each request looks up the list, so a reload applies.
fn cors(live: &Arc<Live>) -> CorsLayer {
    let live = Arc::clone(live);
    CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(move |origin, _| live.service().cors_origins.contains(origin)))
        .allow_methods([axum::http::Method::GET, axum::http::Method::POST])
        .allow_headers([
            axum::http::header::AUTHORIZATION,
            axum::http::header::CONTENT_TYPE,
            axum::http::HeaderName::from_static("x-api-key"),
        ])
        .expose_headers([
            axum::http::header::RETRY_AFTER,
            axum::http::HeaderName::from_static("x-request-id"),
        ])
        .max_age(std::time::Duration::from_secs(600))
}

async fn not_found() -> Problem {
    Problem::plain(Kind::NotFound, "nothing is served at this address; see /openapi.json")
}

async fn method_not_allowed() -> Problem {
    Problem::plain(Kind::MethodNotAllowed, "the header Allow lists the methods of this address")
}
