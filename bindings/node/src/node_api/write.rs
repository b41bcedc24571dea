//! Making JavaScript values.

use std::ffi::CStr;
use std::ptr::null_mut;

use napi_sys as sys;
use token04_core::{Error, host};

use super::{Call, Value};

/// The largest integer that a JavaScript number holds exactly, with all integers below it.
pub const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;

impl Call {
    pub fn undefined(&self) -> Result<Value<'_>, Error> {
        // SAFETY: the pointer is to a local; so in all functions below.
        self.made(|made| unsafe { sys::napi_get_undefined(self.env, made) })
    }

    pub fn null(&self) -> Result<Value<'_>, Error> {
        self.made(|made| unsafe { sys::napi_get_null(self.env, made) })
    }

    pub fn boolean(&self, truth: bool) -> Result<Value<'_>, Error> {
        self.made(|made| unsafe { sys::napi_get_boolean(self.env, truth, made) })
    }

    pub fn number(&self, number: impl Into<f64>) -> Result<Value<'_>, Error> {
        let number = number.into();
        self.made(|made| unsafe { sys::napi_create_double(self.env, number, made) })
    }

    /// A number where that is exact, a bigint where it is not: so no digit is lost.
    pub fn integer(&self, integer: i64) -> Result<Value<'_>, Error> {
        if integer.unsigned_abs() <= MAX_SAFE_INTEGER.unsigned_abs() {
            self.number(integer as f64)
        } else {
            self.made(|made| unsafe { sys::napi_create_bigint_int64(self.env, integer, made) })
        }
    }

    pub fn ascii(&self, text: &[u8]) -> Result<Value<'_>, Error> {
        let (start, length) = (text.as_ptr().cast(), text.len() as isize);
        self.made(|made| unsafe { sys::napi_create_string_latin1(self.env, start, length, made) })
    }

    pub fn string(&self, text: &str) -> Result<Value<'_>, Error> {
        if text.is_ascii() {
            return self.ascii(text.as_bytes());
        }
        let (start, length) = (text.as_ptr().cast(), text.len() as isize);
        self.made(|made| unsafe { sys::napi_create_string_utf8(self.env, start, length, made) })
    }

    pub fn optional_boolean(&self, truth: Option<bool>) -> Result<Value<'_>, Error> {
        truth.map_or_else(|| self.null(), |truth| self.boolean(truth))
    }

    /// An array of what `write` makes of each item.
    pub fn array<'call, Item>(
        &'call self,
        items: &[Item],
        write: impl Fn(&Item) -> Result<Value<'call>, Error>,
    ) -> Result<Value<'call>, Error> {
        let array = self.new_array(items.len())?;
        for (index, item) in (0..).zip(items) {
            self.store(array, index, write(item)?)?;
        }
        Ok(array)
    }

    /// An array with room for elements.
    pub fn new_array(&self, length: usize) -> Result<Value<'_>, Error> {
        self.made(|made| unsafe { sys::napi_create_array_with_length(self.env, length, made) })
    }

    pub fn store(&self, array: Value<'_>, index: u32, element: Value<'_>) -> Result<(), Error> {
        // SAFETY: both values are of this call.
        self.check(unsafe { sys::napi_set_element(self.env, array.raw, index, element.raw) })
    }

    /// A plain object.
    pub fn object<'call>(&'call self, properties: &[(&CStr, Value<'call>)]) -> Result<Value<'call>, Error> {
        let object = self.made(|made| unsafe { sys::napi_create_object(self.env, made) })?;
        for (name, value) in properties {
            // SAFETY: the values are of this call, and the name is NUL-terminated.
            let status =
                unsafe { sys::napi_set_named_property(self.env, object.raw, name.as_ptr(), value.raw) };
            self.check(status)?;
        }
        Ok(object)
    }

    /// What a function makes of these arguments: JavaScript makes an object of many properties several times
    /// faster than Node-API can.
    pub fn made_by<'call, const COUNT: usize>(
        &'call self,
        function: Value<'call>,
        arguments: [Value<'call>; COUNT],
    ) -> Result<Value<'call>, Error> {
        let arguments = arguments.map(|argument| argument.raw);
        // SAFETY: the values are of this call, and the arguments are as many as said.
        self.made(|made| unsafe {
            sys::napi_call_function(self.env, self.this, function.raw, COUNT, arguments.as_ptr(), made)
        })
    }

    pub(super) fn made(
        &self,
        make: impl FnOnce(*mut sys::napi_value) -> sys::napi_status,
    ) -> Result<Value<'_>, Error> {
        let mut raw = null_mut();
        self.check(make(&raw mut raw))?;
        Ok(self.value(raw))
    }

    /// Where Node-API fails it is out of memory, or JavaScript that it called threw: that exception is
    /// pending, and wins over this error.
    pub(super) fn check(&self, status: sys::napi_status) -> Result<(), Error> {
        if status == sys::Status::napi_ok { Ok(()) } else { Err(host::internal()) }
    }
}
