//! The privileges of an issued token, parsed from its payload: a room, rights and streams.

use std::collections::HashSet;
use std::fmt;

use serde::Serialize;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use crate::json::{Text, UnknownKeys, once};

const LOGIN: &str = "1";
const PUBLISH: &str = "2";
const ALLOWED: i64 = 1;

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
