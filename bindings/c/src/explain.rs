//! Explains an error code without a token.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ptr;

use token04_core::{Explanation, explain};

use crate::boundary::{free, place, run};
use crate::choices::{self, token04_language};
use crate::error::token04_error;
use crate::growth::Struct;
use crate::status::token04_status;
use crate::text::{terminated, token04_text};

/// What an error code means, and how to find its cause. It belongs to the library.
#[repr(C)]
pub struct token04_explanation {
    /// The size of this struct in the library.
    pub size: usize,
    /// The code.
    pub code: i64,
    /// All of it as text, as the program prints it.
    pub text: token04_text,
    /// The product that shows the code; empty if the code is unknown.
    pub product: token04_text,
    /// What the code means.
    pub meaning: token04_text,
    /// How to go on.
    pub next: token04_text,
    /// What ZEGO's documents do not say about the code; data is NULL if there is nothing of the kind.
    pub undocumented: token04_text,
    /// The ids of the findings that can cause it, the most frequent first.
    pub causes: *const token04_text,
    /// The number of causes.
    pub cause_count: usize,
    /// What to check, in this order.
    pub checks: *const token04_text,
    /// The number of checks.
    pub check_count: usize,
    /// For an unknown code: the known codes that look like it, the most similar first.
    pub near_codes: *const i64,
    /// The number of near codes.
    pub near_code_count: usize,
    /// Whether the code is known: 1 or 0.
    pub known: i32,
    /// Has no meaning.
    pub reserved: i32,
}

/// An explanation and the memory that its pointers point to. The view comes first: its address is that of the whole.
#[repr(C)]
struct OwnedExplanation {
    view: Struct<token04_explanation>,
    _texts: [String; 4],
    _undocumented: Option<String>,
    _causes: Texts,
    _checks: Texts,
    _near_codes: Vec<i64>,
}

/// A list of texts and the memory of each.
struct Texts {
    views: Vec<token04_text>,
    _texts: Vec<String>,
}

impl Texts {
    fn new(texts: impl IntoIterator<Item = String>) -> Self {
        // Moving a string does not move its contents.
        let texts: Vec<String> = texts.into_iter().map(terminated).collect();
        Self { views: texts.iter().map(|text| token04_text::of(text)).collect(), _texts: texts }
    }
}

impl OwnedExplanation {
    fn new(explanation: Explanation) -> Self {
        let text = explanation.to_string();
        let texts = [text, explanation.product, explanation.meaning, explanation.next].map(terminated);
        let [text, product, meaning, next] = texts.each_ref().map(|text| token04_text::of(text));
        let undocumented = explanation.undocumented.map(terminated);
        let causes = Texts::new(explanation.causes.iter().map(|cause| cause.name().to_owned()));
        let checks = Texts::new(explanation.checks);
        let view = Struct::new(token04_explanation {
            size: Struct::<token04_explanation>::SIZE,
            code: explanation.code,
            text,
            product,
            meaning,
            next,
            undocumented: undocumented
                .as_deref()
                .map_or(token04_text { data: ptr::null(), length: 0 }, token04_text::of),
            causes: causes.views.as_ptr(),
            cause_count: causes.views.len(),
            checks: checks.views.as_ptr(),
            check_count: checks.views.len(),
            near_codes: explanation.near.as_ptr(),
            near_code_count: explanation.near.len(),
            known: explanation.known.into(),
            reserved: 0,
        });
        Self {
            view,
            _texts: texts,
            _undocumented: undocumented,
            _causes: causes,
            _checks: checks,
            _near_codes: explanation.near,
        }
    }
}

/// Explains an error code that a ZEGO SDK or the Server API reported: what it means for a token, what causes it, and
/// what to check. Codes that are not known give an explanation too.
///
/// explanation receives it, and must be freed with token04_explanation_free; NULL after an error.
///
/// Errors: TOKEN04_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_explain(
    code: i64,
    language: token04_language,
    explanation: *mut *mut token04_explanation,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let place = place(explanation, "explanation")?;
            let explained = explain(code, choices::language(language)?);
            place.write(Box::into_raw(Box::new(OwnedExplanation::new(explained))).cast());
        }
        Ok(())
    })
}

/// Frees an explanation and everything read from it. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_explanation_free(explanation: *mut token04_explanation) {
    // SAFETY: as the header asks of the caller; the pointer is to the first field of an OwnedExplanation.
    unsafe { free(explanation.cast::<OwnedExplanation>()) }
}
