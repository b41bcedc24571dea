//! The claims of a verified token.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ptr;
use std::sync::OnceLock;

use token04_core::Claims;
use zeroize::{Zeroize, Zeroizing};

use crate::boundary::{free, run_quietly};
use crate::growth::Struct;
use crate::privilege::{ReadPrivilege, token04_privilege};
use crate::text::token04_text;

/// The claims of a verified token. Any number of threads can read them at once.
pub struct token04_claims {
    body: Struct<token04_body>,
    _user_id: Zeroizing<String>,
    payload: Zeroizing<String>,
    privilege: OnceLock<Option<ReadPrivilege>>,
}

/// Every field of a token's body. It belongs to the claims.
#[repr(C)]
pub struct token04_body {
    /// The size of this struct in the library.
    pub size: usize,
    /// The user the token was made for.
    pub user_id: token04_text,
    /// A random number that distinguishes tokens made in the same second.
    pub nonce: i64,
    /// When the token was made, in unix seconds.
    pub ctime: i64,
    /// When the token expires, in unix seconds.
    pub expire: i64,
    /// The payload: empty in an identity token, JSON text in a privilege token.
    pub payload: token04_text,
    /// The app the token was made for.
    pub app_id: u32,
    /// Has no meaning.
    pub reserved: u32,
}

impl token04_claims {
    pub(crate) fn new(claims: Claims) -> Self {
        let (user_id, payload) = (wiped_later(claims.user_id), wiped_later(claims.payload));
        let body = Struct::new(token04_body {
            size: Struct::<token04_body>::SIZE,
            user_id: token04_text::of(&user_id),
            nonce: claims.nonce,
            ctime: claims.ctime,
            expire: claims.expire,
            payload: token04_text::of(&payload),
            app_id: claims.app_id,
            reserved: 0,
        });
        Self { body, _user_id: user_id, payload, privilege: OnceLock::new() }
    }

    /// The privileges, parsed on the first request.
    fn privilege(&self) -> Option<&token04_privilege> {
        let parse = || {
            let payload = self.payload.strip_suffix('\0').unwrap_or_default();
            token04_core::Privilege::parse(payload).map(ReadPrivilege::new)
        };
        self.privilege.get_or_init(parse).as_ref().map(|read| &read.view.fields)
    }
}

/// NUL-terminated text that leaves no copy when it is freed. Appending the NUL in place could move the text and leave
/// a copy.
fn wiped_later(mut text: String) -> Zeroizing<String> {
    let mut terminated = Zeroizing::new(String::with_capacity(text.len() + 1));
    terminated.push_str(&text);
    terminated.push('\0');
    text.zeroize();
    terminated
}

/// The fields of the body, which live as long as the claims; NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_claims_body(claims: *const token04_claims) -> *const token04_body {
    // SAFETY: as the header asks of the caller.
    unsafe { claims.as_ref() }.map_or(ptr::null(), |claims| &raw const claims.body.fields)
}

/// The payload as privileges, which live as long as the claims; NULL if the payload is empty or does not have
/// the privilege form, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_claims_privilege(claims: *const token04_claims) -> *const token04_privilege {
    let mut found = ptr::null();
    run_quietly(|| {
        // SAFETY: as the header asks of the caller.
        let privilege = unsafe { claims.as_ref() }.and_then(token04_claims::privilege);
        found = privilege.map_or(ptr::null(), ptr::from_ref);
    });
    found
}

/// Frees claims and everything read from them, and wipes their texts. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_claims_free(claims: *mut token04_claims) {
    // SAFETY: as the header asks of the caller.
    unsafe { free(claims) }
}
