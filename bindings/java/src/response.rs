//! The result of a call, written in the order in which `Packed.java` reads it. `tests/wire.json` describes the
//! format, and both sides are tested against it. The native method returns the length of the response.

use token04_core::kit::KitUser;
use token04_core::{Claims, Error, Explanation, Finding, Header, Privilege, Report, host};

/// In place of the length of what is null, or of a truth value that is.
const NONE: i32 = -1;

/// In place of a response's length: it did not fit, and the room holds its address instead.
pub const LONG: i32 = -1;

/// In place of a response's length: there is none.
const NULL: i32 = -2;

/// A response under way.
pub struct Response<'memory> {
    room: &'memory mut [u8],
    written: usize,
    /// All of it, once it no longer fits.
    long: Option<Vec<u8>>,
}

impl<'memory> Response<'memory> {
    pub fn new(room: &'memory mut [u8]) -> Self {
        Self { room, written: 0, long: None }
    }

    /// A response that is one text, without its length.
    #[inline]
    pub fn whole(mut self, text: &[u8]) -> Result<i32, Error> {
        self.put(text);
        self.finish()
    }

    /// Java's null.
    pub fn null(self) -> Result<i32, Error> {
        Ok(NULL)
    }

    /// For `Claims.java`.
    pub fn claims(mut self, claims: &Claims) -> Result<i32, Error> {
        self.put_claims(claims);
        self.finish()
    }

    /// For `Report.java`.
    pub fn report(mut self, report: &Report) -> Result<i32, Error> {
        self.int(report.is_ok().into());
        self.length(report.findings.len());
        report.findings.iter().for_each(|finding| self.put_finding(finding));
        self.int(report.claims.is_some().into());
        if let Some(claims) = &report.claims {
            self.put_claims(claims);
        }
        self.finish()
    }

    /// For `Privilege.java`.
    pub fn privilege(mut self, privilege: &Privilege) -> Result<i32, Error> {
        self.text(&privilege.room_id);
        self.int(privilege.login.map_or(NONE, i32::from));
        self.int(privilege.publish.map_or(NONE, i32::from));
        match &privilege.streams {
            None => self.int(NONE),
            Some(streams) => {
                self.length(streams.len());
                streams.iter().for_each(|stream| self.text(stream));
            }
        }
        self.finish()
    }

    /// For `Header.java`.
    pub fn header(mut self, header: &Header, expired: bool) -> Result<i32, Error> {
        self.text(header.version);
        self.int(header.mode as i32);
        self.long(header.expires_at);
        self.int(expired.into());
        self.length(header.iv_bytes);
        self.length(header.ciphertext_bytes);
        self.finish()
    }

    /// For `KitToken.java`.
    pub fn kit_token(mut self, token: &str, user: &KitUser) -> Result<i32, Error> {
        self.text(token);
        self.int(user.app_id as i32);
        self.text(&user.user_id);
        self.text(&user.room_id);
        self.text(&user.user_name);
        self.finish()
    }

    /// For `Explanation.java`.
    pub fn explanation(mut self, explanation: &Explanation) -> Result<i32, Error> {
        self.long(explanation.code);
        self.int(explanation.known.into());
        self.text(&explanation.product);
        self.text(&explanation.meaning);
        self.length(explanation.causes.len());
        explanation.causes.iter().for_each(|id| self.int(*id as i32));
        self.length(explanation.checks.len());
        explanation.checks.iter().for_each(|check| self.text(check));
        self.text(&explanation.next);
        match &explanation.undocumented {
            Some(text) => self.text(text),
            None => self.int(NONE),
        }
        self.length(explanation.near.len());
        explanation.near.iter().for_each(|code| self.long(*code));
        self.text(&explanation.to_string());
        self.finish()
    }

    fn put_claims(&mut self, claims: &Claims) {
        self.int(claims.app_id as i32);
        self.long(claims.nonce);
        self.long(claims.ctime);
        self.long(claims.expire);
        self.text(&claims.user_id);
        self.text(&claims.payload);
    }

    /// For `Finding.java`.
    fn put_finding(&mut self, finding: &Finding) {
        self.int(finding.id as i32);
        self.int(finding.severity as i32);
        self.text(&finding.message);
        self.text(&finding.fix);
        self.length(finding.client_codes.len());
        finding.client_codes.iter().for_each(|code| self.int(*code as i32));
    }

    /// Ends the response. What did not fit stays in memory, and Java fetches it by its address.
    #[inline]
    pub fn finish(self) -> Result<i32, Error> {
        match self.long {
            None => i32::try_from(self.written).map_err(|_| host::internal()),
            Some(long) => {
                let target = self.room.first_chunk_mut().ok_or_else(host::internal)?;
                *target = (Box::into_raw(Box::new(long)).expose_provenance() as u64).to_be_bytes();
                Ok(LONG)
            }
        }
    }

    fn int(&mut self, number: i32) {
        self.put(&number.to_be_bytes());
    }

    fn long(&mut self, number: i64) {
        self.put(&number.to_be_bytes());
    }

    /// A length or a count. All come from one request, whose length is an `int`.
    pub fn length(&mut self, length: usize) {
        self.int(i32::try_from(length).unwrap_or(i32::MAX));
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// A text of valid UTF-8.
    pub fn bytes(&mut self, text: &[u8]) {
        self.length(text.len());
        self.put(text);
    }

    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        let end = self.written + bytes.len();
        match (&mut self.long, self.room.get_mut(self.written..end)) {
            (None, Some(target)) => {
                target.copy_from_slice(bytes);
                self.written = end;
            }
            _ => self.put_long(bytes),
        }
    }

    #[cold]
    fn put_long(&mut self, bytes: &[u8]) {
        let written = &self.room[..self.written];
        self.long.get_or_insert_with(|| written.to_vec()).extend_from_slice(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_left_whole_under_an_address() {
        let mut room = [0; 10];
        let mut response = Response::new(&mut room);
        response.int(7);
        response.text("more than fits");
        response.int(8);
        assert_eq!(response.finish(), Ok(LONG));
        let address = u64::from_be_bytes(*room.first_chunk().unwrap());
        let expected = [&[0, 0, 0, 7, 0, 0, 0, 14], &b"more than fits"[..], &[0, 0, 0, 8]].concat();
        assert_eq!(crate::objects::take_bytes(address as i64), expected);
    }

    #[test]
    fn what_fits_is_written_in_place() {
        let mut room = [0; 10];
        let mut response = Response::new(&mut room);
        response.text("whole.");
        assert_eq!(response.finish(), Ok(10));
        assert_eq!(&room, b"\0\0\0\x06whole.");
        assert_eq!(Response::new(&mut []).finish(), Ok(0));
    }
}
