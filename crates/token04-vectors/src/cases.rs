//! The cases of every file except those with their own module.

use serde::{Deserialize, Deserializer, de};

/// A case of issue.json.
#[derive(Debug, Clone, Deserialize)]
pub struct IssueCase {
    /// Unique in the file.
    pub id: String,
    /// The app id.
    pub app_id: u32,
    /// The secret.
    pub secret: String,
    /// The user id.
    pub user_id: String,
    /// The ttl in seconds.
    pub ttl: u64,
    /// The payload, empty for an identity token.
    pub payload: String,
    /// The time of issue, unix seconds.
    pub now: i64,
    /// The nonce.
    pub nonce: i64,
    /// The IV in hexadecimal.
    pub iv: String,
    /// `cbc` or `gcm`.
    pub mode: String,
    /// The exact token.
    pub token: String,
}

/// A case of open.json.
#[derive(Debug, Clone, Deserialize)]
pub struct OpenCase {
    /// Unique in the file.
    pub id: String,
    /// The official writer whose key order, escapes and IV the token has.
    pub style: String,
    /// The token.
    pub token: String,
    /// The app id to expect.
    pub app_id: u32,
    /// The secret that opens it.
    pub secret: String,
    /// A time within the validity, unix seconds.
    pub now: i64,
    /// `cbc` or `gcm`.
    pub mode: String,
    /// The envelope's expire, unix seconds.
    #[serde(deserialize_with = "decimal")]
    pub expires_at: i64,
    /// Length of the IV.
    pub iv_bytes: usize,
    /// Length of the ciphertext, in GCM with the tag.
    pub ciphertext_bytes: usize,
    /// What the body holds.
    pub claims: Claims,
    /// The parsed payload, if it has the privilege form.
    pub privilege: Option<Privilege>,
}

/// The claims of a token.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Claims {
    /// The app id.
    pub app_id: u32,
    /// The user id.
    pub user_id: String,
    /// The nonce.
    #[serde(deserialize_with = "decimal")]
    pub nonce: i64,
    /// The time of issue, unix seconds.
    #[serde(deserialize_with = "decimal")]
    pub ctime: i64,
    /// The expiry time, unix seconds.
    #[serde(deserialize_with = "decimal")]
    pub expire: i64,
    /// The payload; empty if the token has none, or null.
    pub payload: String,
}

/// A privilege payload, parsed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Privilege {
    /// The room; empty means any.
    pub room_id: String,
    /// Whether logging in to the room is allowed, if the payload says so.
    pub login: Option<bool>,
    /// Whether publishing is allowed, if the payload says so.
    pub publish: Option<bool>,
    /// The streams, if the payload lists them.
    pub streams: Option<Vec<String>>,
}

/// A case of reject.json.
#[derive(Debug, Clone, Deserialize)]
pub struct RejectCase {
    /// Unique in the file.
    pub id: String,
    /// The token to verify.
    pub token: String,
    /// The app id to expect.
    pub app_id: u32,
    /// The current secret.
    pub secret: String,
    /// The previous secret, if tokens of both are in use.
    pub previous_secret: Option<String>,
    /// The time, unix seconds.
    pub now: i64,
    /// The number of seconds for which an expired token is still accepted.
    #[serde(default)]
    pub leeway: u64,
    /// The expectations of the login.
    #[serde(default)]
    pub login: LoginExpectation,
    /// The error code; 0 for a control that is accepted.
    pub code: i32,
}

/// The expectations of a login, each only if given.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct LoginExpectation {
    /// The user who logs in.
    pub user_id: Option<String>,
    /// The room to enter.
    pub room_id: Option<String>,
    /// The stream to publish or play.
    pub stream_id: Option<String>,
    /// Whether to publish.
    #[serde(default)]
    pub publish: bool,
    /// Whether an identity token is refused.
    #[serde(default)]
    pub require_privilege: bool,
}

/// A case of privilege.json.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "direction", rename_all = "lowercase")]
pub enum PrivilegeCase {
    /// A privilege and its exact payload.
    Write {
        /// Unique in the file.
        id: String,
        /// The room.
        room_id: String,
        /// Whether logging in is allowed.
        login: bool,
        /// Whether publishing is allowed.
        publish: bool,
        /// The streams; none for any.
        streams: Option<Vec<String>>,
        /// The exact payload.
        payload: String,
    },
    /// A payload and the result of reading it.
    Read {
        /// Unique in the file.
        id: String,
        /// The payload.
        payload: String,
        /// The privilege; none if the payload does not have that form.
        privilege: Option<Privilege>,
    },
}

impl PrivilegeCase {
    /// The id of the case, in either direction.
    pub fn id(&self) -> &str {
        match self {
            Self::Write { id, .. } | Self::Read { id, .. } => id,
        }
    }
}

/// A case of kit.json.
#[derive(Debug, Clone, Deserialize)]
pub struct KitCase {
    /// Unique in the file.
    pub id: String,
    /// The direction of the case.
    pub direction: KitDirection,
    /// The token before the `#`; absent if decoding fails.
    pub token: Option<String>,
    /// The user after the `#`; absent if decoding fails.
    pub user: Option<KitUser>,
    /// The kit token; absent if encoding fails.
    pub kit_token: Option<String>,
    /// The error code; 0 if the case succeeds.
    pub code: i32,
}

/// The direction of a case of kit.json.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KitDirection {
    /// Both encoding and decoding.
    Both,
    /// Only encoding.
    Encode,
    /// Only decoding.
    Decode,
}

/// The user of a kit token.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct KitUser {
    /// The user id.
    pub user_id: String,
    /// The room id.
    pub room_id: String,
    /// The displayed name.
    pub user_name: String,
    /// The app id; 0 in a case that must be refused.
    pub app_id: u32,
}

/// Reads an i64 written as decimal text, because many languages lose digits of JSON numbers beyond 2^53.
fn decimal<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
}
