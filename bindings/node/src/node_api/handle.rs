//! Keeping Rust objects in JavaScript: a class there holds an opaque handle, which frees the object when the
//! garbage collector takes it.

use std::any::TypeId;
use std::cell::{Ref, RefCell};
use std::ffi::c_void;
use std::ptr::null_mut;

use napi_sys as sys;
use token04_core::{Error, host};

use super::{Call, Value};

/// An object that JavaScript can keep.
pub trait Held: 'static {
    /// The class that keeps it.
    const CLASS: &'static str;
    /// The name of an argument of that class.
    const ARGUMENT: &'static str;
}

/// The object behind a handle; `None` once it is released.
#[repr(C)]
struct Holder<T> {
    /// First in all holders, so that it can be read before the type is known.
    type_id: TypeId,
    object: RefCell<Option<T>>,
}

impl Call {
    /// A handle on an object.
    pub fn hold<T: Held>(&self, object: T) -> Result<Value<'_>, Error> {
        let holder = Holder { type_id: TypeId::of::<T>(), object: RefCell::new(Some(object)) };
        let data = Box::into_raw(Box::new(holder));
        let handle = self.made(|made| unsafe {
            // SAFETY: the pointer is to a holder that nothing but its finalizer frees.
            sys::napi_create_external(self.env, data.cast(), Some(free::<T>), null_mut(), made)
        });
        if handle.is_err() {
            // SAFETY: no handle has it.
            drop(unsafe { Box::from_raw(data) });
        }
        handle
    }
}

impl<'call> Value<'call> {
    /// The object behind a handle.
    pub fn held<T: Held>(self) -> Result<Ref<'call, T>, Error> {
        let object = self.object::<T>()?.try_borrow().map_err(|_| host::internal())?;
        Ref::filter_map(object, Option::as_ref).map_err(|_| closed::<T>())
    }

    /// Drops the object behind a handle now, rather than when the handle is collected.
    pub fn release<T: Held>(self) -> Result<(), Error> {
        let object = self.object::<T>()?.try_borrow_mut().map_err(|_| host::internal())?.take();
        drop(object);
        Ok(())
    }

    fn object<T: Held>(self) -> Result<&'call RefCell<Option<T>>, Error> {
        let mut data: *mut c_void = null_mut();
        // SAFETY: the value is of this call, and the pointer is to a local.
        let status = unsafe { sys::napi_get_value_external(self.env, self.raw, &raw mut data) };
        if status != sys::Status::napi_ok || data.is_null() {
            return Err(no_handle::<T>());
        }
        let holder: *const Holder<T> = data.cast();
        // SAFETY: handles are of our making, since only private fields of our classes keep them, and each
        // begins with the id of its type. It lives as long as the handle, so as long as the call.
        unsafe {
            if (*holder).type_id == TypeId::of::<T>() { Ok(&(*holder).object) } else { Err(no_handle::<T>()) }
        }
    }
}

/// What Node.js calls when the garbage collector takes a handle, or the environment ends.
unsafe extern "C" fn free<T: Held>(_: sys::napi_env, data: *mut c_void, _: *mut c_void) {
    // SAFETY: the pointer is the one that `hold` gave away, and Node.js calls this once.
    drop(unsafe { Box::from_raw(data.cast::<Holder<T>>()) });
}

#[cold]
fn closed<T: Held>() -> Error {
    host::invalid_argument(format!("{} is closed", T::ARGUMENT))
}

#[cold]
fn no_handle<T: Held>() -> Error {
    host::invalid_argument(format!("{} must be of the class {}", T::ARGUMENT, T::CLASS))
}
