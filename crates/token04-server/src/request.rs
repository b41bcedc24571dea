//! The body of a token request, and the errors if it is invalid.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Number;
use serde_json::value::RawValue;
use token04_core::ErrorCode;
use token04_core::host::{self, Argument};
use utoipa::ToSchema;

use crate::problem::Problem;
use crate::redact;

/// A token request. All fields are optional, except `user_id` for callers that may request tokens for others.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TokenRequest {
    /// The user of the token. With a JWT it is the JWT's own user and may be left out.
    #[schema(min_length = 1, example = "user1")]
    pub user_id: Option<String>,
    /// The time to live in seconds. The policy has a default and a maximum.
    #[schema(value_type = Option<u64>, minimum = 1, maximum = 9_007_199_254_740_991_u64, example = 3600)]
    pub ttl: Option<Whole>,
    /// Makes a privilege token, which is valid for this room only.
    #[serde(default, deserialize_with = "object")]
    pub room: Option<Room>,
    /// Makes a kit token, for UIKit on the web.
    #[serde(default, deserialize_with = "object")]
    pub kit: Option<Kit>,
    /// The token that the new one replaces, or its expiry in unix seconds. The new one does not expire before it.
    pub replaces: Option<Replaces>,
}

/// The token to be replaced, or its expiry.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum Replaces {
    /// The token. Only the expiry in its envelope is read: nothing is decrypted or checked.
    Token(String),
    /// The expiry, in unix seconds.
    #[schema(value_type = u64)]
    ExpiresAt(Whole),
}

/// The limits of a privilege token.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Room {
    /// The only room that the token is valid for.
    #[schema(min_length = 1, example = "room1")]
    pub room_id: String,
    /// Whether the user may log in to the room. The default is true.
    pub login: Option<bool>,
    /// Whether the user may publish a stream. The default is false.
    pub publish: Option<bool>,
    /// The only streams that the token is valid for. The default is any stream.
    #[schema(min_items = 1, example = json!(["stream1"]))]
    pub streams: Option<Vec<String>>,
}

/// The additional fields of a kit token.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Kit {
    /// The room to join.
    #[schema(min_length = 1, example = "room1")]
    pub room_id: String,
    /// The name that others see. The default is the user id.
    #[schema(max_length = 256, example = "Ada")]
    pub user_name: Option<String>,
}

/// Requires a JSON object. serde would also read a struct from an array of its fields.
fn object<'de, D: Deserializer<'de>, T: DeserializeOwned>(deserializer: D) -> Result<Option<T>, D::Error> {
    let Some(json) = Option::<&RawValue>::deserialize(deserializer)? else { return Ok(None) };
    let object = is_object(json.get()).then(|| serde_json::from_str(json.get()).ok()).flatten();
    object.map(Some).ok_or_else(|| serde::de::Error::custom("not an object of the form"))
}

fn is_object(json: &str) -> bool {
    json.starts_with('{')
}

/// A whole number in any JSON notation: `3600`, `3600.0` and `3.6e3` are the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whole(pub u64);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = Number::deserialize(deserializer)?;
        let exact = |float: &f64| float.fract() == 0.0 && (0.0..=MOST_EXACT).contains(float);
        let float = number.as_f64().filter(|_| number.is_f64()).filter(exact);
        let whole = number.as_u64().or(float.map(|float| float as u64));
        whole.map(Self).ok_or_else(|| serde::de::Error::custom("not a whole number"))
    }
}

/// The largest whole number that a float distinguishes from its neighbours.
const MOST_EXACT: f64 = 9_007_199_254_740_991.0;

impl TokenRequest {
    /// Parses a JSON body. An empty one leaves out every field.
    pub fn parse(body: &[u8]) -> Result<Self, Problem> {
        if body.is_empty() {
            return Ok(Self::default());
        }
        let request: Self = serde_json::from_slice(body).map_err(|error| explain(body, &error))?;
        if body.trim_ascii_start().first() != Some(&b'{') {
            return Err(Problem::malformed(ErrorCode::InvalidArgument, "the body must be a JSON object"));
        }
        if request.ttl == Some(Whole(0)) {
            return Err(host::invalid_ttl(0).into());
        }
        Ok(request)
    }
}

