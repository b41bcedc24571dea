//! Undoes visible changes to a text without reading the token in it: blanks, quotes, encodings.

use std::borrow::Cow;

use super::loose::{self, Loose};
use crate::diagnose::findings::Change;
use crate::kit;

/// A text, and the changes that were undone to get it.
pub(super) struct Undone<'a> {
    pub text: Cow<'a, str>,
    pub changes: Vec<Change>,
}

/// The maximum number of rounds, for example for quotes within percent-encoding within quotes.
const ROUNDS: usize = 4;

/// The start of every token until the year 2106: the upper half of its expire is 0.
const BEGINNING: &str = "04AAAA";
const BEGINNING_ENCODED: &str = "MDRBQUFB";

/// Undoes everything that surrounds or encodes a whole text.
pub(super) fn undo(text: &str) -> Undone<'_> {
    let mut undone = Undone { text: Cow::Borrowed(text), changes: Vec::new() };
    for _ in 0..ROUNDS {
        let before = undone.text.len();
        undone.trim();
        undone.unquote();
        undone.decode_percent();
        undone.unescape();
        undone.decode_twice();
        if undone.text.len() == before {
            break;
        }
    }
    undone.cut_out();
    undone
}

impl Undone<'_> {
    fn replace(&mut self, text: String, change: Change) {
        self.text = Cow::Owned(text);
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }

    fn trim(&mut self) {
        let trimmed = self.text.trim_matches(is_blank);
        if trimmed.len() < self.text.len() {
            self.replace(trimmed.to_owned(), Change::Blanks);
        }
    }

    fn unquote(&mut self) {
        const QUOTES: [char; 9] = ['"', '\'', '`', '“', '”', '‘', '’', '«', '»'];
        // One on each side, because the next one may be escaped.
        let unquoted = self.text.strip_prefix(QUOTES).unwrap_or(&self.text);
        let unquoted = unquoted.strip_suffix(QUOTES).unwrap_or(unquoted);
        if unquoted.len() < self.text.len() {
            self.replace(unquoted.to_owned(), Change::Quotes);
        }
    }

    /// The part before a `#`. The part after it may legitimately contain percent signs and backslashes.
    fn token(&self) -> &str {
        self.text.split('#').next().unwrap_or_default()
    }

    fn decode_percent(&mut self) {
        if !self.token().contains('%') {
            return;
        }
        if let Some(decoded) = kit::percent_decode(&self.text) {
            self.replace(decoded, Change::Percent);
        }
    }

    fn unescape(&mut self) {
        if !self.token().contains('\\') {
            return;
        }
        if let Ok(unescaped) = serde_json::from_str::<String>(&format!("\"{}\"", self.text)) {
            self.replace(unescaped, Change::Escapes);
        }
    }

    fn decode_twice(&mut self) {
        if !self.text.starts_with(BEGINNING_ENCODED) {
            return;
        }
        let Loose { bytes, rest, .. } = loose::decode(&self.text);
        if let Some(decoded) = String::from_utf8(bytes).ok().filter(|_| rest.is_empty()) {
            self.replace(decoded, Change::Twice);
        }
    }

    /// Extracts a token from the text around it, as in `Bearer 04AAAA…` or `{"token":"04AAAA…"}`.
    fn cut_out(&mut self) {
        if self.text.starts_with("04") {
            return;
        }
        let Some(start) = self.text.find(BEGINNING) else { return };
        if self.text[..start].ends_with(|char: char| char.is_ascii_alphanumeric()) {
            return;
        }
        let found = &self.text[start..];
        let end = found.find(['"', '\'', '&', ',', ';', '}', ')', ']', '<', '>']).unwrap_or(found.len());
        self.replace(found[..end].trim_end_matches(is_blank).to_owned(), Change::TextAround);
    }
}

/// Removes the blanks in a text, and reports what they were: line breaks, and other blanks that were inserted
/// or replaced plus signs.
pub(super) fn without_blanks(token: &str) -> Vec<Undone<'_>> {
    if !token.contains(is_blank) {
        return vec![Undone { text: Cow::Borrowed(token), changes: Vec::new() }];
    }
    let lines: Vec<&str> = token.split(['\r', '\n']).collect();
    let (joined, changes) = if lines.len() > 1 {
        (lines.iter().map(|line| line.trim_matches(is_blank)).collect(), vec![Change::LineBreaks])
    } else {
        (token.to_owned(), Vec::new())
    };
    if !joined.contains(is_blank) {
        return vec![Undone { text: Cow::Owned(joined), changes }];
    }
    let with =
        |text: String, change| Undone { text: Cow::Owned(text), changes: [&changes[..], &[change]].concat() };
    vec![
        with(joined.replace(' ', "+"), Change::SpacesForPlus),
        with(joined.replace(is_blank, ""), Change::BlanksInside),
    ]
}

/// Whether a character is invisible and invalid in a token.
fn is_blank(char: char) -> bool {
    char.is_whitespace()
        || char.is_control()
        || matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surroundings_and_encodings_are_undone_in_any_order() {
        for (text, changes) in [
            ("04AAAAB+/=", vec![]),
            (" 04AAAAB+/=\r\n", vec![Change::Blanks]),
            ("\"04AAAAB+/=\"", vec![Change::Quotes]),
            ("\u{feff}“04AAAAB+/=”", vec![Change::Blanks, Change::Quotes]),
            ("04AAAAB%2B%2f%3D", vec![Change::Percent]),
            ("04AAAAB%252B%252F%253D", vec![Change::Percent]),
            ("%2204AAAAB%2B%2F%3D%22", vec![Change::Percent, Change::Quotes]),
            (r"04AAAAB+\/=", vec![Change::Escapes]),
            (r#""\"04AAAAB+\/=\"""#, vec![Change::Quotes, Change::Escapes]),
            ("MDRBQUFBQisvPQ==", vec![Change::Twice]),
            ("Bearer 04AAAAB+/=", vec![Change::TextAround]),
            (r#"{"token": "04AAAAB+/=", "x": 1}"#, vec![Change::TextAround]),
            ("token=04AAAAB+/=&user=1", vec![Change::TextAround]),
        ] {
            let undone = undo(text);
            assert_eq!(undone.text, "04AAAAB+/=", "{text}");
            assert!(undone.changes == changes, "{text}");
        }
    }

    #[test]
    fn the_kit_part_is_unchanged() {
        let text = r#"04AAAA#{"userName":"%E5\n"}"#;
        assert_eq!(undo(text).text, text);
        assert_eq!(undo("04AA%3D%23AA%3D").text, "04AA=#AA=");
    }

    #[test]
    fn inner_blanks_are_removed_or_become_plus_signs() {
        let texts = |token| {
            without_blanks(token).into_iter().map(|undone| undone.text.into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(texts("04AB"), ["04AB"]);
        assert_eq!(texts("04\r\n  AB\n"), ["04AB"]);
        assert_eq!(texts("04 A\nB"), ["04+AB", "04AB"]);
    }
}
