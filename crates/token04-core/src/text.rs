//! The text of a token: `04` and the envelope in base64 (standard alphabet, padded, canonical).

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::GeneralPurposeConfig;

use crate::envelope::{self, malformed};
use crate::error::Error;
use crate::word::mask;

/// The version of the format, which is the start of every token.
pub(crate) const PREFIX: &str = "04";

/// The maximum length of a token, in bytes.
pub(crate) const MAX_LEN: usize = encoded_len(envelope::MAX_LEN);

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
static BASE64: LazyLock<base64::engine::Simd> =
    LazyLock::new(|| base64::engine::Simd::standard(GeneralPurposeConfig::new()));

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
static BASE64: LazyLock<base64::engine::GeneralPurpose> = LazyLock::new(|| {
    base64::engine::GeneralPurpose::new(&base64::alphabet::STANDARD, GeneralPurposeConfig::new())
});

/// The length of an envelope's text. Both lengths are in bytes.
#[inline]
pub(crate) const fn encoded_len(envelope_len: usize) -> usize {
    PREFIX.len() + envelope_len.div_ceil(3) * 4
}

/// Returns an envelope as text.
#[inline]
#[expect(clippy::slow_vector_initialization, reason = "asking the allocator for zeroed memory is slower")]
pub(crate) fn of(envelope: &[u8]) -> String {
    let len = encoded_len(envelope.len());
    let mut text = Vec::with_capacity(len);
    text.resize(len, 0);
    write(envelope, &mut text);
    // Base64 is ASCII, so the fallback is never used.
    String::from_utf8(text).unwrap_or_default()
}

/// Writes an envelope as text into a slice of exactly [`encoded_len`] bytes.
#[inline]
pub(crate) fn write(envelope: &[u8], out: &mut [u8]) {
    let (prefix, rest) = out.split_at_mut(PREFIX.len());
    prefix.copy_from_slice(PREFIX.as_bytes());
    let written = BASE64.encode_slice(envelope, rest);
    debug_assert_eq!(written, Ok(rest.len()));
}

/// The part of a kit token before the `#`.
#[cold]
fn without_user(token: &str) -> &str {
    token.split_once('#').map_or(token, |(token, _)| token)
}

/// Decodes the text of a token into the buffer, which then holds the envelope. Anything after a `#` is the
/// user part of a kit token and is ignored.
#[inline]
pub(crate) fn decode(token: &str, envelope: &mut Vec<u8>) -> Result<(), Error> {
    // This loop compiles to vector instructions, as many as the length requires. `memchr` is as fast, but its work
    // also depends on the address.
    let is_kit_token = token.bytes().fold(0, |found, byte| found | mask(byte == b'#')) != 0;
    let token = if is_kit_token { without_user(token) } else { token };
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
            let text = of(&envelope);
            let mut slice = vec![0; encoded_len(envelope.len())];
            write(&envelope, &mut slice);
            prop_assert_eq!(text.as_bytes(), &slice[..]);
            let mut read = Vec::new();
            prop_assert!(decode(&(text + "#kit"), &mut read).is_ok());
            prop_assert_eq!(read, envelope);
        }
    }

    #[test]
    fn refuses_non_canonical_texts() {
        for text in ["", "04AB", "04AB==\n", "04A_==", "04AB= =", "03AA==", "04 AA==", "AA==", "04AB=="] {
            assert!(decode(text, &mut Vec::new()).is_err(), "{text:?}");
        }
        assert!(decode("04AA==", &mut Vec::new()).is_ok());
        assert!(decode(&format!("04{}", "A".repeat(1 << 20)), &mut Vec::new()).is_err());
    }
}
