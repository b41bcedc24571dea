//! Bytes of text without branches: eight at once as the bytes of a word, or as masks in loops that the compiler
//! vectorizes.

/// A word with 1 in each byte.
pub(crate) const ONES: u64 = 0x0101_0101_0101_0101;

/// All bits set if the condition is true, none otherwise.
#[inline(always)]
pub(crate) fn mask(condition: bool) -> u8 {
    u8::from(condition).wrapping_neg()
}

/// The word at a place in a text. Bytes after the end of the text are 0.
#[inline]
pub(crate) fn load(text: &[u8], at: usize) -> u64 {
    match text.get(at..).and_then(<[u8]>::first_chunk) {
        Some(word) => u64::from_le_bytes(*word),
        None => load_last(text, at),
    }
}

#[inline]
fn load_last(text: &[u8], at: usize) -> u64 {
    let mut bytes = [0; 8];
    for (byte, text) in bytes.iter_mut().zip(text.get(at..).unwrap_or_default()) {
        *byte = *text;
    }
    u64::from_le_bytes(bytes)
}

/// The highest bit of each byte in which both words are equal.
#[inline]
pub(crate) fn bytes_equal(word: u64, other: u64) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let difference = word ^ other;
    !(((difference & LOW) + LOW) | difference | LOW)
}

/// The highest bit of each byte that is `byte`.
#[inline]
pub(crate) fn bytes_that_are(word: u64, byte: u8) -> u64 {
    bytes_equal(word, ONES * u64::from(byte))
}

/// The highest bit of each byte that is a control character below 0x20.
#[inline]
pub(crate) fn controls(word: u64) -> u64 {
    bytes_equal(word & (ONES * 0xe0), 0)
}

/// The number of bytes before the first in a mask of highest bits.
#[inline]
pub(crate) fn first_of(mask: u64) -> usize {
    (mask.trailing_zeros() / 8) as usize
}

/// The number that a word of eight decimal digits is. `None` if a byte is not a digit.
#[inline]
pub(crate) fn eight_digits(word: u64) -> Option<u64> {
    let values = word ^ (ONES * u64::from(b'0'));
    // A value of ten or more sets a high bit of its byte, now or after adding six.
    if (values | (values & (ONES * 0x7f)).wrapping_add(ONES * 6)) & (ONES * 0xf0) != 0 {
        return None;
    }
    // Pairs, then fours, then all eight, each step with all parts side by side in one word.
    let pairs = (values * 10 + (values >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_ffff_0000_ffff;
    Some((fours * 10_000 + (fours >> 32)) & 0xffff_ffff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_word() -> impl Strategy<Value = [u8; 8]> {
        let byte = prop_oneof![any::<u8>(), b'0'..=b'9', b'-'..=b':'];
        prop::array::uniform8(byte)
    }

    proptest! {
        #[test]
        fn masks_have_the_bytes_that_a_loop_finds(bytes in any_word(), wanted: u8) {
            let word = u64::from_le_bytes(bytes);
            let mask = |matches: &dyn Fn(u8) -> bool| {
                u64::from_le_bytes(bytes.map(|byte| if matches(byte) { 0x80 } else { 0 }))
            };
            prop_assert_eq!(bytes_that_are(word, wanted), mask(&|byte| byte == wanted));
            prop_assert_eq!(bytes_that_are(word, bytes[3]), mask(&|byte| byte == bytes[3]));
            prop_assert_eq!(controls(word), mask(&|byte| byte < 0x20));
            let digits = mask(&|byte| byte.is_ascii_digit());
            prop_assert_eq!(first_of(digits), bytes.iter().position(u8::is_ascii_digit).unwrap_or(8));
        }

        #[test]
        fn eight_digits_are_a_number(number in 0_u64..100_000_000, bytes in any_word()) {
            for bytes in [format!("{number:08}").into_bytes().try_into().unwrap(), bytes] {
                let text = str::from_utf8(&bytes).ok().filter(|_| bytes.iter().all(u8::is_ascii_digit));
                let expected: Option<u64> = text.map(|digits| digits.parse().unwrap());
                prop_assert_eq!(eight_digits(u64::from_le_bytes(bytes)), expected);
            }
        }
    }
}
