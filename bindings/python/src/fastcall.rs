//! A shorter way into the few functions where the call costs as much as the work.
//!
//! For Python 3.9, PyO3 lets the interpreter pack all arguments into a tuple and a dict first, for
//! `METH_FASTCALL` became part of the stable ABI only in 3.10; it works the same in 3.9. The function that PyO3
//! makes stays the one that decides: an entry of this module stands before it, does what needs no more than a
//! few plain arguments, and hands everything else on, all errors among it.
#![allow(unsafe_code, reason = "hands functions of a calling convention of their own to the interpreter")]

use std::ffi::{CString, c_int};
use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::Borrowed;
use pyo3::exceptions::PyRuntimeError;
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyCFunction, PyDict, PyInt, PyString, PyTuple, PyType};

use crate::text;

/// An argument, where it is given.
pub type Slot<'a, 'py> = Option<Borrowed<'a, 'py, PyAny>>;

/// The short way of a function or a method of `N` parameters.
pub trait ShortWay<const N: usize> {
    /// The name of the function.
    const NAME: &'static str;
    /// The names of its parameters.
    const PARAMETERS: [&'static str; N];

    /// Holds the function that PyO3 made.
    fn function() -> &'static PyOnceLock<Py<PyAny>>;

    /// Does the work, or gives `None` where the function is to do it: where an argument is missing or of
    /// another type, and where the work fails. Sets no exception, and drops none: PyO3 does not know that the
    /// interpreter is attached, and would keep what it drops.
    fn attempt<'py>(
        py: Python<'py>,
        slf: Slot<'_, 'py>,
        arguments: [Slot<'_, 'py>; N],
    ) -> Option<Bound<'py, PyAny>>;
}

/// Puts the short way before a method of a class.
pub fn shorten_method<const N: usize, W: ShortWay<N>>(class: &Bound<'_, PyType>) -> PyResult<()> {
    let definition = definition::<N, W>(class.getattr(W::NAME)?)?;
    // SAFETY: the class is a type object, and the definition lives for ever.
    let method = unsafe {
        let descriptor = ffi::PyDescr_NewMethod(class.as_ptr().cast(), definition);
        Bound::from_owned_ptr_or_err(class.py(), descriptor)?
    };
    class.setattr(W::NAME, method)
}

/// Puts the short way before a function of a module.
pub fn shorten_function<const N: usize, W: ShortWay<N>>(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let definition = definition::<N, W>(module.getattr(W::NAME)?)?;
    let module_name = module.name()?;
    // SAFETY: the definition lives for ever, and the name is a string; without a self the entry gets null.
    let function = unsafe {
        let function = ffi::PyCFunction_NewEx(definition, std::ptr::null_mut(), module_name.as_ptr());
        Bound::from_owned_ptr_or_err(module.py(), function)?
    };
    module.add_function(function.cast_into::<PyCFunction>()?)
}

/// A definition with the documentation of the function. The interpreter keeps a pointer to it: it is made once
/// per process and never freed.
fn definition<const N: usize, W: ShortWay<N>>(function: Bound<'_, PyAny>) -> PyResult<*mut ffi::PyMethodDef> {
    const METH_FASTCALL: c_int = 0x0080;
    type FastCall = unsafe extern "C" fn(
        *mut ffi::PyObject,
        *const *mut ffi::PyObject,
        ffi::Py_ssize_t,
        *mut ffi::PyObject,
    ) -> *mut ffi::PyObject;
    let signature = function.getattr("__text_signature__")?;
    let documentation = format!("{}{signature}\n--\n\n{}", W::NAME, function.getattr("__doc__")?);
    W::function().get_or_init(function.py(), || function.clone().unbind());
    // SAFETY: the interpreter casts the pointer back to the type that the flags below name.
    let entry = unsafe { std::mem::transmute::<FastCall, ffi::PyCFunction>(entry::<N, W>) };
    Ok(Box::into_raw(Box::new(ffi::PyMethodDef {
        ml_name: CString::new(W::NAME)?.into_raw(),
        ml_meth: ffi::PyMethodDefPointer { PyCFunction: entry },
        ml_flags: METH_FASTCALL | ffi::METH_KEYWORDS,
        ml_doc: CString::new(documentation)?.into_raw(),
    })))
}

