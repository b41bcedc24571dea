//! The Node.js addon of the npm package `token04`: the functions that its JavaScript classes call.
//!
//! All of Node-API is in one module, `node_api`, on napi-rs's raw layer `napi-sys`: a token issued through
//! `napi-derive` takes more than twice as long, as `bench/napi_derive` measures.

mod functions;
mod node_api;
mod values;

use functions::{DIAGNOSING, ISSUING};
use node_api as engine;
use node_api::Native;

/// What the addon exports, by the names that JavaScript calls.
const EXPORTS: &[&[(&str, Native)]] = &[
    ISSUING,
    DIAGNOSING,
    #[cfg(feature = "test-panic")]
    &[("panic", panic)],
];

#[cfg(feature = "test-panic")]
#[allow(clippy::panic, reason = "so that a test can see what becomes of one")]
fn panic(_: &engine::Call) -> Result<engine::Value<'_>, functions::Failure> {
    panic!("a panic for the test of the boundary")
}
