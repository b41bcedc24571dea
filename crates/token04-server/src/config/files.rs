//! Reads the files that the configuration names.

use std::path::Path;

use crate::redact;
use crate::start_error::StartError;

/// Reads a file as text, and says which and why where that fails.
pub(crate) fn read_file(what: &str, path: &Path) -> Result<String, StartError> {
    std::fs::read_to_string(path)
        .map_err(|error| StartError::new(format!("{what} file {}: {error}", redact::path(path))))
}
