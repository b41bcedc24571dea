//! A command's answer, as data.

use serde::Serialize;

/// A command's standard output, its warnings on standard error, and its exit status.
pub struct Answer {
    pub text: String,
    pub styled: bool,
    pub warning: Option<String>,
    pub exit: u8,
}

impl Answer {
    /// Text for a person, with terminal styles; they are removed if the output is not a terminal.
    pub fn styled(text: String) -> Self {
        Self { text, styled: true, warning: None, exit: 0 }
    }

    /// Text for a program, printed unchanged.
    pub fn plain(text: String) -> Self {
        Self { text, styled: false, warning: None, exit: 0 }
    }

    /// The same answer with an exit status other than 0.
    pub fn exit(self, exit: u8) -> Self {
        Self { exit, ..self }
    }

    /// The same answer with a warning.
    pub fn warning(self, warning: Option<String>) -> Self {
        Self { warning, ..self }
    }

    /// One line of JSON.
    pub fn json(value: &impl Serialize) -> Self {
        Self::plain(json(value))
    }
}

/// A value as one line of JSON.
pub fn json(value: &impl Serialize) -> String {
    // Our types have text keys and nothing that fails to serialize: the fallback is never taken.
    serde_json::to_string(value).unwrap_or_default() + "\n"
}
