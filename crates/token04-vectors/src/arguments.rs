//! The cases of arguments.json, and their values as far as Rust's types can carry them.

use serde::Deserialize;
use serde_json::Value;

/// A case of arguments.json.
///
/// The methods return an argument as Rust would pass it, or `None` if its type cannot carry it. Skip the case
/// then.
#[derive(Debug, Clone, Deserialize)]
pub struct ArgumentsCase {
    /// Unique in the file.
    pub id: String,
    /// What to call.
    pub call: Call,
    /// `cbc` or `gcm`; absent means `cbc`.
    pub mode: Option<String>,
    /// `rtc`, `zim`, `kit` or `call`; absent means none.
    pub profile: Option<String>,
    /// The privilege for `issue_room`, or the room for `kit`.
    pub room: Option<ArgumentsRoom>,
    /// The user name for `kit`.
    pub user_name: Option<String>,
    /// The values that a language must be able to express to run the case.
    pub needs: Vec<String>,
    /// The expected error code; 0 for a control that is accepted.
    pub code: i32,
    app_id: Option<Value>,
    ttl: Option<Value>,
    ttl_text: Option<String>,
    #[serde(flatten)]
    texts: serde_json::Map<String, Value>,
}

/// What a case of arguments.json calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// Issuing with a payload.
    Issue,
    /// Issuing with a privilege.
    IssueRoom,
    /// Making a kit token.
    Kit,
    /// The function under its official name.
    DropIn,
}

/// The room of a case of arguments.json.
#[derive(Debug, Clone, Deserialize)]
pub struct ArgumentsRoom {
    /// Whether logging in is allowed; absent means the builder's default.
    pub login: Option<bool>,
    /// Whether publishing is allowed; absent means the builder's default.
    pub publish: Option<bool>,
    /// The streams; absent means any.
    pub streams: Option<Vec<String>>,
    #[serde(flatten)]
    texts: serde_json::Map<String, Value>,
}

impl ArgumentsCase {
    /// The app id, if a `u32` can carry it.
    pub fn app_id(&self) -> Option<u32> {
        self.app_id.as_ref()?.as_u64()?.try_into().ok()
    }

    /// The secret, if a `&str` can carry it.
    pub fn secret(&self) -> Option<String> {
        text(&self.texts, "secret")
    }

    /// The user id, if a `&str` can carry it.
    pub fn user_id(&self) -> Option<String> {
        text(&self.texts, "user_id")
    }

    /// The ttl in whole seconds, if a `Duration` can carry it.
    pub fn ttl(&self) -> Option<u64> {
        match &self.ttl_text {
            Some(decimal) => decimal.parse().ok(),
            None => self.ttl.as_ref()?.as_u64(),
        }
    }

    /// The ttl in seconds as the official functions take it, if an `i64` can carry it.
    pub fn ttl_signed(&self) -> Option<i64> {
        match &self.ttl_text {
            Some(decimal) => decimal.parse().ok(),
            None => self.ttl.as_ref()?.as_i64(),
        }
    }

    /// The payload, if a `&str` can carry it; empty if the case has none.
    pub fn payload(&self) -> Option<String> {
        let given = self.texts.keys().any(|key| key.starts_with("payload"));
        if given { text(&self.texts, "payload") } else { Some(String::new()) }
    }
}

impl ArgumentsRoom {
    /// The room id, if a `&str` can carry it.
    pub fn room_id(&self) -> Option<String> {
        text(&self.texts, "room_id")
    }
}

/// Reads a text in any of the spellings of a case, if it is valid Unicode.
fn text(texts: &serde_json::Map<String, Value>, name: &str) -> Option<String> {
    if let Some(repeat) = texts.get(&format!("{name}_repeat")) {
        let count = repeat.get("count")?.as_u64()?.try_into().ok()?;
        return Some(repeat.get("text")?.as_str()?.repeat(count));
    }
    texts.get(name)?.as_str().map(str::to_owned)
}
