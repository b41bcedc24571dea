//! Explains why a token is refused and how to fix it.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;
use std::ptr;

use token04_core::host::{self, Argument};
use token04_core::{Error, Question, diagnose};

use crate::boundary::{flag, free, number, place, reserved, run};
use crate::choices::{self, token04_language, token04_profile};
use crate::claims::token04_claims;
use crate::error::token04_error;
use crate::growth::{self, Growing, Struct};
use crate::status::token04_status;
use crate::text::{required_bytes, terminated, token04_text};

/// The severity of a finding.
pub type token04_severity = i32;

/// The constants of [`token04_severity`].
#[repr(C)]
pub enum SeverityNumber {
    // begin severities (written by scripts/vocabulary.py)
    /// The token will be refused, or must be replaced.
    TOKEN04_SEVERITY_ERROR = 0,
    /// The token may be refused, or allows less or more than intended.
    TOKEN04_SEVERITY_WARNING = 1,
    /// For information only.
    TOKEN04_SEVERITY_NOTE = 2,
    // end severities
}

/// What is known about the login when a token is diagnosed; more information allows more checks. Start with
/// TOKEN04_QUESTION_INIT, which sets nothing, and set the known fields.
#[repr(C)]
pub struct token04_question {
    /// The size of this struct: sizeof(token04_question).
    pub size: usize,
    /// The app that the client uses; NULL if unknown.
    pub app_id: *const i64,
    /// The secret that the token should have been made with, of any length; data is NULL if it is unknown.
    /// The texts of the report never contain it.
    pub secret: token04_text,
    /// The user who logs in; data is NULL if unknown.
    pub user_id: token04_text,
    /// The room that the user logs in to; data is NULL if unknown.
    pub room_id: token04_text,
    /// The stream to publish or play; data is NULL if unknown.
    pub stream_id: token04_text,
    /// The time to check against, in unix seconds; NULL for that of the clock.
    pub now: *const i64,
    /// The error code that the client reported, whose causes come first in the report; NULL if unknown.
    pub code: *const i64,
    /// Whether the user wants to publish: 1 or 0.
    pub publish: i32,
    /// The product that the token is for.
    pub profile: token04_profile,
    /// The language of the report.
    pub language: token04_language,
    /// Must be 0.
    pub reserved: i32,
}

// SAFETY: integers and pointers can be zero.
unsafe impl Growing for token04_question {
    const NAME: &'static str = "question";
}

/// One finding about a token. It belongs to the report.
#[repr(C)]
pub struct token04_finding {
    /// The size of this struct in the library.
    pub size: usize,
    /// The finding's id: one of the TOKEN04_FINDING_ texts.
    pub id: token04_text,
    /// What is wrong, with the values of this case.
    pub message: token04_text,
    /// How to fix it.
    pub fix: token04_text,
    /// The client error codes that it may appear as. Which of them the service returns has not been observed.
    pub client_codes: *const u32,
    /// The number of client codes.
    pub client_code_count: usize,
    /// The severity.
    pub severity: token04_severity,
    /// Has no meaning.
    pub reserved: i32,
}

/// What is wrong with a token, if anything. It belongs to the library.
#[repr(C)]
pub struct token04_report {
    /// The size of this struct in the library.
    pub size: usize,
    /// Pointers to the findings, in the order to fix them. A valid token in mode CBC still gives a note.
    pub findings: *const *const token04_finding,
    /// The number of findings.
    pub finding_count: usize,
    /// The claims of the token if it could be opened, with any key or layout; otherwise NULL. They belong to the
    /// report: do not free them.
    pub claims: *const token04_claims,
    /// Whether no finding is an error: 1 or 0.
    pub ok: i32,
    /// Has no meaning.
    pub reserved: i32,
}

/// A report and the memory that its pointers point to.
#[repr(C)]
struct OwnedReport {
    /// First, so that a pointer to it is a pointer to the whole.
    view: Struct<token04_report>,
    _pointers: Vec<*const token04_finding>,
    _findings: Vec<OwnedFinding>,
    _claims: Option<Box<token04_claims>>,
}

