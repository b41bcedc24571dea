//! The privileges of a token to issue, and the payload that carries them.

use std::borrow::Cow;
use std::iter;

use crate::error::{Error, ErrorCode};
use crate::escape::{Escaped, twice_escaped_len, write_twice_escaped};

/// The limits of a token to issue. By default, the user may log in and may not publish, and all streams are
/// allowed.
///
/// ```
/// use token04_core::RoomPrivilege;
///
/// let privilege = RoomPrivilege::new("room1").publish(true).streams(["s1", "s2"]);
/// assert_eq!(
///     privilege.payload().unwrap(),
///     r#"{"room_id":"room1","privilege":{"1":1,"2":1},"stream_id_list":["s1","s2"]}"#,
/// );
/// ```
///
/// The ids are borrowed where they are given as `&str`, and owned where they are given as `String`.
///
/// ZEGO enforces privileges only for projects where its support has switched them on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomPrivilege<'a> {
    room_id: Cow<'a, str>,
    login: bool,
    publish: bool,
    streams: Option<Vec<Cow<'a, str>>>,
}

impl<'a> RoomPrivilege<'a> {
    /// Privileges for one room. The room id must not be empty.
    pub fn new(room_id: impl Into<Cow<'a, str>>) -> Self {
        Self { room_id: room_id.into(), login: true, publish: false, streams: None }
    }

    /// Sets whether the user may log in to the room. The default is true.
    #[must_use]
    pub fn login(mut self, allowed: bool) -> Self {
        self.login = allowed;
        self
    }

    /// Sets whether the user may publish a stream. The default is false.
    #[must_use]
    pub fn publish(mut self, allowed: bool) -> Self {
        self.publish = allowed;
        self
    }

    /// Sets the only streams that the token allows. [`payload`](Self::payload) refuses an empty list, because
    /// descriptions of its meaning differ: no stream, or any stream.
    #[must_use]
    pub fn streams<S: Into<Cow<'a, str>>>(mut self, stream_ids: impl IntoIterator<Item = S>) -> Self {
        self.streams = Some(stream_ids.into_iter().map(Into::into).collect());
        self
    }

    /// The room's id.
    #[must_use]
    pub fn room_id(&self) -> &str {
        &self.room_id
    }

    /// Returns the privileges as the JSON text that a token carries.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::InvalidRoom`] if the room id, a stream id or the list of streams is empty.
    pub fn payload(&self) -> Result<String, Error> {
        self.check()?;
        let mut out = Vec::new();
        self.write(&AS_TEXT, &mut out, |id, out| Escaped::new(id).write(out), |_| ());
        // The bytes come from whole strings and are valid UTF-8, so the fallback is never used.
        Ok(String::from_utf8(out).unwrap_or_default())
    }

    /// Checks and measures the payload for a token.
    #[inline]
    pub(crate) fn measured(&self) -> Result<EscapedPrivilege<'_>, Error> {
        self.check()?;
        Ok(EscapedPrivilege::new(self))
    }

    #[inline]
    fn check(&self) -> Result<(), Error> {
        let invalid = |message| Err(Error::new(ErrorCode::InvalidRoom, message));
        if self.room_id.is_empty() {
            return invalid("room_id must not be empty");
        }
        match self.streams.as_deref() {
            Some([]) => invalid("streams must name a stream, or be left out for any stream"),
            Some(streams) if streams.iter().any(|id| id.is_empty()) => {
                invalid("a stream id must not be empty")
            }
            _ => Ok(()),
        }
    }

    /// Writes the payload and calls `progress` from time to time with the buffer so far.
    #[inline]
    fn write(
        &self,
        form: &Form,
        out: &mut Vec<u8>,
        write_id: impl Fn(&str, &mut Vec<u8>),
        mut progress: impl FnMut(&mut [u8]),
    ) {
        let digit = |allowed| if allowed { b'1' } else { b'0' };
        out.extend_from_slice(form.room);
        write_id(&self.room_id, out);
        progress(out);
        out.extend_from_slice(form.login);
        out.push(digit(self.login));
        out.extend_from_slice(form.publish);
        out.push(digit(self.publish));
        progress(out);
        out.extend_from_slice(form.streams);
        progress(out);
        match &self.streams {
            None => out.extend_from_slice(ANY_STREAM),
            Some(streams) => {
                let mut before = form.first_stream;
                for stream in streams {
                    out.extend_from_slice(before);
                    write_id(stream, out);
                    progress(out);
                    before = form.next_stream;
                }
                out.extend_from_slice(form.last_stream);
            }
        }
        out.push(b'}');
    }
}

