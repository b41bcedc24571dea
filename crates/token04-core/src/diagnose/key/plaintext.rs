//! Distinguishes the plaintext of the right key from the rubbish of a wrong one, and a whole body from a
//! damaged one.

use serde::de::IgnoredAny;
use zeroize::Zeroizing;

use crate::diagnose::body::json::first_value;

const BLOCK_LEN: usize = 16;

/// The length of correct padding that rules out chance: one wrong key in 2³² gives four bytes.
const SURE_PADDING: usize = 4;

/// The kind of a plaintext.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The result of a wrong key.
    Rubbish,
    /// A body of this many bytes, whatever its content.
    Body(usize),
    /// A body of this many bytes, followed by padding other than PKCS#7.
    OtherPadding(usize),
    /// The right key, but some blocks are rubbish.
    Damaged,
}

/// The length of the PKCS#7 padding in the last block, if it is valid.
pub(super) fn padding(last: &[u8]) -> Option<usize> {
    let len = usize::from(*last.last()?);
    let padding = last.len().checked_sub(len).map(|start| &last[start..])?;
    (len > 0 && padding.iter().all(|byte| usize::from(*byte) == len)).then_some(len)
}

/// Whether the first block starts like a JSON object, in UTF-8 or UTF-16, and continues as text.
pub(super) fn begins_as_json(block: &[u8]) -> bool {
    let text = block.strip_prefix(b"\xef\xbb\xbf").unwrap_or(block);
    if matches!(text, [0xff, 0xfe, b'{', 0, ..] | [b'{', 0, b'"', 0, ..] | [0, b'{', 0, b'"', ..]) {
        return true;
    }
    let mut inside = text.trim_ascii_start().iter();
    let begins = inside.next() == Some(&b'{')
        && inside
            .as_slice()
            .trim_ascii_start()
            .first()
            .is_none_or(|byte| matches!(byte, b'"' | b'\'' | b'}'));
    begins && !block.iter().any(|byte| is_control(*byte))
}

/// Like [`begins_as_json`], but strict enough that no wrong key passes by chance.
pub(super) fn begins_surely(block: &[u8]) -> bool {
    block.len() >= BLOCK_LEN
        && block.starts_with(b"{\"")
        && block.iter().all(|byte| matches!(byte, 0x20..0x7f))
}

/// Judges a CBC plaintext, padding included. `padding` is the length of valid padding.
pub(super) fn judge(plaintext: &[u8], padding: Option<usize>) -> Verdict {
    let Some(padding) = padding else {
        return judge_unpadded(plaintext);
    };
    let body = &plaintext[..plaintext.len() - padding];
    // Sixteen random bytes are hardly ever UTF-8.
    if std::str::from_utf8(body).is_ok() {
        return Verdict::Body(body.len());
    }
    if is_damaged(body) {
        return Verdict::Damaged;
    }
    let begins = begins_as_json(&plaintext[..BLOCK_LEN]);
    if begins || padding >= SURE_PADDING { Verdict::Body(body.len()) } else { Verdict::Rubbish }
}

/// Judges a plaintext that starts like JSON but has no valid PKCS#7 padding.
fn judge_unpadded(plaintext: &[u8]) -> Verdict {
    match first_value::<IgnoredAny>(plaintext) {
        Ok((_, end)) if plaintext.len() - end <= BLOCK_LEN => Verdict::OtherPadding(end),
        _ if begins_surely(&plaintext[..BLOCK_LEN]) => Verdict::Damaged,
        _ => Verdict::Rubbish,
    }
}

/// Whether some blocks of a body are rubbish, but its start or its end is JSON. Text in an encoding other
/// than UTF-8 is not damaged: it is JSON once its non-ASCII bytes are replaced by letters.
fn is_damaged(body: &[u8]) -> bool {
    let (first, last) = (body.chunks(BLOCK_LEN).next(), body.chunks(BLOCK_LEN).next_back());
    let begins = first.is_some_and(begins_surely);
    let ends = last.is_some_and(|block| block.ends_with(b"}") && !is_rubbish(block));
    if !begins && !ends {
        return false;
    }
    let letters = body.iter().map(|byte| if byte.is_ascii() { *byte } else { b'x' });
    let letters = Zeroizing::new(letters.collect::<Vec<u8>>());
    if is_object(&letters) {
        return false;
    }
    let rubbish = body.chunks(BLOCK_LEN).filter(|block| is_rubbish(block)).count();
    rubbish > 0 && rubbish <= body.len() / BLOCK_LEN / 2 + 1
}

/// Whether a block contains bytes that do not occur in ASCII text.
fn is_rubbish(block: &[u8]) -> bool {
    block.iter().any(|byte| is_control(*byte) || !byte.is_ascii())
}

fn is_object(text: &[u8]) -> bool {
    first_value::<IgnoredAny>(text).is_ok_and(|(_, end)| text[end..].trim_ascii().is_empty())
}

fn is_control(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7f
}
