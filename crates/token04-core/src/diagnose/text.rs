//! Reads the text of a token, before its bytes.

pub(super) mod arrival;
pub(super) mod exposure;
mod lookalikes;
mod loose;
mod undo;
