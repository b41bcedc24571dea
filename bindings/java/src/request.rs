//! The arguments of a call, read in the order in which `Exchange.java` wrote them. `tests/wire.json` describes the
//! format, and both sides are tested against it.
//!
//! A text that is not valid stays an error beside the other arguments: the core reports the first in its order.

use std::ops::Deref;

use token04_core::Error;
use token04_core::host::{self, Argument};
use zeroize::Zeroize;

/// The fields that are not read yet.
pub struct Request<'memory>(&'memory mut [u8]);

impl<'memory> Request<'memory> {
    pub fn new(fields: &'memory mut [u8]) -> Self {
        Self(fields)
    }

    /// A text, not null.
    #[inline]
    pub fn text(&mut self, argument: Argument) -> Result<&'memory str, Error> {
        self.optional_text(argument)?.ok_or_else(|| host::null(argument))
    }

    /// A text, or `None` for null.
    #[inline]
    pub fn optional_text(&mut self, argument: Argument) -> Result<Option<&'memory str>, Error> {
        self.bytes().map(|bytes| host::text(bytes, argument)).transpose()
    }

    /// A payload; null is the empty one.
    #[inline]
    pub fn payload(&mut self) -> Result<&'memory str, Error> {
        Ok(self.optional_text(Argument::Payload)?.unwrap_or_default())
    }

    /// A secret, not null.
    pub fn secret(&mut self) -> Result<Secret<'memory>, Error> {
        self.optional_secret()?.ok_or_else(|| host::null(Argument::Secret))
    }

    /// A secret, or `None` for null.
    pub fn optional_secret(&mut self) -> Result<Option<Secret<'memory>>, Error> {
        let Some(bytes) = self.bytes() else { return Ok(None) };
        if std::str::from_utf8(bytes).is_err() {
            bytes.zeroize();
            return Err(host::not_unicode(Argument::Secret));
        }
        Ok(std::str::from_utf8_mut(bytes).ok().map(Secret))
    }

    /// A list of texts, none of them null; `None` for null.
    pub fn texts(&mut self, argument: Argument) -> Result<Option<Vec<&'memory str>>, Error> {
        let Some(count) = self.length() else { return Ok(None) };
        (0..count).map(|_| self.text(argument)).collect::<Result<_, _>>().map(Some)
    }

    /// User ids up to the first invalid one, and the error about that one.
    pub fn user_ids(&mut self) -> Result<(Vec<&'memory str>, Option<Error>), Error> {
        let count = self.length().ok_or_else(|| host::invalid_argument("user_ids must not be null"))?;
        let mut user_ids = Vec::with_capacity(count);
        let mut unconverted = None;
        for _ in 0..count {
            match self.text(Argument::UserId) {
                Ok(user_id) if unconverted.is_none() => user_ids.push(user_id),
                Ok(_) => {}
                Err(error) => unconverted = unconverted.or(Some(error)),
            }
        }
        Ok((user_ids, unconverted))
    }

    #[inline]
    fn bytes(&mut self) -> Option<&'memory mut [u8]> {
        let length = self.length()?;
        self.take(length)
    }

    /// The length of a text or a list; `None` for null.
    #[inline]
    fn length(&mut self) -> Option<usize> {
        let field = self.take(size_of::<i32>())?.first_chunk()?;
        usize::try_from(i32::from_be_bytes(*field)).ok()
    }

    #[inline]
    fn take(&mut self, length: usize) -> Option<&'memory mut [u8]> {
        self.0.split_off_mut(..length)
    }
}

/// A secret in the shared memory, wiped when it is dropped.
pub struct Secret<'memory>(&'memory mut str);

impl Deref for Secret<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl Drop for Secret<'_> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use token04_core::ErrorCode;

    fn fields(texts: &[Option<&[u8]>]) -> Vec<u8> {
        let mut fields = Vec::new();
        for text in texts {
            let length = text.map_or(-1, |text| text.len() as i32);
            fields.extend_from_slice(&length.to_be_bytes());
            fields.extend_from_slice(text.unwrap_or_default());
        }
        fields
    }

    #[test]
    fn texts_are_read_in_order_and_null_is_none() {
        let mut memory = fields(&[Some(b"user1"), None, Some(b""), None, Some(b"\xff"), None]);
        let mut request = Request::new(&mut memory);
        assert_eq!(request.text(Argument::UserId), Ok("user1"));
        assert_eq!(request.text(Argument::UserId).unwrap_err().code(), ErrorCode::InvalidArgument);
        assert_eq!(request.optional_text(Argument::RoomId), Ok(Some("")));
        assert_eq!(request.optional_text(Argument::RoomId), Ok(None));
        assert_eq!(request.text(Argument::RoomId).unwrap_err().code(), ErrorCode::InvalidRoom);
        assert_eq!(request.payload(), Ok(""));
    }

    #[test]
    fn a_null_in_a_list_is_refused_and_a_null_list_is_none() {
        let mut memory = 2_i32.to_be_bytes().to_vec();
        memory.extend(fields(&[Some(b"s1"), None, None]));
        let mut request = Request::new(&mut memory);
        assert_eq!(request.texts(Argument::StreamId).unwrap_err().code(), ErrorCode::InvalidRoom);
        assert_eq!(request.texts(Argument::StreamId), Ok(None));
    }

    #[test]
    fn secrets_are_wiped_whether_they_are_text_or_not() {
        for secret in [b"0123456789abcdef0123456789abcdef", &[0xff; 32]] {
            let mut memory = fields(&[Some(secret)]);
            let read = Request::new(&mut memory).secret().map(|read| read.as_bytes() == secret);
            assert_eq!(read.is_ok(), secret[0] != 0xff);
            assert_eq!(memory[4..], [0; 32]);
        }
    }

    #[test]
    fn a_broken_request_gives_no_more_than_it_has() {
        for mut memory in [vec![], vec![0, 0, 0], vec![0, 0, 0, 9, b'a'], vec![0x80, 0, 0, 0]] {
            assert_eq!(Request::new(&mut memory).optional_text(Argument::UserId), Ok(None));
        }
    }
}
