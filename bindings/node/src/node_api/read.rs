//! Reading JavaScript values. Nothing is converted silently: a value of another type is reported as such.

use std::mem::MaybeUninit;
use std::ptr::null_mut;
use std::{slice, str};

use napi_sys as sys;
use zeroize::Zeroize;

use super::Value;
use crate::values::{Kind, Unreadable};

/// Texts up to this many UTF-16 units are read without an allocation.
const INLINE: usize = 512;

/// Where a text lives that was read, with what was needed to read it, so that both can be wiped.
pub struct Storage {
    units: [MaybeUninit<u16>; INLINE],
    bytes: [MaybeUninit<u8>; INLINE],
    /// How many of either were written to.
    used: usize,
    long_units: Vec<u16>,
    long_text: String,
}

impl Storage {
    pub const fn new() -> Self {
        Self {
            units: [const { MaybeUninit::uninit() }; INLINE],
            bytes: [const { MaybeUninit::uninit() }; INLINE],
            used: 0,
            long_units: Vec::new(),
            long_text: String::new(),
        }
    }
}

impl Zeroize for Storage {
    fn zeroize(&mut self) {
        self.units[..self.used].zeroize();
        self.bytes[..self.used].zeroize();
        // Wiping nothing costs as much as wiping 32 bytes.
        if self.long_units.capacity() > 0 {
            self.long_units.zeroize();
        }
        if self.long_text.capacity() > 0 {
            self.long_text.zeroize();
        }
    }
}

impl<'call> Value<'call> {
    pub fn kind(self) -> Kind {
        let mut kind = sys::ValueType::napi_undefined;
        // SAFETY: the value is of this call and the pointer is to a local.
        unsafe { sys::napi_typeof(self.env, self.raw, &raw mut kind) };
        match kind {
            sys::ValueType::napi_undefined => Kind::Undefined,
            sys::ValueType::napi_null => Kind::Null,
            sys::ValueType::napi_boolean => Kind::Boolean,
            sys::ValueType::napi_number => Kind::Number,
            sys::ValueType::napi_string => Kind::String,
            sys::ValueType::napi_bigint => Kind::BigInt,
            _ => Kind::Other,
        }
    }

    /// A number; `None` for any other type.
    pub fn as_number(self) -> Option<f64> {
        let mut number = 0.0;
        // SAFETY: as in `kind`.
        let status = unsafe { sys::napi_get_value_double(self.env, self.raw, &raw mut number) };
        (status == sys::Status::napi_ok).then_some(number)
    }

    /// `true` or `false`; `None` for any other type.
    pub fn as_boolean(self) -> Option<bool> {
        let mut truth = false;
        // SAFETY: as in `kind`.
        let status = unsafe { sys::napi_get_value_bool(self.env, self.raw, &raw mut truth) };
        (status == sys::Status::napi_ok).then_some(truth)
    }

    /// The text of a string, which may hold any character, NUL included.
    ///
    /// It is read as UTF-16: Node-API's UTF-8 silently puts U+FFFD for half of a surrogate pair.
    pub fn as_text(self, storage: &mut Storage) -> Result<&str, Unreadable> {
        self.read_text(storage, Err(Unreadable::NotUnicode))
    }

    /// The text of a string, with U+FFFD for an unpaired surrogate.
    pub fn as_lossy_text(self, storage: &mut Storage) -> Result<&str, Unreadable> {
        self.read_text(storage, Ok(char::REPLACEMENT_CHARACTER))
    }

    /// The text of a string, with `lone` for an unpaired surrogate.
    fn read_text(self, storage: &mut Storage, lone: Result<char, Unreadable>) -> Result<&str, Unreadable> {
        let Storage { units, bytes, used, long_units, long_text } = storage;
        let count = self.read_units(units.as_mut_ptr().cast(), INLINE).ok_or(Unreadable::NotAString)?;
        *used = count;
        let units = if count < INLINE - 1 {
            // SAFETY: Node-API wrote that many units.
            unsafe { slice::from_raw_parts(units.as_ptr().cast(), count) }
        } else {
            // It ends there, or there is more of it.
            self.read_long(long_units)?
        };
        if units.len() < INLINE
            && let Some(text) = narrow(units, bytes)
        {
            return Ok(text);
        }
        long_text.clear();
        // At once, so that a growing text leaves no copy of itself behind.
        long_text.try_reserve(3 * units.len()).map_err(|_| Unreadable::NoMemory)?;
        for character in char::decode_utf16(units.iter().copied()) {
            long_text.push(character.or(lone)?);
        }
        Ok(long_text)
    }

