//! What the functions ask of a JavaScript value, whatever engine reads it.

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Undefined,
    Null,
    Boolean,
    Number,
    String,
    BigInt,
    Other,
}

/// Why a value cannot be read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    NotAString,
    /// It has an unpaired surrogate: such a string has no UTF-8.
    NotUnicode,
    /// The memory for a copy of it is missing. In WebAssembly this ends the call before it can be reported.
    #[allow(dead_code, reason = "WebAssembly never makes it")]
    NoMemory,
}
