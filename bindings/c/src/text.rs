//! Text at the boundary: read from pointer and length, written into the caller's buffer or into an owned
//! string.
#![allow(unsafe_code, reason = "pointers from C are read and written here")]

use std::ffi::{CString, c_char};

use token04_core::host::{self, Argument};
use token04_core::{Error, MAX_TOKEN_LEN, token_len_bound};

use crate::boundary::{self, null};

/// Text in UTF-8, as pointer and length. In an argument no NUL is needed behind it, and data may be NULL
/// where the text may be left out. What the library gives out has a NUL behind it, which does not count, and
/// may have others inside.
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

    /// The bytes of a text that is given, or `None` where it is not, or not possible.
    #[inline]
    pub(crate) unsafe fn bytes<'a>(self) -> Option<&'a [u8]> {
        // No object is longer than isize::MAX: such a length is a negative number in disguise.
        if self.data.is_null() || isize::try_from(self.length).is_err() {
            return None;
        }
        // SAFETY: the caller gives as many readable bytes; checked above is what can be.
        Some(unsafe { std::slice::from_raw_parts(self.data.cast(), self.length) })
    }

    /// A text that is given and sound; what is wrong with one that is not, the other functions tell.
    #[inline]
    pub(crate) unsafe fn sound<'a>(self) -> Option<&'a str> {
        // SAFETY: as the caller's.
        let bytes = unsafe { self.bytes() }?;
        if bytes.is_ascii() {
            // SAFETY: ASCII is UTF-8, and to look whether it is takes a third of the time.
            return Some(unsafe { str::from_utf8_unchecked(bytes) });
        }
        str::from_utf8(bytes).ok()
    }

    /// The same, where a text that is not given is the empty one.
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

/// A string with a NUL behind it, for C programs that look for one.
pub(crate) fn terminated(mut text: String) -> String {
    text.push('\0');
    text
}

/// Text that must be given.
#[inline]
pub(crate) unsafe fn required<'a>(
    data: *const c_char,
    length: usize,
    argument: Argument,
) -> Result<&'a str, Error> {
    // SAFETY: as the caller's.
    host::text(unsafe { required_bytes(data, length, argument) }?, argument)
}

/// Text that must be given, as its bytes, whatever they are.
#[inline]
pub(crate) unsafe fn required_bytes<'a>(
    data: *const c_char,
    length: usize,
    argument: Argument,
) -> Result<&'a [u8], Error> {
    // SAFETY: as the caller's.
    match unsafe { token04_text { data, length }.bytes() } {
        Some(bytes) => Ok(bytes),
        None if data.is_null() => Err(null(argument.name())),
        None => Err(host::invalid_argument(format!("the length of {} is out of range", argument.name()))),
    }
}

/// Text that may be left out, as NULL with length 0.
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

/// Text that is empty where it is left out.
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
    /// Takes a buffer, which holds the empty text until a token is written; `length` may be NULL.
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

    /// The memory for a token, without the place of the NUL. It may never have been written to, and is to be
    /// written only.
    #[inline]
    pub unsafe fn room(&mut self) -> &mut [u8] {
        match self.capacity.checked_sub(1) {
            // SAFETY: the caller gives as much memory, which `new` knows not to be NULL.
            Some(room) => unsafe { std::slice::from_raw_parts_mut(self.data.cast(), room) },
            None => &mut [],
        }
    }

    /// Ends a token of this length, which was written into the room.
    #[inline]
    pub unsafe fn filled(self, length: usize) {
        // SAFETY: a token that fits the room leaves a place for the NUL.
        unsafe {
            self.data.add(length).write(0);
            if !self.length.is_null() {
                self.length.write(length);
            }
        }
    }

    /// Writes a token and a NUL, where they fit, and tells the token's length in either case.
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
    /// Takes a place, which holds NULL until a string is put there; `length` may be NULL.
    pub unsafe fn new(string: *mut *mut c_char, length: *mut usize) -> Result<Self, Error> {
        // SAFETY: each pointer is checked; the caller gives places of its own.
        unsafe {
            if !length.is_null() {
                length.write(0);
            }
            Ok(Self { string: boundary::place(string, "string")?, length })
        }
    }

    /// Gives the string to the caller. None of the texts that come this way can hold a NUL.
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

/// Frees a string that a call gave out. NULL is allowed and does nothing. Do not free a string twice, and do
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

/// A size in bytes of a buffer that holds any token for a user id and a payload of these lengths, and the NUL
/// behind it. TOKEN04_TOKEN_CAPACITY is the same for sizes known when compiling.
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
