//! The envelope in the layouts that people write: which of them the bytes add up to.

use std::ops::Range;

use super::show::Bytes;
use super::words::{ForeignLayout, Number, Part};

/// One way to read the bytes of an envelope.
pub(super) struct Reading {
    pub layout: Layout,
    pub fit: Fit,
    pub expires_at: Option<i64>,
    pub iv: Range<usize>,
    pub ciphertext: Range<usize>,
    /// The GCM tag, where it has a field of its own.
    pub tag: Option<Range<usize>>,
    /// The byte behind the ciphertext, where there is one.
    pub mode: Option<u8>,
}

/// How the fields are laid out.
#[derive(Clone, PartialEq)]
pub(super) enum Layout {
    Standard,
    LittleEndian { expire: bool, iv_len: bool, ciphertext_len: bool },
    SeparateTag,
    Foreign(ForeignLayout),
}

/// How well a layout fits the bytes.
#[derive(Clone, PartialEq)]
pub(super) enum Fit {
    /// Every byte has its place.
    Exact,
    /// The bytes end within a part.
    Short { part: Part, stated: usize, left: usize },
    /// Bytes are left over.
    Long { bytes: usize },
    /// The ciphertext is longer than its 16-bit length can say.
    Overflow { stated: usize, bytes: usize },
    /// Nothing in the bytes says so: only opening it can tell.
    Guess,
}

impl Reading {
    /// Whether the lengths say that all is there.
    pub fn is_exact(&self) -> bool {
        self.fit == Fit::Exact
    }

    /// Whether a right key would open what is there.
    pub fn is_whole(&self) -> bool {
        let len = self.ciphertext.len() + self.tag.as_ref().map_or(0, Range::len);
        let of_gcm =
            self.iv.len() == 12 || (self.iv.len() == 16 && (self.mode == Some(1) || self.tag.is_some()));
        let of_cbc = self.iv.len() == 16 && len.is_multiple_of(16);
        self.is_exact() && len >= 16 && (of_gcm || of_cbc)
    }

    pub fn is_short(&self) -> bool {
        matches!(self.fit, Fit::Short { .. })
    }
}

const EXPIRE_LEN: usize = 8;
const TAG_LEN: usize = 16;
/// How far from its place a field is looked for.
const FARTHEST: usize = 32;

#[derive(Clone, Copy, PartialEq)]
enum Order {
    Big,
    Little,
}

/// The ways to read the bytes, the likeliest first. Where the first is no guess, the lengths speak for it.
pub(super) fn readings(bytes: &[u8]) -> Vec<Reading> {
    let standard = standard(bytes);
    if let Some(reading) = standard.as_ref().filter(|reading| reading.is_exact()) {
        return if has_usual_iv(reading) { Vec::from_iter(standard) } else { with_guesses(standard, bytes) };
    }
    let exact = little_endian(bytes).or_else(|| further_fields(bytes)).or_else(|| {
        // A ciphertext length that a cut token would have speaks against a shifted field.
        if standard.as_ref().is_some_and(is_plausibly_cut) { None } else { foreign(bytes) }
    });
    match exact {
        Some(exact) => vec![exact],
        None => with_guesses(standard, bytes),
    }
}

fn with_guesses(standard: Option<Reading>, bytes: &[u8]) -> Vec<Reading> {
    standard.into_iter().chain(guesses(bytes)).collect()
}

fn has_usual_iv(reading: &Reading) -> bool {
    matches!(reading.iv.len(), 12 | 16)
}

/// The layout of a Token04, complete or not. `None` where the length of the IV is not one.
fn standard(bytes: &[u8]) -> Option<Reading> {
    let cut = |part, stated, left, at: usize| {
        let expires_at = read_expire(bytes, 0);
        let (iv, ciphertext) = (at..at, at..at);
        let fit = Fit::Short { part, stated, left };
        Some(Reading { layout: Layout::Standard, fit, expires_at, iv, ciphertext, tag: None, mode: None })
    };
    let len = bytes.len();
    let Some(iv_len) = read_number(bytes, EXPIRE_LEN, 2, Order::Big) else {
        return cut(Part::Head, EXPIRE_LEN + 2, len, 0);
    };
    let iv = EXPIRE_LEN + 2..EXPIRE_LEN + 2 + iv_len;
    let usual_iv = matches!(iv_len, 12 | 16);
    if usual_iv && iv.end > len {
        return cut(Part::Iv, iv_len, len - iv.start, 0);
    }
    let Some(ciphertext_len) = read_number(bytes, iv.end, 2, Order::Big) else {
        return if usual_iv { cut(Part::Head, iv.end + 2, len, 0) } else { None };
    };
    let ciphertext = iv.end + 2..iv.end + 2 + ciphertext_len;
    if ciphertext.end > len {
        return if usual_iv {
            cut(Part::Ciphertext, ciphertext_len, len - ciphertext.start, 0)
        } else {
            None
        };
    }
    let behind = &bytes[ciphertext.end..];
    let fit = match behind {
        [] | [0 | 1] => Fit::Exact,
        _ if !usual_iv => return None,
        _ if behind.len() > 0xffff && behind.len() & 0xffff <= 1 => {
            Fit::Overflow { stated: ciphertext_len, bytes: ciphertext_len + (behind.len() & !0xffff) }
        }
        [1, rest @ ..] if iv_len == 12 => Fit::Long { bytes: rest.len() },
        _ => Fit::Long { bytes: behind.len() },
    };
    if fit == Fit::Exact && (ciphertext_len == 12 || ciphertext_len == 16) && iv_len > FARTHEST {
        return Some(frame(bytes, Layout::Foreign(ForeignLayout::CiphertextFirst), ciphertext, iv));
    }
    let ciphertext = match fit {
        Fit::Overflow { bytes, .. } => ciphertext.start..ciphertext.start + bytes,
        _ => ciphertext,
    };
    let mut reading = frame(bytes, Layout::Standard, iv, ciphertext);
    reading.fit = fit;
    if is_reversed(bytes) {
        reading.layout = Layout::LittleEndian { expire: true, iv_len: false, ciphertext_len: false };
        reading.expires_at = reading.expires_at.map(i64::swap_bytes);
    }
    Some(reading)
}

