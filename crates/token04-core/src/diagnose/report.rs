//! The result of a diagnosis.

use super::check::{Check, Outcome};
use super::findings::{FindingId, Severity};
use crate::claims::Claims;

/// A single finding.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The kind of finding.
    pub id: FindingId,
    /// How bad it is in this case.
    pub severity: Severity,
    /// What is wrong, with the values of this case, but never the secret.
    pub message: String,
    /// How to fix it.
    pub fix: String,
    /// The client error codes that it may show as. The service's actual answers were not observed.
    pub client_codes: Vec<u32>,
}

/// What is wrong with a token, if anything.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The findings, in the order in which to fix them; each id at most once. With a code, its causes come
    /// first. A valid token in mode CBC also has a note.
    pub findings: Vec<Finding>,
    /// Every check, in the order of [`Check::ALL`], and its outcome.
    pub checks: Vec<(Check, Outcome)>,
    /// The claims, if the token could be opened and read with any key or layout. A value that contains the
    /// secret, or a key made from it, is replaced by `[redacted]`.
    pub claims: Option<Claims>,
}

impl Report {
    /// Whether no finding is an error.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }
}