/// Finds the invalid field, for the error code that all token04 libraries have for it.
#[cold]
fn explain(body: &[u8], error: &serde_json::Error) -> Problem {
    type Fields<'a> = BTreeMap<Cow<'a, str>, &'a RawValue>;
    let Ok(fields) = serde_json::from_slice::<Fields<'_>>(body) else {
        return Problem::malformed(
            ErrorCode::InvalidArgument,
            format!("the body must be a JSON object: {}", place(error)),
        );
    };
    let is = |name: &str, good: fn(&str) -> bool| {
        fields.get(name).is_none_or(|value| value.get() == "null" || good(value.get()))
    };
    let given = |name: &str| fields.get(name).map_or_else(String::new, |value| redact::json(value.get()));
    if !is("user_id", |json| !json.starts_with('"') || serde_json::from_str::<String>(json).is_ok()) {
        return host::not_unicode(Argument::UserId).into();
    }
    if !is("user_id", |json| json.starts_with('"')) {
        return host::not_a_string(Argument::UserId, given("user_id")).into();
    }
    if !is("ttl", |json| serde_json::from_str::<Whole>(json).is_ok()) {
        return host::invalid_ttl(given("ttl")).into();
    }
    if !is("room", |json| is_object(json) && serde_json::from_str::<Room>(json).is_ok()) {
        return Problem::malformed(
            ErrorCode::InvalidRoom,
            "room must be an object with room_id and optionally login, publish and streams",
        );
    }
    if !is("kit", |json| is_object(json) && serde_json::from_str::<Kit>(json).is_ok()) {
        return Problem::malformed(
            ErrorCode::InvalidRoom,
            "kit must be an object with room_id and optionally user_name",
        );
    }
    if !is("replaces", |json| serde_json::from_str::<Replaces>(json).is_ok()) {
        return Problem::malformed(
            ErrorCode::InvalidArgument,
            "replaces must be a token, or its expiry as a whole number of unix seconds",
        );
    }
    Problem::malformed(
        ErrorCode::InvalidArgument,
        "the body may have only user_id, ttl, room, kit and replaces, each at most once",
    )
}

/// The parser's error, without any content of the body.
fn place(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        serde_json::error::Category::Eof => "it ends too early",
        serde_json::error::Category::Data => "it has another form",
        _ => "it is not valid JSON in UTF-8",
    };
    format!("{what}, at line {}, column {}", error.line(), error.column())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_its_code() {
        for (body, code) in [
            ("{", 901),
            ("[]", 901),
            ("\"\"", 901),
            ("{}x", 901),
            ("null", 901),
            ("{\"user_id\":\"\u{0}\"}", 901),
            (r#"{"nope":1}"#, 901),
            (r#"{"user_id":"a","user_id":"b"}"#, 901),
            (r#"{"user_id":1}"#, 3),
            (r#"{"user_id":"\ud800"}"#, 3),
            (r#"{"ttl":"1h"}"#, 6),
            (r#"{"ttl":1.5}"#, 6),
            (r#"{"ttl":1e-3}"#, 6),
            (r#"{"ttl":1e300}"#, 6),
            (r#"{"ttl":-1.0}"#, 6),
            (r#"{"ttl":-1}"#, 6),
            (r#"{"ttl":0}"#, 6),
            (r#"{"ttl":true}"#, 6),
            (r#"{"ttl":18446744073709551616}"#, 6),
            (r#"{"room":"r"}"#, 102),
            (r#"{"room":{}}"#, 102),
            (r#"{"room":{"room_id":null}}"#, 102),
            (r#"{"room":{"room_id":"r","x":1}}"#, 102),
            (r#"{"room":{"room_id":"r","streams":[1]}}"#, 102),
            (r#"{"kit":{}}"#, 102),
            (r#"["user1",null,null,null,null]"#, 901),
            (r#"{"room":["r",null,true,null]}"#, 102),
            (r#"{"kit":["r",null]}"#, 102),
            (r#"{"room":{"room_id":"r","room_id":"s"}}"#, 102),
            (r#"{"replaces":true}"#, 901),
            (r#"{"replaces":-1}"#, 901),
            (r#"{"replaces":1.5}"#, 901),
            (r#"{"replaces":["04"]}"#, 901),
            (r#"{"replaces":"\ud800"}"#, 901),
        ] {
            let problem = TokenRequest::parse(body.as_bytes()).unwrap_err();
            assert_eq!((problem.code.number(), problem.kind.slug()), (code, "malformed"), "{body}");
        }
        assert!(TokenRequest::parse(b"{\"user_id\":\"\xff\"}").is_err());
        let deep = format!("{{\"x\":{}}}", "[".repeat(100_000));
        assert!(TokenRequest::parse(deep.as_bytes()).is_err());
    }

    #[test]
    fn what_is_null_is_not_said() {
        let request = TokenRequest::parse(br#" {"user_id":null,"ttl":null,"room":null} "#).unwrap();
        assert!(request.user_id.is_none() && request.ttl.is_none() && request.room.is_none());
        assert!(TokenRequest::parse(b"").is_ok());
        let request = TokenRequest::parse(r#"{"user_id":"秘","ttl":60}"#.as_bytes()).unwrap();
        assert_eq!((request.user_id.as_deref(), request.ttl), (Some("秘"), Some(Whole(60))));
        for ttl in ["60.0", "6e1", "0.6e2"] {
            assert_eq!(
                TokenRequest::parse(format!("{{\"ttl\":{ttl}}}").as_bytes()).unwrap().ttl,
                Some(Whole(60))
            );
        }
    }
}
