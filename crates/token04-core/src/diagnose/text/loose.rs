//! Base64 as people send it: read as far as it goes, and what was odd about it.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Takes base64 with or without padding, and any bits behind the last byte.
const LOOSE: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// What a text of base64 holds.
pub(super) struct Loose<'a> {
    pub bytes: Vec<u8>,
    /// The text behind the base64 and its padding.
    pub rest: &'a str,
    pub padding: Padding,
}

/// How much of the padding is there.
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
    // A single digit too many holds no whole byte.
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

/// The text in the standard alphabet, where it is in the one for URLs.
pub(super) fn without_url_alphabet(text: &str) -> Option<String> {
    text.contains(['-', '_']).then(|| text.replace('-', "+").replace('_', "/"))
}

/// Whether a byte is a digit of base64.
pub(super) fn is_digit(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/'
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
