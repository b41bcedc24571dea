//! `POST /v1/token`: the one thing that the service is for.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt as _;

use super::edge::{Audit, Peer};
use crate::auth::Caller;
use crate::issue::Granted;
use crate::metrics::{Metrics, TokenKind};
use crate::problem::{Kind, Problem};
use crate::request::TokenRequest;
use crate::service::{Live, Service};

/// How long a body that will not be read is still taken from the line: who is still sending would lose the
/// answer with the connection.
const DISCARD_FOR: Duration = Duration::from_secs(1);

/// Ask for a token.
#[utoipa::path(
    post,
    path = "/v1/token",
    operation_id = "token",
    request_body(content = TokenRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "A token.", body = Granted),
    )
)]
pub(super) async fn answer(State(live): State<Arc<Live>>, request: Request) -> Response {
    let service = live.service();
    let (parts, body) = request.into_parts();
    let mut audit = Audit::default();
    let result =
        grant(&service, &live.metrics, &parts.headers, Peer::of(&parts.extensions), body, &mut audit).await;
    let mut response = match result {
        Ok(granted) => json(&granted),
        Err(problem) => problem.into_response(),
    };
    response.extensions_mut().insert(audit);
    response
}

async fn grant(
    service: &Service,
    metrics: &Metrics,
    headers: &HeaderMap,
    peer: IpAddr,
    mut body: Body,
    audit: &mut Audit,
) -> Result<Granted, Problem> {
    let result = match service.admit(headers, service.address(peer, headers)).await {
        Ok(caller) => {
            audit.caller = Some(Arc::clone(&caller.name));
            read(&mut body, headers, service.body_limit).await.map(|bytes| (caller, bytes))
        }
        Err(problem) => Err(problem),
    };
    match result {
        Ok((caller, bytes)) => make(service, metrics, &caller, &TokenRequest::parse(&bytes)?, audit),
        Err(problem) => {
            // Who waits for "100 Continue" has not sent anything, and need not.
            if !headers.contains_key(header::EXPECT) {
                discard(&mut body).await;
            }
            Err(problem)
        }
    }
}

/// Makes the token, and counts it.
pub(super) fn make(
    service: &Service,
    metrics: &Metrics,
    caller: &Caller,
    request: &TokenRequest,
    audit: &mut Audit,
) -> Result<Granted, Problem> {
    let granted = service.issue(caller, request)?;
    audit.user_id = Some(granted.user_id.clone());
    metrics.made(match request {
        TokenRequest { kit: Some(_), .. } => TokenKind::Kit,
        TokenRequest { room: Some(_), .. } => TokenKind::Privilege,
        _ => TokenKind::Identity,
    });
    Ok(granted)
}

/// The whole body, within the limit.
async fn read(body: &mut Body, headers: &HeaderMap, limit: usize) -> Result<Vec<u8>, Problem> {
    let too_large = || Problem::plain(Kind::TooLarge, format!("the body must be at most {limit} bytes"));
    let announced =
        headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > limit as u64) {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Problem::plain(Kind::Malformed, "the body ended before its end"))?;
        if let Some(data) = frame.data_ref() {
            if bytes.len() + data.len() > limit {
                return Err(too_large());
            }
            bytes.extend_from_slice(data);
        }
    }
    Ok(bytes)
}

async fn discard(body: &mut Body) {
    let all = async { while let Some(Ok(_)) = body.frame().await {} };
    let _ = tokio::time::timeout(DISCARD_FOR, all).await;
}

/// An answer that nobody keeps.
pub(super) fn json(value: &impl serde::Serialize) -> Response {
    let mut response = serde_json::to_vec(value).unwrap_or_default().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
