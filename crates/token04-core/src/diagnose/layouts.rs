//! The envelope in the layouts that people write: which of them the bytes add up to.

mod fields;
mod foreign;
mod reading;
mod standard;

pub(super) use fields::OUR_DAYS;
pub(super) use reading::{Fit, Layout, Reading};

use reading::is_iv_len;

/// The ways to read the bytes, the likeliest first. Where the first is no guess, the lengths speak for it.
pub(crate) fn readings(bytes: &[u8]) -> Vec<Reading> {
    let standard = standard::read(bytes);
    if standard.as_ref().is_some_and(|reading| reading.is_exact() && is_iv_len(reading.iv.len())) {
        return Vec::from_iter(standard);
    }
    let another = foreign::little_endian(bytes).or_else(|| foreign::further_fields(bytes)).or_else(|| {
        // Of a token that was cut or added to, no other layout can be told by its lengths.
        if standard.as_ref().is_some_and(standard::is_plausible) { None } else { foreign::shifted(bytes) }
    });
    match another {
        Some(another) => vec![another],
        None => standard.into_iter().chain(foreign::guesses(bytes)).collect(),
    }
}
