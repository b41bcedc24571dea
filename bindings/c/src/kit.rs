//! Kit tokens, for UIKit on the web: a token, '#', and the room and the user in base64.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;

use token04_core::host::{self, Argument};
use token04_core::kit;

use crate::boundary::{free, object, place, run};
use crate::error::token04_error;
use crate::growth::Struct;
use crate::issue_options::{Times, token04_issue_options};
use crate::issuer::token04_issuer;
use crate::status::token04_status;
use crate::text::{Owned, optional, or_empty, required, terminated, token04_text};

/// The parts of a kit token, which belong to the library.
#[repr(C)]
pub struct token04_kit_user {
    /// The size of this struct in the library.
    pub size: usize,
    /// The user.
    pub user_id: token04_text,
    /// The room to join.
    pub room_id: token04_text,
    /// The name that others see.
    pub user_name: token04_text,
    /// The token before the '#'.
    pub token: token04_text,
    /// The app.
    pub app_id: u32,
    /// Has no meaning.
    pub reserved: u32,
}

/// The parts of a kit token, with the memory that the view of them points to. The view comes first: its address is
/// that of the whole.
#[repr(C)]
struct ReadKit {
    view: Struct<token04_kit_user>,
    _texts: [String; 4],
}

/// Makes a kit token under the limits of the profile kit, whichever profile the issuer has, in a string that
/// must be freed with token04_string_free. length, which may be NULL, receives its length. Without a user_name,
/// NULL and 0, others see the user id.
///
/// Errors: as token04_issuer_issue, except those of the buffer; TOKEN04_INVALID_ROOM if the room id is outside the
/// limits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_kit_issue(
    issuer: *const token04_issuer,
    user_id: *const c_char,
    user_id_length: usize,
    ttl: i64,
    room_id: *const c_char,
    room_id_length: usize,
    user_name: *const c_char,
    user_name_length: usize,
    payload: *const c_char,
    payload_length: usize,
    options: *const token04_issue_options,
    string: *mut *mut c_char,
    length: *mut usize,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let owned = Owned::new(string, length)?;
            let issuer = object(issuer, "issuer")?;
            let user_id = required(user_id, user_id_length, Argument::UserId);
            let room_id = required(room_id, room_id_length, Argument::RoomId);
            let user_name = optional(user_name, user_name_length, Argument::UserName);
            let payload = or_empty(payload, payload_length, Argument::Payload);
            let Times { ttl, now } = Times::new(ttl, options);
            owned.put(host::issue_kit(&issuer.0, user_id, ttl, room_id, user_name, payload, now)?)
        }
    })
}

/// Appends room and user to a token, under the limits of the profile kit, in a string that must be freed with
/// token04_string_free. length, which may be NULL, receives its length. Without a user_name, NULL and 0, others
/// see the user id.
///
/// Errors: TOKEN04_MALFORMED if the token is not a Token04 or already a kit token; TOKEN04_INVALID_APP_ID,
/// TOKEN04_INVALID_USER_ID, TOKEN04_INVALID_ROOM, TOKEN04_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_kit_encode(
    token: *const c_char,
    token_length: usize,
    app_id: i64,
    user_id: *const c_char,
    user_id_length: usize,
    room_id: *const c_char,
    room_id_length: usize,
    user_name: *const c_char,
    user_name_length: usize,
    string: *mut *mut c_char,
    length: *mut usize,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let owned = Owned::new(string, length)?;
            let token = required(token, token_length, Argument::Token)?;
            let user_id = required(user_id, user_id_length, Argument::UserId);
            let room_id = required(room_id, room_id_length, Argument::RoomId);
            let user_name = optional(user_name, user_name_length, Argument::UserName);
            owned.put(host::encode_kit(token, host::app_id(app_id), user_id, room_id, user_name)?)
        }
    })
}

/// Splits a kit token into its parts, which must be freed with token04_kit_user_free; NULL after an error.
///
/// Errors: TOKEN04_MALFORMED, TOKEN04_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_kit_decode(
    kit_token: *const c_char,
    kit_token_length: usize,
    user: *mut *mut token04_kit_user,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            let place = place(user, "user")?;
            let (token, read) = kit::decode(required(kit_token, kit_token_length, Argument::Token)?)?;
            let texts = [read.user_id, read.room_id, read.user_name, token.to_owned()].map(terminated);
            let [user_id, room_id, user_name, token] = texts.each_ref().map(|text| token04_text::of(text));
            let view = Struct::new(token04_kit_user {
                size: Struct::<token04_kit_user>::SIZE,
                user_id,
                room_id,
                user_name,
                token,
                app_id: read.app_id,
                reserved: 0,
            });
            place.write(Box::into_raw(Box::new(ReadKit { view, _texts: texts })).cast());
        }
        Ok(())
    })
}

/// Frees the parts of a kit token. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_kit_user_free(user: *mut token04_kit_user) {
    // SAFETY: as the header asks of the caller; the pointer is to the first field of a ReadKit.
    unsafe { free(user.cast::<ReadKit>()) }
}
