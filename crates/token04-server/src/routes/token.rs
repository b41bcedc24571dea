//! `POST /v1/token`: the one thing that the service is for.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use http_body_util::BodyExt as _;

use super::admission::Admitted;
use super::answer::json;
use crate::issue::Granted;
use crate::problem::{Kind, Problem};
use crate::request::TokenRequest;
use crate::service::Live;

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
pub(super) async fn answer(
    State(live): State<Arc<Live>>,
    admitted: Result<Admitted, Problem>,
    request: Request,
) -> Result<Response, Problem> {
    let (parts, mut body) = request.into_parts();
    let read = match admitted {
        Ok(admitted) => {
            read(&mut body, &parts.headers, admitted.service.body_limit).await.map(|bytes| (admitted, bytes))
        }
        Err(problem) => Err(problem),
    };
    match read {
        Ok((admitted, bytes)) => Ok(json(&admitted.grant(&TokenRequest::parse(&bytes)?, &live.metrics)?)),
        Err(problem) => {
            // Who waits for "100 Continue" has not sent anything, and need not.
            if !parts.headers.contains_key(header::EXPECT) {
                discard(&mut body).await;
            }
            Err(problem)
        }
    }
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
