//! Keeps the secret, and keys made from it, out of a report.

use md5::{Digest, Md5};
use memchr::memmem;
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use crate::claims::Claims;
use crate::{hex, secret};

/// The minimum length of a text to look for: a shorter one may occur in a token by chance.
pub(super) const SHORTEST: usize = 16;

/// The texts that no message may contain: the secret and keys as text.
pub(super) struct Redaction(Vec<Zeroizing<Vec<u8>>>);

impl Redaction {
    pub fn of(secret: Option<&str>) -> Self {
        let secret = secret::bare(secret.unwrap_or_default());
        if secret.is_empty() {
            return Self(Vec::new());
        }
        // The start alone is enough: every text that contains the secret, or its first 32 bytes, contains it,
        // and it is itself an AES-128 key.
        let start = &secret.as_bytes()[..secret.len().min(SHORTEST)];
        let mut texts = vec![Zeroizing::new(start.to_vec())];
        for hash in [&Sha256::digest(secret)[..], &Md5::digest(secret)[..]] {
            let hash = hex::encode(hash);
            texts.push(Zeroizing::new(hash.to_ascii_uppercase().into_bytes()));
            texts.push(Zeroizing::new(hash.as_bytes().to_vec()));
        }
        Self(texts)
    }

    /// Whether a text contains something that a message must not show.
    pub fn hides(&self, text: &str) -> bool {
        self.holds_one_of(text, 1)
    }

    /// Redacts the secret and keys made from it, which swapped arguments put into claims. A short secret
    /// stays: it may be part of any user id.
    pub fn claims(&self, mut claims: Claims) -> Claims {
        for text in [&mut claims.user_id, &mut claims.payload] {
            if self.holds_one_of(text, SHORTEST) {
                text.zeroize();
                text.push_str("[redacted]");
            }
        }
        claims
    }

    fn holds_one_of(&self, text: &str, shortest: usize) -> bool {
        let mut hidden = self.0.iter().filter(|hidden| hidden.len() >= shortest);
        hidden.any(|hidden| memmem::find(text.as_bytes(), hidden).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_is_hidden_wherever_a_character_ends() {
        // The sixteenth byte is within a character.
        let secret = "密钥密钥密钥密钥密钥和更多文字在后面";
        let redaction = Redaction::of(Some(secret));
        let cut: String = secret.chars().take(10).collect();
        assert!(redaction.hides(&format!("user_id {cut:?}")));
        assert!(!redaction.hides("user_id \"密钥\""));
        assert!(Redaction::of(Some("short")).hides("a short text"));
    }
}
