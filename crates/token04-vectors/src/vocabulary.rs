//! The cases of vocabulary.json.

use serde::Deserialize;

/// What every language has by the same name or number.
#[derive(Debug, Deserialize)]
pub struct VocabularyCase {
    /// Unique among all cases.
    pub id: String,
    /// `error`, `mode`, `profile`, `severity`, `language` or `finding`.
    pub kind: String,
    /// The name in lower case.
    pub name: String,
    /// The number, or the place in the list of findings.
    pub number: i32,
    /// What it means, in English; absent for a finding.
    pub description: Option<String>,
}
