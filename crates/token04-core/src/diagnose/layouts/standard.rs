//! The layout of a Token04: whole, truncated, or followed by other bytes.

use std::ops::{Range, RangeInclusive};

use super::fields::{EXPIRE_LEN, Order, PLAUSIBLE_TIMES, expire, is_sensible, number, reading};
use super::reading::{Fit, Layout, Reading, is_iv_len};
use crate::diagnose::findings::{ForeignLayout, Part};

/// The maximum length of an IV; a longer one is more likely a ciphertext.
const LONGEST_IV: usize = 32;

/// Reads the bytes. Returns `None` if they are not a whole envelope and the length of the IV is not valid.
pub(super) fn read(bytes: &[u8]) -> Option<Reading> {
    let Some(iv_len) = number(bytes, EXPIRE_LEN, 2, Order::Big) else {
        return Some(cut(bytes, Part::Head, 0, EXPIRE_LEN + 2, 0..0));
    };
    let iv = EXPIRE_LEN + 2..EXPIRE_LEN + 2 + iv_len;
    let Some(stated) = number(bytes, iv.end, 2, Order::Big) else {
        let of_iv = bytes.len() < iv.end;
        let (part, start, stated) =
            if of_iv { (Part::Iv, iv.start, iv_len) } else { (Part::Head, 0, iv.end + 2) };
        return is_iv_len(iv_len).then(|| cut(bytes, part, start, stated, 0..0));
    };
    let start = iv.end + 2;
    let Some(behind) = bytes.get(start + stated..) else {
        return is_iv_len(iv_len).then(|| cut(bytes, Part::Ciphertext, start, stated, iv));
    };
    let fit = match behind {
        [] | [0 | 1] => Fit::Exact,
        _ if !is_iv_len(iv_len) => return None,
        _ if behind.len() > 0xffff && behind.len() & 0xffff <= 1 => {
            Fit::Overflow { stated, bytes: stated + (behind.len() & !0xffff) }
        }
        [1, rest @ ..] if iv_len == 12 => Fit::Long { bytes: rest.len() },
        _ => Fit::Long { bytes: behind.len() },
    };
    let len = if let Fit::Overflow { bytes, .. } = fit { bytes } else { stated };
    Some(whole(bytes, fit, iv, start..start + len))
}

/// A reading with a whole ciphertext.
fn whole(bytes: &[u8], fit: Fit, iv: Range<usize>, ciphertext: Range<usize>) -> Reading {
    if fit == Fit::Exact && iv.len() > LONGEST_IV && is_iv_len(ciphertext.len()) {
        return reading(bytes, Layout::Foreign(ForeignLayout::CiphertextFirst), ciphertext, iv);
    }
    let standard = Reading { fit, ..reading(bytes, Layout::Standard, iv, ciphertext) };
    match expire(bytes).filter(is_reversed) {
        None => standard,
        Some(expire) => Reading {
            layout: Layout::LittleEndian { expire: true, iv_len: false, ciphertext_len: false },
            expires_at: Some(expire.swap_bytes()),
            ..standard
        },
    }
}

/// A reading of a truncated envelope: `part` starts at `start`, and fewer than `stated` bytes of it remain.
fn cut(bytes: &[u8], part: Part, start: usize, stated: usize, iv: Range<usize>) -> Reading {
    let fit = Fit::Short { part, stated, left: bytes.len() - start };
    Reading { fit, mode: None, ..reading(bytes, Layout::Standard, iv, 0..0) }
}

/// Whether an expire is little-endian: impossible as it is, plausible when swapped.
fn is_reversed(expire: &i64) -> bool {
    !is_sensible(*expire) && PLAUSIBLE_TIMES.contains(&expire.swap_bytes())
}

/// Whether the stated length of the ciphertext is plausible for a truncated or extended token.
pub(super) fn is_plausible(standard: &Reading) -> bool {
    /// The lengths of nearly every GCM ciphertext.
    const USUAL: RangeInclusive<usize> = 64..=4096;
    let stated = match standard.fit {
        Fit::Short { part: Part::Ciphertext, stated, .. } => stated,
        Fit::Short { .. } => return true,
        _ => standard.ciphertext.len(),
    };
    if standard.iv.len() == 12 { USUAL.contains(&stated) } else { stated > 0 && stated.is_multiple_of(16) }
}
