//! The cases of vocabulary.json.

use serde::Deserialize;

/// A name and number that every language has.
#[derive(Debug, Deserialize)]
pub struct VocabularyCase {
    /// Unique among all cases.
    pub id: String,
    /// `error`, `mode`, `profile`, `severity`, `language` or `finding`.
    pub kind: String,
    /// The name in lower case.
    pub name: String,
    /// The number, or the position in the list of findings.
    pub number: i32,
    /// The description in English; absent for a finding.
    pub description: Option<String>,
}
