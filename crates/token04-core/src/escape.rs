//! Writes text into JSON strings. serde_json would take as long as the cipher.

use crate::hex;
use crate::word::{ONES, bytes_that_are};

/// A text measured for writing as the content of a JSON string (without the quotes).
///
/// Escapes only what JSON requires: quotes, backslashes and control characters below 0x20.
#[derive(Clone, Copy)]
pub(crate) struct Escaped<'a> {
    text: &'a str,
    len: usize,
    form: Form,
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// Nothing to escape.
    Plain,
    /// Quotes and backslashes only: each gets a backslash before it.
    Quotes,
    /// Control characters too.
    Controls,
}

impl<'a> Escaped<'a> {
    #[inline]
    pub fn new(text: &'a str) -> Self {
        let (mut quotes, mut controls) = (0, 0);
        // Blocks short enough to count in one byte, so that the compiler vectorizes the loop.
        for block in text.as_bytes().chunks(128) {
            let (mut block_quotes, mut block_controls) = (0_u8, 0_u8);
            for &byte in block {
                block_quotes += u8::from((byte == b'"') | (byte == b'\\'));
                block_controls += u8::from(byte < 0x20);
            }
            quotes += usize::from(block_quotes);
            controls += usize::from(block_controls);
        }
        if controls > 0 {
            let mut len = 0;
            text.bytes().for_each(|byte| escape(byte, |_| len += 1));
            return Self { text, len, form: Form::Controls };
        }
        let form = if quotes == 0 { Form::Plain } else { Form::Quotes };
        Self { text, len: text.len() + quotes, form }
    }

    /// The length in bytes once written.
    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub fn write(&self, out: &mut Vec<u8>) {
        self.write_with(out, |_| ());
    }

    /// Writes the text and calls `progress` from time to time with the part of the buffer that is final.
    #[inline]
    pub fn write_with(&self, out: &mut Vec<u8>, progress: impl FnMut(&mut [u8])) {
        match self.form {
            Form::Plain => out.extend_from_slice(self.text.as_bytes()),
            Form::Quotes => self.write_quotes(out, progress),
            Form::Controls => self.text.bytes().for_each(|byte| escape(byte, |escaped| out.push(escaped))),
        }
    }

    /// Writes block by block, without a branch on the bytes, which the processor could not predict.
    #[inline]
    fn write_quotes(&self, out: &mut Vec<u8>, mut progress: impl FnMut(&mut [u8])) {
        let mut at = out.len();
        // Reserve room after the text for a last block in which every byte becomes two.
        out.resize(at + self.len + 2 * BLOCK_LEN, 0);
        let (blocks, rest) = self.text.as_bytes().as_chunks::<BLOCK_LEN>();
        let mut last = [0; BLOCK_LEN];
        last[..rest.len()].copy_from_slice(rest);
        for (index, block) in blocks.iter().chain([&last]).enumerate() {
            if let Some(window) = out[at..].first_chunk_mut() {
                at += write_block(block, window);
            }
            if index % 2 == 1 && index < blocks.len() {
                progress(&mut out[..at]);
            }
        }
        // Remove the bytes that padded the last block.
        out.truncate(at - (BLOCK_LEN - rest.len()));
    }
}

const BLOCK_LEN: usize = 8;

/// Writes a block with a backslash before each quote and backslash, and returns the resulting length.
///
/// Fills the window with backslashes, then puts each byte in its place, shifted by one for each byte up to
/// and including it that needs a backslash. One multiplication computes the shifts of all bytes.
#[inline]
fn write_block(block: &[u8; BLOCK_LEN], window: &mut [u8; 2 * BLOCK_LEN]) -> usize {
    let word = u64::from_le_bytes(*block);
    let escaped = (bytes_that_are(word, b'"') | bytes_that_are(word, b'\\')) >> 7;
    let shifts = escaped.wrapping_mul(ONES).to_le_bytes();
    *window = [b'\\'; 2 * BLOCK_LEN];
    for (at, (&byte, shift)) in block.iter().zip(shifts).enumerate() {
        // The index is always within the window; the modulo tells the compiler so.
        window[(at + usize::from(shift)) % (2 * BLOCK_LEN)] = byte;
    }
    BLOCK_LEN + usize::from(shifts[BLOCK_LEN - 1])
}

/// Passes each byte of the escaped form of a byte to `emit`.
fn escape(byte: u8, mut emit: impl FnMut(u8)) {
    let short = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        b'\t' => b't',
        b'\n' => b'n',
        0x0c => b'f',
        b'\r' => b'r',
        0..0x20 => {
            let [high, low] = hex::digits(byte);
            return [b'\\', b'u', b'0', b'0', high, low].into_iter().for_each(emit);
        }
        _ => return emit(byte),
    };
    emit(b'\\');
    emit(short);
}

/// The length in bytes of a text as the content of a JSON string that is itself in the text of another.
#[inline]
pub(crate) fn twice_escaped_len(text: &str) -> usize {
    let once = Escaped::new(text);
    if once.form == Form::Plain { once.len } else { count_twice_escaped(text) }
}

#[cold]
fn count_twice_escaped(text: &str) -> usize {
    let mut len = 0;
    text.bytes().for_each(|byte| escape(byte, |once| escape(once, |_| len += 1)));
    len
}

/// Writes a text as the content of a JSON string that is itself in the text of another.
#[cold]
pub(crate) fn write_twice_escaped(text: &str, out: &mut Vec<u8>) {
    text.bytes().for_each(|byte| escape(byte, |once| escape(once, |twice| out.push(twice))));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> String {
        let escaped = Escaped::new(text);
        let mut out = b"before".to_vec();
        escaped.write(&mut out);
        let out = String::from_utf8(out).unwrap();
        assert_eq!(out.len(), "before".len() + escaped.len());
        out["before".len()..].to_owned()
    }

    #[test]
    fn escapes_only_what_json_requires() {
        assert_eq!(written("user1"), "user1");
        assert_eq!(written(r#"{"a":"\"}"#), r#"{\"a\":\"\\\"}"#);
        assert_eq!(written("\u{8}\t\n\u{c}\r\0\u{1f}"), r"\b\t\n\f\r\u0000\u001f");
        assert_eq!(written("/\u{7f}\u{2028}张😀"), "/\u{7f}\u{2028}张😀");
        assert_eq!(written(&"\"".repeat(1000)), "\\\"".repeat(1000));
    }

    proptest! {
        #[test]
        fn round_trips(text in any::<String>()) {
            let json = format!("\"{}\"", written(&text));
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }

        #[test]
        fn twice_is_once_and_again(text in any::<String>(), quotes in "[\"\\\\a\n\u{1}]{0,9}") {
            for text in [text, quotes] {
                let mut out = Vec::new();
                write_twice_escaped(&text, &mut out);
                prop_assert_eq!(out.len(), twice_escaped_len(&text));
                prop_assert_eq!(String::from_utf8(out).unwrap(), written(&written(&text)));
            }
        }

        #[test]
        fn quotes_at_any_position_are_escaped(text in "[\"\\\\a张]{0,40}") {
            prop_assert_eq!(written(&text), text.replace('\\', "\\\\").replace('"', "\\\""));
        }
    }
}
