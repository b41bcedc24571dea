//! Kit tokens: the class `KitUser` and the functions of the module `token04.kit`.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use token04_core::host::Argument;
use token04_core::kit;

use crate::arguments;
use crate::boundary::guarded;
use crate::text::text;
use crate::value::{dict, represent, values};

/// The room and the user after the # of a kit token.
///
/// Args:
///     app_id: The app; the same as in the token.
///     user_id: The user; the same as in the token.
///     room_id: The room to join.
///     user_name: The name that others see. The default is the user id.
///
/// Raises:
///     InvalidAppIdError, InvalidUserIdError, InvalidRoomError, InvalidArgumentError.
#[pyclass(frozen, eq, hash, get_all, module = "token04.kit")]
#[derive(PartialEq, Eq, Hash)]
pub struct KitUser {
    /// The app; the same as in the token.
    app_id: u32,
    /// The user; the same as in the token.
    user_id: String,
    /// The room to join.
    room_id: String,
    /// The name that others see.
    user_name: String,
}

impl KitUser {
    const FIELDS: &[&str] = &["app_id", "user_id", "room_id", "user_name"];

    fn to_core(&self) -> kit::KitUser {
        kit::KitUser::new(self.app_id, &self.user_id, &self.room_id).user_name(&self.user_name)
    }
}

impl From<kit::KitUser> for KitUser {
    fn from(user: kit::KitUser) -> Self {
        let kit::KitUser { app_id, user_id, room_id, user_name } = user;
        Self { app_id, user_id, room_id, user_name }
    }
}

#[pymethods]
impl KitUser {
    #[new]
    #[pyo3(signature = (app_id, user_id, room_id, user_name = None))]
    fn new(
        app_id: &Bound<'_, PyAny>,
        user_id: &Bound<'_, PyAny>,
        room_id: &Bound<'_, PyAny>,
        user_name: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        guarded(|| {
            let app_id = arguments::app_id(app_id)?;
            let user_id = text(user_id, Argument::UserId)?;
            let mut user = kit::KitUser::new(app_id, user_id, text(room_id, Argument::RoomId)?);
            if let Some(name) = arguments::optional(user_name, Argument::UserName)? {
                user = user.user_name(name);
            }
            Ok(user.into())
        })
    }

    /// The fields as a dict for JSON.
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

/// Appends room and user to a token, within the limits of the profile "kit".
///
/// Args:
///     token: The token, which must not be a kit token already.
///     user: The room and the user.
///
/// Raises:
///     MalformedError, InvalidUserIdError, InvalidRoomError, InvalidArgumentError.
///
/// Example:
///     >>> kit_token = kit.encode(token, kit.KitUser(1234567890, "user1", "room1", "Alice"))
#[pyfunction]
#[pyo3(name = "kit_encode")]
pub fn encode(token: &Bound<'_, PyAny>, user: &Bound<'_, KitUser>) -> PyResult<String> {
    guarded(|| Ok(kit::encode(text(token, Argument::Token)?, &user.get().to_core())?))
}

/// Splits a kit token into the token and the room and user after its #.
///
/// Raises:
///     MalformedError: One of the parts is not as the kit reads it.
///     InvalidArgumentError: The token is not a string.
///
/// Example:
///     >>> token, user = kit.decode(kit_token)
///     >>> user.user_name
///     'Alice'
#[pyfunction]
#[pyo3(name = "kit_decode")]
pub fn decode(kit_token: &Bound<'_, PyAny>) -> PyResult<(String, KitUser)> {
    guarded(|| {
        let kit_token = text(kit_token, Argument::Token)?;
        let (token, user) = kit::decode(kit_token)?;
        Ok((token.to_owned(), user.into()))
    })
}
