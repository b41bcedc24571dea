//! Keeping Rust objects in JavaScript: a class there holds an opaque handle, the key of an object in this thread's
//! table. No memory is read through a handle, so that none can be wrong.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ffi::c_void;
use std::ptr::{null_mut, without_provenance_mut};
use std::rc::Rc;

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

/// The objects that JavaScript keeps, by their keys, which are never reused.
#[derive(Default)]
struct Objects {
    last: usize,
    kept: BTreeMap<usize, Kept>,
}

struct Kept {
    object: Rc<dyn Any>,
    /// What calls `collected`, and what is to be deleted with the object.
    reference: sys::napi_ref,
}

thread_local! {
    static OBJECTS: RefCell<Objects> = RefCell::default();
}

impl Call {
    /// A handle on an object.
    pub fn hold<T: Held>(&self, object: T) -> Result<Value<'_>, Error> {
        let key = OBJECTS.with_borrow_mut(|objects| {
            objects.last += 1;
            objects.last
        });
        let data = without_provenance_mut(key);
        // SAFETY: Node-API never reads through the pointer.
        let handle =
            self.made(|made| unsafe { sys::napi_create_external(self.env, data, None, null_mut(), made) })?;
        let mut reference = null_mut();
        // SAFETY: the handle is of this call, and `reference` is a local.
        self.check(unsafe {
            sys::napi_add_finalizer(
                self.env,
                handle.raw,
                data,
                Some(collected),
                null_mut(),
                &raw mut reference,
            )
        })?;
        let kept = Kept { object: Rc::new(object), reference };
        OBJECTS.with_borrow_mut(|objects| objects.kept.insert(key, kept));
        Ok(handle)
    }
}

impl Value<'_> {
    /// The object behind a handle.
    pub fn held<T: Held>(self) -> Result<Rc<T>, Error> {
        let key = self.key::<T>()?;
        let object = OBJECTS.with_borrow(|objects| Some(Rc::clone(&objects.kept.get(&key)?.object)));
        object.ok_or_else(closed::<T>)?.downcast().map_err(|_| not_a_handle::<T>())
    }

    /// Drops the object behind a handle now, together with everything that waits for the handle to be collected: a loop
    /// that never returns to Node.js collects nothing. Repeating it has no effect.
    pub fn release<T: Held>(self) -> Result<(), Error> {
        let key = self.key::<T>()?;
        let Some(kept) = OBJECTS.with_borrow_mut(|objects| {
            let is_one = objects.kept.get(&key)?.object.is::<T>();
            is_one.then(|| objects.kept.remove(&key))?
        }) else {
            return Ok(());
        };
        // SAFETY: the reference is deleted once, because the table no longer has it. The handle exists, as an argument of
        // this call. Node.js 16 deletes only a strong reference at once.
        unsafe {
            sys::napi_reference_ref(self.env, kept.reference, null_mut());
            sys::napi_delete_reference(self.env, kept.reference);
        }
        Ok(())
    }

    fn key<T: Held>(self) -> Result<usize, Error> {
        let mut data: *mut c_void = null_mut();
        // SAFETY: the value is of this call, and the pointer is to a local.
        let status = unsafe { sys::napi_get_value_external(self.env, self.raw, &raw mut data) };
        if status == sys::Status::napi_ok { Ok(data.addr()) } else { Err(not_a_handle::<T>()) }
    }
}

/// What Node.js calls when the garbage collector takes a handle, or the environment ends.
unsafe extern "C" fn collected(env: sys::napi_env, data: *mut c_void, _: *mut c_void) {
    let kept = OBJECTS.try_with(|objects| objects.try_borrow_mut().ok()?.kept.remove(&data.addr()));
    if let Ok(Some(kept)) = kept {
        // SAFETY: the reference is deleted once, because the table no longer has it.
        unsafe { sys::napi_delete_reference(env, kept.reference) };
    }
}

#[cold]
fn closed<T: Held>() -> Error {
    host::invalid_argument(format!("{} is closed", T::ARGUMENT))
}

#[cold]
fn not_a_handle<T: Held>() -> Error {
    host::invalid_argument(format!("{} must be of the class {}", T::ARGUMENT, T::CLASS))
}
