//! Tokens with a fixed clock, nonce and IV, and bodies without a cipher, for conformance vectors and fuzzing
//! only. A token with a predictable IV protects nothing. No binding exposes this module.

use std::time::Duration;

use crate::claims::Claims;
use crate::error::Error;
use crate::issuer::Issuer;
use crate::plan::Content;
use crate::random::Draw;

/// The values that a token otherwise takes from the clock and the random generator.
#[derive(Clone, Copy, Debug)]
pub struct Fixed {
    /// The time of issue, in unix seconds.
    pub now: i64,
    /// The body's nonce.
    pub nonce: u32,
    /// The IV; GCM uses the first 12 bytes.
    pub iv: [u8; 16],
}

/// [`Issuer::issue_with_payload`] with a fixed clock, nonce and IV, so that the same arguments always give
/// the same token.
///
/// # Errors
///
/// The same as [`Issuer::issue_with_payload`], except `RandomUnavailable`.
pub fn issue(
    issuer: &Issuer,
    user_id: &str,
    ttl: Duration,
    payload: &str,
    fixed: Fixed,
) -> Result<String, Error> {
    let Fixed { now, nonce, iv } = fixed;
    let request = issuer.request(ttl, Content::Text(payload)).at(Some(now));
    issuer.issue_fixed(user_id, request, Draw { iv, nonce })
}

/// Reads a decrypted body. A fuzzer needs this because it cannot get past the cipher.
#[must_use]
pub fn read_body(body: &[u8]) -> Option<Claims> {
    Claims::parse(body)
}
