//! What a token says, compared with what was expected and with the limits of the product.

pub(super) mod expectations;
pub(super) mod kit_part;
pub(super) mod times;
