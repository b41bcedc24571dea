//! Who asks, and with which limits.

use std::sync::Arc;

use crate::grants::Grants;

/// Somebody who may ask for tokens.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    /// The name in logs and for rates: `key:` and the name of an API key, `jwt:` and a user id, or `dev`.
    pub name: Arc<str>,
    /// Whom the tokens may be for.
    pub user: User,
    /// What the policy grants.
    pub grants: Arc<Grants>,
    /// What the caller's own credentials narrow that to.
    pub limits: Option<ClaimLimits>,
}

/// Whom a caller's tokens may be for.
#[derive(Clone, Debug)]
pub(crate) enum User {
    /// The caller alone.
    Fixed(String),
    /// Whomever the request names.
    Named,
}

/// Limits that come from the claims of a JWT. `None` does not limit.
#[derive(Clone, Debug, Default)]
pub(crate) struct ClaimLimits {
    pub rooms: Option<Vec<String>>,
    pub publish: Option<bool>,
    pub streams: Option<Vec<String>>,
}
