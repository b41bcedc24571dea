//! Reading JavaScript values. Nothing is converted silently: a value of another type is reported as such.

use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use zeroize::Zeroize;

use super::Value;
use crate::values::{Kind, Unreadable};

/// Where a text lives that was read, so that it can be wiped.
pub struct Storage {
    text: String,
}

impl Storage {
    pub const fn new() -> Self {
        Self { text: String::new() }
    }
}

impl Zeroize for Storage {
    fn zeroize(&mut self) {
        self.text.zeroize();
    }
}

impl<'call> Value<'call> {
    pub fn kind(self) -> Kind {
        self.with(|value| {
            if value.is_undefined() {
                Kind::Undefined
            } else if value.is_null() {
                Kind::Null
            } else if value.is_string() {
                Kind::String
            } else if value.as_f64().is_some() {
                Kind::Number
            } else if value.as_bool().is_some() {
                Kind::Boolean
            } else if value.is_bigint() {
                Kind::BigInt
            } else {
                Kind::Other
            }
        })
    }

    /// A number; `None` for any other type.
    pub fn as_number(self) -> Option<f64> {
        self.with(JsValue::as_f64)
    }

    /// `true` or `false`; `None` for any other type.
    pub fn as_boolean(self) -> Option<bool> {
        self.with(JsValue::as_bool)
    }

    /// The text of a string, which may hold any character, NUL included.
    pub fn as_text(self, storage: &mut Storage) -> Result<&str, Unreadable> {
        let text = self.as_lossy_text(storage)?;
        // U+FFFD replaces half of a surrogate pair, or is in the text itself.
        if text.contains(char::REPLACEMENT_CHARACTER) && !self.with(is_unicode) {
            return Err(Unreadable::NotUnicode);
        }
        Ok(text)
    }

    /// The text of a string, with U+FFFD for an unpaired surrogate.
    pub fn as_lossy_text(self, storage: &mut Storage) -> Result<&str, Unreadable> {
        storage.text = self.with(JsValue::as_string).ok_or(Unreadable::NotAString)?;
        Ok(&storage.text)
    }

    /// The elements of an array, each read when asked for; `None` for any other type.
    pub fn as_elements(self) -> Option<impl Iterator<Item = Value<'call>>> {
        let length = self.with(|value| value.dyn_ref::<Array>().map(Array::length))?;
        Some((0..length).map(move |index| self.element(index)))
    }

    /// An element. If reading it throws, the value is `undefined`, and the call ends with what was thrown.
    fn element(self, index: u32) -> Self {
        let element = self.with(|array| Reflect::get_u32(array, index)).unwrap_or_else(|thrown| {
            self.call.thrown.replace(Some(thrown));
            JsValue::UNDEFINED
        });
        self.call.value(element)
    }
}

fn is_unicode(text: &JsValue) -> bool {
    text.dyn_ref::<JsString>().is_some_and(JsString::is_valid_utf16)
}
