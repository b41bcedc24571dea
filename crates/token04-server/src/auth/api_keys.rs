//! API keys for backends: 256 random bits each, of which only the SHA-256 is kept.

use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRng as _;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use token04_core::hex;
use zeroize::Zeroizing;

use crate::caller::{Caller, User};
use crate::config::{GrantsConfig, files, read_file};
use crate::grants::GrantsBuilder;
use crate::redact::{self, API_KEY_PREFIX};
use crate::start_error::StartError;

/// A key file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    #[serde(default)]
    keys: Vec<KeyEntry>,
}

impl KeyFile {
    fn parse(text: &str, path: &Path) -> Result<Self, StartError> {
        toml::from_str(text).map_err(|error| redact::toml_error(path, text, &error))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyEntry {
    name: String,
    sha256: String,
    #[serde(default)]
    policy: GrantsConfig,
}

/// The valid keys.
pub(super) struct ApiKeys {
    keys: Vec<([u8; 32], Arc<Caller>)>,
}

impl ApiKeys {
    pub fn read(path: &Path, grants: &GrantsBuilder<'_>) -> Result<Self, StartError> {
        let place = redact::path(path);
        let text = read_file("api keys", path)?;
        let file = KeyFile::parse(&text, path)?;
        if file.keys.is_empty() {
            return Err(StartError::new(format!(
                "{place}: it contains no key: make one with `token04 serve new-key`"
            )));
        }
        let mut keys: Vec<([u8; 32], Arc<Caller>)> = Vec::with_capacity(file.keys.len());
        for KeyEntry { name, sha256, policy } in file.keys {
            let invalid =
                |reason: &str| StartError::new(format!("{place}: key {}: {reason}", redact::shown(&name)));
            check_name(&name).map_err(|error| invalid(&error.to_string()))?;
            let digest =
                parse_digest(&sha256).ok_or_else(|| invalid("sha256 must be 64 hexadecimal digits"))?;
            let grants = grants.of_key(&policy).map_err(|error| invalid(&error.to_string()))?;
            let caller_name: Arc<str> = format!("key:{name}").into();
            if keys.iter().any(|(other, caller)| *other == digest || caller.name == caller_name) {
                return Err(invalid("another key has this name or digest"));
            }
            let grants = Arc::new(grants);
            let caller = Caller { name: caller_name, user: User::Named, grants, limits: None };
            keys.push((digest, Arc::new(caller)));
        }
        Ok(Self { keys })
    }

    /// The owner of a key. Every digest is compared, each in constant time.
    pub fn find(&self, key: &str) -> Option<Arc<Caller>> {
        let digest: [u8; 32] = Sha256::digest(key.as_bytes()).into();
        let mut found = None;
        for (known, caller) in &self.keys {
            if bool::from(known.ct_eq(&digest)) {
                found = Some(caller);
            }
        }
        found.cloned()
    }
}

/// A new key. The key is shown once, to its owner; the entry goes into the key file.
pub struct NewKey {
    /// The key. Keep it secret.
    pub key: Zeroizing<String>,
    /// What the service stores of it.
    pub entry: String,
}

impl NewKey {
    /// Makes a key from 256 bits of the operating system's generator.
    ///
    /// # Errors
    ///
    /// [`StartError`] if the name is not 1 to 64 letters, digits, `-`, `_` and `.`, or no random bytes are
    /// available.
    pub fn new(name: &str) -> Result<Self, StartError> {
        check_name(name)?;
        let mut bits = Zeroizing::new([0; 32]);
        rand::rngs::SysRng
            .try_fill_bytes(bits.as_mut())
            .map_err(|_| StartError::new("the operating system provided no random bytes"))?;
        let mut key = Zeroizing::new(API_KEY_PREFIX.to_owned());
        URL_SAFE_NO_PAD.encode_string(bits.as_ref(), &mut key);
        let digest = hex::encode(&Sha256::digest(key.as_bytes()));
        let entry = format!("[[keys]]\nname = \"{name}\"\nsha256 = \"{}\"\n", *digest);
        Ok(Self { key, entry })
    }
}

impl NewKey {
    /// Adds the entry to a key file, and creates the file if it does not exist.
    ///
    /// # Errors
    ///
    /// [`StartError`] if the file is invalid, already has a key with this name, or cannot be written.
    pub fn add_to(&self, path: &Path) -> Result<(), StartError> {
        let place = redact::path(path);
        let failed = |error: std::io::Error| StartError::new(format!("{place}: {error}"));
        let before = match files::read_text(path) {
            Ok(mut text) => std::mem::take(&mut *text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(failed(error)),
        };
        let separator = match before.is_empty() {
            true => "",
            false if before.ends_with('\n') => "\n",
            false => "\n\n",
        };
        let added = format!("{separator}{}", self.entry);
        let file = KeyFile::parse(&format!("{before}{added}"), path)?;
        let count = |entry: &KeyEntry| file.keys.iter().filter(|other| other.name == entry.name).count();
        if file.keys.last().is_some_and(|entry| count(entry) > 1) {
            return Err(StartError::new(format!("{place}: a key with this name already exists")));
        }
        files::append(path, added.as_bytes()).map_err(failed)
    }
}

fn check_name(name: &str) -> Result<(), StartError> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    if (1..=64).contains(&name.len()) && name.bytes().all(allowed) {
        return Ok(());
    }
    Err(StartError::new("the name of a key must be 1 to 64 letters, digits, '-', '_' and '.'"))
}

fn parse_digest(text: &str) -> Option<[u8; 32]> {
    hex::decode(text)?.as_slice().try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_key_has_256_bits_and_the_digest_of_its_text() {
        let made = NewKey::new("backend").unwrap();
        let bits = URL_SAFE_NO_PAD.decode(made.key.strip_prefix(API_KEY_PREFIX).unwrap()).unwrap();
        assert_eq!(bits.len(), 32);
        let file: KeyFile = toml::from_str(&made.entry).unwrap();
        let digest: [u8; 32] = Sha256::digest(made.key.as_bytes()).into();
        assert_eq!(parse_digest(&file.keys[0].sha256), Some(digest));
        assert_ne!(*made.key, *NewKey::new("backend").unwrap().key);
    }

    #[test]
    fn names_cannot_break_the_file() {
        for name in ["", "a\"b", "a\nb", "ä", &"a".repeat(65)] {
            assert!(NewKey::new(name).is_err(), "{name:?}");
        }
    }

    #[test]
    fn digests_are_of_64_digits() {
        assert_eq!(parse_digest(&"0F".repeat(32)), Some([15; 32]));
        for text in ["", &"0".repeat(63), &"g".repeat(64), &"+1".repeat(32), &"é".repeat(32)] {
            assert_eq!(parse_digest(text), None, "{text}");
        }
    }
}