/// What the interpreter calls.
///
/// # Safety
///
/// The interpreter is attached; `arguments` points to `count` objects and one more for each of `names`, which
/// is null or a tuple of strings; `slf` is null or an object.
unsafe extern "C" fn entry<const N: usize, W: ShortWay<N>>(
    slf: *mut ffi::PyObject,
    arguments: *const *mut ffi::PyObject,
    count: ffi::Py_ssize_t,
    names: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: as the caller promises; it holds on to all objects while this runs.
    let (py, slf, names) = unsafe {
        let py = Python::assume_attached();
        (py, Borrowed::from_ptr_or_opt(py, slf), Borrowed::from_ptr_or_opt(py, names))
    };
    let names = names.as_deref().and_then(|names| names.cast::<PyTuple>().ok());
    let total = count as usize + names.map_or(0, PyTupleMethods::len);
    // SAFETY: as many objects stand there; where there are none, the pointer may be null.
    let given = unsafe { if total == 0 { &[] } else { std::slice::from_raw_parts(arguments, total) } };
    let given =
        Given { slf, by_position: &given[..count as usize], names, by_name: &given[count as usize..] };
    // After a panic, too, the function is called, and tells.
    let attempt = catch_unwind(AssertUnwindSafe(|| {
        #[cfg(feature = "inject-panic")]
        crate::boundary::injection::panic_if_asked();
        W::attempt(py, slf, given.slots(py, &W::PARAMETERS)?)
    }));
    match attempt {
        Ok(Some(object)) => object.into_ptr(),
        _ => given.hand_on(py, W::function()).unwrap_or_else(|error| {
            error.restore(py);
            std::ptr::null_mut()
        }),
    }
}

/// The arguments of a call, as the interpreter gives them.
struct Given<'a, 'py> {
    slf: Slot<'a, 'py>,
    by_position: &'a [*mut ffi::PyObject],
    names: Option<&'a Bound<'py, PyTuple>>,
    by_name: &'a [*mut ffi::PyObject],
}

impl<'a, 'py> Given<'a, 'py> {
    /// Each argument at the place of its parameter; `None` where that does not come out even.
    #[inline]
    fn slots<const N: usize>(
        &self,
        py: Python<'py>,
        parameters: &[&'static str; N],
    ) -> Option<[Slot<'a, 'py>; N]> {
        let mut slots = [None; N];
        for (index, &object) in self.by_position.iter().enumerate() {
            // SAFETY: the caller of `entry` holds on to the object.
            *slots.get_mut(index)? = unsafe { Borrowed::from_ptr_or_opt(py, object) };
        }
        for (name, &object) in self.names.into_iter().flatten().zip(self.by_name) {
            let name = text::borrow(name.cast().ok()?)?;
            let index = parameters.iter().position(|parameter| *parameter == name)?;
            let slot @ None = slots.get_mut(index)? else { return None };
            // SAFETY: as above.
            *slot = unsafe { Borrowed::from_ptr_or_opt(py, object) };
        }
        Some(slots)
    }

    /// Calls the function that PyO3 made.
    #[cold]
    fn hand_on(&self, py: Python<'py>, function: &PyOnceLock<Py<PyAny>>) -> PyResult<*mut ffi::PyObject> {
        // SAFETY: as above.
        let object = |&object: &*mut ffi::PyObject| unsafe { Borrowed::from_ptr(py, object) };
        let arguments: Vec<_> = self.slf.into_iter().chain(self.by_position.iter().map(object)).collect();
        let arguments = PyTuple::new(py, arguments)?;
        let keywords = PyDict::new(py);
        for (name, object) in self.names.into_iter().flatten().zip(self.by_name.iter().map(object)) {
            keywords.set_item(name, object)?;
        }
        let function = function.get(py).ok_or_else(|| PyRuntimeError::new_err("token04 is not loaded"))?;
        // SAFETY: all three are objects of the types that are demanded; the interpreter gives null where it has
        // set an exception, as `entry` may.
        Ok(unsafe { ffi::PyObject_Call(function.as_ptr(), arguments.as_ptr(), keywords.as_ptr()) })
    }
}

/// The text of a string that is nothing derived from one.
#[inline]
pub fn exact_text<'a>(object: &'a Bound<'_, PyAny>) -> Option<&'a str> {
    if object.is_exact_instance_of::<PyString>() { text::borrow(object.cast().ok()?) } else { None }
}

/// The value of an int of at most 64 bits that is nothing derived from one.
#[inline]
pub fn exact_int(object: &Bound<'_, PyAny>) -> Option<i64> {
    if !object.is_exact_instance_of::<PyInt>() {
        return None;
    }
    let mut overflow = 0;
    // SAFETY: the object is an int; what does not fit is told by the flag, not by an exception.
    let value = unsafe { ffi::PyLong_AsLongLongAndOverflow(object.as_ptr(), &raw mut overflow) };
    (overflow == 0).then_some(value)
}
