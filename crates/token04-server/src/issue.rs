//! Makes the token that was decided on.

use std::fmt::Write as _;
use std::time::Duration;

#[cfg(test)]
use serde::Serialize;
use token04_core::host::{self, Issued};
use token04_core::{ErrorCode, Issuer};
use utoipa::ToSchema;

use crate::decide::Decision;
use crate::problem::Problem;

/// The SDK warns 30 s before the expiry; the app must renew earlier, by more than a round trip.
const LEAST_MARGIN: u64 = 40;
const LONGEST_MARGIN: u64 = 3600;

/// A token that was granted.
#[cfg_attr(test, derive(Serialize))]
#[derive(ToSchema)]
pub(crate) struct Granted {
    /// The token. Pass it to the SDK unchanged.
    #[schema(pattern = "^04[A-Za-z0-9+/]+={0,2}(#[A-Za-z0-9+/]+={0,2})?$")]
    pub token: String,
    /// When the token expires, in unix seconds.
    pub expires_at: i64,
    /// When to request the next token, in unix seconds: at least 30 s before the expiry, so before the SDK's own
    /// warning.
    pub renew_at: i64,
}

impl Granted {
    /// The response in JSON. No character of a token needs an escape, and serde takes as long to find that as the
    /// encryption takes.
    pub fn json(&self) -> String {
        let Self { token, expires_at, renew_at } = self;
        let mut json = String::with_capacity(token.len() + 80);
        // Writing to a string cannot fail.
        let _ = write!(json, r#"{{"token":"{token}","expires_at":{expires_at},"renew_at":{renew_at}}}"#);
        json
    }
}

/// Makes the token that was decided on.
pub(crate) fn issue(issuer: &Issuer, decision: &Decision<'_>) -> Result<Granted, Problem> {
    let ttl = Duration::from_secs(decision.ttl);
    let issued = match (&decision.kit, &decision.room) {
        (Some(user), None) => host::issue_kit_timed(issuer, user, ttl, ""),
        (Some(user), Some(room)) => {
            room.payload().and_then(|payload| host::issue_kit_timed(issuer, user, ttl, &payload))
        }
        (None, Some(room)) => host::issue_room_timed(issuer, decision.user_id, ttl, room),
        (None, None) => host::issue_timed(issuer, decision.user_id, ttl, ""),
    };
    let Issued { token, expires_at } = issued.map_err(refused)?;
    let margin = (decision.ttl / 10).clamp(LEAST_MARGIN, LONGEST_MARGIN);
    Ok(Granted { token, expires_at, renew_at: expires_at.saturating_sub_unsigned(margin) })
}

/// A ttl or payload that the product does not accept is not granted; anything else it cannot read is malformed.
fn refused(error: token04_core::Error) -> Problem {
    match error.code() {
        code @ (ErrorCode::InvalidTtl | ErrorCode::InvalidPayload) => {
            Problem::forbidden(code, error.message().to_owned())
        }
        _ => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_response_is_what_serde_writes() {
        for token in ["04AAA+/==", "04AAA#BBB=", ""] {
            let granted = Granted { token: token.to_owned(), expires_at: i64::MAX, renew_at: i64::MIN };
            assert_eq!(granted.json(), serde_json::to_string(&granted).unwrap());
        }
    }
}
