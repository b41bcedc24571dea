//! A possible reading of the bytes of an envelope.

use std::ops::Range;

use crate::diagnose::findings::{ForeignLayout, Number, Part};

/// A possible reading of the bytes of an envelope.
pub(crate) struct Reading {
    pub layout: Layout,
    pub fit: Fit,
    pub expires_at: Option<i64>,
    pub iv: Range<usize>,
    pub ciphertext: Range<usize>,
    /// The GCM tag, if it has its own field.
    pub tag: Option<Range<usize>>,
    /// The byte after the ciphertext, if there is one.
    pub mode: Option<u8>,
}

/// How the fields are laid out.
#[derive(Clone, PartialEq)]
pub(crate) enum Layout {
    Standard,
    LittleEndian { expire: bool, iv_len: bool, ciphertext_len: bool },
    SeparateTag,
    Foreign(ForeignLayout),
}

/// How well a layout fits the bytes.
#[derive(Clone, PartialEq)]
pub(crate) enum Fit {
    /// Every byte belongs to a field.
    Exact,
    /// The bytes end within a part.
    Short { part: Part, stated: usize, left: usize },
    /// Bytes are left over.
    Long { bytes: usize },
    /// The ciphertext is longer than its 16-bit length can say.
    Overflow { stated: usize, bytes: usize },
    /// A guess that only opening the token can confirm.
    Guess,
}

/// Whether a mode has an IV of this length.
pub(super) fn is_iv_len(len: usize) -> bool {
    matches!(len, 12 | 16)
}

impl Reading {
    /// Whether the lengths fit the bytes exactly.
    pub fn is_exact(&self) -> bool {
        self.fit == Fit::Exact
    }

    pub fn is_short(&self) -> bool {
        matches!(self.fit, Fit::Short { .. })
    }

    /// Whether the right key would open the ciphertext.
    pub fn is_whole(&self) -> bool {
        let len = self.ciphertext.len() + self.tag.as_ref().map_or(0, Range::len);
        let says_gcm = self.mode == Some(1) || self.tag.is_some();
        let right = match self.iv.len() {
            12 => true,
            16 => says_gcm || len.is_multiple_of(16),
            _ => false,
        };
        self.is_exact() && len >= 16 && right
    }
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
