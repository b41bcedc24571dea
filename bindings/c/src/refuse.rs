//! The errors for values that the types of C cannot carry, for languages that have such values.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;

use token04_core::Error;
use token04_core::host::{self, Argument};

use crate::boundary::run;
use crate::error::token04_error;
use crate::status::token04_status;
use crate::text::optional_lossy;

/// An argument of some function.
pub type token04_argument = i32;

/// The constants of [`token04_argument`].
#[repr(C)]
#[derive(Clone, Copy)]
pub enum ArgumentNumber {
    /// app_id.
    TOKEN04_ARGUMENT_APP_ID = 0,
    /// user_id.
    TOKEN04_ARGUMENT_USER_ID = 1,
    /// secret, also the previous one.
    TOKEN04_ARGUMENT_SECRET = 2,
    /// ttl.
    TOKEN04_ARGUMENT_TTL = 3,
    /// payload.
    TOKEN04_ARGUMENT_PAYLOAD = 4,
    /// room_id.
    TOKEN04_ARGUMENT_ROOM_ID = 5,
    /// A stream id.
    TOKEN04_ARGUMENT_STREAM_ID = 6,
    /// The list of streams.
    TOKEN04_ARGUMENT_STREAMS = 7,
    /// user_name.
    TOKEN04_ARGUMENT_USER_NAME = 8,
    /// token.
    TOKEN04_ARGUMENT_TOKEN = 9,
    /// leeway.
    TOKEN04_ARGUMENT_LEEWAY = 10,
    /// now.
    TOKEN04_ARGUMENT_NOW = 11,
    /// login.
    TOKEN04_ARGUMENT_LOGIN = 12,
    /// publish.
    TOKEN04_ARGUMENT_PUBLISH = 13,
    /// require_privilege.
    TOKEN04_ARGUMENT_REQUIRE_PRIVILEGE = 14,
}

const ALL: [ArgumentNumber; 15] = {
    use ArgumentNumber::*;
    [
        TOKEN04_ARGUMENT_APP_ID,
        TOKEN04_ARGUMENT_USER_ID,
        TOKEN04_ARGUMENT_SECRET,
        TOKEN04_ARGUMENT_TTL,
        TOKEN04_ARGUMENT_PAYLOAD,
        TOKEN04_ARGUMENT_ROOM_ID,
        TOKEN04_ARGUMENT_STREAM_ID,
        TOKEN04_ARGUMENT_STREAMS,
        TOKEN04_ARGUMENT_USER_NAME,
        TOKEN04_ARGUMENT_TOKEN,
        TOKEN04_ARGUMENT_LEEWAY,
        TOKEN04_ARGUMENT_NOW,
        TOKEN04_ARGUMENT_LOGIN,
        TOKEN04_ARGUMENT_PUBLISH,
        TOKEN04_ARGUMENT_REQUIRE_PRIVILEGE,
    ]
};

/// Writes the error for a value that C cannot carry in place of an argument, and returns its status. For languages
/// where a ttl can be 1.5 or a list: their users read the same messages as those of every other language.
///
/// got describes the value, as in "a list" or "1.5"; NULL and 0 stand for the language's null. Never describe a text
/// by its content, which may be a secret.
///
/// To report the first of several invalid arguments, as the library does, do not call this first. Pass a value that
/// the library refuses with the argument's status, such as 0 for a ttl and "\xff" for a text, and call this if that
/// status is the result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_refuse(
    argument: token04_argument,
    got: *const c_char,
    got_length: usize,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        let got = unsafe { optional_lossy(got, got_length) }?;
        Err(refusal(argument, got.as_deref()))
    })
}

#[cold]
fn refusal(number: token04_argument, got: Option<&str>) -> Error {
    use ArgumentNumber::*;
    let shown = got.unwrap_or("null");
    let text = |argument| got.map_or_else(|| host::null(argument), |got| host::not_a_string(argument, got));
    let flag = |name| host::not_a_flag(name, "true or false", shown);
    match ALL.iter().find(|known| **known as i32 == number) {
        Some(TOKEN04_ARGUMENT_APP_ID) => host::invalid_app_id(shown),
        Some(TOKEN04_ARGUMENT_USER_ID) => text(Argument::UserId),
        Some(TOKEN04_ARGUMENT_SECRET) => text(Argument::Secret),
        Some(TOKEN04_ARGUMENT_TTL) => host::invalid_ttl(shown),
        Some(TOKEN04_ARGUMENT_PAYLOAD) => text(Argument::Payload),
        Some(TOKEN04_ARGUMENT_ROOM_ID) => text(Argument::RoomId),
        Some(TOKEN04_ARGUMENT_STREAM_ID) => text(Argument::StreamId),
        Some(TOKEN04_ARGUMENT_STREAMS) => host::not_a_list_of_streams(shown),
        Some(TOKEN04_ARGUMENT_USER_NAME) => text(Argument::UserName),
        Some(TOKEN04_ARGUMENT_TOKEN) => text(Argument::Token),
        Some(TOKEN04_ARGUMENT_LEEWAY) => host::invalid_leeway(shown),
        Some(TOKEN04_ARGUMENT_NOW) => host::invalid_now(shown),
        Some(TOKEN04_ARGUMENT_LOGIN) => flag("login"),
        Some(TOKEN04_ARGUMENT_PUBLISH) => flag("publish"),
        Some(TOKEN04_ARGUMENT_REQUIRE_PRIVILEGE) => flag("require_privilege"),
        None => host::invalid_argument(format!("argument must be a token04_argument, got {number}")),
    }
}
