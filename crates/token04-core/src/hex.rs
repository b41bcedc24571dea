//! Hexadecimal text.

use zeroize::Zeroizing;

/// Decodes two digits, in either case, to a byte.
pub(crate) fn byte(digits: [u8; 2]) -> Option<u8> {
    let value = |digit: u8| char::from(digit).to_digit(16);
    let byte = value(digits[0])? << 4 | value(digits[1])?;
    u8::try_from(byte).ok()
}

/// The two digits of a byte, in lower case.
#[must_use]
pub const fn digits(byte: u8) -> [u8; 2] {
    let digits = b"0123456789abcdef";
    [digits[(byte >> 4) as usize], digits[(byte & 15) as usize]]
}

/// Decodes a text to bytes. They are wiped on drop because they may be a key.
#[must_use]
pub fn decode(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let (pairs, rest) = text.as_bytes().as_chunks();
    if !rest.is_empty() {
        return None;
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(pairs.len()));
    for pair in pairs {
        bytes.push(byte(*pair)?);
    }
    Some(bytes)
}

/// Encodes bytes as lower-case text.
#[must_use]
pub fn encode(bytes: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(bytes.len() * 2));
    text.extend(bytes.iter().flat_map(|byte| digits(*byte)).map(char::from));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_either_case_and_rejects_other_characters() {
        assert_eq!(decode("0aFf").as_deref(), Some(&vec![10, 255]));
        assert_eq!(decode("").as_deref(), Some(&vec![]));
        for text in ["0aF", "0g", "+1", "é"] {
            assert!(decode(text).is_none(), "{text}");
        }
        assert_eq!(*encode(&[10, 255]), "0aff");
    }
}