/// The parts of a payload around the ids.
struct Form {
    room: &'static [u8],
    login: &'static [u8],
    publish: &'static [u8],
    streams: &'static [u8],
    first_stream: &'static [u8],
    next_stream: &'static [u8],
    last_stream: &'static [u8],
}

const ANY_STREAM: &[u8] = b"null";

/// The payload as text.
const AS_TEXT: Form = Form {
    room: br#"{"room_id":""#,
    login: br#"","privilege":{"1":"#,
    publish: br#","2":"#,
    streams: br#"},"stream_id_list":"#,
    first_stream: br#"[""#,
    next_stream: br#"",""#,
    last_stream: br#""]"#,
};

/// The payload as the content of a JSON string.
const IN_BODY: Form = Form {
    room: br#"{\"room_id\":\""#,
    login: br#"\",\"privilege\":{\"1\":"#,
    publish: br#",\"2\":"#,
    streams: br#"},\"stream_id_list\":"#,
    first_stream: br#"[\""#,
    next_stream: br#"\",\""#,
    last_stream: br#"\"]"#,
};

/// The payload as the content of a JSON string, measured. Escaping its text instead would take longer than
/// the cipher, and would leave a copy of it on the heap.
#[derive(Clone, Copy)]
pub(crate) struct EscapedPrivilege<'a> {
    privilege: &'a RoomPrivilege<'a>,
    len: usize,
    /// Whether no id has a character that must be escaped.
    plain: bool,
}

impl<'a> EscapedPrivilege<'a> {
    #[inline]
    fn new(privilege: &'a RoomPrivilege<'a>) -> Self {
        let Form { room, login, publish, streams, first_stream, next_stream, last_stream } = IN_BODY;
        let around = room.len() + login.len() + publish.len() + streams.len() + b"10}".len();
        let list = privilege.streams.as_deref().map_or(ANY_STREAM.len(), |streams| {
            let between = next_stream.len() * streams.len().saturating_sub(1);
            first_stream.len() + between + last_stream.len()
        });
        let ids = iter::once(&privilege.room_id).chain(privilege.streams.iter().flatten());
        let (mut ids_len, mut escaped_len) = (0, 0);
        for id in ids {
            ids_len += id.len();
            escaped_len += twice_escaped_len(id);
        }
        Self { privilege, len: around + list + escaped_len, plain: ids_len == escaped_len }
    }

    /// The length in bytes once written.
    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Writes the payload and calls `progress` from time to time with the buffer so far.
    #[inline]
    pub fn write_with(&self, out: &mut Vec<u8>, progress: impl FnMut(&mut [u8])) {
        let write_id = |id: &str, out: &mut Vec<u8>| {
            if self.plain {
                out.extend_from_slice(id.as_bytes());
            } else {
                write_twice_escaped(id, out);
            }
        };
        self.privilege.write(&IN_BODY, out, write_id, progress);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_payload_in_a_body_is_the_escaped_text(
            room_id in ".{1,20}",
            rights in any::<(bool, bool)>(),
            streams in prop::option::of(prop::collection::vec(".{1,20}", 1..4)),
        ) {
            let mut privilege = RoomPrivilege::new(room_id).login(rights.0).publish(rights.1);
            privilege.streams = streams.map(|streams| streams.into_iter().map(Cow::Owned).collect());
            let measured = privilege.measured().unwrap();
            let (mut written, mut expected) = (Vec::new(), Vec::new());
            measured.write_with(&mut written, |_| ());
            Escaped::new(&privilege.payload().unwrap()).write(&mut expected);
            prop_assert_eq!(measured.len(), written.len());
            prop_assert_eq!(String::from_utf8(written), String::from_utf8(expected));
        }
    }
}
