//! Decodes base64 leniently: as far as possible, and reports what was unusual.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Accepts base64 with or without padding, and any bits after the last byte.
const LOOSE: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// The result of decoding base64.
pub(super) struct Loose<'a> {
    pub bytes: Vec<u8>,
    /// The text after the base64 and its padding.
    pub rest: &'a str,
    pub padding: Padding,
}

/// The state of the padding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Padding {
    Right,
    /// One `=` of two.
    Cut,
    Lost,
}

/// Decodes the base64 at the start of a text, in the standard alphabet.
pub(super) fn decode(text: &str) -> Loose<'_> {
    let digits = text.bytes().take_while(|byte| is_digit(*byte)).count();
    // A single extra digit does not make a byte.
    let whole = if digits % 4 == 1 { digits - 1 } else { digits };
    let bytes = LOOSE.decode(&text[..whole]).unwrap_or_default();
    let due = whole.next_multiple_of(4) - whole;
    let there = text[whole..].bytes().take(due).take_while(|byte| *byte == b'=').count();
    let padding = match there {
        _ if there == due => Padding::Right,
        0 => Padding::Lost,
        _ => Padding::Cut,
    };
    Loose { bytes, rest: &text[whole + there..], padding }
}

/// Converts a text in the URL alphabet to the standard alphabet; `None` if it is not in the URL alphabet.
pub(super) fn without_url_alphabet(text: &str) -> Option<String> {
    text.contains(['-', '_']).then(|| text.replace('-', "+").replace('_', "/"))
}

/// Whether a byte is a base64 digit. A lookup table, because every byte of a token is tested several times.
pub(super) fn is_digit(byte: u8) -> bool {
    const DIGITS: [bool; 256] = {
        let mut digits = [false; 256];
        let mut byte = 0;
        while byte < digits.len() {
            digits[byte] = matches!(byte as u8, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/');
            byte += 1;
        }
        digits
    };
    DIGITS[usize::from(byte)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_far_as_it_goes() {
        let read = |text| {
            let Loose { bytes, rest, padding } = decode(text);
            (bytes.len(), rest, padding)
        };
        assert_eq!(read("AAAA"), (3, "", Padding::Right));
        assert_eq!(read("AA=="), (1, "", Padding::Right));
        assert_eq!(read("AA="), (1, "", Padding::Cut));
        assert_eq!(read("AB"), (1, "", Padding::Lost));
        assert_eq!(read("AAA==x"), (2, "=x", Padding::Right));
        assert_eq!(read("AAAAA="), (3, "A=", Padding::Right));
        assert_eq!(read("AAAA.AAAA"), (3, ".AAAA", Padding::Right));
        assert_eq!(read(""), (0, "", Padding::Right));
        assert_eq!(read("张"), (0, "张", Padding::Right));
    }
}
