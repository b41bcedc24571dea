//! What the page that is a file calls. Questions and answers are JSON, as between the other page and the service.

use serde::Serialize;
use token04_core::{Error, ErrorCode};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::make::Request;
use crate::question::Question;

/// The version of the library.
#[wasm_bindgen]
pub fn version() -> String {
    token04_core::VERSION.to_owned()
}

/// Answers a [`Question`].
#[wasm_bindgen]
pub fn read(question: &str) -> String {
    Question::parse(question.as_bytes()).map_or_else(unreadable, |question| json(&question.answer(|_| None)))
}

/// Makes the token of a [`Request`].
#[wasm_bindgen]
pub fn make(request: &str) -> String {
    let Some(request) = Request::parse(request.as_bytes()) else { return unreadable() };
    request.make().map_or_else(|error| refusal(&error), |made| json(&made))
}

#[derive(Serialize)]
struct Refusal<'a> {
    code: i32,
    detail: &'a str,
}

fn refusal(error: &Error) -> String {
    json(&Refusal { code: error.code().number(), detail: error.message() })
}

fn unreadable() -> String {
    json(&Refusal { code: ErrorCode::InvalidArgument.number(), detail: "this is not a question of the page" })
}

fn json(answer: &impl Serialize) -> String {
    // Answers have string keys only, so serializing cannot fail.
    serde_json::to_string(answer).unwrap_or_default()
}
