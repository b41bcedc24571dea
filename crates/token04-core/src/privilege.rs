//! The payload of a privilege token: a room, rights and streams.

use std::collections::HashSet;
use std::fmt;

use serde::Serialize;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use crate::error::{Error, ErrorCode};
use crate::escape::Escaped;
use crate::json::{Text, UnknownKeys, once};

const LOGIN: &str = "1";
const PUBLISH: &str = "2";
const ALLOWED: i64 = 1;

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
/// ZEGO enforces privileges only for projects where its support has switched them on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomPrivilege {
    room_id: String,
    login: bool,
    publish: bool,
    streams: Option<Vec<String>>,
}

impl RoomPrivilege {
    /// Privileges for one room. The room id must not be empty.
    pub fn new(room_id: impl Into<String>) -> Self {
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
    pub fn streams<S: Into<String>>(mut self, stream_ids: impl IntoIterator<Item = S>) -> Self {
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
        let invalid = |message| Err(Error::new(ErrorCode::InvalidRoom, message));
        if self.room_id.is_empty() {
            return invalid("room_id must not be empty");
        }
        let mut out = br#"{"room_id":""#.to_vec();
        Escaped::new(&self.room_id).write(&mut out);
        let [login, publish] = [self.login, self.publish].map(|allowed| if allowed { b'1' } else { b'0' });
        out.extend_from_slice(br#"","privilege":{"1":"#);
        out.push(login);
        out.extend_from_slice(br#","2":"#);
        out.push(publish);
        out.extend_from_slice(br#"},"stream_id_list":"#);
        match self.streams.as_deref() {
            None => out.extend_from_slice(b"null"),
            Some([]) => return invalid("streams must name a stream, or be left out for any stream"),
            Some(streams) if streams.iter().any(String::is_empty) => {
                return invalid("a stream id must not be empty");
            }
            Some(streams) => write_list(streams, &mut out),
        }
        out.push(b'}');
        // The bytes come from whole strings and are valid UTF-8, so the fallback is never used.
        Ok(String::from_utf8(out).unwrap_or_default())
    }
}

fn write_list(streams: &[String], out: &mut Vec<u8>) {
    for (index, stream) in streams.iter().enumerate() {
        out.extend_from_slice(if index == 0 { b"[\"" } else { b",\"" });
        Escaped::new(stream).write(out);
        out.push(b'"');
    }
    out.push(b']');
}

/// The limits of a token, parsed from its payload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Privilege {
    /// The only room that the token allows; empty means any.
    pub room_id: String,
    /// Whether logging in is allowed. `None` means that the token does not say, which denies it.
    pub login: Option<bool>,
    /// Whether publishing is allowed. `None` means that the token does not say, which denies it.
    pub publish: Option<bool>,
    /// The only streams that the token allows; `None` and an empty list mean any.
    pub streams: Option<Vec<String>>,
}

impl Privilege {
    /// Parses a payload. Returns `None` if it does not have the privilege form.
    #[must_use]
    pub fn parse(payload: &str) -> Option<Self> {
        // Skips the parser and the allocation of its error for identity tokens.
        if payload.is_empty() {
            return None;
        }
        serde_json::from_str(payload).ok()
    }

    /// Whether the token allows this room.
    #[must_use]
    pub fn permits_room(&self, room_id: &str) -> bool {
        self.room_id.is_empty() || self.room_id == room_id
    }

    /// Whether the token allows this stream.
    #[must_use]
    pub fn permits_stream(&self, stream_id: &str) -> bool {
        let named = |streams: &[String]| streams.is_empty() || streams.iter().any(|id| id == stream_id);
        self.streams.as_deref().is_none_or(named)
    }
}

impl<'de> Deserialize<'de> for Privilege {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PrivilegeVisitor)
    }
}

struct PrivilegeVisitor;

impl<'de> Visitor<'de> for PrivilegeVisitor {
    type Value = Privilege;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a privilege payload")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Privilege, A::Error> {
        let (mut room_id, mut rights, mut streams) = (None, None, None);
        let mut unknown = UnknownKeys::default();
        while let Some(Text(key)) = map.next_key::<Text<'de>>()? {
            match &*key {
                "room_id" => once(&mut room_id, map.next_value::<String>()?)?,
                "privilege" => once(&mut rights, map.next_value::<Rights>()?)?,
                "stream_id_list" => once(&mut streams, map.next_value::<Option<Vec<String>>>()?)?,
                _ => unknown.skip(key, &mut map)?,
            }
        }
        unknown.refuse_duplicates()?;
        let missing = || de::Error::custom("a key is missing");
        let Rights { login, publish } = rights.ok_or_else(missing)?;
        Ok(Privilege { room_id: room_id.ok_or_else(missing)?, login, publish, streams: streams.flatten() })
    }
}

/// The value of the key `privilege`.
struct Rights {
    login: Option<bool>,
    publish: Option<bool>,
}

impl<'de> Deserialize<'de> for Rights {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RightsVisitor)
    }
}

struct RightsVisitor;

impl<'de> Visitor<'de> for RightsVisitor {
    type Value = Rights;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("rights, each with a number")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Rights, A::Error> {
        let mut rights = Rights { login: None, publish: None };
        let mut seen = HashSet::new();
        while let Some((Text(key), value)) = map.next_entry::<Text<'de>, i64>()? {
            match &*key {
                LOGIN => rights.login = Some(value == ALLOWED),
                PUBLISH => rights.publish = Some(value == ALLOWED),
                _ => {}
            }
            if !seen.insert(key) {
                return Err(de::Error::custom("a right is given twice"));
            }
        }
        Ok(rights)
    }
}
