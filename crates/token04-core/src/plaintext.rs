//! Decides whether decrypted CBC bytes can be a body, in a time that depends on their length alone.
//!
//! CBC has no authentication: an attacker can submit any ciphertext, and every hint about its plaintext helps
//! to forge a token. The result gives no hint, because every failure has the same code. The time must not
//! give one either. So one pass over all bytes checks padding and text without a branch on any of them. Only
//! bytes that pass reach a parser, whose time depends on the content.
//!
//! Loops over arrays of fixed length compile to vector instructions, which have no branches. Two tests check
//! this: one counts instructions, the other measures time (see `SECURITY.md`).

use crate::word::mask;

const BLOCK_LEN: usize = 16;
/// The number of preceding bytes that decide whether a byte is valid: a UTF-8 character has up to four bytes.
const BEFORE: usize = 3;

/// Returns the length of the body in a decrypted ciphertext, which is not empty and consists of whole blocks.
/// Returns `None` if the padding is wrong, or if the bytes before it are not UTF-8, contain control
/// characters that JSON does not allow, or do not start like a JSON object. Overwrites the padding with
/// spaces.
#[inline]
pub(crate) fn body_len(plaintext: &mut [u8]) -> Option<usize> {
    let (padding, mut faults) = blank_padding(plaintext.last_chunk_mut()?);
    faults |= not_json_start(plaintext[0]) | not_text(plaintext);
    (faults == 0).then(|| plaintext.len() - usize::from(padding))
}

/// Overwrites PKCS#7 padding with spaces. Returns its length, and a fault if it is wrong.
#[inline(always)]
fn blank_padding(last: &mut [u8; BLOCK_LEN]) -> (u8, u8) {
    let padding = last[BLOCK_LEN - 1];
    let mut faults = u8::from(padding.wrapping_sub(1) >= BLOCK_LEN as u8);
    for (index, byte) in last.iter_mut().enumerate() {
        let is_padding = mask(index as u16 + u16::from(padding) >= BLOCK_LEN as u16);
        faults |= is_padding & (*byte ^ padding);
        *byte = (is_padding & b' ') | (!is_padding & *byte);
    }
    (padding, faults)
}

/// A fault if a JSON object cannot start with this byte.
#[inline(always)]
fn not_json_start(byte: u8) -> u8 {
    !(mask(byte == b'{') | is_blank(byte))
}

/// A fault if the bytes, which are whole blocks, are not UTF-8 or contain control characters other than
/// JSON's blanks. It also detects a truncated character at the end, because the space that replaced the
/// padding follows it.
#[inline(always)]
fn not_text(blocks: &[u8]) -> u8 {
    let mut faults = [0; BLOCK_LEN];
    // Nothing precedes the first block.
    let mut first = [b' '; BEFORE + BLOCK_LEN];
    first[BEFORE..].copy_from_slice(&blocks[..BLOCK_LEN]);
    judge(&first, &mut faults);
    let mut rest = &blocks[BLOCK_LEN - BEFORE..];
    while let Some(window) = rest.first_chunk() {
        judge(window, &mut faults);
        rest = &rest[BLOCK_LEN..];
    }
    faults.into_iter().fold(0, |all, fault| all | fault)
}

/// Checks each byte of a block against the three bytes before it.
#[inline(always)]
fn judge(window: &[u8; BEFORE + BLOCK_LEN], faults: &mut [u8; BLOCK_LEN]) {
    for (index, fault) in faults.iter_mut().enumerate() {
        let (third, second, first, byte) =
            (window[index], window[index + 1], window[index + 2], window[index + 3]);
        // Saturating subtractions and a signed comparison take fewer vector instructions than unsigned comparisons.
        let continues = mask(byte.cast_signed() < 0xc0_u8.cast_signed());
        let leads = first.saturating_sub(0xbf) | second.saturating_sub(0xdf) | third.saturating_sub(0xef);
        let must_continue = mask(leads != 0);
        let never = mask(byte & 0xfe == 0xc0) | byte.saturating_sub(0xf4);
        // An overlong form, a surrogate, or above U+10FFFF: bits of a byte that continues another.
        let out_of_range = (mask(first == 0xe0) & !byte & 0x20)
            | (mask(first == 0xed) & byte & 0x20)
            | (mask(first == 0xf0) & mask(byte & 0x30 == 0))
            | (mask(first == 0xf4) & byte & 0x30);
        let control = mask(byte < b' ') & !is_line_blank(byte);
        *fault |= (continues ^ must_continue) | never | out_of_range | control;
    }
}

