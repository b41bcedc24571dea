//! The native methods of `Native.java`, which says what each takes.

#![allow(unsafe_code, reason = "a symbol that Java finds is exported under a name of its own")]

mod diagnosing;
mod issuing;
mod kit;
mod objects;
pub mod reading;
