//! A text in both languages.

use crate::diagnose::question::Language;

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
