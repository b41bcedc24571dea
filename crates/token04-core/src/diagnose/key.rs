//! Finds the key, the mode and the layout that open a token.

pub(super) mod keys;
pub(super) mod opening;
mod plaintext;
