//! The caller of a request, and its limits.

use std::sync::Arc;

use crate::grants::Grants;

/// A caller that may request tokens.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    /// The name in logs and for rate limits: `key:` and the name of an API key, `jwt:` and a user id, or `dev`.
    pub name: Arc<str>,
    /// The users that the tokens may be for.
    pub user: User,
    /// What the policy grants.
    pub grants: Arc<Grants>,
    /// Further limits from the caller's own credentials.
    pub limits: Option<ClaimLimits>,
}

/// The users that a caller's tokens may be for.
#[derive(Clone, Debug)]
pub(crate) enum User {
    /// The caller alone.
    Fixed(String),
    /// The user that the request specifies.
    Named,
}

/// Limits that come from the claims of a JWT. `None` does not limit.
#[derive(Clone, Debug, Default)]
pub(crate) struct ClaimLimits {
    pub rooms: Option<Vec<String>>,
    pub publish: Option<bool>,
    pub streams: Option<Vec<String>>,
}
