//! Reads the JSON body of a token: the compact form on a fast path, any other form through serde.

use std::fmt;

use serde::de::{self, Deserializer, MapAccess, Visitor};

use crate::claims::Claims;
use crate::compact;
use crate::json::{Integer, Text, UnknownKeys, once};

impl Claims {
    /// Reads a decrypted body. Returns `None` if it is not a JSON object in UTF-8, or if a claim is missing,
    /// given twice, of the wrong type or out of range. All failures give the same result, so that it tells an
    /// attacker nothing.
    pub(crate) fn parse(body: &[u8]) -> Option<Self> {
        let claims = compact::claims(body).or_else(|| Self::parse_any(str::from_utf8(body).ok()?))?;
        (claims.app_id != 0 && !claims.user_id.is_empty()).then_some(claims)
    }

    /// Reads a body in any JSON form, for [`parse`](Self::parse).
    pub(crate) fn parse_any(body: &str) -> Option<Self> {
        let mut deserializer = serde_json::Deserializer::from_str(body);
        let claims = deserializer.deserialize_map(ClaimsVisitor).ok()?;
        deserializer.end().ok()?;
        Some(claims)
    }
}

struct ClaimsVisitor;

impl<'de> Visitor<'de> for ClaimsVisitor {
    type Value = Claims;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the body of a Token04")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Claims, A::Error> {
        let (mut app_id, mut user_id, mut nonce) = (None, None, None);
        let (mut ctime, mut expire, mut payload) = (None, None, None);
        let mut unknown = UnknownKeys::default();
        while let Some(Text(key)) = map.next_key::<Text<'de>>()? {
            match &*key {
                "app_id" => once(&mut app_id, map.next_value::<Integer>()?.0)?,
                "user_id" => once(&mut user_id, map.next_value::<Text<'de>>()?)?,
                "nonce" => once(&mut nonce, map.next_value::<Integer>()?.0)?,
                "ctime" => once(&mut ctime, map.next_value::<Integer>()?.0)?,
                "expire" => once(&mut expire, map.next_value::<Integer>()?.0)?,
                "payload" => once(&mut payload, map.next_value::<Option<Text<'de>>>()?)?,
                _ => unknown.skip(key, &mut map)?,
            }
        }
        unknown.refuse_duplicates()?;
        let missing = || de::Error::custom("a claim is missing");
        Ok(Claims {
            app_id: app_id.ok_or_else(missing)?.try_into().map_err(de::Error::custom)?,
            user_id: user_id.ok_or_else(missing)?.0.into_owned(),
            nonce: nonce.ok_or_else(missing)?,
            ctime: ctime.ok_or_else(missing)?,
            expire: expire.ok_or_else(missing)?,
            payload: payload.flatten().map_or_else(String::new, |text| text.0.into_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_invalid_bodies() {
        let whole = r#"{"app_id":1,"user_id":"u","nonce":-1,"ctime":2,"expire":3,"payload":null}"#;
        assert!(Claims::parse(whole.as_bytes()).is_some());
        for (from, to) in [
            (r#""app_id":1"#, r#""app_id":0"#),
            (r#""app_id":1"#, r#""app_id":4294967296"#),
            (r#""app_id":1"#, r#""app_id":"1""#),
            (r#""app_id":1"#, r#""app_id":1,"app_id":1"#),
            (r#""app_id":1"#, r#""x":1,"y":2,"x":3,"app_id":1"#),
            (r#""user_id":"u""#, r#""user_id":"""#),
            (r#""user_id":"u""#, r#""user_id":"\ud800""#),
            (r#""nonce":-1"#, r#""nonce":1.0"#),
            (r#""nonce":-1,"#, ""),
            (r#""payload":null"#, r#""payload":{}"#),
            ("}", "}}"),
        ] {
            let broken = whole.replace(from, to);
            assert_ne!(broken, whole);
            assert_eq!(Claims::parse(broken.as_bytes()), None, "{broken}");
        }
    }
}
