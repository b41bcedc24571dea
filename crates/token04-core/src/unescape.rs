//! Reads JSON strings in which every escape has two characters.

use memchr::memchr;
use zeroize::Zeroize;

use crate::word::{self, ONES, bytes_that_are, controls, first_of, mask};

const WORD_LEN: usize = 8;
const BLOCK_LEN: usize = 16;

/// The content of a JSON string, before its escapes are resolved.
#[derive(Clone, Copy)]
pub(crate) struct Raw<'a> {
    content: &'a [u8],
    escapes: Escapes,
    /// The place after the closing quote.
    end: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Escapes {
    None,
    /// Only characters that stand for themselves, and no two backslashes in a row.
    Quotes,
    /// Letters too, or escaped backslashes.
    Letters,
}

impl<'a> Raw<'a> {
    /// Finds the string whose opening quote is at `start`. `None` if there is no whole string, or if it has
    /// control characters or other escapes.
    #[inline]
    pub fn find(text: &'a [u8], start: usize) -> Option<Self> {
        if text.get(start) != Some(&b'"') {
            return None;
        }
        let (mut at, mut before, mut escapes, mut letters) = (start + 1, 0, 0, 0);
        let close = loop {
            let word = word::load(text, at);
            let (quotes, backslashes) = (bytes_that_are(word, b'"'), bytes_that_are(word, b'\\'));
            // The bytes after a backslash, which may be the last byte of the word before.
            let escaped = (backslashes << 8) | before;
            let stop = (quotes & !escaped) | controls(word);
            let up_to_stop = if stop == 0 { u64::MAX } else { stop ^ (stop - 1) };
            escapes |= backslashes & up_to_stop;
            letters |= escaped & !(quotes | bytes_that_are(word, b'/')) & up_to_stop;
            if stop != 0 {
                break at + first_of(stop);
            }
            (at, before) = (at + WORD_LEN, backslashes >> 56);
        };
        if letters != 0 {
            return Self::find_letters(text, start + 1);
        }
        let escapes = if escapes == 0 { Escapes::None } else { Escapes::Quotes };
        Self::between(text, start + 1, close, escapes)
    }

    /// Like [`find`](Self::find), for a string that probably ends at `close`; faster if it does.
    #[inline]
    pub fn find_until(text: &'a [u8], start: usize, close: usize) -> Option<Self> {
        if text.get(start..=close) == Some(br#""""#) {
            return Self::between(text, close, close, Escapes::None);
        }
        let quoted = text.get(start..close).unwrap_or_default();
        let (Some(b'"'), Some(last)) = (quoted.first(), quoted.last_chunk()) else {
            return Self::find(text, start);
        };
        let mut faults = [0; BLOCK_LEN];
        let mut rest = quoted;
        while let Some(window) = rest.first_chunk() {
            judge(window, &mut faults);
            rest = &rest[BLOCK_LEN..];
        }
        judge(last, &mut faults);
        if faults != [0; BLOCK_LEN] || last[BLOCK_LEN] == b'\\' {
            return Self::find(text, start);
        }
        let escapes = if memchr(b'\\', quoted).is_none() { Escapes::None } else { Escapes::Quotes };
        Self::between(text, start + 1, close, escapes)
    }

    #[cold]
    fn find_letters(text: &'a [u8], start: usize) -> Option<Self> {
        let mut bytes = text.iter().copied().enumerate().skip(start);
        loop {
            match bytes.next()? {
                (close, b'"') => return Self::between(text, start, close, Escapes::Letters),
                (_, b'\\') => drop(unescaped(bytes.next()?.1)?),
                (_, 0..0x20) => return None,
                _ => {}
            }
        }
    }

    #[inline]
    fn between(text: &'a [u8], start: usize, close: usize, escapes: Escapes) -> Option<Self> {
        let closed = text.get(close) == Some(&b'"');
        closed.then(|| Self { content: &text[start..close], escapes, end: close + 1 })
    }

    /// The place after the closing quote.
    #[inline]
    pub fn end(&self) -> usize {
        self.end
    }

    /// The content, if it has no escapes.
    pub fn plain(&self) -> Option<&'a [u8]> {
        (self.escapes == Escapes::None).then_some(self.content)
    }

    /// The string. `None` if it is not UTF-8.
    #[inline]
    pub fn text(&self) -> Option<String> {
        match self.escapes {
            Escapes::None => str::from_utf8(self.content).ok().map(str::to_owned),
            Escapes::Quotes => without_backslashes(self.content),
            Escapes::Letters => str::from_utf8(self.content).ok().map(with_letters),
        }
    }
}

