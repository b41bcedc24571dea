//! The class `Issuer`.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString};
use token04_core::host::{self, Argument};
use token04_core::{Mode, Profile};

use crate::arguments;
use crate::boundary::guarded;
use crate::fastcall::{ShortWay, Slot, exact_int, exact_text};
use crate::privilege::RoomPrivilege;
use crate::text::{string, text};

/// Makes tokens for one app.
///
/// It holds the expanded key and can be shared between threads: make one and keep it. The secret is read
/// once, never shown, and its key is wiped from memory with the issuer.
///
/// Args:
///     app_id: the AppID, 1 to 4294967295.
///     secret: the ServerSecret, 32 characters.
///     mode: "cbc", which every official reader takes, or "gcm", which also proves that nobody changed the
///         token. Readers take both without being told.
///     profile: "rtc" (Express), "zim" (In-app Chat), "kit" (UIKit for the web) or "call" (the call kits for
///         mini-programs and apps): what that product's SDK would refuse becomes an error here. With None, only what would make a broken token is refused.
///
/// Raises:
///     InvalidAppIdError, InvalidSecretError, InvalidArgumentError.
///
/// Example:
///     >>> issuer = Issuer(1234567890, "0123456789abcdef0123456789abcdef")
///     >>> issuer.issue("user1", 3600).startswith("04")
///     True
#[pyclass(frozen, module = "token04")]
pub struct Issuer {
    inner: token04_core::Issuer,
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
            let inner = token04_core::Issuer::new(app_id, &text(secret, Argument::Secret)?)?;
            let mode = arguments::choice(mode)?.unwrap_or_default();
            let profile = arguments::choice(profile)?;
            Ok(Self { inner: inner.mode(mode).profile(profile), mode, profile })
        })
    }

    /// The app that tokens are made for.
    #[getter]
    fn app_id(&self) -> u32 {
        self.inner.app_id()
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

    /// Makes a token: an identity token, or with a payload a privilege token.
    ///
    /// Args:
    ///     user_id: the user who logs in.
    ///     ttl: how long the token is good: seconds as an int, or a timedelta of whole seconds.
    ///     payload: JSON text of the privilege form, as RoomPrivilege writes it; prefer issue_room. None is "".
    ///
    /// Raises:
    ///     InvalidUserIdError, InvalidTtlError, InvalidPayloadError, InvalidRoomError (with a profile),
    ///     TooLongError, RandomUnavailableError, InvalidArgumentError.
    ///
    /// Example:
    ///     >>> token = issuer.issue("user1", 3600)
    ///     >>> token = issuer.issue("user1", timedelta(days=1))
    #[pyo3(signature = (user_id, ttl, payload = None))]
    #[pyo3(text_signature = "($self, user_id, ttl, payload='')")]
    fn issue<'py>(
        &self,
        py: Python<'py>,
        user_id: &Bound<'py, PyAny>,
        ttl: &Bound<'py, PyAny>,
        payload: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyString>> {
        guarded(|| {
            let (user_id, payload) = (text(user_id, Argument::UserId), arguments::payload(payload));
            let token = host::issue_with(
                &self.inner,
                user_id.as_deref().map_err(Clone::clone),
                arguments::ttl(ttl),
                payload.as_deref().map_err(Clone::clone),
                Ok(None),
                |token| string(py, token),
            )?;
            Ok(token?)
        })
    }

    /// Makes a privilege token, which limits room, rights and streams.
    ///
    /// ZEGO enforces privileges only for projects where its support has switched them on.
    ///
    /// Args:
    ///     user_id: the user who logs in.
    ///     ttl: how long the token is good: seconds as an int, or a timedelta of whole seconds.
    ///     privilege: a RoomPrivilege, or what makes one: the room's id, and login, publish and streams by
    ///         name.
    ///
    /// Raises:
    ///     InvalidUserIdError, InvalidTtlError, InvalidRoomError, InvalidPayloadError (profile "zim"),
    ///     TooLongError, RandomUnavailableError, InvalidArgumentError.
    ///
    /// Example:
    ///     >>> limits = RoomPrivilege("room1", publish=True)
    ///     >>> token = issuer.issue_room("user1", 3600, limits)
    ///     >>> token = issuer.issue_room("user1", 3600, "room1", publish=True)
    #[pyo3(signature = (user_id, ttl, privilege = None, **limits))]
    #[pyo3(text_signature = "($self, user_id, ttl, privilege=..., **limits)")]
    fn issue_room<'py>(
        &self,
        py: Python<'py>,
        user_id: &Bound<'py, PyAny>,
        ttl: &Bound<'py, PyAny>,
        privilege: Option<&Bound<'py, PyAny>>,
        limits: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyString>> {
        guarded(|| {
            let privilege = RoomPrivilege::given(py, privilege, limits)?;
            let token = host::issue_room_with(
                &self.inner,
                text(user_id, Argument::UserId).as_deref().map_err(Clone::clone),
                arguments::ttl(ttl),
                Ok(privilege.get().to_core()),
                Ok(None),
                |token| string(py, token),
            )?;
            Ok(token?)
        })
    }

    /// Makes a kit token, which UIKit for the web takes: a token with the room and the user behind it. The
    /// limits of the profile "kit" hold, whichever profile the issuer has.
    ///
    /// Args:
    ///     user_id: the user who logs in.
    ///     ttl: how long the token is good, 30 seconds to 24 days: seconds as an int, or a timedelta.
    ///     room_id: the room to join.
    ///     user_name: the name that others see; the user id unless given.
    ///     payload: the token's payload.
    ///
    /// Raises:
    ///     As issue_room.
    ///
    /// Example:
    ///     >>> kit_token = issuer.kit_token("user1", 3600, "room1", "Alice")
    #[pyo3(signature = (user_id, ttl, room_id, user_name = None, payload = None))]
    #[pyo3(text_signature = "($self, user_id, ttl, room_id, user_name=None, payload='')")]
    fn kit_token(
        &self,
        user_id: &Bound<'_, PyAny>,
        ttl: &Bound<'_, PyAny>,
        room_id: &Bound<'_, PyAny>,
        user_name: Option<&Bound<'_, PyAny>>,
        payload: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<String> {
        guarded(|| {
            let (user_id, room_id) = (text(user_id, Argument::UserId), text(room_id, Argument::RoomId));
            let user_name = arguments::optional(user_name, Argument::UserName);
            let payload = arguments::payload(payload);
            Ok(host::issue_kit(
                &self.inner,
                user_id.as_deref().map_err(Clone::clone),
                arguments::ttl(ttl),
                room_id.as_deref().map_err(Clone::clone),
                user_name.as_ref().map(Option::as_deref).map_err(Clone::clone),
                payload.as_deref().map_err(Clone::clone),
                Ok(None),
            )?)
        })
    }

    fn __repr__(&self) -> String {
        let (app_id, mode) = (self.app_id(), self.mode());
        let profile = self.profile().map_or("None".to_owned(), |profile| format!("'{profile}'"));
        format!("Issuer(app_id={app_id}, secret=[redacted], mode='{mode}', profile={profile})")
    }
}

/// The short way of the method `issue`.
pub struct Issue;

impl ShortWay<3> for Issue {
    const NAME: &'static str = "issue";
    const PARAMETERS: [&'static str; 3] = ["user_id", "ttl", "payload"];

    fn function() -> &'static PyOnceLock<Py<PyAny>> {
        static FUNCTION: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        &FUNCTION
    }

    #[inline]
    fn attempt<'py>(
        py: Python<'py>,
        slf: Slot<'_, 'py>,
        [user_id, ttl, payload]: [Slot<'_, 'py>; 3],
    ) -> Option<Bound<'py, PyAny>> {
        let (slf, user_id, ttl) = (slf?, user_id?, ttl?);
        let payload = payload.as_deref().map_or(Some(""), exact_text)?;
        let issuer = &slf.cast::<Issuer>().ok()?.get().inner;
        let ttl = host::ttl(exact_int(&ttl)?).ok()?;
        let token = issuer.issue_with(exact_text(&user_id)?, ttl, payload, |token| string(py, token)).ok()?;
        Some(token.ok()?.into_any())
    }
}