#[inline(always)]
fn is_blank(byte: u8) -> u8 {
    mask(byte == b' ') | is_line_blank(byte)
}

#[inline(always)]
fn is_line_blank(byte: u8) -> u8 {
    mask(byte == b'\t') | mask(byte == b'\n') | mask(byte == b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn padded(body: &[u8]) -> Vec<u8> {
        let padding = BLOCK_LEN - body.len() % BLOCK_LEN;
        [body, &vec![padding as u8; padding]].concat()
    }

    /// The decision of `body_len`, written simply.
    fn simply(body: &[u8]) -> bool {
        let blank = |byte: &u8| b" \t\n\r".contains(byte);
        std::str::from_utf8(body).is_ok()
            && body.iter().all(|byte| *byte >= b' ' || blank(byte))
            && body.first().is_none_or(|byte| *byte == b'{' || blank(byte))
    }

    /// Characters of every length, and bytes that break them.
    fn pieces() -> impl Strategy<Value = Vec<u8>> {
        let character = any::<char>().prop_map(|char| char.to_string().into_bytes());
        let byte = any::<u8>().prop_map(|byte| vec![byte]);
        let edge = prop::sample::select(
            &[
                0x7f_u8, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0,
                0xf4, 0xf5, 0xff,
            ][..],
        )
        .prop_map(|byte| vec![byte]);
        let piece = prop_oneof![9 => character, 1 => byte, 1 => edge];
        prop::collection::vec(piece, 0..24).prop_map(|pieces| [&b"{"[..], &pieces.concat()].concat())
    }

    proptest! {
        #[test]
        fn agrees_with_a_simple_implementation(body in pieces()) {
            let judged = body_len(&mut padded(&body));
            prop_assert_eq!(judged, simply(&body).then_some(body.len()));
        }

        #[test]
        fn accepts_every_json_object(body in ".{0,40}", blanks in "[ \t\n\r]{0,3}") {
            let body = format!("{blanks}{}", serde_json::json!({ "user_id": body }));
            prop_assert_eq!(body_len(&mut padded(body.as_bytes())), Some(body.len()));
        }
    }

    #[test]
    fn every_pair_and_triple_of_bytes_agrees_with_the_standard_library() {
        for first in 0x80..=0xff_u8 {
            for second in 0..=0xff_u8 {
                for tail in [&b""[..], b"\x80", b"\xbf", b"\x80\x80", b"\xbf\xbf", b"\x80\x80\x80"] {
                    // Also across a block boundary.
                    for before in ["{", "{aaaaaaaaaaaaaa"] {
                        let body = [before.as_bytes(), &[first, second], tail].concat();
                        let judged = body_len(&mut padded(&body)).is_some();
                        assert_eq!(judged, simply(&body), "{body:x?}");
                    }
                }
            }
        }
    }

    #[test]
    fn only_whole_padding_passes() {
        for len in 0..BLOCK_LEN {
            let body = &b"{aaaaaaaaaaaaaaa"[..len];
            let whole = padded(body);
            assert_eq!(body_len(&mut whole.clone()), Some(len));
            for at in len..BLOCK_LEN {
                let mut broken = whole.clone();
                broken[at] ^= 0x20;
                assert_eq!(body_len(&mut broken), None, "{broken:x?}");
            }
        }
        for padding in [0_u8, 17, 32, 128, 240, 255] {
            assert_eq!(body_len(&mut [padding; BLOCK_LEN]), None);
            assert_eq!(body_len(&mut [&[b' '; BLOCK_LEN][..], &[padding; BLOCK_LEN]].concat()), None);
        }
    }
}
