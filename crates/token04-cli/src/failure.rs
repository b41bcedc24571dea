//! Why a command failed: the error's code and words, what to do about it, and the exit status.

use serde::Serialize;
use token04_core::{Error, ErrorCode};

/// A failure, as a person or a program is told it.
pub struct Failure {
    exit: u8,
    valid: Option<bool>,
    code: ErrorCode,
    message: String,
    help: Option<String>,
    rendered: Option<String>,
}

impl Failure {
    /// An argument is of no use: exit status 2.
    pub fn argument(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { exit: 2, valid: None, code, message: message.into(), help: None, rendered: None }
    }

    /// It is the token that is of no use: exit status 1.
    pub fn of_token(mut self) -> Self {
        self.exit = 1;
        self.help = self.help.or_else(|| cure(self.code).map(str::to_owned));
        self
    }

    /// The token was verified and is not valid: exit status 1, and JSON says so.
    pub fn not_valid(mut self) -> Self {
        self.valid = Some(false);
        let mut failure = self.of_token();
        let diagnose = "`token04 diagnose` with the same options says why, and how to mend it";
        failure.help = Some(failure.help.map_or(diagnose.to_owned(), |cure| format!("{cure}; {diagnose}")));
        failure
    }

    /// Adds what to do about it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Sets what a person is told, where that is more than code, message and help.
    pub fn rendered(mut self, text: impl Into<String>) -> Self {
        self.rendered = Some(text.into());
        self
    }

    pub fn exit(&self) -> u8 {
        self.exit
    }

    /// What a person is told, with the styles of a terminal.
    pub fn text(&self) -> String {
        if let Some(text) = &self.rendered {
            return text.clone();
        }
        let styles = clap::builder::Styles::styled();
        let (error, hint) = (styles.get_error(), styles.get_valid());
        let (message, code) = (&self.message, self.code.number());
        let mut text = format!("{error}error:{error:#} {message} (code {code})\n");
        if let Some(help) = &self.help {
            text.push_str(&format!("\n  {hint}help:{hint:#} {help}\n"));
        }
        text
    }

    /// What a program is told, on one line.
    pub fn json(&self) -> String {
        #[derive(Serialize)]
        struct Json<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            valid: Option<bool>,
            code: i32,
            error: &'a str,
        }
        let error = match &self.help {
            None => self.message.clone(),
            Some(help) => format!("{}; {help}", self.message),
        };
        crate::output::json(&Json { valid: self.valid, code: self.code.number(), error: &error })
    }
}

/// What to do about a token that is of no use.
fn cure(code: ErrorCode) -> Option<&'static str> {
    match code {
        ErrorCode::Malformed => Some(
            "give the whole token as it was made, from 04 to its end, without quotes, blanks or line breaks",
        ),
        ErrorCode::Undecipherable => {
            Some("check that the secret is the ServerSecret of the project that the token was made for")
        }
        ErrorCode::Expired => Some("a token cannot be prolonged: make a new one"),
        _ => None,
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::argument(error.code(), error.message())
    }
}
