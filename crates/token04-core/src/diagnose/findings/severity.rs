//! How bad a finding is.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How bad a finding is.
    #[derive(PartialOrd, Ord)]
    Severity;
    Error = 0, "error", "The token will be refused, or must be replaced.";
    Warning = 1, "warning", "The token may be refused, or allows less or more than intended.";
    Note = 2, "note", "For information only.";
}
