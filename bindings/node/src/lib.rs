//! The Node.js addon of the npm package `token04`: the functions that its JavaScript classes call.
//!
//! Each function converts its arguments, makes one call into the core and converts the result. All of Node-API is
//! in one module, `node_api`, on napi-rs's raw layer `napi-sys`: a token issued through `napi-derive` takes more
//! than twice as long, as `bench/napi_derive` measures.

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
mod node_api;
mod privilege;
mod verifier;

use node_api::Native;

/// What the addon exports, by the names that JavaScript calls.
const EXPORTS: &[(&str, Native)] = &[
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
    ("diagnose", diagnose::diagnose),
    ("explain", explain::explain),
    ("kitEncode", kit::encode),
    ("kitDecode", kit::decode),
    ("generateToken04", drop_in::generate_token04),
    #[cfg(feature = "test-panic")]
    ("panic", panic),
];

#[cfg(feature = "test-panic")]
#[allow(clippy::panic, reason = "so that a test can see what becomes of one")]
fn panic(_: &node_api::Call) -> Result<node_api::Value<'_>, failure::Failure> {
    panic!("a panic for the test of the boundary")
}
