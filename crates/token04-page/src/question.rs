//! What the page asks about the text in its box, and the answer that it shows.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use token04_core::{Explanation, Language, Profile, explain};
use zeroize::Zeroizing;

use crate::find::find;
use crate::inside::{self, Inside};

/// A question about a text that was pasted. A secret that was typed in is wiped with it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    text: String,
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

/// What the page shows.
#[derive(Serialize)]
pub struct Answer {
    /// The error code that the text contains.
    code: Option<i64>,
    /// The token that the text contains.
    token: Option<String>,
    /// What the code means, if there is no token yet.
    explained: Option<Explained>,
    /// What is in the token.
    inside: Option<Inside>,
}

#[derive(Serialize)]
struct Explained {
    #[serde(flatten)]
    explanation: Explanation,
    /// The causes in words, in the same order.
    titles: Vec<&'static str>,
}

impl Question {
    /// Reads a question in JSON. It returns no error, because that could quote the secret.
    #[must_use]
    pub fn parse(json: &[u8]) -> Option<Self> {
        serde_json::from_slice(json).ok()
    }

    /// Answers the question. `own` finds the project of a token for which the question has no secret.
    #[must_use]
    pub fn answer<'a>(&self, own: impl FnOnce(&str) -> Option<Project<'a>>) -> Answer {
        let found = find(&self.text);
        let inside = found.token.as_deref().map(|token| {
            let own = if self.secret.is_none() { own(token) } else { None };
            inside::look(token, self, found.code.or(self.code), own)
        });
        let explained = found.code.filter(|_| inside.is_none()).map(|code| self.explain(code));
        Answer { code: found.code, token: found.token.map(Cow::into_owned), explained, inside }
    }

    fn explain(&self, code: i64) -> Explained {
        let lang = self.lang.unwrap_or_default();
        let explanation = explain(code, lang);
        let titles = explanation.causes.iter().map(|cause| cause.title(lang)).collect();
        Explained { explanation, titles }
    }
}
