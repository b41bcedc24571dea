//! What the page asks about the text in its box.

use serde::Deserialize;
use token04_core::{Language, Profile};
use zeroize::Zeroizing;

/// A question about a text that was pasted. A secret that was typed in is wiped with it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub(crate) text: String,
    pub(crate) secret: Option<Zeroizing<String>>,
    pub(crate) app_id: Option<u32>,
    pub(crate) user_id: Option<String>,
    pub(crate) room_id: Option<String>,
    pub(crate) stream_id: Option<String>,
    pub(crate) publish: Option<bool>,
    pub(crate) profile: Option<Profile>,
    pub(crate) code: Option<i64>,
    pub(crate) lang: Option<Language>,
}

/// The project whose tokens are read if the question has no secret of its own.
pub struct Project<'a> {
    /// The app.
    pub app_id: u32,
    /// Its secret.
    pub secret: &'a str,
}

impl Question {
    /// Reads a question in JSON. It returns no error, because that could quote the secret.
    #[must_use]
    pub fn parse(json: &[u8]) -> Option<Self> {
        serde_json::from_slice(json).ok()
    }
}
