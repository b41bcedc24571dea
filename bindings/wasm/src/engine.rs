//! The boundary to JavaScript through wasm-bindgen, with the same types as the addon's `node_api`: how a native
//! function is called, and how it fails. The modules below read and write values, and keep objects for JavaScript.

mod handle;
mod read;
mod write;

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;

use crate::functions::Failure;

pub use handle::{Held, release};
pub use read::Storage;
pub use write::MAX_SAFE_INTEGER;

/// A function as JavaScript calls it.
pub type Native = for<'call> fn(&'call Call) -> Result<Value<'call>, Failure>;

/// One call of a native function, which owns the values that it reads and makes.
pub struct Call {
    values: RefCell<Vec<JsValue>>,
    /// What JavaScript that was called threw.
    thrown: RefCell<Option<JsValue>>,
}

/// A JavaScript value, which lives as long as the call.
#[derive(Clone, Copy)]
pub struct Value<'call> {
    call: &'call Call,
    index: usize,
}

impl Call {
    pub fn new(arguments: Vec<JsValue>) -> Self {
        Self { values: RefCell::new(arguments), thrown: RefCell::default() }
    }

    /// An argument.
    pub fn argument(&self, index: usize) -> Value<'_> {
        Value { call: self, index }
    }

    fn value(&self, value: JsValue) -> Value<'_> {
        let mut values = self.values.borrow_mut();
        values.push(value);
        Value { call: self, index: values.len() - 1 }
    }

    /// Calls the function, and `note` for a failure. What is thrown already stays.
    pub fn run(self, native: Native, note: &Function) -> Result<JsValue, JsValue> {
        let failure = match native(&self) {
            Ok(Value { index, .. }) => return Ok(self.values.take().swap_remove(index)),
            Err(failure) => failure,
        };
        if let Some(thrown) = self.thrown.take() {
            return Err(thrown);
        }
        let index = failure.index.map_or(JsValue::UNDEFINED, |index| JsValue::from_f64(index as f64));
        let (code, message) = (JsValue::from(failure.code), JsValue::from_str(&failure.message));
        note.call3(&JsValue::UNDEFINED, &code, &message, &index)
    }
}

impl Value<'_> {
    /// What `read` makes of the value; `undefined` stands for an argument that was not given.
    fn with<T>(self, read: impl FnOnce(&JsValue) -> T) -> T {
        read(self.call.values.borrow().get(self.index).unwrap_or(&JsValue::UNDEFINED))
    }
}
