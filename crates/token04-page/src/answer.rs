//! The answer to a question, which the page shows.

use std::borrow::Cow;

use serde::Serialize;
use token04_core::{Explanation, explain};

use crate::find::find;
use crate::inside::{self, Inside};
use crate::question::{Project, Question};

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
