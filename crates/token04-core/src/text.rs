//! The text of a token: `04` and the envelope in base64 (standard alphabet, padded, canonical).

use std::ops::Range;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::GeneralPurposeConfig;

use crate::envelope::{self, malformed};
use crate::error::Error;

/// The version of the format, with which every token begins.
pub(crate) const PREFIX: &str = "04";

/// The longest text that can be a token.
pub(crate) const MAX_LEN: usize = encoded_len(envelope::MAX_LEN);

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
static BASE64: LazyLock<base64::engine::Simd> =
    LazyLock::new(|| base64::engine::Simd::standard(GeneralPurposeConfig::new()));

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
static BASE64: LazyLock<base64::engine::GeneralPurpose> = LazyLock::new(|| {
    base64::engine::GeneralPurpose::new(&base64::alphabet::STANDARD, GeneralPurposeConfig::new())
});

/// The length of the text of an envelope, both in bytes.
#[inline]
pub(crate) const fn encoded_len(envelope_len: usize) -> usize {
    PREFIX.len() + envelope_len.div_ceil(3) * 4
}

/// What [`append`] takes of a buffer behind an envelope, at most, in bytes.
#[inline]
pub(crate) const fn room_for(envelope_len: usize) -> usize {
    envelope_len * 4 / 3 + 4 * SIMD_GROUP
}

/// The encoder takes so many bytes at once, as long as eight more can be read.
const SIMD_GROUP: usize = 24;

/// Appends to a buffer the text of the envelope that is all it holds, and gives where the text stands.
///
/// The encoder takes the last bytes one by one, which costs more than all those before. So zeros are put
/// behind the envelope to make a whole group of them, and what becomes of the zeros is cut off.
#[inline]
pub(crate) fn append(buffer: &mut Vec<u8>) -> Range<usize> {
    let envelope_len = buffer.len();
    let padded_len = envelope_len.next_multiple_of(SIMD_GROUP) + 8;
    let text = padded_len..padded_len + encoded_len(envelope_len);
    buffer.resize(padded_len + encoded_len(padded_len), 0);
    let (envelope, target) = buffer.split_at_mut(padded_len);
    let (prefix, rest) = target.split_at_mut(PREFIX.len());
    prefix.copy_from_slice(PREFIX.as_bytes());
    let written = BASE64.encode_slice(envelope, rest);
    debug_assert_eq!(written, Ok(rest.len()));
    buffer[text.end - (3 - envelope_len % 3) % 3..text.end].fill(b'=');
    text
}

/// Reads the text of a token into the buffer, which then holds the envelope. What stands behind a `#` is the
/// user's part of a kit token and not looked at.
#[inline]
pub(crate) fn decode(token: &str, envelope: &mut Vec<u8>) -> Result<(), Error> {
    let token = token.split_once('#').map_or(token, |(token, _)| token);
    let Some(encoded) = token.strip_prefix(PREFIX) else {
        return Err(malformed(if token.is_empty() { "it is empty" } else { "it does not begin with 04" }));
    };
    if token.len() > MAX_LEN {
        return Err(malformed("it is longer than any token can be"));
    }
    envelope.resize(base64::decoded_len_estimate(encoded.len()), 0);
    let len = BASE64
        .decode_slice(encoded, envelope)
        .map_err(|_| malformed("what follows 04 is not standard base64 with padding"))?;
    envelope.truncate(len);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn reads_what_it_writes(envelope in proptest::collection::vec(any::<u8>(), 0..400)) {
            let mut buffer = envelope.clone();
            let text = append(&mut buffer);
            prop_assert!(buffer.len() <= envelope.len() + room_for(envelope.len()));
            let text = String::from_utf8(buffer[text].to_vec()).unwrap();
            let plainly = base64::engine::general_purpose::STANDARD.encode(&envelope);
            prop_assert_eq!(&text, &format!("04{plainly}"));
            let mut read = Vec::new();
            prop_assert!(decode(&(text + "#kit"), &mut read).is_ok());
            prop_assert_eq!(read, envelope);
        }
    }

    #[test]
    fn refuses_all_but_the_one_text_of_an_envelope() {
        for text in ["", "04AB", "04AB==\n", "04A_==", "04AB= =", "03AA==", "04 AA==", "AA==", "04AB=="] {
            assert!(decode(text, &mut Vec::new()).is_err(), "{text:?}");
        }
        assert!(decode("04AA==", &mut Vec::new()).is_ok());
        assert!(decode(&format!("04{}", "A".repeat(1 << 20)), &mut Vec::new()).is_err());
    }
}
