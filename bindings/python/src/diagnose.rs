//! The function `diagnose`, and the classes `Report` and `Finding`, its answer.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use token04_core::Question;
use token04_core::host::Argument;

use crate::arguments;
use crate::boundary::guarded;
use crate::claims::Claims;
use crate::text::any_text;
use crate::value::{dict, represent, values};

/// One finding in a token.
///
/// Example:
///     >>> for finding in diagnose(token, secret=secret).findings:
///     ...     print(finding.severity, finding.id, finding.message, finding.fix)
#[pyclass(frozen, eq, hash, get_all, from_py_object, module = "token04")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// What was found: one of the ids in FindingId.
    id: String,
    /// How severe it is: "error", the token is refused or must be replaced; "warning", it may be refused, or
    /// does less or more than intended; or "note", for information.
    severity: String,
    /// What is wrong, with the values of this token, but never the secret.
    message: String,
    /// How to fix it.
    fix: String,
    /// The error codes that ZEGO's client SDKs may show for it. The service's actual answers were not observed.
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

    /// The finding as a dict for JSON, in the shape that `token04 diagnose --json` prints.
    fn to_dict<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        dict(slf, Self::FIELDS, &[])
    }

    #[getter]
    fn __dict__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        Self::to_dict(slf)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf, Self::FIELDS)
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        values(slf, Self::FIELDS)
    }
}

/// The result of a diagnosis: what is wrong with a token, if anything.
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
    /// The findings, the most urgent first; each id at most once. A sound token in mode CBC has a note.
    findings: Vec<Finding>,
    /// The claims, if the token could be opened and read with any key or layout, or else None. A value that
    /// contains the secret is replaced by "[redacted]".
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

    /// The report as a dict for JSON, in the shape that `token04 diagnose --json` prints.
    fn to_dict<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        dict(slf, Self::FIELDS, &["claims"])
    }

    #[getter]
    fn __dict__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        Self::to_dict(slf)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf, Self::FIELDS)
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        values(slf, Self::FIELDS)
    }
}

/// Reports why a token is refused, and how to fix it.
///
/// It takes any text, and finds the mistakes of hand-written generators: in keys, layouts, modes and claims. Everything
/// except the token is optional; the more you pass, the more it can find.
///
/// Args:
///     token: Any text that is meant as a token or a kit token.
///     secret: The ServerSecret that the token should have been issued with, of any length: a wrong one may be the
///         mistake. Nothing in the report shows it.
///     app_id: The app of the client.
///     user_id: The user who logs in.
///     room_id: The room that the user logs in to.
///     stream_id: The stream to publish or play.
///     publish: Whether the user wants to publish.
///     profile: The product that the token is for: "rtc", "zim", "kit" or "call". With None, only what applies to all
///         of them is an error.
///     code: The error code that the client saw: the findings that can cause it come first.
///     lang: The language of messages and fixes: "en", or "zh" for Simplified Chinese.
///     now: The time to check against, in unix seconds. The default is the current time.
///
/// Raises:
///     InvalidArgumentError: The token is not a string, or another argument is invalid.
///     InvalidSecretError, InvalidAppIdError, InvalidUserIdError, InvalidRoomError: That argument has another
///     type, is not valid Unicode, or is an app id out of range. The contents of the token never raise.
///
/// Example:
///     >>> report = diagnose(token, secret="0123456789abcdef0123456789abcdef", user_id="user1")
///     >>> report.findings[0].id == FindingId.KEY_HEX_DECODED
///     True
#[pyfunction]
#[pyo3(signature = (
    token, *, secret = None, app_id = None, user_id = None, room_id = None, stream_id = None, publish = false,
    profile = None, code = None, lang = None, now = None
))]
#[pyo3(text_signature = "(token, *, secret=None, app_id=None, user_id=None, room_id=None, stream_id=None, \
                         publish=False, profile=None, code=None, lang='en', now=None)")]
#[allow(clippy::too_many_arguments, reason = "they are the arguments of a Python function")]
pub fn diagnose(
    token: &Bound<'_, PyAny>,
    secret: Option<&Bound<'_, PyAny>>,
    app_id: Option<&Bound<'_, PyAny>>,
    user_id: Option<&Bound<'_, PyAny>>,
    room_id: Option<&Bound<'_, PyAny>>,
    stream_id: Option<&Bound<'_, PyAny>>,
    #[pyo3(from_py_with = arguments::publish)] publish: bool,
    profile: Option<&Bound<'_, PyAny>>,
    code: Option<&Bound<'_, PyAny>>,
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
            .secret(secret)
            .app_id(app_id)
            .user_id(user_id)
            .room_id(room_id)
            .stream_id(stream_id)
            .publish(publish)
            .profile(arguments::choice(profile)?)
            .code(code.map(arguments::code).transpose()?)
            .lang(arguments::choice(lang)?.unwrap_or_default())
            .now(arguments::now(now)?);
        Ok(token04_core::diagnose(&token, &question).into())
    })
}
