//! The classes `RoomPrivilege`, for issuing a privilege token, and `Privilege`, as read from one.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use token04_core::host::{self, Argument};
use token04_core::{Privilege as CorePrivilege, RoomPrivilege as CoreRoomPrivilege};

use crate::arguments;
use crate::boundary::{Failure, guarded};
use crate::text::text;
use crate::value::{dict, represent, values};

const FIELDS: &[&str] = &["room_id", "login", "publish", "streams"];

/// The limits for a token to be issued.
///
/// By default, logging in is allowed, publishing is denied, and any stream is allowed. Ids are checked when the token
/// is issued.
///
/// Args:
///     room_id: The only room that the token allows.
///     login: Whether the user may log in to the room.
///     publish: Whether the user may publish a stream.
///     streams: The ids of the only streams that the token allows; None allows any. An empty list is refused,
///         because ZEGO's documents disagree whether it means no stream or any.
///
/// Raises:
///     InvalidRoomError, InvalidArgumentError.
///
/// Example:
///     >>> RoomPrivilege("room1", publish=True, streams=["s1"]).payload()
///     '{"room_id":"room1","privilege":{"1":1,"2":1},"stream_id_list":["s1"]}'
#[pyclass(frozen, eq, hash, get_all, module = "token04")]
#[derive(PartialEq, Eq, Hash)]
pub struct RoomPrivilege {
    /// The only room that the token allows.
    room_id: String,
    /// Whether the user may log in to the room.
    login: bool,
    /// Whether the user may publish a stream.
    publish: bool,
    /// The ids of the only streams that the token allows; None allows any.
    streams: Option<Vec<String>>,
}

/// The limits that `issue_room` takes by name, as given.
pub struct Limits<'a, 'py> {
    pub room_id: Option<&'a Bound<'py, PyAny>>,
    pub login: Option<bool>,
    pub publish: Option<bool>,
    pub streams: Option<&'a Bound<'py, PyAny>>,
}

impl Limits<'_, '_> {
    fn are_given(&self) -> bool {
        self.room_id.is_some() || self.login.is_some() || self.publish.is_some() || self.streams.is_some()
    }
}

impl RoomPrivilege {
    /// The given privilege, or one made from a room's id and limits.
    pub fn given<'a>(
        privilege: Option<&'a Bound<'_, PyAny>>,
        limits: &Limits<'a, '_>,
    ) -> Result<CoreRoomPrivilege<'a>, Failure> {
        if let Some(Ok(privilege)) = privilege.map(|privilege| privilege.cast::<Self>()) {
            return if limits.are_given() {
                Err(host::invalid_argument("limits are in the privilege already").into())
            } else {
                Ok(privilege.get().to_core())
            };
        }
        let room_id = match (privilege, limits.room_id) {
            (Some(room_id), None) | (None, Some(room_id)) => text(room_id, Argument::RoomId)?,
            (None, None) if !limits.are_given() => return Err(host::null(Argument::RoomId).into()),
            (None, None) => return Err(PyTypeError::new_err("a privilege or a room_id is missing").into()),
            (Some(_), Some(_)) => return Err(PyTypeError::new_err("the room is given twice").into()),
        };
        let privilege = CoreRoomPrivilege::new(room_id)
            .login(limits.login.unwrap_or(true))
            .publish(limits.publish.unwrap_or(false));
        Ok(match arguments::streams(limits.streams)? {
            Some(streams) => privilege.streams(streams),
            None => privilege,
        })
    }

    fn to_core(&self) -> CoreRoomPrivilege<'_> {
        let privilege = CoreRoomPrivilege::new(self.room_id.as_str()).login(self.login).publish(self.publish);
        match &self.streams {
            Some(streams) => privilege.streams(streams),
            None => privilege,
        }
    }
}

#[pymethods]
impl RoomPrivilege {
    #[new]
    #[pyo3(signature = (room_id, *, login = true, publish = false, streams = None))]
    fn new(
        room_id: &Bound<'_, PyAny>,
        #[pyo3(from_py_with = arguments::login)] login: bool,
        #[pyo3(from_py_with = arguments::publish)] publish: bool,
        streams: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        guarded(|| {
            let room_id = text(room_id, Argument::RoomId)?.to_owned();
            Ok(Self { room_id, login, publish, streams: arguments::streams(streams)? })
        })
    }

    /// The limits as the JSON text that a token carries as its payload.
    ///
    /// Raises:
    ///     InvalidRoomError: The room id, a stream id or the list of streams is empty.
    fn payload(&self) -> PyResult<String> {
        guarded(|| Ok(self.to_core().payload()?))
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf, FIELDS)
    }

    fn __getnewargs_ex__<'py>(
        slf: &Bound<'py, Self>,
    ) -> PyResult<((Bound<'py, PyAny>,), Bound<'py, PyDict>)> {
        let keywords = PyDict::new(slf.py());
        for name in &FIELDS[1..] {
            keywords.set_item(name, slf.getattr(*name)?)?;
        }
        Ok(((slf.getattr("room_id")?,), keywords))
    }
}

/// The limits that a token carries, as read from its payload.
///
/// Example:
///     >>> verifier.verify(token).privilege
///     Privilege(room_id='room1', login=True, publish=False, streams=None)
#[pyclass(frozen, eq, hash, get_all, module = "token04")]
#[derive(PartialEq, Eq, Hash)]
pub struct Privilege {
    /// The only room that the token allows; an empty one means any.
    room_id: String,
    /// Whether logging in is allowed; None if the token does not say, which denies it.
    login: Option<bool>,
    /// Whether publishing is allowed; None if the token does not say, which denies it.
    publish: Option<bool>,
    /// The ids of the only streams that the token allows; None and an empty list mean any.
    streams: Option<Vec<String>>,
}

impl From<CorePrivilege> for Privilege {
    fn from(privilege: CorePrivilege) -> Self {
        let CorePrivilege { room_id, login, publish, streams, .. } = privilege;
        Self { room_id, login, publish, streams }
    }
}

#[pymethods]
impl Privilege {
    #[new]
    fn new(
        room_id: String,
        login: Option<bool>,
        publish: Option<bool>,
        streams: Option<Vec<String>>,
    ) -> Self {
        Self { room_id, login, publish, streams }
    }

    /// The limits as a dict for JSON, as in the claims of `token04 verify --json`.
    fn to_dict<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        dict(slf, FIELDS, &[])
    }

    #[getter]
    fn __dict__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        Self::to_dict(slf)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf, FIELDS)
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        values(slf, FIELDS)
    }
}