    fn read_long(self, units: &mut Vec<u16>) -> Result<&[u16], Unreadable> {
        let length = self.read_units(null_mut(), 0).ok_or(Unreadable::NotAString)?;
        units.try_reserve(length + 1).map_err(|_| Unreadable::NoMemory)?;
        units.resize(length + 1, 0);
        let length = self.read_units(units.as_mut_ptr(), units.len()).ok_or(Unreadable::NotAString)?;
        Ok(&units[..length])
    }

    /// Copies the units of a string and a NUL behind them, as many as there is room for, and gives their
    /// count; without a buffer, the length of the string. `None` for any other type.
    fn read_units(self, buffer: *mut u16, room: usize) -> Option<usize> {
        let mut count = 0;
        // SAFETY: the value is of this call, and the callers' buffers are as large as they say.
        let status =
            unsafe { sys::napi_get_value_string_utf16(self.env, self.raw, buffer, room, &raw mut count) };
        (status == sys::Status::napi_ok).then_some(count)
    }

    /// The elements of an array, each read when asked for; `None` for any other type.
    pub fn as_elements(self) -> Option<impl Iterator<Item = Value<'call>>> {
        let (mut is_array, mut length) = (false, 0);
        // SAFETY: as in `kind`.
        unsafe {
            sys::napi_is_array(self.env, self.raw, &raw mut is_array);
            if is_array {
                sys::napi_get_array_length(self.env, self.raw, &raw mut length);
            }
        }
        is_array.then(|| (0..length).map(move |index| self.element(index)))
    }

    /// An element. If reading it throws, the value has an unknown type, and the exception stays pending.
    fn element(self, index: u32) -> Self {
        let mut raw = null_mut();
        // SAFETY: as in `kind`.
        unsafe { sys::napi_get_element(self.env, self.raw, index, &raw mut raw) };
        Self { raw, ..self }
    }
}

/// ASCII in UTF-16 as text of as many bytes; `None` for any other text.
fn narrow<'a>(units: &[u16], bytes: &'a mut [MaybeUninit<u8>; INLINE]) -> Option<&'a str> {
    let bytes = bytes.get_mut(..units.len())?;
    let mut all = 0;
    for (byte, unit) in bytes.iter_mut().zip(units) {
        all |= unit;
        byte.write(*unit as u8);
    }
    // SAFETY: each of the bytes was written, and where the test holds each is ASCII.
    (all < 0x80).then(|| unsafe {
        str::from_utf8_unchecked(slice::from_raw_parts(bytes.as_ptr().cast(), bytes.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrows_ascii_and_nothing_else() {
        let mut bytes = [MaybeUninit::uninit(); INLINE];
        for text in ["", "user1", "a\0b", &"x".repeat(INLINE)] {
            let units: Vec<u16> = text.encode_utf16().collect();
            assert_eq!(narrow(&units, &mut bytes), Some(text));
        }
        for text in ["é", "a\u{80}", "用户", "😀", &"x".repeat(INLINE + 1)] {
            let units: Vec<u16> = text.encode_utf16().collect();
            assert_eq!(narrow(&units, &mut bytes), None, "{text}");
        }
        // Units whose low byte is ASCII.
        assert_eq!(narrow(&[0x141], &mut bytes), None);
        assert_eq!(narrow(&[0xd841, 0x41], &mut bytes), None);
    }

    #[test]
    fn wipes_what_was_read() {
        let mut storage = Storage::new();
        let secret: Vec<u16> = "0123456789abcdef".encode_utf16().collect();
        assert!(narrow(&secret, &mut storage.bytes).is_some());
        storage.used = secret.len();
        storage.long_text.push_str("0123456789abcdef");
        storage.zeroize();
        let written = &storage.bytes[..secret.len()];
        // SAFETY: `narrow` wrote each of these bytes, and so did wiping.
        assert!(written.iter().all(|byte| unsafe { byte.assume_init() } == 0));
        assert!(storage.long_text.is_empty());
    }
}
