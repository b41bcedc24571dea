//! Where each part of a token is, for the page to show it.

use serde::Serialize;
use token04_core::hex;
use token04_core::host::{self, Part};

/// The bytes of a token's envelope, and its parts.
#[derive(Serialize)]
pub(crate) struct Map {
    /// The envelope in hex.
    envelope: String,
    /// The parts, in order. Each character of the token is in one.
    parts: Vec<Part>,
}

/// The map of a token, if it has the form of one.
pub(crate) fn of(token: &str) -> Option<Map> {
    let (envelope, parts) = host::parts(token).ok()?;
    // Nothing in an envelope is secret.
    Some(Map { envelope: hex::encode(&envelope).to_string(), parts })
}
