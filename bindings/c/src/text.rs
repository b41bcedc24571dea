//! Text at the boundary: read from pointer and length, written into the caller's buffer or into an owned
//! string.
#![allow(unsafe_code, reason = "pointers from C are read and written here")]

use std::borrow::Cow;
use std::ffi::{CString, c_char};

use token04_core::host::{self, Argument};
use token04_core::{Error, MAX_TOKEN_LEN, token_len_bound};

use crate::boundary::{self, null};

/// Text in UTF-8, as pointer and length. An argument needs no NUL at the end, and data may be NULL if the text
/// is optional. Text that the library returns ends in a NUL, which the length does not count, and may contain
/// others.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct token04_text {
    /// The first byte.
    pub data: *const c_char,
    /// The number of bytes.
    pub length: usize,
}

impl token04_text {
    /// The text of a string that ends in a NUL.
    pub(crate) fn of(terminated: &str) -> Self {
        Self { data: terminated.as_ptr().cast(), length: terminated.len().saturating_sub(1) }
    }

    /// The bytes of the text, or `None` if it is not given or its length is impossible.
    #[inline]
    pub(crate) unsafe fn bytes<'a>(self) -> Option<&'a [u8]> {
        // No object is longer than isize::MAX: such a length is a negative number in disguise.
        if self.data.is_null() || isize::try_from(self.length).is_err() {
            return None;
        }
        // SAFETY: the caller gives as many readable bytes; checked above is what can be.
        Some(unsafe { std::slice::from_raw_parts(self.data.cast(), self.length) })
    }

    /// The text if it is given and valid; the other functions report why it is not.
    #[inline]
    pub(crate) unsafe fn sound<'a>(self) -> Option<&'a str> {
        // SAFETY: as the caller's.
        let bytes = unsafe { self.bytes() }?;
        if bytes.is_ascii() {
            // SAFETY: ASCII is UTF-8, and checking for ASCII takes a third of the time.
            return Some(unsafe { str::from_utf8_unchecked(bytes) });
        }
        str::from_utf8(bytes).ok()
    }

    /// The same, but a text that is not given is empty.
    #[inline]
    pub(crate) unsafe fn sound_or_empty<'a>(self) -> Option<&'a str> {
        // SAFETY: as the caller's.
        if self.data.is_null() && self.length == 0 { Some("") } else { unsafe { self.sound() } }
    }

    pub(crate) unsafe fn required<'a>(self, argument: Argument) -> Result<&'a str, Error> {
        // SAFETY: as the caller's.
        unsafe { required(self.data, self.length, argument) }
    }

    pub(crate) unsafe fn optional<'a>(self, argument: Argument) -> Result<Option<&'a str>, Error> {
        // SAFETY: as the caller's.
        unsafe { optional(self.data, self.length, argument) }
    }
}

/// A NUL-terminated string, for C programs that look for the NUL.
pub(crate) fn terminated(mut text: String) -> String {
    text.push('\0');
    text
}

/// Required text.
#[inline]
pub(crate) unsafe fn required<'a>(
    data: *const c_char,
    length: usize,
    argument: Argument,
) -> Result<&'a str, Error> {
    // SAFETY: as the caller's.
    host::text(unsafe { required_bytes(data, length, argument) }?, argument)
}

/// Required text as bytes, whatever they are.
#[inline]
pub(crate) unsafe fn required_bytes<'a>(
    data: *const c_char,
    length: usize,
    argument: Argument,
) -> Result<&'a [u8], Error> {
    // SAFETY: as the caller's.
    match unsafe { token04_text { data, length }.bytes() } {
        Some(bytes) => Ok(bytes),
        None if length == 0 => Err(host::null(argument)),
        None if data.is_null() => Err(null(argument.name())),
        None => Err(host::invalid_argument(format!("the length of {} is out of range", argument.name()))),
    }
}

/// Optional text that is not an argument of the core. Bytes that are not UTF-8 are replaced.
pub(crate) unsafe fn optional_lossy<'a>(
    data: *const c_char,
    length: usize,
) -> Result<Option<Cow<'a, str>>, Error> {
    // SAFETY: as the caller's.
    match unsafe { token04_text { data, length }.bytes() } {
        Some(bytes) => Ok(Some(String::from_utf8_lossy(bytes))),
        None if length == 0 => Ok(None),
        None => Err(host::invalid_argument("the length of a text is out of range")),
    }
}

/// Optional text: NULL with length 0 leaves it out.
#[inline]
pub(crate) unsafe fn optional<'a>(
    data: *const c_char,
    length: usize,
    argument: Argument,
) -> Result<Option<&'a str>, Error> {
    if data.is_null() && length == 0 {
        return Ok(None);
    }
    // SAFETY: as the caller's.
    unsafe { required(data, length, argument) }.map(Some)
}

