//! The answer to a question.

use super::check::{Check, Outcome};
use super::findings::{FindingId, Severity};
use crate::claims::Claims;

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// What it is.
    pub id: FindingId,
    /// How bad it is in this case.
    pub severity: Severity,
    /// What is wrong, with the values of this case; never with the secret.
    pub message: String,
    /// How to mend it.
    pub fix: String,
    /// The client error codes that it may show as. Which the service really answers was never observed.
    pub client_codes: Vec<u32>,
}

/// What is wrong with a token, if anything.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// What was found, in order of what to do first; each id at most once. A sound token in mode CBC still
    /// gives a note.
    pub findings: Vec<Finding>,
    /// Every check, in the order in which they are made, and its outcome.
    pub checks: Vec<(Check, Outcome)>,
    /// What the token says, where it could be opened and read, by whichever key or layout. A value that
    /// holds the secret, or a key made of it, is replaced by `[redacted]`.
    pub claims: Option<Claims>,
}

impl Report {
    /// Whether no finding is an error.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }
}
