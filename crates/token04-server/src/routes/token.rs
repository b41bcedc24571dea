//! `POST /v1/token`: issues a token.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header;
use axum::response::Response;

use super::admission::Admitted;
use super::answer::json_text;
use crate::bodies::discard;
use crate::issue::Granted;
use crate::problem::Problem;
use crate::request::TokenRequest;
use crate::service::Live;

/// Request a token.
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
            let limit = admitted.service.body_limit;
            live.bodies.read(&mut body, &parts.headers, limit).await.map(|bytes| (admitted, bytes))
        }
        Err(problem) => Err(problem),
    };
    match read {
        Ok((admitted, bytes)) => {
            let granted = admitted.grant(&TokenRequest::parse(&bytes)?, &live.metrics)?;
            Ok(json_text(granted.json()))
        }
        Err(problem) => {
            // A client that waits for "100 Continue" has sent no body, and need not.
            if !parts.headers.contains_key(header::EXPECT) {
                // Boxed, so that the future of a request that is granted is small.
                Box::pin(discard(&mut body)).await;
            }
            Err(problem)
        }
    }
}
