//! Makes the token that a caller asked for and the policy grants.

use serde::Serialize;
use token04_core::{ErrorCode, host, inspect};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::policy::Decision;
use crate::problem::{Kind, Problem};
use crate::request::{Replaces, TokenRequest};

/// The SDK warns 30 s before the end; the app is to be earlier, by more than a round trip.
const LEAST_MARGIN: u64 = 40;
const LONGEST_MARGIN: u64 = 3600;

/// A token that was granted.
#[derive(Serialize, ToSchema)]
#[cfg_attr(test, derive(Debug))]
pub(crate) struct Granted {
    /// The token, to be handed to the SDK as it stands.
    #[schema(pattern = "^04[A-Za-z0-9+/]+={0,2}(#[A-Za-z0-9+/]+={0,2})?$")]
    pub token: String,
    /// When the token ends, in unix seconds.
    pub expires_at: i64,
    /// When to ask for the next one, in unix seconds: at least 30 s before the end, and so before the SDK's
    /// own warning.
    pub renew_at: i64,
    /// For whom; for the log.
    #[serde(skip)]
    #[schema(ignore)]
    pub user_id: String,
}

/// Decides and makes the token.
pub(crate) fn issue(caller: &Caller, request: &TokenRequest) -> Result<Granted, Problem> {
    let decision = caller.grants.decide(caller, request)?;
    let ttl = match &request.replaces {
        Some(replaces) => lasting(&decision, expiry(replaces)?)?,
        None => decision.ttl,
    };
    let token = caller.grants.issue(&decision, ttl)?;
    Granted::new(token, ttl, decision.user_id)
}

impl Granted {
    fn new(token: String, ttl: u64, user_id: String) -> Result<Self, Problem> {
        let expires_at = inspect(&token)?.expires_at;
        let margin = (ttl / 10).clamp(LEAST_MARGIN, LONGEST_MARGIN);
        let renew_at = expires_at.saturating_sub_unsigned(margin);
        Ok(Self { token, expires_at, renew_at, user_id })
    }
}

/// When the token to be replaced ends, as its envelope says. It is not decrypted: whoever could have tokens
/// decrypted here, and sees the answers or only their times, could make tokens for anybody.
fn expiry(replaces: &Replaces) -> Result<i64, Problem> {
    match replaces {
        Replaces::ExpiresAt(seconds) => Ok(i64::try_from(*seconds).unwrap_or(i64::MAX)),
        Replaces::Token(token) => match inspect(token) {
            Ok(header) => Ok(header.expires_at),
            Err(error) if !token.starts_with("04") => Err(error.into()),
            Err(error) => {
                let detail = format!("the token to replace cannot be read ({error}): leave it out");
                Err(Problem::new(Kind::Conflict, error.code(), detail))
            }
        },
    }
}

/// The time to live of a token that ends no earlier than `end`.
fn lasting(decision: &Decision, end: i64) -> Result<u64, Problem> {
    let left = u64::try_from(end.saturating_sub(host::now())).unwrap_or(0);
    if left > decision.max_ttl {
        let detail = format!(
            "the token to replace is valid for {left} s more, and at most {} s are granted",
            decision.max_ttl
        );
        return Err(Problem::new(Kind::Conflict, ErrorCode::InvalidTtl, detail));
    }
    Ok(decision.ttl.max(left))
}
