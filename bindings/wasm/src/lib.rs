//! The WebAssembly modules of the npm package `token04`: the functions that its JavaScript classes call, where no
//! native code runs.
//!
//! The functions are those of the addon in `bindings/node`; only the engine below them is another one. There are two
//! modules, so that a program that only issues does not carry the diagnosis: the feature `diagnose` selects the second.

mod engine;
#[path = "../../node/src/functions/mod.rs"]
mod functions;
#[path = "../../node/src/values.rs"]
mod values;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use engine::{Call, Native};
use functions::{DIAGNOSING, ISSUING};

/// The functions of this module, by the names that JavaScript calls.
const FUNCTIONS: &[(&str, Native)] = if cfg!(feature = "diagnose") { DIAGNOSING } else { ISSUING };

/// The names of the functions, in the order of their numbers.
#[wasm_bindgen]
pub fn names() -> Vec<String> {
    FUNCTIONS.iter().map(|(name, _)| String::from(*name)).collect()
}

/// Calls a function by its number. For a failure it calls `note(code, message, index)` and returns `undefined`.
///
/// # Errors
///
/// What was thrown while an argument was read.
#[wasm_bindgen]
pub fn call(function: usize, arguments: Vec<JsValue>, note: &Function) -> Result<JsValue, JsValue> {
    let (_, native) = FUNCTIONS.get(function).ok_or(JsValue::UNDEFINED)?;
    Call::new(arguments).run(*native, note)
}

/// Drops an issuer or a verifier whose handle was garbage-collected.
#[wasm_bindgen]
pub fn release(key: f64) {
    engine::release(key as u64);
}
