//! The class `Verifier` and the function `inspect`.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use token04_core::Login;
use token04_core::host::Argument;

use crate::arguments;
use crate::boundary::guarded;
use crate::claims::{Claims, Header};
use crate::closing::Closable;
use crate::text::text;

/// Opens and checks the tokens of one app.
///
/// A verifier holds the expanded keys and can be shared between threads: create one and reuse it. Closing the
/// verifier, or the end of a `with` block, wipes the keys from memory.
///
/// CBC tokens are not authenticated. A token that opens and passes the checks was very likely issued with the secret,
/// but single bytes may have been changed without detection. Rely on the claims of a CBC token only if it
/// came straight from you.
///
/// Args:
///     app_id: The AppID, 1 to 4294967295.
///     secret: The ServerSecret, 32 characters.
///     previous_secret: The secret that was in use before, while it is being replaced: its tokens are accepted too.
///     leeway: How long after its expiry a token is still accepted, to allow for clock differences: an integer of
///         seconds, or a timedelta.
///
/// Raises:
///     InvalidAppIdError, InvalidSecretError, InvalidArgumentError.
///
/// Example:
///     >>> verifier = Verifier(1234567890, "0123456789abcdef0123456789abcdef")
///     >>> verifier.verify(token, user_id="user1").user_id
///     'user1'
#[pyclass(frozen, weakref, module = "token04")]
pub struct Verifier {
    inner: Closable<token04_core::Verifier>,
    app_id: u32,
    has_previous_secret: bool,
    leeway: u64,
}

#[pymethods]
impl Verifier {
    #[new]
    #[pyo3(signature = (app_id, secret, *, previous_secret = None, leeway = None))]
    #[pyo3(text_signature = "(app_id, secret, *, previous_secret=None, leeway=0)")]
    fn new(
        app_id: &Bound<'_, PyAny>,
        secret: &Bound<'_, PyAny>,
        previous_secret: Option<&Bound<'_, PyAny>>,
        leeway: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        guarded(|| {
            let app_id = arguments::app_id(app_id)?;
            let mut verifier = token04_core::Verifier::new(app_id, text(secret, Argument::Secret)?)?;
            let previous = arguments::optional(previous_secret, Argument::Secret)?;
            if let Some(previous) = previous {
                verifier = verifier.previous_secret(previous)?;
            }
            let leeway = leeway.map(arguments::leeway).transpose()?.unwrap_or_default();
            let inner = Closable::new("verifier", verifier.leeway(leeway));
            Ok(Self { inner, app_id, has_previous_secret: previous.is_some(), leeway: leeway.as_secs() })
        })
    }

    /// The app whose tokens are checked.
    #[getter]
    fn app_id(&self) -> u32 {
        self.app_id
    }

    /// How long after its expiry a token is still accepted, in seconds.
    #[getter]
    fn leeway(&self) -> u64 {
        self.leeway
    }

    /// Opens a token, or a kit token, and checks it against what a login expects.
    ///
    /// An identity token has no limits, and therefore satisfies every room_id, stream_id and publish. To guard a room,
    /// pass require_privilege=True.
    ///
    /// Args:
    ///     token: The token. Of a kit token, the part before # is checked.
    ///     user_id: The user that the token must be for; None accepts any.
    ///     room_id: The room that the token must allow; None does not check it.
    ///     stream_id: The stream that the token must allow; None does not check it.
    ///     publish: Whether the token must allow publishing.
    ///     require_privilege: Whether an identity token is refused.
    ///     now: The time to check against, in unix seconds. The default is the current time.
    ///
    /// Raises:
    ///     The first that applies, in this order: MalformedError, UndecipherableError, WrongAppIdError,
    ///     ExpireMismatchError, ExpiredError, WrongUserIdError, NotPermittedError. Before any of these,
    ///     InvalidArgumentError if an argument has another type.
    #[pyo3(signature = (
        token, *, user_id = None, room_id = None, stream_id = None, publish = false, require_privilege = false,
        now = None
    ))]
    #[allow(clippy::too_many_arguments, reason = "they are the arguments of a Python method")]
    fn verify(
        &self,
        py: Python<'_>,
        token: &Bound<'_, PyAny>,
        user_id: Option<&Bound<'_, PyAny>>,
        room_id: Option<&Bound<'_, PyAny>>,
        stream_id: Option<&Bound<'_, PyAny>>,
        #[pyo3(from_py_with = arguments::publish)] publish: bool,
        #[pyo3(from_py_with = arguments::require_privilege)] require_privilege: bool,
        now: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Claims> {
        guarded(|| {
            let token = text(token, Argument::Token)?;
            let login = Login::new()
                .user_id(arguments::optional(user_id, Argument::UserId)?)
                .room_id(arguments::optional(room_id, Argument::RoomId)?)
                .stream_id(arguments::optional(stream_id, Argument::StreamId)?)
                .publish(publish)
                .require_privilege(require_privilege)
                .now(arguments::now(now)?);
            Ok(self.inner.lend(py, |verifier| verifier.verify_login(token, &login))?.into())
        })
    }

    /// Wipes the keys from memory. Every later call raises InvalidArgumentError, except this one.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        guarded(|| {
            self.inner.close(py);
            Ok(())
        })
    }

    fn __enter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    #[pyo3(signature = (*_exception))]
    fn __exit__(&self, py: Python<'_>, _exception: &Bound<'_, PyTuple>) -> PyResult<()> {
        self.close(py)
    }

    // There is one set of keys to close, so a copy of an object that holds a verifier shares it.
    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf
    }

    fn __repr__(&self) -> String {
        let (app_id, leeway) = (self.app_id, self.leeway);
        let previous = if self.has_previous_secret { "[redacted]" } else { "None" };
        format!("Verifier(app_id={app_id}, secret=[redacted], previous_secret={previous}, leeway={leeway})")
    }
}

/// Reads what a token, or a kit token, shows without the secret.
///
/// Args:
///     token: The token. Of a kit token, the part before # is read.
///     now: The time at which the token may have expired, in unix seconds. The default is the current time.
///
/// Raises:
///     MalformedError, InvalidArgumentError.
///
/// Example:
///     >>> inspect(token).mode
///     'cbc'
#[pyfunction]
#[pyo3(signature = (token, *, now = None))]
pub fn inspect(token: &Bound<'_, PyAny>, now: Option<&Bound<'_, PyAny>>) -> PyResult<Header> {
    guarded(|| {
        let now = arguments::now(now)?;
        let header = token04_core::inspect(text(token, Argument::Token)?)?;
        Ok(Header::at(&header, now))
    })
}
