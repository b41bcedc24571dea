//! The text of a token: `04` and the envelope in base64 (standard alphabet, padded, canonical).

use std::ops::Range;
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

/// The first `len` bytes of a buffer, which grows if it has less.
#[inline]
pub(crate) fn space(buffer: &mut Vec<u8>, len: usize) -> &mut [u8] {
    if buffer.len() < len {
        buffer.resize(len, 0);
    }
    &mut buffer[..len]
}

/// The bytes that the encoder reads at once and those of them that it encodes. It encodes the rest of its input
/// byte by byte, which takes longer than everything before.
const READ: usize = 32;
const STEP: usize = 24;

/// The number of zero bytes after each envelope in a buffer. They complete its last group of three bytes.
pub(crate) const GAP: usize = 2;

/// Writes one of several envelopes in a buffer as text into `text`, and returns it. Each has a [`GAP`] after it,
/// and the last one more room.
///
/// It takes fewer instructions than [`write`], but for a single token more time: its end is encoded from vectors
/// of which the cipher has just stored parts, which the processor can load only after they have left the store
/// queue.
#[inline]
pub(crate) fn write_one_of<'a>(
    envelopes: &mut Vec<u8>,
    envelope: Range<usize>,
    text: &'a mut Vec<u8>,
) -> &'a [u8] {
    let (start, len) = (envelope.start, envelope.len());
    // What follows the envelope is encoded too, so that the rest is short and its text is not used.
    let input_len = len.next_multiple_of(STEP) + READ - STEP;
    let end = start + input_len;
    write(&space(envelopes, end)[start..], space(text, encoded_len(input_len)));
    let text = &mut text[..encoded_len(len)];
    for padding in text.iter_mut().rev().take(len.next_multiple_of(3) - len) {
        *padding = b'=';
    }
    text
}

/// A copy of a token's text.
#[inline]
pub(crate) fn owned(text: &[u8]) -> String {
    // Base64 is ASCII, so the fallback is never used.
    String::from_utf8(text.to_vec()).unwrap_or_default()
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
    fn writes_each_of_several_envelopes_as_if_it_were_alone() {
        let envelopes: Vec<Vec<u8>> = (0..200).map(|len| vec![len; len.into()]).collect();
        let mut joined: Vec<u8> = Vec::new();
        let places: Vec<Range<usize>> = envelopes
            .iter()
            .map(|envelope| {
                let start = joined.len();
                joined.extend(envelope.iter().chain(&[0; GAP]));
                start..start + envelope.len()
            })
            .collect();
        let mut text = b"used before".to_vec();
        for (envelope, place) in envelopes.iter().zip(places) {
            assert_eq!(owned(write_one_of(&mut joined, place, &mut text)), of(envelope));
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
