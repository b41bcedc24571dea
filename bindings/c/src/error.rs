//! The details of an error, written in the words of the caller's language.
#![allow(unsafe_code, reason = "an error is written into the caller's memory")]

use std::ffi::c_char;

use token04_core::host::{Naming, Wording};
use token04_core::{Error, ErrorCode};

use crate::choices;
use crate::status::token04_status;

/// The details of an error, in the caller's memory. Start with TOKEN04_ERROR_INIT. Nothing in it must be freed, and
/// it can be used for any number of calls.
///
/// If size or wording is invalid, the call does nothing and returns TOKEN04_INVALID_ARGUMENT.
#[repr(C)]
pub struct token04_error {
    /// The size of this struct, set by the caller: sizeof(token04_error).
    pub size: usize,
    /// How the message names arguments, set by the caller.
    pub wording: token04_wording,
    /// What the call returned; TOKEN04_OK if it succeeded.
    pub status: token04_status,
    /// Which argument is wrong and what is expected, as NUL-terminated UTF-8; empty if the call succeeded. It
    /// never contains a secret.
    pub message: [c_char; 256],
}

/// The words of messages, for languages whose users do not write C.
pub type token04_wording = i32;

/// The constants of [`token04_wording`].
#[repr(C)]
pub enum WordingNumber {
    /// user_id, NULL: as in this header.
    TOKEN04_WORDING_SNAKE_CASE = 0,
    /// userId, null: as in Java, PHP and .NET.
    TOKEN04_WORDING_CAMEL_CASE = 1,
    /// userID, nil: as in Go, Objective-C and Swift.
    TOKEN04_WORDING_INITIALISM = 2,
}

/// By the numbers of [`WordingNumber`], each with an example for the error that lists them.
static WORDINGS: [(&str, Wording); 3] = [
    ("user_id", Wording { naming: Naming::Snake, null: "NULL" }),
    ("userId", Wording { naming: Naming::Camel, null: "null" }),
    ("userID", Wording { naming: Naming::Initialism, null: "nil" }),
];

static IN_C: &Wording = &WORDINGS[0].1;

#[cold]
fn unknown_wording(number: token04_wording) -> Error {
    choices::invalid("wording", number, (0..).zip(WORDINGS.iter().map(|(example, _)| *example)))
}

/// Where the details of a call go: nowhere, or to the caller's struct.
pub(crate) struct Details {
    place: *mut token04_error,
    wording: &'static Wording,
}

impl Details {
    /// Checks the caller's struct. The error is the status to return, because the call must not be made.
    #[inline]
    pub unsafe fn new(place: *mut token04_error) -> Result<Self, token04_status> {
        if place.is_null() {
            return Ok(Self { place, wording: IN_C });
        }
        // SAFETY: the caller gives NULL or a token04_error whose size and wording are set.
        let (size, number) =
            unsafe { ((&raw const (*place).size).read(), (&raw const (*place).wording).read()) };
        if size < size_of::<token04_error>() {
            return Err(ErrorCode::InvalidArgument.number());
        }
        // A negative number becomes an index beyond the last.
        match WORDINGS.get(number as usize) {
            Some((_, wording)) => Ok(Self { place, wording }),
            None => Err(Self { place, wording: IN_C }.failed(&unknown_wording(number))),
        }
    }

    #[inline]
    pub fn succeeded(&self) -> token04_status {
        if !self.place.is_null() {
            // SAFETY: `new` checked the struct.
            unsafe {
                (&raw mut (*self.place).status).write(0);
                (&raw mut (*self.place).message).cast::<u8>().write(0);
            }
        }
        0
    }

    #[cold]
    pub fn failed(&self, failure: &Error) -> token04_status {
        let status = failure.code().number();
        if !self.place.is_null() {
            // SAFETY: `new` checked the struct.
            unsafe {
                (&raw mut (*self.place).status).write(status);
                write(&self.wording.message(failure), &raw mut (*self.place).message);
            }
        }
        status
    }
}

/// Writes as much of a message as fits, and a NUL.
unsafe fn write<const CAPACITY: usize>(message: &str, target: *mut [c_char; CAPACITY]) {
    let longest = message.len().min(CAPACITY - 1);
    // A truncated message stays valid UTF-8; index 0 is always a boundary.
    let end = (0..=longest).rev().find(|&end| message.is_char_boundary(end)).unwrap_or(0);
    // SAFETY: the message and its NUL fit.
    unsafe {
        target.cast::<u8>().copy_from_nonoverlapping(message.as_ptr(), end);
        target.cast::<u8>().add(end).write(0);
    }
}
