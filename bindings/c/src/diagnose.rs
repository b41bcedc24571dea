//! Why a token is refused, and how to mend it.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;
use std::ptr;

use token04_core::host::{self, Argument};
use token04_core::{Error, Question, diagnose};

use crate::boundary::{flag, free, place, run, struct_size, token04_error};
use crate::choices;
use crate::claims::token04_claims;
use crate::text::{required_bytes, terminated, token04_text};

/// How bad a finding is.
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

/// What is known beside a token when it is diagnosed; the more is given, the more can be said. Begin with
/// TOKEN04_QUESTION_INIT, which knows nothing, and set what is known.
#[repr(C)]
pub struct token04_question {
    /// The size of this struct: sizeof(token04_question). A later version may add fields behind the last.
    pub size: usize,
    /// The app that the client runs under; 0 where it is not known.
    pub app_id: i64,
    /// The secret that the token should have been made with, of any length; data is NULL where it is not
    /// known. No text of the report holds it.
    pub secret: token04_text,
    /// The user who logs in; data is NULL where it is not known.
    pub user_id: token04_text,
    /// The room that the user logs in to; data is NULL where it is not known.
    pub room_id: token04_text,
    /// The stream to publish or play; data is NULL where it is not known.
    pub stream_id: token04_text,
    /// Whether the user means to publish: 1 or 0.
    pub publish: i32,
    /// The product that the token is for, a token04_profile.
    pub profile: i32,
    /// The language of the report, a token04_language.
    pub language: i32,
    /// Whether now is set: 1, or 0 to look at the clock.
    pub has_now: i32,
    /// The time of the question, in unix seconds.
    pub now: i64,
}

/// One thing that was found.
#[repr(C)]
pub struct token04_finding {
    /// What it is: one of the TOKEN04_FINDING_ texts.
    pub id: token04_text,
    /// What is wrong, with the values of this case.
    pub message: token04_text,
    /// How to mend it.
    pub fix: token04_text,
    /// The client error codes that it may show as. Which the service really answers was never observed.
    pub client_codes: *const u32,
    /// The number of client codes.
    pub client_code_count: usize,
    /// How bad it is, a token04_severity.
    pub severity: i32,
}

/// What is wrong with a token, if anything. A later version may add fields behind the last.
#[repr(C)]
pub struct token04_report {
    /// What was found, in order of what to do first. A sound token in mode CBC still gives a note.
    pub findings: *const token04_finding,
    /// The number of findings.
    pub finding_count: usize,
    /// What the token says, where it could be opened, by whichever key or layout; else NULL. It belongs to
    /// the report: do not free it.
    pub claims: *const token04_claims,
    /// Whether no finding is an error: 1 or 0.
    pub ok: i32,
}

/// A report with what its pointers point to.
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
            // Moving a string or a list does not move what it holds.
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

/// Says why a token is refused, and how to mend it. It takes any text, UTF-8 or not, and finds what people get
/// wrong who write a generator by hand; docs/diagnose.md lists all that can be found. question may be NULL.
///
/// report receives the answer, to be freed with token04_report_free; NULL after an error, which only an
/// invalid argument gives.
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

/// Frees a report and all that was read from it. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_report_free(report: *const token04_report) {
    // SAFETY: as the header asks of the caller; what was given out is the first field of an OwnedReport.
    unsafe { free(report.cast_mut().cast::<OwnedReport>()) }
}
