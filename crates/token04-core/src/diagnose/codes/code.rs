//! What is known of a code.

use crate::diagnose::findings::FindingId;
use crate::diagnose::question::Language;
use crate::profile::Profile;

/// A code, with its texts in both languages.
pub(crate) struct Code {
    pub number: i64,
    pub product: Product,
    pub meaning: Text,
    /// The most frequent first.
    pub causes: &'static [FindingId],
    /// In the order in which to check.
    pub checks: &'static [Text],
    pub next: Next,
    /// What ZEGO's documents do not say about it.
    pub undocumented: Option<Text>,
}

/// A product, and the profile with its limits.
#[derive(Clone, Copy)]
pub(crate) struct Product {
    pub name: Text,
    pub profile: Option<Profile>,
}

/// How to go on.
#[derive(Clone, Copy)]
pub(crate) enum Next {
    /// Diagnose the token.
    Diagnose,
    /// Something else: the token is not the cause.
    Other(Text),
}

/// A text in English and in Chinese.
#[derive(Clone, Copy)]
pub(crate) struct Text(pub &'static str, pub &'static str);

impl Text {
    pub const fn of(self, language: Language) -> &'static str {
        match language {
            Language::En => self.0,
            Language::Zh => self.1,
        }
    }
}
