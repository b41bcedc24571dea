//! Finds the layout that the bytes of an envelope fit.

mod fields;
mod foreign;
mod reading;
mod standard;

pub(super) use fields::PLAUSIBLE_TIMES;
pub(super) use reading::{Fit, Layout, Reading};

use reading::is_iv_len;

/// The possible readings, the likeliest first. If the first is not a guess, its lengths agree with the bytes.
pub(crate) fn readings(bytes: &[u8]) -> Vec<Reading> {
    let standard = standard::read(bytes);
    if standard.as_ref().is_some_and(|reading| reading.is_exact() && is_iv_len(reading.iv.len())) {
        return Vec::from_iter(standard);
    }
    let another = foreign::little_endian(bytes).or_else(|| foreign::further_fields(bytes)).or_else(|| {
        // The lengths of a truncated or extended token do not identify another layout.
        if standard.as_ref().is_some_and(standard::is_plausible) { None } else { foreign::shifted(bytes) }
    });
    match another {
        Some(another) => vec![another],
        None => standard.into_iter().chain(foreign::guesses(bytes)).collect(),
    }
}
