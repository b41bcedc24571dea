//! Makes the token that a caller asked for and the policy grants.

use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;
use token04_core::{ErrorCode, Login, Verifier, inspect};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::policy::Decision;
use crate::problem::{Kind, Problem};
use crate::request::TokenRequest;

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
pub(crate) fn issue(
    caller: &Caller,
    request: &TokenRequest,
    verifier: &Verifier,
) -> Result<Granted, Problem> {
    let decision = caller.grants.decide(caller, request)?;
    let floor = match &request.replaces {
        Some(token) => replaced(token, &decision, verifier)?,
        None => i64::MIN,
    };
    let ttl = stretched(&decision, floor)?;
    let token = caller.grants.issue(&decision, ttl)?;
    let mut granted = Granted::new(token, ttl, decision.user_id.clone())?;
    if granted.expires_at < floor {
        // The core's clock is a coarser one, and stood at the second before.
        let missing = floor.abs_diff(granted.expires_at);
        let token = caller.grants.issue(&decision, ttl + missing)?;
        granted = Granted::new(token, ttl + missing, decision.user_id)?;
    }
    Ok(granted)
}

impl Granted {
    fn new(token: String, ttl: u64, user_id: String) -> Result<Self, Problem> {
        let expires_at = inspect(&token)?.expires_at;
        let margin = (ttl / 10).clamp(LEAST_MARGIN, LONGEST_MARGIN);
        let renew_at = expires_at.saturating_sub_unsigned(margin);
        Ok(Self { token, expires_at, renew_at, user_id })
    }
}

/// When the token to be replaced ends. It may have ended already, but it must be the same user's.
fn replaced(token: &str, decision: &Decision, verifier: &Verifier) -> Result<i64, Problem> {
    // At a time before any expiry, so that an old token is as good as another.
    match verifier.verify_login(token, &Login::new().user_id(decision.user_id.as_str()).now(i64::MIN)) {
        Ok(claims) => Ok(claims.expire),
        Err(error) if error.code() == ErrorCode::WrongUserId => {
            Err(Problem::forbidden(error.code(), "the token to replace is another user's"))
        }
        Err(error) if !token.starts_with("04") => Err(error.into()),
        Err(error) => {
            let detail = format!("the token to replace is none of this service ({error}): leave it out");
            Err(Problem::new(Kind::Conflict, error.code(), detail))
        }
    }
}

/// The time to live that ends no earlier than `floor`.
fn stretched(decision: &Decision, floor: i64) -> Result<u64, Problem> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let left = u64::try_from(floor).unwrap_or(0).saturating_sub(now);
    if left > decision.max_ttl {
        let detail = format!(
            "the token to replace is good for {left} s more, and at most {} s are granted",
            decision.max_ttl
        );
        return Err(Problem::new(Kind::Conflict, ErrorCode::InvalidTtl, detail));
    }
    Ok(decision.ttl.max(left))
}
