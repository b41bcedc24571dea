//! Warns of files that every user of the machine can access although they hold a secret or decide who may request
//! tokens.

use std::path::{Path, PathBuf};

use super::{Config, JwtAlgorithm};
use crate::redact;

/// Read, write or execute permission for users who are neither the owner nor in the group.
const ANY: u32 = 0o007;
const WRITE: u32 = 0o002;

impl Config {
    /// The files with secrets in the configuration.
    fn secret_files(&self) -> impl Iterator<Item = &PathBuf> {
        let secrets = [&self.secret_file, &self.previous_secret_file].into_iter().flatten();
        let shared = self.auth.jwt.iter().filter(|jwt| jwt.algorithms.contains(&JwtAlgorithm::HS256));
        let shared = shared.flat_map(|jwt| [&jwt.key_file, &jwt.jwks_file]).flatten();
        secrets.chain(shared).chain(self.tls.iter().map(|tls| &tls.key_file))
    }

    /// A warning for each file with secrets, including `more`, that every user can read, and for a file of API keys,
    /// which holds only digests, that every user can write.
    pub(crate) fn open_files(&self, more: Option<&PathBuf>) -> Vec<String> {
        let warning = |what: &str, path: &PathBuf| {
            format!("{}: every user of this machine can {what} it; run `chmod o= FILE`", redact::path(path))
        };
        let secrets = self.secret_files().chain(more).filter(|path| mode(path) & ANY != 0);
        let keys = self.auth.api_keys.iter().map(|keys| &keys.file).filter(|path| mode(path) & WRITE != 0);
        secrets.map(|path| warning("read", path)).chain(keys.map(|path| warning("change", path))).collect()
    }
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).map_or(0, |file| file.permissions().mode())
}

#[cfg(not(unix))]
fn mode(_: &Path) -> u32 {
    0
}
