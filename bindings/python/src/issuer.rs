//! The class `Issuer`.

use pyo3::prelude::*;
use pyo3::types::{PyList, PyString, PyTuple};
use token04_core::host::{self, Argument};
use token04_core::{Mode, Profile};

use crate::arguments;
use crate::boundary::{error_of_the_core, guarded};
use crate::closing::Closable;
use crate::privilege::{Limits, RoomPrivilege};
use crate::text::{string, text};

/// Issues tokens for one app.
///
/// An issuer holds the expanded key and can be shared between threads: create one and reuse it. It reads the secret
/// once and never shows it. Closing the issuer, or the end of a `with` block, wipes the key from memory.
///
/// Args:
///     app_id: The AppID, 1 to 4294967295.
///     secret: The ServerSecret, 32 characters.
///     mode: "cbc", which every official decoder accepts, or "gcm", which also proves that nobody changed the
///         token. Verifiers detect the mode.
///     profile: "rtc" (Express), "zim" (In-app Chat), "kit" (UIKit for the web) or "call" (the call kits for
///         mini-programs and apps): what that product's SDK would refuse becomes an error. With None, only what
///         would make a broken token is refused.
///
/// Raises:
///     InvalidAppIdError, InvalidSecretError, InvalidArgumentError.
///
/// Example:
///     >>> issuer = Issuer(1234567890, "0123456789abcdef0123456789abcdef")
///     >>> issuer.issue("user1", 3600).startswith("04")
///     True
#[pyclass(frozen, weakref, module = "token04")]
pub struct Issuer {
    inner: Closable<token04_core::Issuer>,
    app_id: u32,
    mode: Mode,
    profile: Option<Profile>,
}

#[pymethods]
impl Issuer {
    #[new]
    #[pyo3(signature = (app_id, secret, mode = None, profile = None))]
    #[pyo3(text_signature = "(app_id, secret, mode='cbc', profile=None)")]
    fn new(
        app_id: &Bound<'_, PyAny>,
        secret: &Bound<'_, PyAny>,
        mode: Option<&Bound<'_, PyAny>>,
        profile: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        guarded(|| {
            let app_id = arguments::app_id(app_id)?;
            let issuer = token04_core::Issuer::new(app_id, text(secret, Argument::Secret)?)?;
            let mode = arguments::choice(mode)?.unwrap_or_default();
            let profile = arguments::choice(profile)?;
            let inner = Closable::new("issuer", issuer.mode(mode).profile(profile));
            Ok(Self { inner, app_id, mode, profile })
        })
    }

    /// The app that tokens are issued for.
    #[getter]
    fn app_id(&self) -> u32 {
        self.app_id
    }

