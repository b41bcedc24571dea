//! The conformance vectors that every language's tests read, and their loader for tests in Rust.
//!
//! This crate's README explains each field. The files are compiled in, so that a test finds them wherever it
//! runs.

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

/// Cases with a fixed clock, nonce and IV, and the exact token.
pub fn issue() -> Vec<IssueCase> {
    load("issue.json", include_str!("../vectors/issue.json"))
}

/// Tokens in every official style, and their claims.
pub fn open() -> Vec<OpenCase> {
    load("open.json", include_str!("../vectors/open.json"))
}

/// Damaged, foreign and refused tokens with their error codes, and accepted controls with code 0.
pub fn reject() -> Vec<RejectCase> {
    load("reject.json", include_str!("../vectors/reject.json"))
}

/// Invalid arguments with their error codes, and valid controls with code 0.
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

/// Tokens with mistakes, and valid ones, with the findings of a diagnosis.
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
