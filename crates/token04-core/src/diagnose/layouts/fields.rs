//! Reads the fields of an envelope, of any width and byte order.

use std::ops::Range;

use super::reading::{Fit, Layout, Reading};

/// The length of the expire, the first field of an envelope.
pub(super) const EXPIRE_LEN: usize = 8;

/// Plausible times for a token, in unix seconds: from 2001 to 5138.
pub(crate) const PLAUSIBLE_TIMES: Range<i64> = 1_000_000_000..100_000_000_000;

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Order {
    Big,
    Little,
}

/// The range of a field that follows its length.
pub(super) fn field(bytes: &[u8], at: usize, width: usize, order: Order) -> Option<Range<usize>> {
    let len = number(bytes, at, width, order)?;
    let field = at + width..(at + width).checked_add(len)?;
    (field.end <= bytes.len()).then_some(field)
}

pub(super) fn number(bytes: &[u8], at: usize, width: usize, order: Order) -> Option<usize> {
    let digits = bytes.get(at..at + width)?;
    let append = |number: usize, digit: &u8| number << 8 | usize::from(*digit);
    Some(match order {
        Order::Big => digits.iter().fold(0, append),
        Order::Little => digits.iter().rev().fold(0, append),
    })
}

/// The expire at the start, big-endian.
pub(super) fn expire(bytes: &[u8]) -> Option<i64> {
    bytes.first_chunk().map(|chunk| i64::from_be_bytes(*chunk))
}

/// Whether a time is possible: neither negative, nor beyond plausible milliseconds.
pub(super) fn is_sensible(time: i64) -> bool {
    (0..100_000_000_000_000).contains(&time)
}

/// Whether nothing, or only a mode byte, follows.
pub(super) fn ends(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..), Some([] | [0 | 1]))
}

/// A reading of fields that fit the bytes, with the expire at the start and a mode byte, if any, at the end.
pub(super) fn reading(bytes: &[u8], layout: Layout, iv: Range<usize>, ciphertext: Range<usize>) -> Reading {
    let mode = bytes.get(iv.end.max(ciphertext.end)).copied();
    Reading { layout, fit: Fit::Exact, expires_at: expire(bytes), iv, ciphertext, tag: None, mode }
}
