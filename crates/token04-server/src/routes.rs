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
use axum::extract::Request;
use axum::middleware::from_fn_with_state;
use axum::response::Response;
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
    main_router(live).layer(from_fn_with_state(Arc::clone(live), edge::middleware))
}

/// The routes of an address to listen on, with one edge around all of them: around each, as axum puts a middleware, it
/// would cost a tenth of the requests per second.
pub(crate) struct Routes {
    live: Arc<Live>,
    router: Router,
}

impl Routes {
    /// The routes of the service.
    pub fn main(live: &Arc<Live>) -> Self {
        Self { live: Arc::clone(live), router: main_router(live) }
    }

    /// The routes of the address that serves `/metrics` alone.
    pub fn metrics(live: &Arc<Live>) -> Self {
        let router = Router::new().route("/metrics", get(operations::metrics));
        Self { live: Arc::clone(live), router: with_fallbacks(router).with_state(Arc::clone(live)) }
    }

    /// Answers a request.
    pub async fn answer(&self, request: Request) -> Response {
        edge::edge(&self.live, self.router.clone(), request).await
    }
}

fn main_router(live: &Arc<Live>) -> Router {
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
    router = with_fallbacks(router);
    if !service.cors_origins.is_empty() {
        router = router.layer(cors(live));
    }
    router.with_state(Arc::clone(live))
}

fn with_fallbacks(router: Router<Arc<Live>>) -> Router<Arc<Live>> {
    router.method_not_allowed_fallback(method_not_allowed).fallback(any(not_found))
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
