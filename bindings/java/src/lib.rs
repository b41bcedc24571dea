//! The native library behind the Java package `io.token04`: it converts in, makes one core call, converts
//! out. Text comes over as UTF-8 in a `byte[]`; what has several fields goes back packed into one `byte[]`.
//!
//! The functions that Java calls are in [`natives`]; JNI itself is touched in [`boundary`] only.

mod arguments;
mod boundary;
mod natives;
mod objects;
mod packed;