    /// How bodies are encrypted: "cbc" or "gcm".
    #[getter]
    fn mode(&self) -> &'static str {
        self.mode.name()
    }

    /// The product whose limits are errors: "rtc", "zim", "kit", "call" or None.
    #[getter]
    fn profile(&self) -> Option<&'static str> {
        self.profile.map(Profile::name)
    }

    /// Issues a token: an identity token, or with a payload a privilege token.
    ///
    /// Args:
    ///     user_id: The user who logs in.
    ///     ttl: How long the token is valid: an integer of seconds, or a timedelta of whole seconds.
    ///     payload: JSON text of the privilege form, as RoomPrivilege writes it; prefer issue_room. None is "".
    ///     now: The time of issue in unix seconds, for tests. The default is the current time.
    ///
    /// Raises:
    ///     InvalidUserIdError, InvalidTtlError, InvalidPayloadError, InvalidRoomError (with a profile),
    ///     TooLongError, RandomUnavailableError, InvalidArgumentError.
    ///
    /// Example:
    ///     >>> token = issuer.issue("user1", 3600)
    ///     >>> token = issuer.issue("user1", timedelta(days=1))
    #[pyo3(signature = (user_id, ttl, payload = None, *, now = None))]
    #[pyo3(text_signature = "($self, user_id, ttl, payload='', *, now=None)")]
    fn issue<'py>(
        &self,
        py: Python<'py>,
        user_id: &Bound<'py, PyAny>,
        ttl: &Bound<'py, PyAny>,
        payload: Option<&Bound<'py, PyAny>>,
        now: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyString>> {
        guarded(|| {
            let (user_id, ttl) = (text(user_id, Argument::UserId), arguments::ttl(ttl));
            let (payload, now) = (arguments::payload(payload), arguments::now(now));
            let token = self.inner.lend(py, |issuer| {
                host::issue_with(issuer, user_id, ttl, payload, now, |token| string(py, token))
            })?;
            Ok(token?)
        })
    }

    /// Issues a token for each of many users, in less time than single calls take in mode "cbc". Either all
    /// tokens are issued, or none.
    ///
    /// Args:
    ///     user_ids: The users, an iterable of strings.
    ///     ttl: How long the tokens are valid: an integer of seconds, or a timedelta of whole seconds.
    ///     payload: The payload of every token. None is "".
    ///     now: The time of issue in unix seconds, for tests. The default is the current time.
    ///
    /// Returns:
    ///     list[str]: The tokens, in the order of the users.
    ///
    /// Raises:
    ///     The same as issue. If it is about a user, the exception's index is that of the first such user.
    ///
    /// Example:
    ///     >>> tokens = issuer.issue_many(["user1", "user2"], 3600)
    #[pyo3(signature = (user_ids, ttl, payload = None, *, now = None))]
    #[pyo3(text_signature = "($self, user_ids, ttl, payload='', *, now=None)")]
    fn issue_many<'py>(
        &self,
        py: Python<'py>,
        user_ids: &Bound<'py, PyAny>,
        ttl: &Bound<'py, PyAny>,
        payload: Option<&Bound<'py, PyAny>>,
        now: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyList>> {
        guarded(|| {
            let users = arguments::users(user_ids)?;
            let (ids, unconverted) = arguments::user_ids(&users);
            let ttl = arguments::ttl(ttl);
            let (payload, now) = (arguments::payload(payload), arguments::now(now));
            let mut tokens = Vec::with_capacity(ids.len());
            self.inner.lend(py, |issuer| {
                let lend = |token: &[u8]| tokens.push(string(py, token));
                Ok(host::issue_many_with(issuer, &ids, unconverted, ttl, payload, now, lend))
            })??;
            Ok(PyList::new(py, tokens.into_iter().collect::<PyResult<Vec<_>>>()?)?)
        })
    }

    /// Issues a privilege token, which limits room, rights and streams.
    ///
    /// ZEGO enforces privileges only in projects for which its support has enabled them.
    ///
    /// Args:
    ///     user_id: The user who logs in.
    ///     ttl: How long the token is valid: an integer of seconds, or a timedelta of whole seconds.
    ///     privilege: A RoomPrivilege, or the id of the room, which room_id may also be.
    ///     room_id, login, publish, streams: The limits, if privilege is not a RoomPrivilege, which documents them.
    ///     now: The time of issue in unix seconds, for tests. The default is the current time.
    ///
    /// Raises:
    ///     InvalidUserIdError, InvalidTtlError, InvalidRoomError, InvalidPayloadError (profile "zim"),
    ///     TooLongError, RandomUnavailableError, InvalidArgumentError.
    ///
    /// Example:
    ///     >>> limits = RoomPrivilege("room1", publish=True)
    ///     >>> token = issuer.issue_room("user1", 3600, limits)
    ///     >>> token = issuer.issue_room("user1", 3600, "room1", publish=True)
    #[pyo3(signature = (
        user_id, ttl, privilege = None, *, room_id = None, login = None, publish = None, streams = None, now = None
    ))]
    #[pyo3(
        text_signature = "($self, user_id, ttl, privilege=..., *, room_id=..., login=True, publish=False, \
                             streams=None, now=None)"
    )]
    #[allow(clippy::too_many_arguments, reason = "they are the arguments of a Python method")]
    fn issue_room<'py>(
        &self,
        py: Python<'py>,
        user_id: &Bound<'py, PyAny>,
        ttl: &Bound<'py, PyAny>,
        privilege: Option<&Bound<'py, PyAny>>,
        room_id: Option<&Bound<'py, PyAny>>,
        #[pyo3(from_py_with = arguments::login)] login: Option<bool>,
        #[pyo3(from_py_with = arguments::publish)] publish: Option<bool>,
        streams: Option<&Bound<'py, PyAny>>,
        now: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyString>> {
        guarded(|| {
            let (user_id, ttl) = (text(user_id, Argument::UserId), arguments::ttl(ttl));
            let privilege = RoomPrivilege::given(privilege, &Limits { room_id, login, publish, streams });
            let (privilege, now) = (error_of_the_core(privilege)?, arguments::now(now));
            let token = self.inner.lend(py, |issuer| {
                host::issue_room_with(issuer, user_id, ttl, privilege, now, |token| string(py, token))
            })?;
            Ok(token?)
        })
    }

    /// Issues a kit token, which UIKit for the web takes: a token followed by the room and the user. The limits of
    /// the profile "kit" apply, whichever profile the issuer has.
    ///
    /// Args:
    ///     user_id: The user who logs in.
    ///     ttl: How long the token is valid, 30 seconds to 24 days: an integer of seconds, or a timedelta.
    ///     room_id: The room to join.
    ///     user_name: The name that others see. The default is the user id.
    ///     payload: The token's payload.
    ///     now: The time of issue in unix seconds, for tests. The default is the current time.
    ///
    /// Raises:
    ///     The same as issue_room.
    ///
    /// Example:
    ///     >>> kit_token = issuer.kit_token("user1", 3600, "room1", "Alice")
    #[pyo3(signature = (user_id, ttl, room_id, user_name = None, payload = None, *, now = None))]
    #[pyo3(text_signature = "($self, user_id, ttl, room_id, user_name=None, payload='', *, now=None)")]
    #[allow(clippy::too_many_arguments, reason = "they are the arguments of a Python method")]
    fn kit_token(
        &self,
        py: Python<'_>,
        user_id: &Bound<'_, PyAny>,
        ttl: &Bound<'_, PyAny>,
        room_id: &Bound<'_, PyAny>,
        user_name: Option<&Bound<'_, PyAny>>,
        payload: Option<&Bound<'_, PyAny>>,
        now: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<String> {
        guarded(|| {
            let (user_id, ttl) = (text(user_id, Argument::UserId), arguments::ttl(ttl));
            let room_id = text(room_id, Argument::RoomId);
            let user_name = arguments::optional(user_name, Argument::UserName);
            let (payload, now) = (arguments::payload(payload), arguments::now(now));
            Ok(self
                .inner
                .lend(py, |issuer| host::issue_kit(issuer, user_id, ttl, room_id, user_name, payload, now))?)
        })
    }

    /// Wipes the key from memory. Every later call raises InvalidArgumentError, except this one.
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

    // There is one key to close, so a copy of an object that holds an issuer shares it.
    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf
    }

    fn __repr__(&self) -> String {
        let (app_id, mode) = (self.app_id, self.mode());
        let profile = self.profile().map_or("None".to_owned(), |profile| format!("'{profile}'"));
        format!("Issuer(app_id={app_id}, secret=[redacted], mode='{mode}', profile={profile})")
    }
}
