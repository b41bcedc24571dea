//! The classes `RoomPrivilege`, for making a privilege token, and `Privilege`, as read from one.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use token04_core::host::{self, Argument};
use token04_core::{Privilege as CorePrivilege, RoomPrivilege as CoreRoomPrivilege};

use crate::arguments;
use crate::boundary::{Failure, guarded};
use crate::text::text;
use crate::value::{represent, values};

const FIELDS: &[&str] = &["room_id", "login", "publish", "streams"];

/// The limits that a token is to carry.
///
/// Logging in is allowed, publishing is not, and any stream is good, unless told otherwise. What the limits of
/// the core or of a profile forbid is told when the token is made.
///
/// Args:
///     room_id: the only room the token is good for.
///     login: whether the user may log in to the room.
///     publish: whether the user may publish a stream.
///     streams: the ids of the only streams the token is good for; None is any. An empty list is refused:
///         whether it means no stream or any is told in two ways.
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
    /// The only room the token is good for.
    room_id: String,
    /// Whether the user may log in to the room.
    login: bool,
    /// Whether the user may publish a stream.
    publish: bool,
    /// The ids of the only streams the token is good for; None is any.
    streams: Option<Vec<String>>,
}

impl RoomPrivilege {
    /// A privilege, or one made of a room's id and the arguments by name of the class.
    pub fn given<'py>(
        py: Python<'py>,
        privilege: Option<&Bound<'py, PyAny>>,
        limits: Option<&Bound<'py, PyDict>>,
    ) -> Result<Bound<'py, Self>, Failure> {
        if let Some(privilege) = privilege.and_then(|privilege| privilege.cast::<Self>().ok()) {
            return match limits {
                None => Ok(privilege.clone()),
                Some(_) => Err(host::invalid_argument("limits stand in the privilege already").into()),
            };
        }
        if privilege.is_none() && limits.is_none() {
            return Err(host::missing(Argument::RoomId, "missing").into());
        }
        let room_id = PyTuple::new(py, privilege)?;
        let made = py.get_type::<Self>().call(room_id, limits)?;
        Ok(made.cast_into::<Self>().map_err(PyErr::from)?)
    }

    pub fn to_core(&self) -> CoreRoomPrivilege {
        let privilege = CoreRoomPrivilege::new(&self.room_id).login(self.login).publish(self.publish);
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
    ///     InvalidRoomError: the room id or a stream id is empty, or the list of streams is.
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
    /// The only room the token is good for; an empty one means any.
    room_id: String,
    /// Whether logging in is allowed; None where the token does not say, which denies it.
    login: Option<bool>,
    /// Whether publishing is allowed; None where the token does not say, which denies it.
    publish: Option<bool>,
    /// The ids of the only streams the token is good for; None and an empty list mean any.
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

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf, FIELDS)
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        values(slf, FIELDS)
    }
}
