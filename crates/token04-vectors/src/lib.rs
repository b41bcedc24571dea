//! The conformance vectors that every language's tests read, and their loader for tests in Rust.
//!
//! What each field means stands in this crate's README. The files are compiled in: a test finds them wherever it runs.

mod arguments;
mod cases;
mod diagnose;
mod vocabulary;

pub use arguments::{ArgumentsCase, ArgumentsRoom, Call};
pub use cases::{
    Claims, IssueCase, KitCase, KitDirection, KitUser, LoginExpectation, OpenCase, Privilege, PrivilegeCase,
    RejectCase,
};
pub use diagnose::{DiagnoseCase, Finding};
pub use vocabulary::VocabularyCase;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Fixed clock, nonce and IV, and the exact token they make.
pub fn issue() -> Vec<IssueCase> {
    load("issue.json", include_str!("../vectors/issue.json"))
}

/// Tokens in every official style, and the claims they hold.
pub fn open() -> Vec<OpenCase> {
    load("open.json", include_str!("../vectors/open.json"))
}

/// Damaged, foreign and refused tokens with their codes, and accepted controls with code 0.
pub fn reject() -> Vec<RejectCase> {
    load("reject.json", include_str!("../vectors/reject.json"))
}

/// Bad arguments with their codes, and good controls with code 0.
pub fn arguments() -> Vec<ArgumentsCase> {
    load("arguments.json", include_str!("../vectors/arguments.json"))
}

/// Privilege payloads, written and read.
pub fn privilege() -> Vec<PrivilegeCase> {
    load("privilege.json", include_str!("../vectors/privilege.json"))
}

/// Kit tokens, encoded and decoded.
pub fn kit() -> Vec<KitCase> {
    load("kit.json", include_str!("../vectors/kit.json"))
}

/// Tokens with mistakes in them, and sound ones, with what a diagnosis finds.
pub fn diagnose() -> Vec<DiagnoseCase> {
    load("diagnose.json", include_str!("../vectors/diagnose.json"))
}

/// Every error code, mode, profile, severity, language and finding.
pub fn vocabulary() -> Vec<VocabularyCase> {
    load("vocabulary.json", include_str!("../vectors/vocabulary.json"))
}

#[derive(Deserialize)]
struct File<Case> {
    cases: Vec<Case>,
}

#[allow(clippy::panic, reason = "only tests load vectors, and a broken committed file must stop them")]
fn load<Case: DeserializeOwned>(name: &str, text: &str) -> Vec<Case> {
    match serde_json::from_str::<File<Case>>(text) {
        Ok(file) => file.cases,
        Err(error) => panic!("{name}: {error}"),
    }
}
