//! Explains why a token is refused and how to fix it.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;
use std::ptr;

use token04_core::host::{self, Argument};
use token04_core::{Error, Question, diagnose};

use crate::boundary::{flag, free, place, run, struct_size, token04_error};
use crate::choices;
use crate::claims::token04_claims;
use crate::text::{required_bytes, terminated, token04_text};

/// The severity of a finding.
#[repr(C)]
pub enum token04_severity {
    // begin severities (written by scripts/vocabulary.py)
    /// The token will be refused, or must be replaced.
    TOKEN04_SEVERITY_ERROR = 0,
    /// The token may be refused, or allows less or more than intended.
    TOKEN04_SEVERITY_WARNING = 1,
    /// For information only.
    TOKEN04_SEVERITY_NOTE = 2,
    // end severities
}

/// The language of a report.
#[repr(C)]
pub enum token04_language {
    // begin languages (written by scripts/vocabulary.py)
    /// English.
    TOKEN04_LANGUAGE_EN = 0,
    /// Simplified Chinese.
    TOKEN04_LANGUAGE_ZH = 1,
    // end languages
}

/// What is known about the login when a token is diagnosed; more information allows more checks. Start with
/// TOKEN04_QUESTION_INIT, which sets nothing, and set the known fields.
#[repr(C)]
pub struct token04_question {
    /// The size of this struct: sizeof(token04_question). A later version may add fields at the end.
    pub size: usize,
    /// The app that the client uses; 0 if unknown.
    pub app_id: i64,
    /// The secret that the token should have been made with, of any length; data is NULL if it is unknown.
    /// The texts of the report never contain it.
    pub secret: token04_text,
    /// The user who logs in; data is NULL if unknown.
    pub user_id: token04_text,
    /// The room that the user logs in to; data is NULL if unknown.
    pub room_id: token04_text,
    /// The stream to publish or play; data is NULL if unknown.
    pub stream_id: token04_text,
    /// Whether the user wants to publish: 1 or 0.
    pub publish: i32,
    /// The product that the token is for, a token04_profile.
    pub profile: i32,
    /// The language of the report, a token04_language.
    pub language: i32,
    /// Whether now is set: 1, or 0 to use the clock.
    pub has_now: i32,
    /// The time to check against, in unix seconds.
    pub now: i64,
}

/// One finding about a token.
#[repr(C)]
pub struct token04_finding {
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
    /// The severity, a token04_severity.
    pub severity: i32,
}

/// What is wrong with a token, if anything. A later version may add fields at the end.
#[repr(C)]
pub struct token04_report {
    /// The findings, in the order to fix them. A valid token in mode CBC still gives a note.
    pub findings: *const token04_finding,
    /// The number of findings.
    pub finding_count: usize,
    /// The claims of the token if it could be opened, with any key or layout; otherwise NULL. They belong to the
    /// report: do not free them.
    pub claims: *const token04_claims,
    /// Whether no finding is an error: 1 or 0.
    pub ok: i32,
}

/// A report and the memory that its pointers point to.
#[repr(C)]
struct OwnedReport {
    /// First, so that a pointer to it is a pointer to the whole.
    view: token04_report,
    _findings: Vec<token04_finding>,
    _texts: Vec<[String; 3]>,
    _client_codes: Vec<Vec<u32>>,
    _claims: Option<Box<token04_claims>>,
}

impl OwnedReport {
    fn new(report: token04_core::Report) -> Self {
        let ok = i32::from(report.is_ok());
        let claims = report.claims.map(|claims| Box::new(token04_claims::new(claims)));
        let (mut findings, mut texts, mut all_codes) = (Vec::new(), Vec::new(), Vec::new());
        for found in report.findings {
            let owned = [found.id.name().to_owned(), found.message, found.fix].map(terminated);
            let [id, message, fix] = owned.each_ref().map(|text| token04_text::of(text));
            findings.push(token04_finding {
                id,
                message,
                fix,
                client_codes: found.client_codes.as_ptr(),
                client_code_count: found.client_codes.len(),
                severity: found.severity as i32,
            });
            // Moving a string or a list does not move its contents.
            texts.push(owned);
            all_codes.push(found.client_codes);
        }
        let view = token04_report {
            findings: findings.as_ptr(),
            finding_count: findings.len(),
            claims: claims.as_deref().map_or(ptr::null(), ptr::from_ref),
            ok,
        };
        Self { view, _findings: findings, _texts: texts, _client_codes: all_codes, _claims: claims }
    }
}

impl token04_question {
    unsafe fn to_question(&self) -> Result<Question<'_>, Error> {
        struct_size(self.size, size_of::<Self>(), "question")?;
        let app_id = if self.app_id == 0 { None } else { Some(host::app_id(self.app_id)?) };
        let has_now = flag(self.has_now, "has_now")?;
        // SAFETY: as the caller's.
        unsafe {
            Ok(Question::new()
                .app_id(app_id)
                .secret(self.secret.optional(Argument::Secret)?)
                .user_id(self.user_id.optional(Argument::UserId)?)
                .room_id(self.room_id.optional(Argument::RoomId)?)
                .stream_id(self.stream_id.optional(Argument::StreamId)?)
                .publish(flag(self.publish, "publish")?)
                .profile(choices::profile(self.profile)?)
                .lang(choices::language(self.language)?)
                .now(has_now.then_some(self.now)))
        }
    }
}

/// Explains why a token is refused and how to fix it. It accepts any text, UTF-8 or not, and detects common mistakes
/// in hand-written generators; docs/diagnose.md lists all findings. question may be NULL.
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
    report: *mut *const token04_report,
    error: *mut token04_error,
) -> i32 {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let place = place(report.cast::<*mut token04_report>(), "report")?;
            let question =
                question.as_ref().map_or_else(|| Ok(Question::new()), |asked| asked.to_question())?;
            let token = String::from_utf8_lossy(required_bytes(token, token_length, Argument::Token)?);
            let owned = Box::new(OwnedReport::new(diagnose(&token, &question)));
            place.write(Box::into_raw(owned).cast());
        }
        Ok(())
    })
}

/// Frees a report and everything read from it. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_report_free(report: *const token04_report) {
    // SAFETY: as the header asks of the caller; the pointer is to the first field of an OwnedReport.
    unsafe { free(report.cast_mut().cast::<OwnedReport>()) }
}
