//! Keeping Rust objects for JavaScript, which holds the key of each. A key is never used twice, so that the key of a
//! released object finds nothing.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use token04_core::{Error, host};

use super::{Call, Value};

/// An object that JavaScript can keep.
pub trait Held: 'static {
    /// The class that keeps it.
    const CLASS: &'static str;
    /// The name of an argument of that class.
    const ARGUMENT: &'static str;
}

struct Objects {
    last: u64,
    kept: BTreeMap<u64, Rc<dyn Any>>,
}

thread_local! {
    static OBJECTS: RefCell<Objects> = const { RefCell::new(Objects { last: 0, kept: BTreeMap::new() }) };
}

/// Drops an object, if it is still there.
pub fn release(key: u64) {
    let _dropped_after_the_borrow = OBJECTS.with_borrow_mut(|objects| objects.kept.remove(&key));
}

impl Call {
    /// The key of an object that is now kept.
    pub fn hold<T: Held>(&self, object: T) -> Result<Value<'_>, Error> {
        let key = OBJECTS.with_borrow_mut(|objects| {
            objects.last += 1;
            objects.kept.insert(objects.last, Rc::new(object));
            objects.last
        });
        self.number(key as f64)
    }
}

impl Value<'_> {
    /// The object of a key.
    pub fn held<T: Held>(self) -> Result<Rc<T>, Error> {
        let key = self.key::<T>()?;
        let object = OBJECTS.with_borrow(|objects| objects.kept.get(&key).cloned());
        object.ok_or_else(closed::<T>)?.downcast().map_err(|_| not_a_handle::<T>())
    }

    /// Drops the object of a key now. Repeating it has no effect.
    pub fn release<T: Held>(self) -> Result<(), Error> {
        let key = self.key::<T>()?;
        let is_one =
            OBJECTS.with_borrow(|objects| objects.kept.get(&key).is_some_and(|object| object.is::<T>()));
        if is_one {
            release(key);
        }
        Ok(())
    }

    fn key<T: Held>(self) -> Result<u64, Error> {
        self.as_number().map(|key| key as u64).ok_or_else(not_a_handle::<T>)
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
