//! Layouts that are not Token04's: other byte orders, widths and fields.

use super::fields::{EXPIRE_LEN, Order, PLAUSIBLE_TIMES, ends, expire, field, is_sensible, number, reading};
use super::reading::{Fit, Layout, Reading, is_iv_len};
use crate::diagnose::findings::{Bytes, ForeignLayout};

const TAG_LEN: usize = 16;
/// The maximum distance of a field from its usual place.
const FARTHEST: usize = 32;

/// Little-endian lengths, one or both of them.
pub(super) fn little_endian(bytes: &[u8]) -> Option<Reading> {
    let orders = [(Order::Little, Order::Little), (Order::Little, Order::Big), (Order::Big, Order::Little)];
    orders.into_iter().find_map(|(iv_order, ciphertext_order)| {
        let iv = field(bytes, EXPIRE_LEN, 2, iv_order).filter(|iv| is_iv_len(iv.len()))?;
        let ciphertext = field(bytes, iv.end, 2, ciphertext_order)?;
        if !ends(bytes, ciphertext.end) || ciphertext.len() < TAG_LEN {
            return None;
        }
        let time = expire(bytes)?;
        let reversed = !is_sensible(time);
        if reversed && !is_sensible(time.swap_bytes()) {
            return None;
        }
        let (iv_len, ciphertext_len) = (iv_order == Order::Little, ciphertext_order == Order::Little);
        let layout = Layout::LittleEndian { expire: reversed, iv_len, ciphertext_len };
        let expires_at = Some(if reversed { time.swap_bytes() } else { time });
        Some(Reading { expires_at, ..reading(bytes, layout, iv, ciphertext) })
    })
}

/// Three or more fields with lengths: a separate GCM tag, or another field after the ciphertext.
pub(super) fn further_fields(bytes: &[u8]) -> Option<Reading> {
    let iv = field(bytes, EXPIRE_LEN, 2, Order::Big).filter(|iv| is_iv_len(iv.len()))?;
    let second = field(bytes, iv.end, 2, Order::Big)?;
    let third = field(bytes, second.end, 2, Order::Big).filter(|third| !third.is_empty())?;
    let mut end = third.end;
    if ends(bytes, end) && [second.len(), third.len()].contains(&TAG_LEN) {
        let (ciphertext, tag) = if third.len() == TAG_LEN { (second, third) } else { (third, second) };
        let found = reading(bytes, Layout::SeparateTag, iv, ciphertext);
        return Some(Reading { mode: bytes.get(end).copied(), tag: Some(tag), ..found });
    }
    for _ in 0..FARTHEST {
        if ends(bytes, end) {
            let layout = ForeignLayout::FieldAfterCiphertext { bytes: Bytes(end - second.end) };
            let found = reading(bytes, Layout::Foreign(layout), iv, second);
            return Some(Reading { mode: bytes.get(end).copied(), ..found });
        }
        end = field(bytes, end, 2, Order::Big)?.end;
    }
    None
}

/// IV and ciphertext in another place, or with lengths of another width or byte order.
pub(super) fn shifted(bytes: &[u8]) -> Option<Reading> {
    let widths = [(2, Order::Big), (2, Order::Little), (4, Order::Big), (4, Order::Little)];
    let shifted = widths
        .into_iter()
        .find_map(|(width, order)| (0..=FARTHEST).find_map(|head| after_head(bytes, head, width, order)));
    shifted.or_else(|| field_after_iv(bytes))
}

/// IV and ciphertext with their lengths, after `head` bytes.
fn after_head(bytes: &[u8], head: usize, width: usize, order: Order) -> Option<Reading> {
    let iv = field(bytes, head, width, order).filter(|iv| is_iv_len(iv.len()))?;
    let ciphertext = field(bytes, iv.end, width, order)?;
    if !ends(bytes, ciphertext.end) || ciphertext.len() < TAG_LEN {
        return None;
    }
    let layout = match head {
        0 => ForeignLayout::NoExpire,
        1..EXPIRE_LEN => ForeignLayout::Expire32,
        EXPIRE_LEN => ForeignLayout::Lengths32,
        _ => ForeignLayout::FieldBeforeIv { bytes: Bytes(head - EXPIRE_LEN) },
    };
    let expires_at = match head {
        4 => number(bytes, 0, 4, order).and_then(|time| i64::try_from(time).ok()),
        // Another field precedes or follows the expire.
        EXPIRE_LEN.. => [head - EXPIRE_LEN, 0]
            .into_iter()
            .filter_map(|at| expire(&bytes[at..]))
            .find(|time| PLAUSIBLE_TIMES.contains(time)),
        _ => None,
    };
    Some(Reading { expires_at, ..reading(bytes, Layout::Foreign(layout), iv, ciphertext) })
}

fn field_after_iv(bytes: &[u8]) -> Option<Reading> {
    let iv = field(bytes, EXPIRE_LEN, 2, Order::Big).filter(|iv| is_iv_len(iv.len()))?;
    (1..=FARTHEST).find_map(|gap| {
        let ciphertext = field(bytes, iv.end + gap, 2, Order::Big)?;
        let fits = ends(bytes, ciphertext.end) && ciphertext.len() >= TAG_LEN;
        let layout = Layout::Foreign(ForeignLayout::FieldAfterIv { bytes: Bytes(gap) });
        fits.then(|| reading(bytes, layout, iv.clone(), ciphertext))
    })
}

/// Layouts without lengths, which only the secret can confirm.
pub(super) fn guesses(bytes: &[u8]) -> Vec<Reading> {
    let heads = [EXPIRE_LEN, EXPIRE_LEN + 2, 0, 4];
    let shapes = [(16, 0), (16, 1), (12, 0), (12, 1)];
    heads
        .into_iter()
        .flat_map(|head| shapes.map(|(iv_len, mode_len)| (head, iv_len, mode_len)))
        .filter_map(|(head, iv_len, mode_len)| guess(bytes, head, iv_len, mode_len))
        .collect()
}

fn guess(bytes: &[u8], head: usize, iv_len: usize, mode_len: usize) -> Option<Reading> {
    let (iv, end) = (head..head + iv_len, bytes.len().checked_sub(mode_len)?);
    if iv.end + TAG_LEN > end {
        return None;
    }
    let ciphertext = iv.end..end;
    let expires_at = if head < EXPIRE_LEN { None } else { expire(bytes) };
    let layout = Layout::Foreign(ForeignLayout::NoLengths);
    Some(Reading { fit: Fit::Guess, expires_at, ..reading(bytes, layout, iv, ciphertext) })
}
