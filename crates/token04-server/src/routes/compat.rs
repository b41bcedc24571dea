//! `GET /access_token?userID=…&expired_ts=…`: the API of ZEGO's sample servers, under the same rules.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::Uri;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use token04_core::ErrorCode;
use token04_core::host;
use utoipa::{OpenApi, ToSchema};

use super::admission::Admitted;
use super::answer::json;
use crate::problem::{Kind, Problem};
use crate::redact;
use crate::request::{TokenRequest, Whole};
use crate::service::Live;

/// The contract of this address.
#[derive(OpenApi)]
#[openapi(paths(answer))]
pub(super) struct Contract;

/// The query. The samples differ in the spelling of the user id.
#[derive(Deserialize)]
pub(super) struct Parameters {
    #[serde(rename = "userID", alias = "userId", alias = "UserID", alias = "user_id")]
    user_id: Option<String>,
    expired_ts: Option<String>,
}

impl Parameters {
    /// Parses a query. The decoder would replace invalid UTF-8, and the token would be for another user.
    fn read(uri: &Uri) -> Option<Self> {
        let Query(parameters) = Query::<Self>::try_from_uri(uri).ok()?;
        let is_replaced = |text: &Option<String>| text.as_ref().is_some_and(|text| text.contains('\u{fffd}'));
        let sent = uri.query().unwrap_or_default().to_ascii_lowercase().contains("%ef%bf%bd");
        let replaced = !sent && (is_replaced(&parameters.user_id) || is_replaced(&parameters.expired_ts));
        (!replaced).then_some(parameters)
    }
}

/// A token only.
#[derive(Serialize, ToSchema)]
#[schema(as = TokenAlone)]
struct Answer {
    token: String,
}

/// Request an identity token, as from ZEGO's sample servers.
#[utoipa::path(
    get,
    path = "/access_token",
    operation_id = "access_token",
    params(
        ("userID" = Option<String>, Query, description = "The user of the token. With a JWT it is the JWT's own user."),
        ("expired_ts" = Option<u64>, Query, minimum = 1, description = "The time to live in seconds."),
    ),
    responses(
        (status = 200, description = "A token.", body = Answer),
    )
)]
pub(super) async fn answer(
    State(live): State<Arc<Live>>,
    admitted: Result<Admitted, Problem>,
    uri: Uri,
) -> Result<Response, Problem> {
    // A reload may have disabled it.
    if !live.service().compat {
        return Err(Problem::plain(Kind::NotFound, "nothing is served at this address"));
    }
    let admitted = admitted?;
    let parameters = Parameters::read(&uri).ok_or_else(|| {
        Problem::malformed(
            ErrorCode::InvalidArgument,
            "the query must be userID=…&expired_ts=… in UTF-8, each once",
        )
    })?;
    let ttl = match parameters.expired_ts.as_deref() {
        None | Some("") => None,
        Some(text) => match text.parse() {
            Ok(seconds @ 1..) => Some(Whole(seconds)),
            _ => return Err(host::invalid_ttl(redact::shown(text)).into()),
        },
    };
    let request = TokenRequest { user_id: parameters.user_id, ttl, ..TokenRequest::default() };
    let granted = admitted.grant(&request, &live.metrics)?;
    Ok(json(&Answer { token: granted.token }))
}
