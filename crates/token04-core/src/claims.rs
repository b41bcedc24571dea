//! What a token says.

use crate::privilege::Privilege;

/// What a token says, every field of its body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claims {
    /// The app the token was made for.
    pub app_id: u32,
    /// The user the token was made for.
    pub user_id: String,
    /// A random number that tells tokens of one second apart.
    pub nonce: i64,
    /// When the token was made, in unix seconds.
    pub ctime: i64,
    /// When the token ends, in unix seconds.
    pub expire: i64,
    /// The payload: empty in an identity token, JSON text in a privilege token. Absent and null read as empty.
    pub payload: String,
}

impl Claims {
    /// The payload as privileges, or `None` where it is empty or not of the privilege form.
    #[must_use]
    pub fn privilege(&self) -> Option<Privilege> {
        Privilege::parse(&self.payload)
    }
}
