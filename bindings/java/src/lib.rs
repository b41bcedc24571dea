//! The native library behind the Java package `io.token04`: it converts in, makes one core call, converts
//! out.
//!
//! Arguments and results do not cross as Java objects, because every access through JNI is expensive: text crosses in memory that both sides share for the time of a call (`request`, `response`), numbers as
//! plain parameters. The functions that Java calls are in `natives`.

mod boundary;
#[cfg(test)]
mod java_sources;
mod natives;
mod objects;
mod parameters;
mod request;
mod response;
#[cfg(test)]
mod wire;
