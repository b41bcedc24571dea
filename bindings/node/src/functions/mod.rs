//! The functions that the package's JavaScript classes call, for each of its two backends: the addon, and WebAssembly
//! in `bindings/wasm`. Each converts its arguments, makes one call into the core and converts the result.
//!
//! `crate::engine` is the JavaScript engine, as the crate of a backend reaches it.

mod arguments;
mod batch;
mod claims;
mod diagnose;
mod drop_in;
mod explain;
mod failure;
mod inspect;
mod issuer;
mod kit;
mod privilege;
mod verifier;

use crate::engine::Native;

pub use failure::Failure;

/// The functions for issuing and reading tokens, by the names that JavaScript calls.
pub const ISSUING: &[(&str, Native)] = &[
    ("newIssuer", issuer::new),
    ("issue", issuer::issue),
    ("issueRoom", issuer::issue_room),
    ("issueMany", batch::issue_many),
    ("kitToken", issuer::kit_token),
    ("closeIssuer", issuer::close),
    ("newVerifier", verifier::new),
    ("verify", verifier::verify),
    ("closeVerifier", verifier::close),
    ("checkPrivilege", privilege::check),
    ("writePrivilege", privilege::write),
    ("parsePrivilege", privilege::parse),
    ("inspect", inspect::inspect),
    ("kitEncode", kit::encode),
    ("kitDecode", kit::decode),
    ("generateToken04", drop_in::generate_token04),
];

/// The functions for finding out what is wrong with a token. They are larger than all others together.
pub const DIAGNOSING: &[(&str, Native)] = &[("diagnose", diagnose::diagnose), ("explain", explain::explain)];
