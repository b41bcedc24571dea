//! Why a command failed: the error code and message, how to fix it, and the exit status.

use token04_core::{Error, ErrorCode};

/// A failure, as reported to a person or a program.
pub struct Failure {
    pub exit: u8,
    /// Whether JSON reports that the token is invalid.
    pub valid: Option<bool>,
    pub code: ErrorCode,
    pub message: String,
    /// How to fix it.
    pub help: Option<String>,
    /// The text for a person, if it is more than code, message and help.
    pub rendered: Option<String>,
}

impl Failure {
    /// An argument is invalid: exit status 2.
    pub fn argument(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { exit: 2, valid: None, code, message: message.into(), help: None, rendered: None }
    }

    /// The token is invalid: exit status 1.
    pub fn of_token(mut self) -> Self {
        self.exit = 1;
        self.help = self.help.or_else(|| cure(self.code).map(str::to_owned));
        self
    }

    /// The token was verified and is invalid: exit status 1, and JSON reports it.
    pub fn not_valid(mut self) -> Self {
        self.valid = Some(false);
        let mut failure = self.of_token();
        let diagnose = "`token04 diagnose` with the same options explains why and how to fix it";
        failure.help = Some(failure.help.map_or(diagnose.to_owned(), |cure| format!("{cure}; {diagnose}")));
        failure
    }

    /// Adds how to fix it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Sets the text for a person, if it is more than code, message and help.
    pub fn rendered(mut self, text: impl Into<String>) -> Self {
        self.rendered = Some(text.into());
        self
    }
}

/// How to fix an invalid token.
fn cure(code: ErrorCode) -> Option<&'static str> {
    match code {
        ErrorCode::Malformed => {
            Some("give the whole token, from 04 to its end, without quotes, blanks or line breaks")
        }
        ErrorCode::Undecipherable => {
            Some("check that the secret is the ServerSecret of the project that the token was made for")
        }
        ErrorCode::Expired => Some("a token cannot be extended: make a new one"),
        _ => None,
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::argument(error.code(), error.message())
    }
}
