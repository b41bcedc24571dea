//! The text of a token, before its bytes are read.

pub(super) mod arrival;
pub(super) mod exposure;
mod lookalikes;
mod loose;
mod undo;
