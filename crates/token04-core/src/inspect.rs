//! Reads what a token shows without the secret.

use serde::Serialize;

use crate::cipher::Mode;
use crate::clock;
use crate::envelope::Envelope;
use crate::error::Error;
use crate::{scratch, text};

/// What anyone can read from a token. None of it is verified: only a verifier can check that the token is
/// genuine.
///
/// Serializes with the fields below. Whether the token is expired depends on the time and is not included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Header {
    /// The version of the format, always `04`.
    pub version: &'static str,
    /// How the body is encrypted.
    pub mode: Mode,
    /// The expiry time in the envelope, in unix seconds.
    pub expires_at: i64,
    /// The length of the initialisation vector, in bytes.
    pub iv_bytes: usize,
    /// The length of the ciphertext, in bytes.
    pub ciphertext_bytes: usize,
}

impl Header {
    /// Whether the token is expired at `now`, in unix seconds, or at the current time if `now` is `None`.
    #[must_use]
    pub fn is_expired(&self, now: impl Into<Option<i64>>) -> bool {
        now.into().unwrap_or_else(clock::now) >= self.expires_at
    }
}

/// Reads what needs no secret. Also accepts a kit token and reads the part before the `#`.
///
/// ```
/// # fn main() -> Result<(), token04_core::Error> {
/// # use token04_core::{Issuer, Mode, inspect};
/// # let issuer = Issuer::new(1, "0123456789abcdef0123456789abcdef")?;
/// # let token = issuer.issue("user1", std::time::Duration::from_secs(3600))?;
/// let header = inspect(&token)?;
/// assert_eq!(header.mode, Mode::Cbc);
/// assert!(!header.is_expired(None));
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// [`ErrorCode::Malformed`](crate::ErrorCode::Malformed).
pub fn inspect(token: &str) -> Result<Header, Error> {
    scratch::with(|buffer| {
        text::decode(token, buffer)?;
        let envelope = Envelope::parse(buffer)?;
        Ok(Header {
            version: text::PREFIX,
            mode: envelope.mode,
            expires_at: envelope.expires_at,
            iv_bytes: envelope.iv.len(),
            ciphertext_bytes: envelope.ciphertext.len(),
        })
    })
}