/// Optional text that is empty if left out.
#[inline]
pub(crate) unsafe fn or_empty<'a>(
    data: *const c_char,
    length: usize,
    argument: Argument,
) -> Result<&'a str, Error> {
    // SAFETY: as the caller's.
    unsafe { optional(data, length, argument) }.map(Option::unwrap_or_default)
}

/// The caller's buffer for a token.
pub(crate) struct Buffer {
    data: *mut c_char,
    capacity: usize,
    length: *mut usize,
}

impl Buffer {
    /// Checks a buffer, which holds the empty text until a token is written; `length` may be NULL.
    pub unsafe fn new(data: *mut c_char, capacity: usize, length: *mut usize) -> Result<Self, Error> {
        // SAFETY: each pointer is checked; the caller gives places of its own.
        unsafe {
            if !length.is_null() {
                length.write(0);
            }
            if data.is_null() && capacity != 0 {
                return Err(null("buffer"));
            }
            if capacity != 0 {
                data.write(0);
            }
        }
        Ok(Self { data, capacity, length })
    }

    /// The memory for a token, without the byte for the NUL. It may be uninitialised: only write to it.
    #[inline]
    pub unsafe fn room(&mut self) -> &mut [u8] {
        match self.capacity.checked_sub(1) {
            // SAFETY: the caller gives as much memory, which `new` knows not to be NULL.
            Some(room) => unsafe { std::slice::from_raw_parts_mut(self.data.cast(), room) },
            None => &mut [],
        }
    }

    /// Terminates a token of this length that was written into the memory.
    #[inline]
    pub unsafe fn filled(self, length: usize) {
        // SAFETY: a token that fits the memory leaves a byte for the NUL.
        unsafe {
            self.data.add(length).write(0);
            if !self.length.is_null() {
                self.length.write(length);
            }
        }
    }

    /// Writes a token and a NUL if they fit, and reports the token's length in either case.
    pub unsafe fn write(self, token: &[u8]) -> Result<(), Error> {
        let needed = token.len() + 1;
        // SAFETY: `new` checked the pointers, and what is written fits.
        unsafe {
            if !self.length.is_null() {
                self.length.write(token.len());
            }
            if needed > self.capacity {
                return Err(host::buffer_too_small(needed, self.capacity));
            }
            self.data.cast::<u8>().copy_from_nonoverlapping(token.as_ptr(), token.len());
            self.data.add(token.len()).write(0);
        }
        Ok(())
    }
}

/// A place for an owned string.
pub(crate) struct Owned {
    string: *mut *mut c_char,
    length: *mut usize,
}

impl Owned {
    /// Checks a place, which holds NULL until a string is put there; `length` may be NULL.
    pub unsafe fn new(string: *mut *mut c_char, length: *mut usize) -> Result<Self, Error> {
        // SAFETY: each pointer is checked; the caller gives places of its own.
        unsafe {
            if !length.is_null() {
                length.write(0);
            }
            Ok(Self { string: boundary::place(string, "string")?, length })
        }
    }

    /// Passes the string to the caller. None of these texts can contain a NUL.
    pub unsafe fn put(self, text: String) -> Result<(), Error> {
        let length = text.len();
        let string = CString::new(text).map_err(|_| host::internal())?;
        // SAFETY: `new` checked the pointers.
        unsafe {
            if !self.length.is_null() {
                self.length.write(length);
            }
            self.string.write(string.into_raw());
        }
        Ok(())
    }
}

/// Frees a string that a call returned. NULL is allowed and does nothing. Do not free a string twice, and do
/// not write a NUL into one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_string_free(string: *mut c_char) {
    if !string.is_null() {
        // SAFETY: it was made by CString::into_raw above and is freed once, as the header asks.
        boundary::run_quietly(|| drop(unsafe { CString::from_raw(string) }));
    }
}

/// The size of a buffer that holds any token.
pub const TOKEN04_MAX_TOKEN_CAPACITY: usize = 87_423;

const _: () = assert!(TOKEN04_MAX_TOKEN_CAPACITY == MAX_TOKEN_LEN + 1);

/// A buffer size in bytes that holds any token for a user id and a payload of these lengths, and its NUL.
/// TOKEN04_TOKEN_CAPACITY is the same for lengths known at compile time.
#[unsafe(no_mangle)]
pub extern "C" fn token04_token_capacity(user_id_length: usize, payload_length: usize) -> usize {
    token_len_bound(user_id_length, payload_length) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_macro_of_the_header_is_no_less_than_the_function() {
        for length in 0..5000 {
            assert_eq!(token04_token_capacity(length, 0), 271 + 8 * length);
        }
        assert!(token04_token_capacity(usize::MAX, usize::MAX) <= TOKEN04_MAX_TOKEN_CAPACITY);
    }
}
