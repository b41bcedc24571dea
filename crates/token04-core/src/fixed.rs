//! For conformance vectors and fuzzing, and nothing else: tokens with a fixed clock, nonce and IV, and bodies
//! without a cipher. A token whose IV can be known beforehand protects nothing. No binding reaches this module.

use std::time::Duration;

use crate::claims::Claims;
use crate::error::Error;
use crate::issuer::Issuer;
use crate::random::Draw;

/// What a token otherwise takes from clock and chance.
#[derive(Clone, Copy, Debug)]
pub struct Fixed {
    /// The time of making, in unix seconds.
    pub now: i64,
    /// The body's nonce.
    pub nonce: u32,
    /// The IV; GCM takes the first 12 bytes.
    pub iv: [u8; 16],
}

/// [`Issuer::issue_with_payload`] with nothing left to clock and chance.
///
/// # Errors
///
/// As that.
pub fn issue(
    issuer: &Issuer,
    user_id: &str,
    ttl: Duration,
    payload: &str,
    fixed: Fixed,
) -> Result<String, Error> {
    let Fixed { now, nonce, iv } = fixed;
    issuer.issue_fixed(user_id, ttl, payload, now, Draw { iv, nonce })
}

/// Reads a decrypted body, for fuzzing: no fuzzer gets through the cipher by itself.
#[must_use]
pub fn read_body(body: &[u8]) -> Option<Claims> {
    Claims::parse(body)
}
