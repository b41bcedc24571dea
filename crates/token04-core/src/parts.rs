//! Where each part of a token is, for programs that show it.

use std::ops::Range;

use serde::Serialize;

use crate::envelope::Envelope;
use crate::error::Error;
use crate::text;

/// What a part of a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PartName {
    /// The version of the format.
    Version,
    /// The expiry time.
    Expire,
    /// The length of the initialisation vector.
    IvLength,
    /// The initialisation vector.
    Iv,
    /// The length of the ciphertext.
    CiphertextLength,
    /// The encrypted body.
    Ciphertext,
    /// The mode byte, which CBC may leave out.
    Mode,
    /// The user part of a kit token, with its `#`.
    Kit,
}

/// A part of a token, and where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is.
    pub name: PartName,
    /// Its bytes in the envelope. Empty for the version and the kit part, which are not in the envelope.
    pub bytes: Range<usize>,
    /// Its characters in the text. A character of base64 has six bits, so some belong to two parts; they are in the
    /// part that has more of them.
    pub text: Range<usize>,
}

/// The envelope of a token, and its parts in order. Every byte and every character is in one part.
///
/// # Errors
///
/// [`ErrorCode::Malformed`](crate::ErrorCode::Malformed).
pub fn parts(token: &str) -> Result<(Vec<u8>, Vec<Part>), Error> {
    let mut bytes = Vec::new();
    text::decode(token, &mut bytes)?;
    let Envelope { iv, ciphertext, .. } = Envelope::parse(&bytes)?;
    let encoded_end = token.find('#').unwrap_or(token.len());
    let character = |byte: usize| {
        if byte == bytes.len() { encoded_end } else { text::PREFIX.len() + (byte * 4 + 1) / 3 }
    };
    let part =
        |name, bytes: Range<usize>| Part { name, text: character(bytes.start)..character(bytes.end), bytes };
    let mut parts = vec![
        Part { name: PartName::Version, bytes: 0..0, text: 0..text::PREFIX.len() },
        part(PartName::Expire, 0..iv.start - 2),
        part(PartName::IvLength, iv.start - 2..iv.start),
        part(PartName::Iv, iv.clone()),
        part(PartName::CiphertextLength, iv.end..ciphertext.start),
        part(PartName::Ciphertext, ciphertext.clone()),
    ];
    if ciphertext.end < bytes.len() {
        parts.push(part(PartName::Mode, ciphertext.end..bytes.len()));
    }
    if encoded_end < token.len() {
        parts.push(Part { name: PartName::Kit, bytes: 0..0, text: encoded_end..token.len() });
    }
    Ok((bytes, parts))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::{Issuer, Mode};

    #[test]
    fn every_byte_and_character_is_in_one_part() {
        for (mode, last) in [(Mode::Cbc, PartName::Ciphertext), (Mode::Gcm, PartName::Mode)] {
            for user in ["u", "us", "use", "user"] {
                let issuer = Issuer::new(1, "0123456789abcdef0123456789abcdef").unwrap().mode(mode);
                let token = issuer.issue(user, Duration::from_secs(60)).unwrap();
                for (token, last) in [(token.clone(), last), (token + "#e30=", PartName::Kit)] {
                    let (envelope, parts) = parts(&token).unwrap();
                    let (mut byte, mut character) = (0, 0);
                    for part in &parts {
                        assert_eq!(part.text.start, character, "{part:?}");
                        character = part.text.end;
                        if !part.bytes.is_empty() {
                            assert_eq!(part.bytes.start, byte, "{part:?}");
                            byte = part.bytes.end;
                        }
                    }
                    assert_eq!((byte, character), (envelope.len(), token.len()));
                    assert_eq!(parts.last().unwrap().name, last);
                }
            }
        }
    }

    #[test]
    fn what_is_not_a_token_has_no_parts() {
        assert!(parts("04AAAA").is_err());
    }
}
