//! What holds keys and can be closed: closing wipes the keys at once, and every later call fails.

use std::sync::{PoisonError, RwLock};

use pyo3::prelude::*;
use pyo3::sync::RwLockExt;
use token04_core::{Error, host};

/// A holder of keys until it is closed.
pub struct Closable<T> {
    name: &'static str,
    open: RwLock<Option<T>>,
}

impl<T> Closable<T> {
    /// Holds `value`, which error messages call `name`.
    pub fn new(name: &'static str, value: T) -> Self {
        Self { name, open: RwLock::new(Some(value)) }
    }

    /// Lends the value for work that runs no Python code, which could close it.
    #[inline]
    pub fn lend<R>(&self, py: Python<'_>, work: impl FnOnce(&T) -> Result<R, Error>) -> Result<R, Error> {
        match &*self.open.read_py_attached(py).unwrap_or_else(PoisonError::into_inner) {
            Some(value) => work(value),
            None => Err(host::invalid_argument(format!("the {} is closed", self.name))),
        }
    }

    /// Drops the value as soon as no other thread uses it.
    pub fn close(&self, py: Python<'_>) {
        self.open.write_py_attached(py).unwrap_or_else(PoisonError::into_inner).take();
    }
}
