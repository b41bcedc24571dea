//! The envelope: the bytes around the ciphertext. Big-endian throughout:
//!
//! ```text
//! expire i64 | iv_len u16 | iv | ct_len u16 | ct | mode u8 (absent or 0: CBC, 1: GCM)
//! ```

use std::ops::Range;

use crate::cipher::Mode;
use crate::error::{Error, ErrorCode};

/// The maximum length of a body: the ciphertext's length has 16 bits, and padding or tag take up to 16 bytes.
pub(crate) const MAX_BODY_LEN: usize = 65_519;

/// The bytes of an envelope other than the IV, the ciphertext and the mode byte.
const FRAME_LEN: usize = 8 + 2 + 2;

/// The maximum length of a readable envelope: a GCM ciphertext of 65 535 bytes, or CBC with a mode byte.
pub(crate) const MAX_LEN: usize = FRAME_LEN + 16 + u16::MAX as usize + 1;

/// The length of the envelope for a body of this length, in bytes.
#[inline]
pub(crate) const fn len(mode: Mode, body_len: usize) -> usize {
    let mode_byte = matches!(mode, Mode::Gcm) as usize;
    FRAME_LEN + mode.iv_len() + mode.ciphertext_len(body_len) + mode_byte
}

/// Writes everything before the ciphertext. `body_len` is at most [`MAX_BODY_LEN`].
#[inline]
pub(crate) fn write_head(mode: Mode, expires_at: i64, iv: &[u8; 16], body_len: usize, out: &mut Vec<u8>) {
    let iv = &iv[..mode.iv_len()];
    out.extend_from_slice(&expires_at.to_be_bytes());
    out.extend_from_slice(&(iv.len() as u16).to_be_bytes());
    out.extend_from_slice(iv);
    out.extend_from_slice(&(mode.ciphertext_len(body_len) as u16).to_be_bytes());
}

/// Writes everything after the ciphertext. Like the official CBC writers, it omits the mode byte in CBC.
#[inline]
pub(crate) fn write_tail(mode: Mode, out: &mut Vec<u8>) {
    if mode == Mode::Gcm {
        out.push(1);
    }
}

/// A parsed envelope: its fields, and the ranges of the IV and the ciphertext.
pub(crate) struct Envelope {
    pub expires_at: i64,
    pub mode: Mode,
    pub iv: Range<usize>,
    pub ciphertext: Range<usize>,
}

impl Envelope {
    /// Parses an envelope. Every byte must belong to a field.
    #[inline]
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let (head, expires_at) = (8, read_i64(bytes).ok_or_else(|| malformed("it is cut short"))?);
        let iv = read_field(bytes, head).ok_or_else(|| malformed("it is cut short"))?;
        let ciphertext = read_field(bytes, iv.end).ok_or_else(|| malformed("it is cut short"))?;
        let mode = match bytes[ciphertext.end..] {
            [] | [0] => Mode::Cbc,
            [1] => Mode::Gcm,
            [_] => return Err(malformed("its mode byte is neither 0 (cbc) nor 1 (gcm)")),
            _ => return Err(malformed("bytes follow its end")),
        };
        if iv.len() != mode.iv_len() {
            return Err(malformed("its iv has a length that its mode does not have"));
        }
        if !mode.is_ciphertext_len(ciphertext.len()) {
            return Err(malformed("its ciphertext has a length that its mode does not have"));
        }
        Ok(Self { expires_at, mode, iv, ciphertext })
    }
}

fn read_i64(bytes: &[u8]) -> Option<i64> {
    bytes.first_chunk().map(|chunk| i64::from_be_bytes(*chunk))
}

/// The range of a field that follows its 16-bit length.
fn read_field(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let len = u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?);
    let field = at + 2..at + 2 + usize::from(len);
    (field.end <= bytes.len()).then_some(field)
}

#[cold]
pub(crate) fn malformed(reason: &str) -> Error {
    Error::new(ErrorCode::Malformed, format!("token is not a Token04: {reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for (mode, body_len) in [(Mode::Cbc, 0), (Mode::Cbc, 15), (Mode::Gcm, 0), (Mode::Gcm, 100)] {
            let mut bytes = Vec::new();
            write_head(mode, -5, &[7; 16], body_len, &mut bytes);
            bytes.resize(bytes.len() + mode.ciphertext_len(body_len), 9);
            write_tail(mode, &mut bytes);
            assert_eq!(bytes.len(), len(mode, body_len));
            let read = Envelope::parse(&bytes).unwrap();
            assert_eq!((read.expires_at, read.mode), (-5, mode));
            assert!(bytes[read.iv].iter().all(|&byte| byte == 7));
            assert!(bytes[read.ciphertext].iter().all(|&byte| byte == 9));
            for cut in 0..bytes.len() {
                let gcm_as_cbc = mode == Mode::Gcm && cut == bytes.len() - 1;
                assert!(Envelope::parse(&bytes[..cut]).is_err(), "{mode} {cut} {gcm_as_cbc}");
            }
        }
    }
}
