//! What applies to every request: host check, request id, timeout, caught panics, log line and metrics.

use std::cell::Cell;
use std::convert::Infallible;
use std::hash::{BuildHasher, RandomState};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::CONNECTION;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt as _;
use futures_util::future::poll_immediate;
use token04_core::{ErrorCode, hex};
use tower::{Service, ServiceExt as _};

use super::admission::{Arrival, Identity};
use super::{guard, host};
use crate::metrics::Counted;
use crate::problem::{Kind, Problem, Refusal};
use crate::redact::Secrets;
use crate::route::Route;
use crate::service::Live;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const CONTENT_TYPE_OPTIONS: HeaderName = HeaderName::from_static("x-content-type-options");

/// The edge as a middleware of axum.
pub(super) async fn middleware(State(live): State<Arc<Live>>, request: Request, next: Next) -> Response {
    edge(&live, next, request).await
}

/// Puts the edge around what answers the request.
pub(super) async fn edge<N>(live: &Live, next: N, mut request: Request) -> Response
where
    N: Service<Request, Response = Response, Error = Infallible>,
{
    let started = Instant::now();
    let route = Route::of(request.uri().path());
    let method = name_of(request.method());
    let service = live.service();
    let id = request_id(request.headers(), &service.secrets);
    let address = service.address(peer(&request), request.headers());
    let request_timeout = service.request_timeout;
    // From the service of this request: it may have become a development service after the router was made.
    let allowed = match service.dev {
        Some(_) => guard::loopback_alone(&request),
        None => host::check(&request),
    };
    let identity = Arc::new(Identity::default());
    request.extensions_mut().insert(Arrival {
        service: Arc::clone(&service),
        address,
        identity: Arc::clone(&identity),
    });
    // Also dropped if the client disconnects before the response.
    let counted = Counted::new(&live.metrics.in_flight);
    let answer = async {
        match allowed {
            Ok(()) => next.oneshot(request).await.unwrap_or_else(|never| match never {}),
            Err(problem) => problem.into_response(),
        }
    };
    let mut answer = pin!(AssertUnwindSafe(answer).catch_unwind());
    // Most requests are answered at once and need no timer.
    let answered = match poll_immediate(answer.as_mut()).await {
        Some(answered) => Ok(answered),
        None => tokio::time::timeout(request_timeout, answer).await,
    };
    let mut response = match answered {
        Ok(Ok(response)) => response,
        Ok(Err(_panic)) => Problem::internal().into_response(),
        Err(_elapsed) => timeout(),
    };
    drop(counted);
    let took = started.elapsed();
    live.metrics.answered(route, response.status().as_u16(), took);
    let line = Line {
        method,
        route,
        id: id.to_str().unwrap_or_default(),
        address,
        identity: &identity,
        secrets: &service.secrets,
        took,
    };
    line.write(live, &mut response);
    let headers = response.headers_mut();
    headers.insert(REQUEST_ID, id);
    headers.insert(CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if live.is_draining() {
        // A client that keeps the connection could send the next request just as it closes.
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

fn timeout() -> Response {
    let mut response =
        Problem::plain(Kind::Timeout, "the request did not arrive, or was not answered, in time")
            .into_response();
    // The rest of the body may still be arriving.
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    response
}

/// The address of the peer, or an unspecified one if the server that runs the router does not report it.
fn peer(request: &Request) -> IpAddr {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(address)| address.ip())
}

/// Writes a log line.
struct Line<'a> {
    method: &'static str,
    route: Route,
    id: &'a str,
    address: IpAddr,
    identity: &'a Identity,
    secrets: &'a Secrets,
    took: std::time::Duration,
}

impl Line<'_> {
    fn write(&self, live: &Live, response: &mut Response) {
        let refusal = response.extensions_mut().remove::<Refusal>();
        let outcome = refusal.map_or("ok", |refusal| refusal.kind.slug());
        let code = refusal.map_or(0, |refusal| refusal.code.number());
        if refusal.is_some() {
            live.metrics.refused(outcome, code);
        }
        let status = response.status().as_u16();
        let duration_us = u64::try_from(self.took.as_micros()).unwrap_or(u64::MAX);
        macro_rules! line {
            ($level:ident) => {
                tracing::$level!(
                    request_id = self.id,
                    method = self.method,
                    route = self.route.label(),
                    status,
                    outcome,
                    code,
                    caller = self.identity.caller.get().map(|caller| self.secrets.logged(&caller.name)),
                    user_id = self.identity.user_id.get().map(|id| self.secrets.logged(id)),
                    address = %self.address,
                    duration_us,
                    "request"
                )
            };
        }
        match refusal.map(|refusal| refusal.code) {
            Some(ErrorCode::Internal | ErrorCode::RandomUnavailable) => line!(error),
            _ if self.route.is_probe() => line!(debug),
            _ => line!(info),
        }
    }
}

/// The name of a standard HTTP method; clients can invent others.
fn name_of(method: &Method) -> &'static str {
    let known = ["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT"];
    known.into_iter().find(|name| *name == method.as_str()).unwrap_or("other")
}

/// The request's own id if it is plain text, or a new one.
fn request_id(headers: &HeaderMap, secrets: &Secrets) -> HeaderValue {
    let plain = |id: &&HeaderValue| {
        (8..=64).contains(&id.len())
            && id.as_bytes().iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
            && !id.to_str().is_ok_and(|id| secrets.are_in(id))
    };
    headers.get(REQUEST_ID).filter(plain).cloned().unwrap_or_else(new_id)
}

/// A new id that distinguishes requests; it need not be secret.
fn new_id() -> HeaderValue {
    thread_local! {
        static NEXT: Cell<u64> = Cell::new(RandomState::new().hash_one(0));
    }
    let id = NEXT.get();
    NEXT.set(id.wrapping_add(1));
    let pairs = id.to_be_bytes().map(hex::digits);
    // Digits are a valid header value, so the fallback is never taken.
    HeaderValue::from_bytes(pairs.as_flattened()).unwrap_or(HeaderValue::from_static("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_could_break_a_log_are_replaced() {
        let secrets = Secrets::new(std::iter::empty());
        let mut headers = HeaderMap::new();
        headers.insert(REQUEST_ID, "0123-abc_DEF.9".parse().unwrap());
        assert_eq!(request_id(&headers, &secrets), "0123-abc_DEF.9");
        for id in ["short", "{\"a\":\"b\"}xx", &"a".repeat(65), "04abcdef+/==", "t04_AbCdEfGhIjKlMnOp"] {
            headers.insert(REQUEST_ID, id.parse().unwrap());
            assert_ne!(request_id(&headers, &secrets), id);
        }
        assert_ne!(new_id(), new_id());
    }
}
