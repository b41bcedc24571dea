//! The claims of a token.

use crate::privilege::Privilege;

/// The claims of a token: every field of its body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claims {
    /// The app that the token is for.
    pub app_id: u32,
    /// The user that the token is for.
    pub user_id: String,
    /// A random number that distinguishes tokens issued in the same second.
    pub nonce: i64,
    /// The time of issue, in unix seconds.
    pub ctime: i64,
    /// The expiry time, in unix seconds.
    pub expire: i64,
    /// The payload: empty in an identity token, JSON text in a privilege token. A missing or null payload
    /// reads as empty.
    pub payload: String,
}

impl Claims {
    /// Parses the payload as privileges. Returns `None` if it is empty or does not have the privilege form.
    #[must_use]
    pub fn privilege(&self) -> Option<Privilege> {
        Privilege::parse(&self.payload)
    }
}