/// A reading of fields that add up, with the expire in front.
fn frame(bytes: &[u8], layout: Layout, iv: Range<usize>, ciphertext: Range<usize>) -> Reading {
    let mode = bytes.get(iv.end.max(ciphertext.end)).copied();
    Reading { layout, fit: Fit::Exact, expires_at: read_expire(bytes, 0), iv, ciphertext, tag: None, mode }
}

/// Whether a token cut short would state such a length of its ciphertext.
fn is_plausibly_cut(standard: &Reading) -> bool {
    match standard.fit {
        Fit::Short { part: Part::Ciphertext, stated, .. } => stated % 16 == 0 && stated > 0,
        Fit::Short { .. } => true,
        _ => standard.ciphertext.len().is_multiple_of(16) && !standard.ciphertext.is_empty(),
    }
}

/// Whether the expire is little-endian: nonsense as it stands, a time of our days when swapped.
fn is_reversed(bytes: &[u8]) -> bool {
    const OUR_DAYS: Range<i64> = 1_000_000_000..100_000_000_000;
    read_expire(bytes, 0).is_some_and(|expire| {
        !(0..100_000_000_000_000).contains(&expire) && OUR_DAYS.contains(&expire.swap_bytes())
    })
}

/// Lengths that are little-endian, both or one of them.
fn little_endian(bytes: &[u8]) -> Option<Reading> {
    let orders = [(Order::Little, Order::Little), (Order::Little, Order::Big), (Order::Big, Order::Little)];
    orders.into_iter().find_map(|(iv_order, ciphertext_order)| {
        let iv = field(bytes, EXPIRE_LEN, 2, iv_order).filter(|iv| matches!(iv.len(), 12 | 16))?;
        let ciphertext = field(bytes, iv.end, 2, ciphertext_order)?;
        if !ends_here(bytes, ciphertext.end) || ciphertext.len() < TAG_LEN {
            return None;
        }
        let expire = read_expire(bytes, 0)
            .is_some_and(|expire| !(0..100_000_000_000_000).contains(&expire) && expire.swap_bytes() >= 0);
        let (iv_len, ciphertext_len) = (iv_order == Order::Little, ciphertext_order == Order::Little);
        let layout = Layout::LittleEndian { expire, iv_len, ciphertext_len };
        let mut reading = frame(bytes, layout, iv, ciphertext);
        if expire {
            reading.expires_at = reading.expires_at.map(i64::swap_bytes);
        }
        Some(reading)
    })
}

/// Three or more length-prefixed fields: a GCM tag among them, or something foreign behind them.
fn further_fields(bytes: &[u8]) -> Option<Reading> {
    let iv = field(bytes, EXPIRE_LEN, 2, Order::Big).filter(|iv| matches!(iv.len(), 12 | 16))?;
    let second = field(bytes, iv.end, 2, Order::Big)?;
    let third = field(bytes, second.end, 2, Order::Big)?;
    if third.is_empty() {
        return None;
    }
    let of_tag = |tag: Range<usize>, ciphertext: Range<usize>| {
        let reading = frame(bytes, Layout::SeparateTag, iv.clone(), ciphertext);
        Some(Reading { mode: bytes.get(third.end).copied(), tag: Some(tag), ..reading })
    };
    if ends_here(bytes, third.end) {
        if third.len() == TAG_LEN {
            return of_tag(third.clone(), second);
        }
        if second.len() == TAG_LEN {
            return of_tag(second, third.clone());
        }
    }
    let mut end = third.end;
    for _ in 0..FARTHEST {
        if ends_here(bytes, end) {
            let layout = ForeignLayout::FieldAfterCiphertext { bytes: Bytes(end - second.end) };
            let mut reading = frame(bytes, Layout::Foreign(layout), iv, second);
            reading.mode = bytes.get(end).copied();
            return Some(reading);
        }
        end = field(bytes, end, 2, Order::Big)?.end;
    }
    None
}

