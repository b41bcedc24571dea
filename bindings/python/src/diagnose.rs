//! The function `diagnose`, and the classes `Report` and `Finding`, its answer.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use token04_core::Question;
use token04_core::host::Argument;

use crate::arguments;
use crate::boundary::guarded;
use crate::claims::Claims;
use crate::text::any_text;
use crate::value::{represent, values};

/// One thing that was found in a token.
///
/// Example:
///     >>> for finding in diagnose(token, secret=secret).findings:
///     ...     print(finding.severity, finding.id, finding.message, finding.fix)
#[pyclass(frozen, eq, hash, get_all, from_py_object, module = "token04")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// What it is: one of the ids in FindingId.
    id: String,
    /// How bad it is: "error", the token will be refused or must be replaced; "warning", it may be refused, or
    /// does less or more than was meant; or "note", which is good to know.
    severity: String,
    /// What is wrong, with the values of this case; never with the secret.
    message: String,
    /// How to mend it.
    fix: String,
    /// The error codes of ZEGO's client SDKs that it may show as. Which the service really answers was never
    /// observed.
    client_codes: Vec<u32>,
}

impl Finding {
    const FIELDS: &[&str] = &["id", "severity", "message", "fix", "client_codes"];
}

impl From<token04_core::Finding> for Finding {
    fn from(finding: token04_core::Finding) -> Self {
        let token04_core::Finding { id, severity, message, fix, client_codes, .. } = finding;
        Self { id: id.name().to_owned(), severity: severity.name().to_owned(), message, fix, client_codes }
    }
}

#[pymethods]
impl Finding {
    #[new]
    fn new(id: String, severity: String, message: String, fix: String, client_codes: Vec<u32>) -> Self {
        Self { id, severity, message, fix, client_codes }
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf, Self::FIELDS)
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        values(slf, Self::FIELDS)
    }
}

/// What is wrong with a token, if anything.
///
/// Example:
///     >>> report = diagnose(token, secret=secret)
///     >>> report.ok, [finding.id for finding in report.findings]
///     (False, ['key-hex-decoded'])
#[pyclass(frozen, eq, hash, get_all, module = "token04")]
#[derive(PartialEq, Eq, Hash)]
pub struct Report {
    /// Whether no finding is an error.
    ok: bool,
    /// What was found, in order of what to do first; each id at most once. A sound token in mode CBC still
    /// gives a note.
    findings: Vec<Finding>,
    /// What the token says, where it could be opened and read, by whichever key or layout, or else None. A value
    /// that holds the secret is replaced by "[redacted]".
    claims: Option<Claims>,
}

impl Report {
    const FIELDS: &[&str] = &["ok", "findings", "claims"];
}

impl From<token04_core::Report> for Report {
    fn from(report: token04_core::Report) -> Self {
        Self {
            ok: report.is_ok(),
            findings: report.findings.into_iter().map(Finding::from).collect(),
            claims: report.claims.map(Claims::from),
        }
    }
}

#[pymethods]
impl Report {
    #[new]
    fn new(ok: bool, findings: Vec<Finding>, claims: Option<Claims>) -> Self {
        Self { ok, findings, claims }
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf, Self::FIELDS)
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        values(slf, Self::FIELDS)
    }
}

/// Says why a token is refused, and how to mend it.
///
/// It takes any text, and finds what people get wrong who write a generator by hand: keys made of the secret,
/// layouts, modes, claims. All that is known beside the token is optional; the more is given, the more can be
/// said.
///
/// Args:
///     token: any text that is meant as a token, or as a kit token.
///     secret: the ServerSecret that it should have been made with, of any length: a wrong one may be the
///         mistake. Nothing in the report shows it.
///     app_id: the app that the client runs under.
///     user_id: the user who logs in.
///     room_id: the room that the user logs in to.
///     stream_id: the stream to publish or play.
///     publish: whether the user means to publish.
///     profile: the product that the token is for: "rtc", "zim", "kit" or "call". With None, only what holds for all of
///         them is an error.
///     lang: the language of messages and fixes: "en", or "zh" for Simplified Chinese.
///     now: the time of the question, in unix seconds, instead of the clock's.
///
/// Raises:
///     InvalidArgumentError: the token is no string, or another argument is invalid.
///     InvalidSecretError, InvalidAppIdError, InvalidUserIdError, InvalidRoomError: that argument is of another
///     type, no Unicode, or an app id out of range. What the token says never raises.
///
/// Example:
///     >>> report = diagnose(token, secret="0123456789abcdef0123456789abcdef", user_id="user1")
///     >>> report.findings[0].id == FindingId.KEY_HEX_DECODED
///     True
#[pyfunction]
#[pyo3(signature = (
    token, *, secret = None, app_id = None, user_id = None, room_id = None, stream_id = None, publish = false,
    profile = None, lang = None, now = None
))]
#[pyo3(text_signature = "(token, *, secret=None, app_id=None, user_id=None, room_id=None, stream_id=None, \
                         publish=False, profile=None, lang='en', now=None)")]
#[allow(clippy::too_many_arguments, reason = "they are the arguments by name of a Python function")]
pub fn diagnose(
    token: &Bound<'_, PyAny>,
    secret: Option<&Bound<'_, PyAny>>,
    app_id: Option<&Bound<'_, PyAny>>,
    user_id: Option<&Bound<'_, PyAny>>,
    room_id: Option<&Bound<'_, PyAny>>,
    stream_id: Option<&Bound<'_, PyAny>>,
    #[pyo3(from_py_with = arguments::publish)] publish: bool,
    profile: Option<&Bound<'_, PyAny>>,
    lang: Option<&Bound<'_, PyAny>>,
    now: Option<&Bound<'_, PyAny>>,
) -> PyResult<Report> {
    guarded(|| {
        let token = any_text(token, Argument::Token)?;
        let secret = arguments::optional(secret, Argument::Secret)?;
        let app_id = app_id.map(arguments::app_id).transpose()?;
        let user_id = arguments::optional(user_id, Argument::UserId)?;
        let room_id = arguments::optional(room_id, Argument::RoomId)?;
        let stream_id = arguments::optional(stream_id, Argument::StreamId)?;
        let question = Question::new()
            .secret(secret.as_deref())
            .app_id(app_id)
            .user_id(user_id.as_deref())
            .room_id(room_id.as_deref())
            .stream_id(stream_id.as_deref())
            .publish(publish)
            .profile(arguments::choice(profile)?)
            .lang(arguments::choice(lang)?.unwrap_or_default())
            .now(arguments::now(now)?);
        Ok(token04_core::diagnose(&token, &question).into())
    })
}
