//! The keys that people make from a secret, the right one first.

use md5::{Digest, Md5};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::diagnose::findings::{Fact, Hash};
use crate::hex;
use crate::secret::{self, SECRET_LEN, is_app_sign};

/// How a key was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Secret,
    Bare,
    Quoted,
    AppSignCut,
    AppSignBytes,
    HexDecoded,
    Truncated,
    Sha256,
    Md5,
    Md5Hex,
    UserId,
}

impl Origin {
    /// The fact to report if such a key opens the token; `None` for the right key.
    pub fn fact(self) -> Option<Fact> {
        Some(match self {
            Origin::Secret => return None,
            Origin::Bare => Fact::QuotesAroundSecret {},
            Origin::Quoted => Fact::OpensQuoted {},
            Origin::AppSignCut => Fact::AppSignCut {},
            Origin::AppSignBytes => Fact::AppSignBytes {},
            Origin::HexDecoded => Fact::OpensHexDecoded {},
            Origin::Truncated => Fact::OpensTruncated {},
            Origin::Sha256 => Fact::OpensHashed { hash: Hash::Sha256 },
            Origin::Md5 => Fact::OpensHashed { hash: Hash::Md5 },
            Origin::Md5Hex => Fact::OpensHashed { hash: Hash::Md5Hex },
            Origin::UserId => Fact::UserIdAsKey {},
        })
    }
}

/// A key of 16 or 32 bytes.
pub(crate) struct Key {
    pub origin: Origin,
    pub bytes: Zeroizing<Vec<u8>>,
}

/// The key length of AES-128.
const SHORT_LEN: usize = 16;

/// Every key to try for a secret. `user_ids` are the ids that may have been swapped with it.
pub(crate) fn candidates(secret: &str, user_ids: &[&str]) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut add = |origin, bytes: &[u8]| keys.push(Key { origin, bytes: Zeroizing::new(bytes.to_vec()) });
    if secret.len() == SECRET_LEN {
        add(Origin::Secret, secret.as_bytes());
    }
    let bare = secret::bare(secret);
    if bare.len() == SECRET_LEN {
        if bare != secret {
            add(Origin::Bare, bare.as_bytes());
        }
        for quote in [b'"', b'\''] {
            add(Origin::Quoted, &quoted(quote, bare)[..]);
        }
    }
    let decoded = hex::decode(bare).unwrap_or_default();
    if is_app_sign(bare) {
        add(Origin::AppSignCut, &bare.as_bytes()[..SECRET_LEN]);
        add(Origin::AppSignBytes, &decoded);
    }
    if decoded.len() == SHORT_LEN {
        add_short(&mut add, Origin::HexDecoded, &decoded);
    }
    if let Some(start) = bare.as_bytes().get(..SHORT_LEN) {
        add_short(&mut add, Origin::Truncated, start);
    }
    let md5 = Zeroizing::new(<[u8; SHORT_LEN]>::from(Md5::digest(bare)));
    add(Origin::Sha256, &Zeroizing::new(<[u8; SECRET_LEN]>::from(Sha256::digest(bare)))[..]);
    add_short(&mut add, Origin::Md5, &md5[..]);
    let hex = hex::encode(&md5[..]);
    add(Origin::Md5Hex, hex.as_bytes());
    add(Origin::Md5Hex, Zeroizing::new(hex.to_ascii_uppercase()).as_bytes());
    for user_id in user_ids.iter().filter(|user_id| user_id.len() == SECRET_LEN) {
        add(Origin::UserId, user_id.as_bytes());
    }
    keys
}

/// The key that PHP makes from a secret in quotes: as many of its bytes as fit.
fn quoted(quote: u8, secret: &str) -> Zeroizing<[u8; SECRET_LEN]> {
    let mut key = Zeroizing::new([quote; SECRET_LEN]);
    key[1..].copy_from_slice(&secret.as_bytes()[..SECRET_LEN - 1]);
    key
}

/// Adds a key for AES-128, and the key that PHP makes from it for AES-256: padded with zeros.
fn add_short(add: &mut impl FnMut(Origin, &[u8]), origin: Origin, key: &[u8]) {
    let mut filled = Zeroizing::new([0; SECRET_LEN]);
    filled[..SHORT_LEN].copy_from_slice(key);
    add(origin, key);
    add(origin, &filled[..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_secret_gives_keys_of_valid_lengths() {
        for secret in
            ["", "a", &"ab".repeat(16), &"ab".repeat(32), &"秘".repeat(40), " x ", &"z".repeat(100_000)]
        {
            let keys = candidates(secret, &["u", &"v".repeat(32)]);
            assert!(keys.iter().all(|key| matches!(key.bytes.len(), 16 | 32)));
            assert_eq!(keys[0].origin == Origin::Secret, secret.len() == 32);
        }
    }

    #[test]
    fn hashes_match_published_values() {
        let keys = candidates("abc", &[]);
        let hex = |origin| {
            let key = keys.iter().find(|key| key.origin == origin).unwrap();
            hex::encode(&key.bytes).to_string()
        };
        assert_eq!(hex(Origin::Md5), "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(hex(Origin::Sha256), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
