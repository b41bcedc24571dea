//! Writes the body of a token, as JSON.

use std::ops::RangeInclusive;

use crate::escape::Escaped;
use crate::room_privilege::EscapedPrivilege;

/// The start of every body of one app: `{"app_id":N,"user_id":"`.
pub(crate) struct Prefix {
    bytes: [u8; Self::MAX_LEN],
    len: usize,
}

impl Prefix {
    const MAX_LEN: usize = r#"{"app_id":4294967295,"user_id":""#.len();

    pub fn new(app_id: u32) -> Self {
        let mut bytes = [0; Self::MAX_LEN];
        let mut len = 0;
        for piece in [r#"{"app_id":"#, itoa::Buffer::new().format(app_id), r#","user_id":""#] {
            bytes[len..len + piece.len()].copy_from_slice(piece.as_bytes());
            len += piece.len();
        }
        Self { bytes, len }
    }

    /// Copies all bytes, then truncates: a copy of a fixed length is a single store.
    #[inline]
    fn write(&self, out: &mut Vec<u8>) {
        let start = out.len();
        out.extend_from_slice(&self.bytes);
        out.truncate(start + self.len);
    }
}

/// The claims of a token to issue, measured before they are written as its body.
pub(crate) struct NewClaims<'a> {
    pub prefix: &'a Prefix,
    pub user_id: Escaped<'a>,
    pub rest: Rest<'a>,
    /// The rest, if it is already written.
    pub written_rest: Option<&'a [u8]>,
}

/// The claims after the nonce. They are the same in all tokens of a request.
#[derive(Clone, Copy)]
pub(crate) struct Rest<'a> {
    pub ctime: i64,
    pub expire: i64,
    pub payload: Payload<'a>,
}

/// A payload measured as the content of a JSON string.
#[derive(Clone, Copy)]
pub(crate) enum Payload<'a> {
    Text(Escaped<'a>),
    Room(EscapedPrivilege<'a>),
}

impl Payload<'_> {
    #[inline]
    pub fn len(&self) -> usize {
        match self {
            Payload::Text(text) => text.len(),
            Payload::Room(privilege) => privilege.len(),
        }
    }

    #[inline]
    fn write_with(&self, out: &mut Vec<u8>, progress: impl FnMut(&mut [u8])) {
        match self {
            Payload::Text(text) => text.write_with(out, progress),
            Payload::Room(privilege) => privilege.write_with(out, progress),
        }
    }
}

impl Rest<'_> {
    const KEYS: usize = r#","ctime":,"expire":,"payload":""}"#.len();

    #[inline]
    pub fn len(&self) -> usize {
        Self::KEYS + digits(self.ctime) + digits(self.expire) + self.payload.len()
    }

    /// Writes the rest of a body and calls `progress` from time to time with the buffer so far.
    #[inline]
    pub fn write(&self, out: &mut Vec<u8>, mut progress: impl FnMut(&mut [u8])) {
        out.extend_from_slice(br#","ctime":"#);
        write_number(self.ctime, out);
        progress(out);
        out.extend_from_slice(br#","expire":"#);
        write_number(self.expire, out);
        progress(out);
        out.extend_from_slice(br#","payload":""#);
        self.payload.write_with(out, &mut progress);
        out.extend_from_slice(br#""}"#);
    }
}

const NONCE: &[u8] = br#"","nonce":"#;

impl NewClaims<'_> {
    /// The maximum length in bytes of what is written before the rest in addition to the user id.
    pub const MAX_START_LEN: usize = Prefix::MAX_LEN + NONCE.len() + "4294967295".len();

    /// The exact number of bytes that [`write`](Self::write) writes with this nonce.
    #[inline]
    pub fn len(&self, nonce: u32) -> usize {
        let nonce_len = NONCE.len() + digits(nonce.into());
        self.prefix.len + self.user_id.len() + nonce_len + self.rest.len()
    }

    /// Writes the body and calls `progress` from time to time with the buffer so far.
    #[inline]
    pub fn write(&self, nonce: u32, out: &mut Vec<u8>, mut progress: impl FnMut(&mut [u8])) {
        self.prefix.write(out);
        self.user_id.write(out);
        out.extend_from_slice(NONCE);
        write_number(nonce.into(), out);
        progress(out);
        match self.written_rest {
            Some(written) => out.extend_from_slice(written),
            None => self.rest.write(out, progress),
        }
    }
}

/// Until the year 2286 all numbers have ten digits, which a few multiplications produce at once.
const TEN_DIGITS: RangeInclusive<i64> = 1_000_000_000..=9_999_999_999;

#[inline]
fn write_number(number: i64, out: &mut Vec<u8>) {
    if TEN_DIGITS.contains(&number) {
        out.extend_from_slice(&ten_digits(number as u64));
    } else {
        out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
    }
}

/// The decimal digits of a ten-digit number.
#[inline]
fn ten_digits(number: u64) -> [u8; 10] {
    let (first, rest) = (number / 100_000_000, number % 100_000_000);
    // Halves, quarters and eighths, side by side in one word: each step divides all parts at once.
    let halves = (rest / 10_000) | ((rest % 10_000) << 32);
    let hundreds = ((halves * 10_486) >> 20) & 0x7f_0000_007f;
    let quarters = hundreds | ((halves - 100 * hundreds) << 16);
    let tens = ((quarters * 103) >> 10) & 0x000f_000f_000f_000f;
    let digits = tens | ((quarters - 10 * tens) << 8);
    let mut out = [0; 10];
    out[..2].copy_from_slice(&[b'0' + (first / 10) as u8, b'0' + (first % 10) as u8]);
    out[2..].copy_from_slice(&(digits + 0x3030_3030_3030_3030).to_le_bytes());
    out
}

#[inline]
fn digits(number: i64) -> usize {
    if TEN_DIGITS.contains(&number) {
        return 10;
    }
    let sign = usize::from(number < 0);
    sign + number.unsigned_abs().checked_ilog10().map_or(1, |log| log as usize + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Claims;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_written_as_rust_writes_them(any in any::<i64>(), ordinary in TEN_DIGITS) {
            for number in [any, ordinary, *TEN_DIGITS.start(), *TEN_DIGITS.end(), TEN_DIGITS.end() + 1] {
                let mut out = Vec::new();
                write_number(number, &mut out);
                prop_assert_eq!(String::from_utf8(out).unwrap(), number.to_string());
                prop_assert_eq!(digits(number), number.to_string().len());
            }
        }
    }

    #[test]
    fn measures_what_it_writes() {
        let prefix = Prefix::new(1);
        for number in [0, 1, 9, 10, 1_700_000_000, i64::MAX, -1, i64::MIN] {
            let (user_id, payload) = (Escaped::new("u\"1"), Payload::Text(Escaped::new("\n")));
            let rest = Rest { ctime: number, expire: number, payload };
            let mut claims = NewClaims { prefix: &prefix, user_id, rest, written_rest: None };
            let mut out = Vec::new();
            claims.write(7, &mut out, |_| ());
            assert_eq!(out.len(), claims.len(7));
            let (mut written, mut again) = (Vec::new(), Vec::new());
            rest.write(&mut written, |_| ());
            assert_eq!(written.len(), rest.len());
            claims.written_rest = Some(&written);
            claims.write(7, &mut again, |_| ());
            assert_eq!(again, out);
            let read = Claims::parse(&out).unwrap();
            assert_eq!((read.user_id.as_str(), read.payload.as_str()), ("u\"1", "\n"));
            assert_eq!((read.nonce, read.ctime, read.expire), (7, number, number));
        }
    }
}
