//! Compares a token's claims with what is expected and with the limits of the product.

pub(super) mod expectations;
pub(super) mod kit_part;
pub(super) mod times;
