//! One connection: speaks HTTP/1.1 on it until either side ends it.
//!
//! HTTP/2 is left to the load balancer: a client sends one request in hours and gains nothing from it.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;

use arc_swap::ArcSwap;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::Instant;

use super::patience::{Patience, Patient, Stage};
use super::stopped::Stopped;
use crate::routes::Routes;

/// The maximum length of a request head: a JWT of 8 KiB and the rest. hyper's default holds up to 400 KiB of each.
const LONGEST_HEAD: usize = 10 << 10;

/// The routes of a listener, which a reload may replace.
pub(crate) type CurrentRoutes = Arc<ArcSwap<Routes>>;

/// Serves a connection. When the process stops, it finishes the request in progress and then closes.
pub(super) async fn serve<S>(
    stream: S,
    peer: SocketAddr,
    routes: CurrentRoutes,
    patience: Patience,
    accepted: Instant,
    mut stopped: Stopped,
) where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let stage = Arc::new(Stage::new());
    let io = TokioIo::new(Patient::new(stream, patience, Arc::clone(&stage), accepted));
    let service = hyper::service::service_fn(|mut request: Request<Incoming>| {
        stage.answering();
        request.extensions_mut().insert(ConnectInfo(peer));
        let (routes, stage) = (routes.load_full(), Arc::clone(&stage));
        async move {
            let response = routes.answer(request.map(Body::new)).await;
            stage.answered();
            Ok::<Response, Infallible>(response)
        }
    });
    // A response is short: to copy its body behind its head costs less than a vectored write.
    let connection =
        http1::Builder::new().max_buf_size(LONGEST_HEAD).writev(false).serve_connection(io, service);
    let mut connection = pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = stopped.told() => {
            stage.ending();
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%peer, %error, "a connection ended with an error");
    }
}
