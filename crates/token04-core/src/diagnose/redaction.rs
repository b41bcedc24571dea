//! What a report must not show: the secret, and the keys made of it.

use md5::{Digest, Md5};
use memchr::memmem;
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use crate::claims::Claims;
use crate::hex;
use crate::secret::SECRET_LEN;

/// A shorter text may occur in a token by chance.
pub(super) const SHORTEST: usize = 16;

/// The texts of which no message may hold one: the secret, and what stands for a key as text.
pub(super) struct Redaction(Vec<Zeroizing<String>>);

impl Redaction {
    pub fn of(secret: Option<&str>) -> Self {
        let secret = secret.unwrap_or_default().trim();
        if secret.is_empty() {
            return Self(Vec::new());
        }
        let starts = [SECRET_LEN / 2, SECRET_LEN].into_iter().filter_map(|len| secret.get(..len));
        let mut texts: Vec<Zeroizing<String>> =
            [secret].into_iter().chain(starts).map(|text| Zeroizing::new(text.to_owned())).collect();
        for hash in [&Sha256::digest(secret)[..], &Md5::digest(secret)[..]] {
            let hash = hex::encode(hash);
            texts.push(Zeroizing::new(hash.to_ascii_uppercase()));
            texts.push(hash);
        }
        Self(texts)
    }

    /// Whether a text holds what a message must not show.
    pub fn hides(&self, text: &str) -> bool {
        self.holds_one_of(text, 1)
    }

    /// The claims without the secret or a key made of it, which are among them where arguments were swapped.
    /// A short secret stays: it may be a part of any user id.
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
        hidden.any(|hidden| memmem::find(text.as_bytes(), hidden.as_bytes()).is_some())
    }
}
