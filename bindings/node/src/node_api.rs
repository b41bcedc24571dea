//! The boundary to Node.js, and the only place that calls Node-API: how a native function is called, and how it
//! fails. The modules below read and write values, and keep objects for JavaScript.
//!
//! A native function is called as a method: `this.fail(code, message, index)` is called for a failure, and throws.
//! So the addon keeps no JavaScript class, and one loaded addon serves several copies of the package.

#![allow(unsafe_code, reason = "Node-API is a C interface")]

mod handle;
mod read;
mod write;

use std::ffi::c_void;
use std::marker::PhantomData;
use std::mem;
use std::panic::{self, AssertUnwindSafe};
use std::ptr::null_mut;
use std::sync::Once;

use napi_sys as sys;
use token04_core::{VERSION, host};

use crate::functions::Failure;

pub use handle::Held;
pub use read::Storage;
pub use write::MAX_SAFE_INTEGER;

/// A function as JavaScript calls it.
pub type Native = for<'call> fn(&'call Call) -> Result<Value<'call>, Failure>;

/// The most arguments that a native function takes.
const MOST_ARGUMENTS: usize = 12;

/// One call of a native function.
pub struct Call {
    env: sys::napi_env,
    this: sys::napi_value,
    arguments: [sys::napi_value; MOST_ARGUMENTS],
}

/// A JavaScript value, which lives as long as the call.
#[derive(Clone, Copy)]
pub struct Value<'call> {
    env: sys::napi_env,
    raw: sys::napi_value,
    call: PhantomData<&'call Call>,
}

impl Call {
    /// An argument; `undefined` where it was not given.
    pub fn argument(&self, index: usize) -> Value<'_> {
        self.value(self.arguments[index])
    }

    fn value(&self, raw: sys::napi_value) -> Value<'_> {
        Value { env: self.env, raw, call: PhantomData }
    }
}

/// What Node.js calls for each of our functions: the one boundary that no panic crosses.
unsafe extern "C" fn enter(env: sys::napi_env, info: sys::napi_callback_info) -> sys::napi_value {
    let mut call = Call { env, this: null_mut(), arguments: [null_mut(); MOST_ARGUMENTS] };
    let mut count = MOST_ARGUMENTS;
    let mut data = null_mut();
    // SAFETY: all pointers are to locals, and there is room for `count` arguments. Arguments not given are
    // filled with `undefined`.
    let status = unsafe {
        let arguments = call.arguments.as_mut_ptr();
        sys::napi_get_cb_info(env, info, &raw mut count, arguments, &raw mut call.this, &raw mut data)
    };
    if status != sys::Status::napi_ok {
        return null_mut();
    }
    // SAFETY: `export` set the data to a function of this type.
    let native: Native = unsafe { mem::transmute::<*mut c_void, Native>(data) };
    match panic::catch_unwind(AssertUnwindSafe(|| native(&call).map(|value| value.raw))) {
        Ok(Ok(value)) => value,
        Ok(Err(failure)) => call.fail(&failure),
        Err(payload) => call.fail(&host::caught(payload).into()),
    }
}

impl Call {
    /// Throws. What is thrown already, by JavaScript that was called, stays.
    #[cold]
    fn fail(&self, failure: &Failure) -> sys::napi_value {
        let mut pending = false;
        // SAFETY: the pointers are to locals and NUL-terminated text, and the values are of this call.
        unsafe {
            sys::napi_is_exception_pending(self.env, &raw mut pending);
            if pending {
                return null_mut();
            }
            let mut fail = null_mut();
            sys::napi_get_named_property(self.env, self.this, c"fail".as_ptr(), &raw mut fail);
            let code = self.number(failure.code);
            let index = failure.index.map_or_else(|| self.undefined(), |index| self.number(index as f64));
            if let (Ok(code), Ok(message), Ok(index)) = (code, self.string(&failure.message), index) {
                let arguments = [code.raw, message.raw, index.raw];
                let count = arguments.len();
                sys::napi_call_function(self.env, self.this, fail, count, arguments.as_ptr(), null_mut());
            }
            // Nothing is thrown yet if the caller was not our package.
            sys::napi_is_exception_pending(self.env, &raw mut pending);
            if !pending {
                let message = c"token04: the addon is called by its package only";
                sys::napi_throw_error(self.env, null_mut(), message.as_ptr());
            }
        }
        null_mut()
    }
}

/// What Node.js calls when the addon is loaded, once for each environment.
#[unsafe(no_mangle)]
unsafe extern "C" fn napi_register_module_v1(
    env: sys::napi_env,
    exports: sys::napi_value,
) -> sys::napi_value {
    static SETUP: Once = Once::new();
    // SAFETY: it is called before any other function of Node-API, and by one thread alone.
    let symbols_found = panic::catch_unwind(|| SETUP.call_once(|| mem::forget(unsafe { sys::setup() })));
    if symbols_found.is_err() {
        return null_mut();
    }
    for (name, native) in crate::EXPORTS.iter().copied().flatten() {
        export(env, exports, name, *native);
    }
    let call = Call { env, this: exports, arguments: [null_mut(); MOST_ARGUMENTS] };
    if let Ok(version) = call.string(VERSION) {
        // SAFETY: `exports` is an object of this call.
        unsafe { sys::napi_set_named_property(env, exports, c"version".as_ptr(), version.raw) };
    }
    exports
}

fn export(env: sys::napi_env, exports: sys::napi_value, name: &str, native: Native) {
    let (text, length) = (name.as_ptr().cast(), name.len() as isize);
    let (mut function, mut key) = (null_mut(), null_mut());
    // SAFETY: the pointers are to locals and to text of the length given. Where a call fails the export is
    // missing, or an exception is pending that `require` throws.
    unsafe {
        let data = native as *mut c_void;
        sys::napi_create_function(env, text, length, Some(enter), data, &raw mut function);
        sys::napi_create_string_utf8(env, text, length, &raw mut key);
        sys::napi_set_property(env, exports, key, function);
    }
}