/// Finds faults in a block of a string, given with the byte before it: a quote without a backslash before it, a
/// backslash before anything else, or a control character. A loop over arrays of fixed length compiles to vector
/// instructions.
#[inline(always)]
fn judge(window: &[u8; 1 + BLOCK_LEN], faults: &mut [u8; BLOCK_LEN]) {
    for (index, fault) in faults.iter_mut().enumerate() {
        let (before, byte) = (window[index], window[index + 1]);
        *fault |= (mask(byte == b'"') ^ mask(before == b'\\')) | mask(byte < b' ');
    }
}

/// Copies a text without its backslashes, word by word and without a branch on the bytes, which the processor
/// could not predict. The result is UTF-8 if the text is, because a byte of ASCII follows each backslash.
#[inline]
#[expect(clippy::slow_vector_initialization, reason = "asking the allocator for zeroed memory is slower")]
fn without_backslashes(content: &[u8]) -> Option<String> {
    // Room for a last word that is longer than the rest of the text.
    let len = content.len() + WORD_LEN;
    let mut out = Vec::with_capacity(len);
    out.resize(len, 0);
    let (mut to, mut removed) = (0, 0);
    for from in (0..content.len()).step_by(WORD_LEN) {
        let word = word::load(content, from);
        if let Some(window) = out[to..].first_chunk_mut() {
            let backslashes = write_without_backslashes(word, window);
            (to, removed) = (to + WORD_LEN - backslashes, removed + backslashes);
        }
    }
    out.truncate(content.len() - removed);
    String::from_utf8(out).map_err(|error| error.into_bytes().zeroize()).ok()
}

/// Writes the bytes of a word, each in its place shifted by one for each backslash before it, and returns the
/// number of backslashes. A backslash is written too, but the next byte has the same place.
#[inline]
fn write_without_backslashes(word: u64, window: &mut [u8; WORD_LEN]) -> usize {
    let counts = (bytes_that_are(word, b'\\') >> 7).wrapping_mul(ONES);
    let shifts = (counts << 8).to_le_bytes();
    for (at, (byte, shift)) in word.to_le_bytes().into_iter().zip(shifts).enumerate() {
        // The index is always within the window; the modulo tells the compiler so.
        window[(at - usize::from(shift)) % WORD_LEN] = byte;
    }
    (counts >> 56) as usize
}

#[cold]
fn with_letters(content: &str) -> String {
    // The string is never longer than its content, so it never has to grow.
    let mut text = String::with_capacity(content.len());
    let mut chars = content.chars();
    while let Some(char) = chars.next() {
        let escape = if char == '\\' { chars.next() } else { None };
        let escape = escape.and_then(|escape| u8::try_from(escape).ok()).and_then(unescaped);
        text.push(escape.map_or(char, char::from));
    }
    text
}

/// What a backslash and this byte stand for. `None` if that is no escape of two characters.
fn unescaped(escape: u8) -> Option<u8> {
    match escape {
        b'"' | b'\\' | b'/' => Some(escape),
        b'n' => Some(b'\n'),
        b't' => Some(b'\t'),
        b'r' => Some(b'\r'),
        b'b' => Some(0x08),
        b'f' => Some(0x0c),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(json: &str) -> Option<String> {
        let raw = Raw::find(json.as_bytes(), 0)?;
        assert_eq!(raw.end(), json.len());
        raw.text()
    }

    proptest! {
        #[test]
        fn reads_as_serde_does(text in r#"[a"\\/\n张😀]{0,40}"#, more in any::<String>()) {
            for text in [text, more.replace(|char| char < ' ', "")] {
                prop_assert_eq!(read(&serde_json::to_string(&text).unwrap()), Some(text));
            }
        }

        #[test]
        fn refuses_what_serde_refuses(content in r#"[a"\\/nu0\t]{0,20}"#) {
            let json = format!("\"{content}\"");
            if let Some(raw) = Raw::find(json.as_bytes(), 0) {
                let expected = serde_json::from_str(&json[..raw.end()]).unwrap();
                prop_assert_eq!(raw.text(), Some(expected));
            }
        }

        #[test]
        fn refuses_what_is_not_utf_8(text in r#"[a"\\張😀]{0,20}"#, at: prop::sample::Index, byte: u8) {
            let mut json = serde_json::to_string(&text).unwrap().into_bytes();
            let at = at.index(json.len());
            json[at] = byte;
            if let Some(raw) = Raw::find(&json, 0) {
                let is_utf_8 = str::from_utf8(&json[..raw.end()]).is_ok();
                prop_assert_eq!(raw.text().is_some(), is_utf_8);
            }
        }
    }
}
