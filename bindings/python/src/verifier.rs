//! The class `Verifier` and the function `inspect`.

use pyo3::prelude::*;
use token04_core::Login;
use token04_core::host::Argument;

use crate::arguments;
use crate::boundary::guarded;
use crate::claims::{Claims, Header};
use crate::text::text;

/// Opens tokens of one app and checks them.
///
/// It holds the expanded keys and can be shared between threads: make one and keep it. A CBC token has no
/// authentication: what opens and checks well was most likely made with the secret, but whoever changed single
/// bytes of it may go unnoticed. Rely on the claims of GCM tokens only.
///
/// Args:
///     app_id: the AppID, 1 to 4294967295.
///     secret: the ServerSecret, 32 characters.
///     previous_secret: the secret that was in use before, while one is being replaced: its tokens are good too.
///     leeway: how long after its end a token still is good, for clocks that differ: seconds as an int, or a
///         timedelta.
///
/// Raises:
///     InvalidAppIdError, InvalidSecretError, InvalidArgumentError.
///
/// Example:
///     >>> verifier = Verifier(1234567890, "0123456789abcdef0123456789abcdef")
///     >>> verifier.verify(token, user_id="user1").user_id
///     'user1'
#[pyclass(frozen, module = "token04")]
pub struct Verifier {
    inner: token04_core::Verifier,
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
            let mut inner = token04_core::Verifier::new(app_id, text(secret, Argument::Secret)?)?;
            let previous = arguments::optional(previous_secret, Argument::Secret)?;
            if let Some(previous) = previous {
                inner = inner.previous_secret(previous)?;
            }
            let leeway = leeway.map(arguments::leeway).transpose()?.unwrap_or_default();
            let inner = inner.leeway(leeway);
            Ok(Self { inner, has_previous_secret: previous.is_some(), leeway: leeway.as_secs() })
        })
    }

    /// The app whose tokens are checked.
    #[getter]
    fn app_id(&self) -> u32 {
        self.inner.app_id()
    }

    /// How long after its end a token still is good, in seconds.
    #[getter]
    fn leeway(&self) -> u64 {
        self.leeway
    }

    /// Opens a token, or a kit token, and checks it against what a login expects.
    ///
    /// Args:
    ///     token: the token. Of a kit token the part before # is looked at.
    ///     user_id: the user the token must be for; None is any.
    ///     room_id: the room the token must be good for; None does not ask. An identity token is good for any.
    ///     stream_id: the stream the token must be good for; None does not ask.
    ///     publish: whether the token must allow publishing.
    ///     now: the time to check against, in unix seconds, instead of the clock's.
    ///
    /// Raises:
    ///     The first that applies, in this order: MalformedError, UndecipherableError, WrongAppIdError,
    ///     ExpireMismatchError, ExpiredError, WrongUserIdError, NotPermittedError. Before any of these
    ///     InvalidArgumentError, where an argument is of another type.
    #[pyo3(signature = (token, *, user_id = None, room_id = None, stream_id = None, publish = false, now = None))]
    #[allow(clippy::too_many_arguments, reason = "they are the arguments by name of a Python method")]
    fn verify(
        &self,
        token: &Bound<'_, PyAny>,
        user_id: Option<&Bound<'_, PyAny>>,
        room_id: Option<&Bound<'_, PyAny>>,
        stream_id: Option<&Bound<'_, PyAny>>,
        #[pyo3(from_py_with = arguments::publish)] publish: bool,
        now: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Claims> {
        guarded(|| {
            let token = text(token, Argument::Token)?;
            let user_id = arguments::optional(user_id, Argument::UserId)?;
            let room_id = arguments::optional(room_id, Argument::RoomId)?;
            let stream_id = arguments::optional(stream_id, Argument::StreamId)?;
            let login = Login::new()
                .user_id(user_id)
                .room_id(room_id)
                .stream_id(stream_id)
                .publish(publish)
                .now(arguments::now(now)?);
            Ok(self.inner.verify_login(token, &login)?.into())
        })
    }

    fn __repr__(&self) -> String {
        let (app_id, leeway) = (self.app_id(), self.leeway);
        let previous = if self.has_previous_secret { "[redacted]" } else { "None" };
        format!("Verifier(app_id={app_id}, secret=[redacted], previous_secret={previous}, leeway={leeway})")
    }
}

/// Reads what a token, or a kit token, shows without the secret.
///
/// Args:
///     token: the token. Of a kit token the part before # is looked at.
///     now: the time that tells whether it has ended, in unix seconds, instead of the clock's.
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