/// A finding and the memory that its pointers point to.
struct OwnedFinding {
    view: Struct<token04_finding>,
    _texts: [String; 3],
    _client_codes: Vec<u32>,
}

impl OwnedFinding {
    fn new(found: token04_core::Finding) -> Self {
        // Moving a string or a list does not move its contents.
        let texts = [found.id.name().to_owned(), found.message, found.fix].map(terminated);
        let [id, message, fix] = texts.each_ref().map(|text| token04_text::of(text));
        let view = Struct::new(token04_finding {
            size: Struct::<token04_finding>::SIZE,
            id,
            message,
            fix,
            client_codes: found.client_codes.as_ptr(),
            client_code_count: found.client_codes.len(),
            severity: found.severity as i32,
            reserved: 0,
        });
        Self { view, _texts: texts, _client_codes: found.client_codes }
    }
}

impl OwnedReport {
    fn new(report: token04_core::Report) -> Self {
        let ok = i32::from(report.is_ok());
        let claims = report.claims.map(|claims| Box::new(token04_claims::new(claims)));
        let findings: Vec<OwnedFinding> = report.findings.into_iter().map(OwnedFinding::new).collect();
        let pointers: Vec<_> = findings.iter().map(|found| &raw const found.view.fields).collect();
        let view = Struct::new(token04_report {
            size: Struct::<token04_report>::SIZE,
            findings: pointers.as_ptr(),
            finding_count: pointers.len(),
            claims: claims.as_deref().map_or(ptr::null(), ptr::from_ref),
            ok,
            reserved: 0,
        });
        Self { view, _pointers: pointers, _findings: findings, _claims: claims }
    }
}

impl token04_question {
    /// The core's equivalent, which borrows the texts from the caller.
    unsafe fn to_question<'a>(pointer: *const Self) -> Result<Question<'a>, Error> {
        if pointer.is_null() {
            return Ok(Question::new());
        }
        // SAFETY: as the header asks of the caller.
        unsafe {
            let given = growth::read(pointer)?;
            reserved(given.reserved, "question")?;
            Ok(Question::new()
                .app_id(number(given.app_id).map(host::app_id).transpose()?)
                .secret(given.secret.optional(Argument::Secret)?)
                .user_id(given.user_id.optional(Argument::UserId)?)
                .room_id(given.room_id.optional(Argument::RoomId)?)
                .stream_id(given.stream_id.optional(Argument::StreamId)?)
                .publish(flag(given.publish, "publish")?)
                .profile(choices::profile(given.profile)?)
                .lang(choices::language(given.language)?)
                .now(number(given.now))
                .code(number(given.code)))
        }
    }
}

/// Explains why a token is refused and how to fix it. It accepts any text, UTF-8 or not, and detects common mistakes
/// in hand-written generators; docs/en/diagnose/by-finding.md lists all findings. question may be NULL.
///
/// report receives the report, which must be freed with token04_report_free; NULL after an error. Only an
/// invalid argument is an error.
///
/// Errors: TOKEN04_INVALID_ARGUMENT, TOKEN04_INVALID_APP_ID, and for text in the question that is not UTF-8
/// the status of its argument.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_diagnose(
    token: *const c_char,
    token_length: usize,
    question: *const token04_question,
    report: *mut *mut token04_report,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let place = place(report, "report")?;
            let question = token04_question::to_question(question)?;
            let token = String::from_utf8_lossy(required_bytes(token, token_length, Argument::Token)?);
            let owned = Box::new(OwnedReport::new(diagnose(&token, &question)));
            place.write(Box::into_raw(owned).cast());
        }
        Ok(())
    })
}

/// Frees a report and everything read from it. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_report_free(report: *mut token04_report) {
    // SAFETY: as the header asks of the caller; the pointer is to the first field of an OwnedReport.
    unsafe { free(report.cast::<OwnedReport>()) }
}
