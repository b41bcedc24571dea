//! Only the first interpreter of a process can load the module; any other gets an error that says so.
#![allow(unsafe_code, reason = "reads the number of the interpreter")]

use std::sync::atomic::{AtomicI64, Ordering};

use pyo3::exceptions::PyImportError;
use pyo3::ffi;
use pyo3::prelude::*;

/// The number of the interpreter that has loaded the module; numbers are never negative.
static FIRST: AtomicI64 = AtomicI64::new(-1);

/// PyO3 keeps its classes once per process, not once per interpreter, so that a second interpreter would use
/// objects of the first.
pub fn require_the_first() -> PyResult<()> {
    // SAFETY: a module is being loaded, so the interpreter is attached.
    let current = unsafe { ffi::PyInterpreterState_GetID(ffi::PyInterpreterState_Get()) };
    match FIRST.compare_exchange(-1, current, Ordering::SeqCst, Ordering::SeqCst) {
        Err(first) if first != current => Err(PyImportError::new_err(
            "token04 is loaded in another interpreter of this process already and works in only one; \
             import it only in the main interpreter (mod_wsgi: WSGIApplicationGroup %{GLOBAL})",
        )),
        _ => Ok(()),
    }
}
