//! The APIs that clients of other token servers already ask, under the same rules: ZEGO's samples, and two common ones.

mod query;

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use super::admission::Admitted;
use super::answer::json;
use crate::issue::Granted;
use crate::problem::{Kind, Problem};
use crate::service::Live;

pub(super) fn routes() -> Router<Arc<Live>> {
    Router::new()
        .route("/access_token", get(access_token))
        .route("/api/zego/token", get(text))
        .route("/api/zego-token", get(record))
}

/// The contract of these addresses.
#[derive(OpenApi)]
#[openapi(paths(access_token, text, record))]
pub(super) struct Contract;

/// A token only.
#[derive(Serialize, ToSchema)]
struct TokenAlone {
    token: String,
}

/// Request a token, as from ZEGO's sample servers.
#[utoipa::path(
    get,
    path = "/access_token",
    operation_id = "access_token",
    params(
        ("userID" = Option<String>, Query, description = "The user of the token. With a JWT it is the JWT's own user."),
        ("expired_ts" = Option<u64>, Query, minimum = 1, description = "The time to live in seconds."),
    ),
    responses(
        (status = 200, description = "A token.", body = TokenAlone),
    )
)]
async fn access_token(
    State(live): State<Arc<Live>>,
    admitted: Result<Admitted, Problem>,
    uri: Uri,
) -> Result<Response, Problem> {
    let Granted { token, .. } = grant(&live, admitted, &uri)?.1;
    Ok(json(&TokenAlone { token }))
}

/// Request a token as plain text.
#[utoipa::path(
    get,
    path = "/api/zego/token",
    operation_id = "token_text",
    params(
        ("userId" = Option<String>, Query, description = "The user of the token. With a JWT it is the JWT's own user."),
        ("effectiveTime" = Option<u64>, Query, minimum = 1, description = "The time to live in seconds."),
        ("payload" = Option<String>, Query, description = "Empty, or the payload of a privilege token: JSON with room_id, privilege and stream_id_list. The policy must grant what it asks for."),
    ),
    responses(
        (status = 200, description = "A token.", content_type = "text/plain", body = String),
    )
)]
async fn text(
    State(live): State<Arc<Live>>,
    admitted: Result<Admitted, Problem>,
    uri: Uri,
) -> Result<Response, Problem> {
    let mut response = grant(&live, admitted, &uri)?.1.token.into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// A token, its user and its expiry.
#[derive(Serialize, ToSchema)]
struct TokenRecord<'a> {
    /// Always 0; a refusal is a problem with the error code that all token04 libraries share.
    code: i32,
    message: &'static str,
    token: String,
    user_id: &'a str,
    /// In milliseconds since 1970.
    expire_time: i64,
}

/// Request a token, its user and its expiry.
#[utoipa::path(
    get,
    path = "/api/zego-token",
    operation_id = "token_record",
    params(
        ("userId" = Option<String>, Query, description = "The user of the token. With a JWT it is the JWT's own user."),
    ),
    responses(
        (status = 200, description = "A token.", body = TokenRecord),
    )
)]
async fn record(
    State(live): State<Arc<Live>>,
    admitted: Result<Admitted, Problem>,
    uri: Uri,
) -> Result<Response, Problem> {
    let (admitted, Granted { token, expires_at, .. }) = grant(&live, admitted, &uri)?;
    Ok(json(&TokenRecord {
        code: 0,
        message: "success",
        token,
        user_id: admitted.service.secrets.answered(admitted.user_id()),
        expire_time: expires_at.saturating_mul(1000),
    }))
}

fn grant(
    live: &Live,
    admitted: Result<Admitted, Problem>,
    uri: &Uri,
) -> Result<(Admitted, Granted), Problem> {
    // A reload may have disabled it.
    if !live.service().compat {
        return Err(Problem::plain(Kind::NotFound, "nothing is served at this address"));
    }
    let admitted = admitted?;
    let granted = admitted.grant(&query::read(uri)?, &live.metrics)?;
    Ok((admitted, granted))
}
