//! Tells what a right key gives from the rubbish of a wrong one, and a whole body from a damaged one.

use serde::de::IgnoredAny;

use crate::diagnose::body::json::first_value;

const BLOCK_LEN: usize = 16;

/// So many bytes of padding are not right by chance: one key in 2³² gives four.
const SURE_PADDING: usize = 4;

/// What a plaintext is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// What a wrong key gives.
    Rubbish,
    /// A body of so many bytes, whatever it says.
    Body(usize),
    /// A body of so many bytes, with other padding than PKCS#7's behind it.
    OtherPadding(usize),
    /// The right key, but blocks of rubbish in it.
    Damaged,
}

/// The length of the padding of a last block, where it is one.
pub(super) fn padding(last: &[u8]) -> Option<usize> {
    let len = usize::from(*last.last()?);
    let padding = last.len().checked_sub(len).map(|start| &last[start..])?;
    (len > 0 && padding.iter().all(|byte| usize::from(*byte) == len)).then_some(len)
}

/// Whether a first block begins as a JSON object does, in UTF-8 or UTF-16, and goes on as text.
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

/// As [`begins_as_json`], but so that no wrong key does it by chance.
pub(super) fn begins_surely(block: &[u8]) -> bool {
    block.len() >= BLOCK_LEN
        && block.starts_with(b"{\"")
        && block.iter().all(|byte| matches!(byte, 0x20..0x7f))
}

/// Judges what CBC gives, padding included; `padding` is the length of a right padding.
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

/// Judges a plaintext that PKCS#7 did not pad, and that begins as JSON.
fn judge_unpadded(plaintext: &[u8]) -> Verdict {
    match first_value::<IgnoredAny>(plaintext) {
        Ok((_, end)) if plaintext.len() - end <= BLOCK_LEN => Verdict::OtherPadding(end),
        _ if begins_surely(&plaintext[..BLOCK_LEN]) => Verdict::Damaged,
        _ => Verdict::Rubbish,
    }
}

/// Whether some blocks of a body are rubbish, while its beginning or its end is JSON. Text in an encoding
/// other than UTF-8 is not: with its letters exchanged it would be JSON.
fn is_damaged(body: &[u8]) -> bool {
    let (first, last) = (body.chunks(BLOCK_LEN).next(), body.chunks(BLOCK_LEN).next_back());
    let begins = first.is_some_and(begins_surely);
    let ends = last.is_some_and(|block| block.ends_with(b"}") && !is_rubbish(block));
    if !begins && !ends {
        return false;
    }
    let letters: Vec<u8> = body.iter().map(|byte| if byte.is_ascii() { *byte } else { b'x' }).collect();
    if is_object(&letters) {
        return false;
    }
    let rubbish = body.chunks(BLOCK_LEN).filter(|block| is_rubbish(block)).count();
    rubbish > 0 && rubbish <= body.len() / BLOCK_LEN / 2 + 1
}

/// Whether a block holds bytes that no text holds.
fn is_rubbish(block: &[u8]) -> bool {
    block.iter().any(|byte| is_control(*byte) || !byte.is_ascii())
}

fn is_object(text: &[u8]) -> bool {
    first_value::<IgnoredAny>(text).is_ok_and(|(_, end)| text[end..].trim_ascii().is_empty())
}

fn is_control(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7f
}
