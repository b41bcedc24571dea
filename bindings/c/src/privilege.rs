//! Privileges: the payload of a token that is valid for one room.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::borrow::Cow;
use std::ffi::c_char;
use std::slice;

use token04_core::host::{self, Argument};
use token04_core::{Error, Privilege, RoomPrivilege};

use crate::boundary::{flag, free, null, place, run};
use crate::error::token04_error;
use crate::growth::{self, Growing, Struct};
use crate::status::token04_status;
use crate::text::{Owned, or_empty, terminated, token04_text};

/// The limits that a token carries. To make one, start with TOKEN04_PRIVILEGE_INIT; token04_claims_privilege returns
/// the same struct.
#[repr(C)]
pub struct token04_privilege {
    /// The size of this struct: sizeof(token04_privilege), or that in the library if it returns it.
    pub size: usize,
    /// The only room the token is valid for. Required when making a token; in a token that was read, empty means
    /// any room.
    pub room_id: token04_text,
    /// Whether the user may log in to the room: 1 or 0. When read, -1 if the token does not say, which denies.
    pub login: i32,
    /// Whether the user may publish a stream: 1 or 0. When read, -1 if the token does not say, which denies.
    pub publish: i32,
    /// The only streams the token is valid for; NULL for any.
    pub streams: *const token04_text,
    /// The number of streams. An empty list that is not NULL is refused when making a token, because it is
    /// ambiguous; in a token that was read, it means any stream.
    pub stream_count: usize,
}

// SAFETY: integers and pointers can be zero.
unsafe impl Growing for token04_privilege {
    const NAME: &'static str = "privilege";
}

impl token04_privilege {
    pub(crate) unsafe fn to_room_privilege<'a>(pointer: *const Self) -> Result<RoomPrivilege<'a>, Error> {
        if pointer.is_null() {
            return Err(null("privilege"));
        }
        // SAFETY: as the header asks of the caller.
        let given = unsafe { growth::read(pointer) }?;
        // SAFETY: as the header asks of the caller.
        let room_id = unsafe { given.room_id.required(Argument::RoomId)? };
        let made = RoomPrivilege::new(room_id)
            .login(flag(given.login, "login")?)
            .publish(flag(given.publish, "publish")?);
        if given.streams.is_null() {
            return if given.stream_count == 0 { Ok(made) } else { Err(null("streams")) };
        }
        if given.stream_count > isize::MAX as usize / size_of::<token04_text>() {
            return Err(host::invalid_argument("stream_count is out of range"));
        }
        // SAFETY: not NULL, and the caller gives as many.
        let streams = unsafe { slice::from_raw_parts(given.streams, given.stream_count) };
        // SAFETY: as the caller's.
        let streams =
            streams.iter().map(|stream| unsafe { stream.required(Argument::StreamId) }.map(Cow::Borrowed));
        Ok(made.streams(streams.collect::<Result<Vec<_>, _>>()?))
    }
}

/// Makes the payload of a privilege token, for token04_issuer_issue, in a string that must be freed with
/// token04_string_free. length, which may be NULL, receives its length.
///
/// Errors: TOKEN04_INVALID_ROOM, TOKEN04_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_privilege_payload(
    privilege: *const token04_privilege,
    string: *mut *mut c_char,
    length: *mut usize,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let owned = Owned::new(string, length)?;
            owned.put(token04_privilege::to_room_privilege(privilege)?.payload()?)
        }
    })
}

/// Reads the payload of a token as privileges, which must be freed with token04_privilege_free. privilege receives
/// NULL, which is not an error, if the payload is empty or does not have the privilege form. Use this for payloads
/// whose claims have been freed; before that, token04_claims_privilege does the same.
///
/// Errors: TOKEN04_INVALID_PAYLOAD if it is not UTF-8, TOKEN04_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_privilege_parse(
    payload: *const c_char,
    payload_length: usize,
    privilege: *mut *mut token04_privilege,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let place = place(privilege, "privilege")?;
            let payload = or_empty(payload, payload_length, Argument::Payload)?;
            if let Some(read) = Privilege::parse(payload) {
                place.write(Box::into_raw(Box::new(ReadPrivilege::new(read))).cast());
            }
        }
        Ok(())
    })
}

/// Frees the result of token04_privilege_parse, and nothing else. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_privilege_free(privilege: *mut token04_privilege) {
    // SAFETY: as the header asks of the caller; the pointer is to the first field of a ReadPrivilege.
    unsafe { free(privilege.cast::<ReadPrivilege>()) }
}

/// Privileges as they were read, with the memory that the view of them points to. The view comes first: its address is
/// that of the whole.
#[repr(C)]
pub(crate) struct ReadPrivilege {
    pub view: Struct<token04_privilege>,
    _room_id: String,
    _streams: Vec<String>,
    _texts: Vec<token04_text>,
}

impl ReadPrivilege {
    pub fn new(read: Privilege) -> Self {
        let limited = read.streams.is_some();
        let room_id = terminated(read.room_id);
        let streams: Vec<String> = read.streams.unwrap_or_default().into_iter().map(terminated).collect();
        let texts: Vec<token04_text> = streams.iter().map(|stream| token04_text::of(stream)).collect();
        let number = |right: Option<bool>| right.map_or(-1, i32::from);
        let view = Struct::new(token04_privilege {
            size: Struct::<token04_privilege>::SIZE,
            room_id: token04_text::of(&room_id),
            login: number(read.login),
            publish: number(read.publish),
            streams: if limited { texts.as_ptr() } else { std::ptr::null() },
            stream_count: texts.len(),
        });
        Self { view, _room_id: room_id, _streams: streams, _texts: texts }
    }
}
