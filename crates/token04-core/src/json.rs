//! JSON strings, both ways: written by hand, because serde_json costs as much as the cipher, and read
//! through serde without a copy where nothing is escaped.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

/// A text measured for writing as the inside of a JSON string (without the quotes).
///
/// Only what JSON demands is escaped: quotes, backslashes and control characters below 0x20.
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
        // Blocks short enough for a byte to count in, so that the compiler counts many bytes at once.
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
            let len = text.bytes().map(escape_len).sum();
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
        match self.form {
            Form::Plain => out.extend_from_slice(self.text.as_bytes()),
            Form::Quotes => self.write_quotes(out),
            Form::Controls => self.text.bytes().for_each(|byte| write_escaped(byte, out)),
        }
    }

    /// Without a branch on the bytes, which nothing could predict: a backslash is always written, and the
    /// byte itself goes over it or behind it.
    #[inline]
    fn write_quotes(&self, out: &mut Vec<u8>) {
        let start = out.len();
        out.resize(start + self.len, 0);
        let target = &mut out[start..];
        let mut at = 0;
        for byte in self.text.bytes() {
            target[at] = b'\\';
            at += usize::from((byte == b'"') | (byte == b'\\'));
            target[at] = byte;
            at += 1;
        }
    }
}

fn escape_len(byte: u8) -> usize {
    match byte {
        b'"' | b'\\' | 0x08 | b'\t' | b'\n' | 0x0c | b'\r' => 2,
        0..0x20 => 6,
        _ => 1,
    }
}

fn write_escaped(byte: u8, out: &mut Vec<u8>) {
    let short = |letter| [b'\\', letter];
    match byte {
        b'"' | b'\\' => out.extend(short(byte)),
        0x08 => out.extend(short(b'b')),
        b'\t' => out.extend(short(b't')),
        b'\n' => out.extend(short(b'n')),
        0x0c => out.extend(short(b'f')),
        b'\r' => out.extend(short(b'r')),
        0..0x20 => {
            let hex = b"0123456789abcdef";
            out.extend_from_slice(b"\\u00");
            out.extend([hex[usize::from(byte >> 4)], hex[usize::from(byte & 15)]]);
        }
        _ => out.push(byte),
    }
}

/// A JSON string as it is read: borrowed from the input where nothing was escaped.
pub(crate) struct Text<'de>(pub Cow<'de, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(TextVisitor)
    }
}

/// Fills the slot of a key, which may be given only once.
#[inline]
pub(crate) fn once<T, E: de::Error>(slot: &mut Option<T>, value: T) -> Result<(), E> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(duplicate()),
    }
}

fn duplicate<E: de::Error>() -> E {
    de::Error::custom("a key is given twice")
}

/// The keys of an object that have no meaning here: ignored, unless one is given twice.
#[derive(Default)]
pub(crate) struct UnknownKeys<'de>(Vec<Cow<'de, str>>);

impl<'de> UnknownKeys<'de> {
    /// Notes a key and passes over its value.
    pub fn skip<A: MapAccess<'de>>(&mut self, key: Cow<'de, str>, map: &mut A) -> Result<(), A::Error> {
        self.0.push(key);
        map.next_value::<IgnoredAny>().map(drop)
    }

    /// To be called behind the last key.
    pub fn refuse_duplicates<E: de::Error>(mut self) -> Result<(), E> {
        self.0.sort_unstable();
        if self.0.windows(2).any(|pair| pair[0] == pair[1]) { Err(duplicate()) } else { Ok(()) }
    }
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
    fn escapes_what_json_demands_and_nothing_else() {
        assert_eq!(written("user1"), "user1");
        assert_eq!(written(r#"{"a":"\"}"#), r#"{\"a\":\"\\\"}"#);
        assert_eq!(written("\u{8}\t\n\u{c}\r\0\u{1f}"), r"\b\t\n\f\r\u0000\u001f");
        assert_eq!(written("/\u{7f}\u{2028}张😀"), "/\u{7f}\u{2028}张😀");
        assert_eq!(written(&"\"".repeat(1000)), "\\\"".repeat(1000));
    }

    proptest! {
        #[test]
        fn reads_back_as_it_was(text in any::<String>()) {
            let json = format!("\"{}\"", written(&text));
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text.clone());
            prop_assert_eq!(serde_json::from_str::<Text<'_>>(&json).unwrap().0, text);
        }
    }
}