/// Layouts that are none of Token04's, but whose lengths add up: fields of other widths, or shifted.
fn foreign(bytes: &[u8]) -> Option<Reading> {
    let widths = [(2, Order::Big), (2, Order::Little), (4, Order::Big), (4, Order::Little)];
    let shifted = widths
        .into_iter()
        .find_map(|(width, order)| (0..=FARTHEST).find_map(|head| shifted(bytes, head, width, order)));
    shifted.or_else(|| field_after_iv(bytes))
}

/// IV and ciphertext with their lengths, behind a head of so many bytes.
fn shifted(bytes: &[u8], head: usize, width: usize, order: Order) -> Option<Reading> {
    let iv = field(bytes, head, width, order).filter(|iv| matches!(iv.len(), 12 | 16))?;
    let ciphertext = field(bytes, iv.end, width, order)?;
    if !ends_here(bytes, ciphertext.end) || ciphertext.len() < TAG_LEN {
        return None;
    }
    let layout = match head {
        0 => ForeignLayout::NoExpire,
        1..EXPIRE_LEN => ForeignLayout::Expire32,
        EXPIRE_LEN => ForeignLayout::Lengths32,
        _ => ForeignLayout::FieldBeforeIv { bytes: Bytes(head - EXPIRE_LEN) },
    };
    let mut reading = frame(bytes, Layout::Foreign(layout), iv, ciphertext);
    reading.expires_at = match head {
        4 => read_number(bytes, 0, 4, order).and_then(|expire| i64::try_from(expire).ok()),
        8 => read_expire(bytes, 0),
        _ => None,
    };
    Some(reading)
}

fn field_after_iv(bytes: &[u8]) -> Option<Reading> {
    let iv = field(bytes, EXPIRE_LEN, 2, Order::Big).filter(|iv| matches!(iv.len(), 12 | 16))?;
    (1..=FARTHEST).find_map(|gap| {
        let ciphertext = field(bytes, iv.end + gap, 2, Order::Big)?;
        let fits = ends_here(bytes, ciphertext.end) && ciphertext.len() >= TAG_LEN;
        let layout = Layout::Foreign(ForeignLayout::FieldAfterIv { bytes: Bytes(gap) });
        fits.then(|| frame(bytes, layout, iv.clone(), ciphertext))
    })
}

/// Layouts without lengths, of which only the secret can tell whether they are right.
fn guesses(bytes: &[u8]) -> Vec<Reading> {
    let heads = [EXPIRE_LEN, EXPIRE_LEN + 2, 0, 4];
    let guess = |head: usize, iv_len: usize, mode_len: usize| {
        let (iv, end) = (head..head + iv_len, bytes.len().checked_sub(mode_len)?);
        if iv.end + TAG_LEN > end {
            return None;
        }
        let ciphertext = iv.end..end;
        let reading = frame(bytes, Layout::Foreign(ForeignLayout::NoLengths), iv, ciphertext);
        let expires_at = if head < EXPIRE_LEN { None } else { read_expire(bytes, 0) };
        Some(Reading { fit: Fit::Guess, expires_at, ..reading })
    };
    let shapes = [(16, 0), (16, 1), (12, 0), (12, 1)];
    heads
        .into_iter()
        .flat_map(|head| shapes.map(|(iv_len, mode_len)| (head, iv_len, mode_len)))
        .filter_map(|(head, iv_len, mode_len)| guess(head, iv_len, mode_len))
        .collect()
}

/// Whether nothing, or only a mode byte, stands from here on.
fn ends_here(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..), Some([] | [0 | 1]))
}

/// The place of a field that its own length precedes.
fn field(bytes: &[u8], at: usize, width: usize, order: Order) -> Option<Range<usize>> {
    let len = read_number(bytes, at, width, order)?;
    let field = at + width..(at + width).checked_add(len)?;
    (field.end <= bytes.len()).then_some(field)
}

fn read_number(bytes: &[u8], at: usize, width: usize, order: Order) -> Option<usize> {
    let digits = bytes.get(at..at + width)?;
    let append = |number: usize, digit: &u8| number << 8 | usize::from(*digit);
    Some(match order {
        Order::Big => digits.iter().fold(0, append),
        Order::Little => digits.iter().rev().fold(0, append),
    })
}

fn read_expire(bytes: &[u8], at: usize) -> Option<i64> {
    bytes.get(at..).and_then(|rest| rest.first_chunk()).map(|chunk| i64::from_be_bytes(*chunk))
}

impl Layout {
    /// The numbers that are little-endian.
    pub fn reversed(&self) -> Vec<Number> {
        let Self::LittleEndian { expire, iv_len, ciphertext_len } = *self else { return Vec::new() };
        let numbers = [
            (expire, Number::Expire),
            (iv_len, Number::IvLength),
            (ciphertext_len, Number::CiphertextLength),
        ];
        numbers.into_iter().filter_map(|(reversed, number)| reversed.then_some(number)).collect()
    }
}
