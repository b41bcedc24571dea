//! The query of the compatible addresses, as a token request.

use axum::extract::Query;
use axum::http::Uri;
use serde::Deserialize;
use token04_core::host;
use token04_core::{ErrorCode, Privilege};

use crate::problem::Problem;
use crate::redact;
use crate::request::{Room, TokenRequest, Whole};

/// The parameters, in the spellings that clients use. Every address takes all of them, so that a limit is never
/// ignored.
#[derive(Deserialize)]
struct Parameters {
    #[serde(rename = "userID", alias = "userId", alias = "UserID", alias = "user_id")]
    user_id: Option<String>,
    #[serde(rename = "expired_ts", alias = "effectiveTime")]
    ttl: Option<String>,
    payload: Option<String>,
}

/// Reads the query of a request.
pub(super) fn read(uri: &Uri) -> Result<TokenRequest, Problem> {
    let Parameters { user_id, ttl, payload } = Parameters::read(uri).ok_or_else(|| {
        Problem::malformed(
            ErrorCode::InvalidArgument,
            "the query must be the parameters of this address in UTF-8, each at most once",
        )
    })?;
    let ttl = ttl.filter(|text| !text.is_empty()).map(|text| whole_seconds(&text)).transpose()?;
    let room = payload.filter(|text| !text.is_empty()).map(|text| room(&text)).transpose()?;
    Ok(TokenRequest { user_id, ttl, room, ..TokenRequest::default() })
}

impl Parameters {
    /// Parses a query. The decoder would replace invalid UTF-8, and the token would be for another user.
    fn read(uri: &Uri) -> Option<Self> {
        let Query(parameters) = Query::<Self>::try_from_uri(uri).ok()?;
        let is_replaced = |text: &Option<String>| text.as_ref().is_some_and(|text| text.contains('\u{fffd}'));
        let sent = uri.query().unwrap_or_default().to_ascii_lowercase().contains("%ef%bf%bd");
        let given = [&parameters.user_id, &parameters.ttl, &parameters.payload];
        let replaced = !sent && given.into_iter().any(is_replaced);
        (!replaced).then_some(parameters)
    }
}

fn whole_seconds(text: &str) -> Result<Whole, Problem> {
    match text.parse() {
        Ok(seconds @ 1..) => Ok(Whole(seconds)),
        _ => Err(host::invalid_ttl(redact::shown(text)).into()),
    }
}

/// The limits in a payload. No other payload is granted, because the policy cannot judge it. A right that the payload
/// leaves out is not granted either.
fn room(payload: &str) -> Result<Room, Problem> {
    let privilege = Privilege::parse(payload).ok_or_else(|| {
        Problem::forbidden(
            ErrorCode::InvalidPayload,
            "payload must be empty, or JSON with room_id, privilege and stream_id_list",
        )
    })?;
    let Privilege { room_id, login, publish, streams, .. } = privilege;
    Ok(Room { room_id, login: Some(login == Some(true)), publish: Some(publish == Some(true)), streams })
}
