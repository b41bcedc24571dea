//! Tokens for many users in one call.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;

use token04_core::host::{self, Argument};

use crate::boundary::{free, null, object, place, run};
use crate::error::token04_error;
use crate::growth::Struct;
use crate::issue_options::{Times, token04_issue_options};
use crate::issuer::token04_issuer;
use crate::status::token04_status;
use crate::text::{or_empty, token04_text};

/// Tokens for many users, in the order of the users. They belong to the library.
#[repr(C)]
pub struct token04_tokens {
    /// The size of this struct in the library.
    pub size: usize,
    /// The tokens, NUL-terminated ASCII.
    pub tokens: *const token04_text,
    /// The number of tokens.
    pub count: usize,
}

/// Tokens and the memory that their pointers point to. The view comes first: its address is that of the whole.
#[repr(C)]
struct OwnedTokens {
    view: Struct<token04_tokens>,
    _tokens: Vec<token04_text>,
    _text: String,
}

impl OwnedTokens {
    /// The tokens of a text, in which a NUL follows each.
    fn new(text: String) -> Self {
        let tokens: Vec<token04_text> = text.split_inclusive('\0').map(token04_text::of).collect();
        let view = Struct::new(token04_tokens {
            size: Struct::<token04_tokens>::SIZE,
            tokens: tokens.as_ptr(),
            count: tokens.len(),
        });
        Self { view, _tokens: tokens, _text: text }
    }
}

/// Makes a token for each of many users, all with the same ttl and payload, as token04_issuer_issue does for one. It is
/// faster than as many calls: the bodies are encrypted side by side.
///
/// Either all tokens are made or none. tokens receives them, and must be freed with token04_tokens_free; NULL after an
/// error. failed, which may be NULL, receives the index of the first user that is at fault, or user_id_count if the
/// error is not about a user.
///
/// Errors: as token04_issuer_issue, except those of the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_issuer_issue_many(
    issuer: *const token04_issuer,
    user_ids: *const token04_text,
    user_id_count: usize,
    ttl: i64,
    payload: *const c_char,
    payload_length: usize,
    options: *const token04_issue_options,
    tokens: *mut *mut token04_tokens,
    failed: *mut usize,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        // SAFETY: as the header asks of the caller.
        unsafe {
            if !failed.is_null() {
                failed.write(user_id_count);
            }
            let place = place(tokens, "tokens")?;
            let issuer = &object(issuer, "issuer")?.0;
            if user_ids.is_null() && user_id_count != 0 {
                return Err(null("user_ids"));
            }
            if user_id_count > isize::MAX as usize / size_of::<token04_text>() {
                return Err(host::invalid_argument("user_id_count is out of range"));
            }
            let mut users = Vec::with_capacity(user_id_count);
            let mut unconverted = None;
            for index in 0..user_id_count {
                match user_ids.add(index).read().required(Argument::UserId) {
                    Ok(user) => users.push(user),
                    Err(error) => {
                        unconverted = Some(error);
                        break;
                    }
                }
            }
            let payload = or_empty(payload, payload_length, Argument::Payload);
            let Times { ttl, now } = Times::new(ttl, options);
            let mut text = String::new();
            let append = |token: &[u8]| {
                text.push_str(&String::from_utf8_lossy(token));
                text.push('\0');
            };
            host::issue_many_with(issuer, &users, unconverted, ttl, payload, now, append).map_err(
                |error| {
                    if let (Some(index), false) = (error.index(), failed.is_null()) {
                        failed.write(index);
                    }
                    token04_core::Error::from(error)
                },
            )?;
            place.write(Box::into_raw(Box::new(OwnedTokens::new(text))).cast());
        }
        Ok(())
    })
}

/// Frees tokens. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_tokens_free(tokens: *mut token04_tokens) {
    // SAFETY: as the header asks of the caller; the pointer is to the first field of an OwnedTokens.
    unsafe { free(tokens.cast::<OwnedTokens>()) }
}
