//! The one place where failures and panics become Python exceptions.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::PyErr;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use token04_core::host::{self, Naming, Wording};
use token04_core::{Error, ErrorCode, ManyError};

/// Python's words for what error messages mention.
const WORDING: Wording = Wording { naming: Naming::Snake, null: "None" };

/// Why a call fails: because of the core, or of Python itself (no memory, an iterator that raises).
pub enum Failure {
    Core(Error),
    Python(PyErr),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Core(error)
    }
}

impl From<ManyError> for Failure {
    /// The exception has the index of the user that it is about.
    fn from(error: ManyError) -> Self {
        let index = error.index();
        let exception = exception(&error.into());
        let set = Python::attach(|py| exception.value(py).setattr("index", index));
        Failure::Python(set.err().unwrap_or(exception))
    }
}

impl From<PyErr> for Failure {
    fn from(error: PyErr) -> Self {
        Failure::Python(error)
    }
}

impl From<Failure> for PyErr {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Core(error) => exception(&error),
            Failure::Python(error) => error,
        }
    }
}

/// Separates the core's errors, which the core may order, from Python's, which end the call.
pub fn error_of_the_core<T>(result: Result<T, Failure>) -> Result<Result<T, Error>, Failure> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Failure::Core(error)) => Ok(Err(error)),
        Err(failure) => Err(failure),
    }
}

/// Runs the work of a Python call, and raises an exception if it fails.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, Failure>) -> PyResult<T> {
    caught(work).map_err(PyErr::from)
}

/// Runs the work of a Python call. A panic does not reach the interpreter: it becomes code 903.
pub fn caught<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        #[cfg(feature = "inject-panic")]
        injection::panic_once_if_asked();
        work()
    }));
    outcome.unwrap_or_else(|payload| Err(host::caught(payload).into()))
}

/// The exception classes, in the order of [`ErrorCode::ALL`].
static CLASSES: PyOnceLock<Vec<Py<PyType>>> = PyOnceLock::new();

/// Finds the exception class of every code, so that an import fails if one is missing.
pub fn load_exceptions(py: Python<'_>) -> PyResult<()> {
    CLASSES.get_or_try_init(py, || {
        let module = py.import("token04.errors")?;
        let find = |code: &ErrorCode| {
            let class = module.getattr(class_name(code.name()).as_str())?;
            Ok(class.cast_into::<PyType>()?.unbind())
        };
        ErrorCode::ALL.iter().map(find).collect::<PyResult<_>>()
    })?;
    Ok(())
}

/// `invalid_app_id` is raised as `InvalidAppIdError`.
fn class_name(name: &str) -> String {
    let mut class = String::with_capacity(name.len() + "Error".len());
    for word in name.split('_') {
        let (initial, rest) = word.split_at(1);
        class.push_str(&initial.to_ascii_uppercase());
        class.push_str(rest);
    }
    class + "Error"
}

/// The message of an error in Python's words.
pub fn message(error: &Error) -> Cow<'_, str> {
    WORDING.message(error)
}

#[cold]
fn exception(error: &Error) -> PyErr {
    Python::attach(|py| {
        let index = ErrorCode::ALL.iter().position(|code| *code == error.code());
        let class = index.and_then(|index| CLASSES.get(py)?.get(index));
        match class {
            Some(class) => PyErr::from_type(class.bind(py).clone(), (message(error).into_owned(),)),
            // Not reached: the module does not load without its exceptions.
            None => pyo3::exceptions::PyValueError::new_err(message(error).into_owned()),
        }
    })
}

/// Panics on request, for the test of [`caught`].
#[cfg(feature = "inject-panic")]
#[allow(clippy::panic, reason = "the test requests a panic")]
pub mod injection {
    use std::sync::atomic::{AtomicBool, Ordering};

    static ASKED: AtomicBool = AtomicBool::new(false);

    /// Makes the next guarded call panic.
    #[pyo3::pyfunction]
    pub fn inject_panic() {
        ASKED.store(true, Ordering::SeqCst);
    }

    pub fn panic_once_if_asked() {
        if ASKED.swap(false, Ordering::SeqCst) {
            panic!("injected by a test");
        }
    }
}
