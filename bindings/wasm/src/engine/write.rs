//! Making JavaScript values.

use std::ffi::CStr;

use js_sys::{Array, Function, Object, Reflect};
use token04_core::{Error, host};
use wasm_bindgen::{JsCast, JsValue};

use super::{Call, Value};

/// The largest integer that a JavaScript number holds exactly, with all integers below it.
pub const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;

impl Call {
    pub fn undefined(&self) -> Result<Value<'_>, Error> {
        Ok(self.value(JsValue::UNDEFINED))
    }

    pub fn null(&self) -> Result<Value<'_>, Error> {
        Ok(self.value(JsValue::NULL))
    }

    pub fn boolean(&self, truth: bool) -> Result<Value<'_>, Error> {
        Ok(self.value(JsValue::from_bool(truth)))
    }

    pub fn number(&self, number: impl Into<f64>) -> Result<Value<'_>, Error> {
        Ok(self.value(JsValue::from_f64(number.into())))
    }

    /// A number where that is exact, a bigint where it is not: so no digit is lost.
    pub fn integer(&self, integer: i64) -> Result<Value<'_>, Error> {
        if integer.unsigned_abs() <= MAX_SAFE_INTEGER.unsigned_abs() {
            self.number(integer as f64)
        } else {
            Ok(self.value(JsValue::from(integer)))
        }
    }

    pub fn ascii(&self, text: &[u8]) -> Result<Value<'_>, Error> {
        self.string(std::str::from_utf8(text).map_err(|_| host::internal())?)
    }

    pub fn string(&self, text: &str) -> Result<Value<'_>, Error> {
        Ok(self.value(JsValue::from_str(text)))
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
        Ok(self.value(Array::new_with_length(length as u32).into()))
    }

    pub fn store(&self, array: Value<'_>, index: u32, element: Value<'_>) -> Result<(), Error> {
        self.check(array.with(|array| element.with(|element| Reflect::set_u32(array, index, element))))?;
        Ok(())
    }

    /// A plain object.
    pub fn object<'call>(&'call self, properties: &[(&CStr, Value<'call>)]) -> Result<Value<'call>, Error> {
        let object = Object::new();
        for (name, value) in properties {
            let name = JsValue::from_str(name.to_str().map_err(|_| host::internal())?);
            self.check(value.with(|value| Reflect::set(&object, &name, value)))?;
        }
        Ok(self.value(object.into()))
    }

    /// What a function makes of these arguments: JavaScript makes an object of many properties several times
    /// faster than calls for each property can.
    pub fn made_by<'call, const COUNT: usize>(
        &'call self,
        function: Value<'call>,
        arguments: [Value<'call>; COUNT],
    ) -> Result<Value<'call>, Error> {
        let list = Array::new();
        for argument in arguments {
            argument.with(|argument| list.push(argument));
        }
        let made = function.with(|function| match function.dyn_ref::<Function>() {
            Some(function) => function.apply(&JsValue::UNDEFINED, &list),
            None => Err(JsValue::UNDEFINED),
        });
        Ok(self.value(self.check(made)?))
    }

    /// What JavaScript threw wins over this error.
    fn check<T>(&self, result: Result<T, JsValue>) -> Result<T, Error> {
        result.map_err(|thrown| {
            self.thrown.replace(Some(thrown));
            host::internal()
        })
    }
}
