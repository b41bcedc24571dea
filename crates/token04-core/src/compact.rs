//! Reads the compact JSON that every known writer produces, in a fraction of the time of a general parser.
//!
//! Compact JSON reads the same here as in serde; a test compares the two. Everything else is left to serde:
//! blanks, unknown or duplicate keys, numbers of 19 digits, `\u` escapes, invalid JSON and invalid UTF-8.

use zeroize::Zeroize;

use crate::claims::Claims;
use crate::unescape::Raw;
use crate::word;

/// Reads a compact body. `None` means that the body is not compact; it may still be valid.
pub(crate) fn claims(body: &[u8]) -> Option<Claims> {
    let Found { app_id, user_id, nonce, ctime, expire, payload } =
        in_usual_order(body).or_else(|| in_any_order(body))?;
    // Copy the texts only now: copies from an invalid body have to be wiped.
    match (user_id.text(), payload.text()) {
        (Some(user_id), Some(payload)) => Some(Claims { app_id, user_id, nonce, ctime, expire, payload }),
        mut texts => {
            texts.zeroize();
            None
        }
    }
}

/// The values of a body.
struct Found<'a> {
    app_id: u32,
    user_id: Raw<'a>,
    nonce: i64,
    ctime: i64,
    expire: i64,
    payload: Raw<'a>,
}

/// Reads a body whose keys are in the order in which most writers write them, which needs no decisions.
#[inline]
fn in_usual_order(body: &[u8]) -> Option<Found<'_>> {
    let mut scanner = Scanner { body, at: 0 };
    scanner.token(r#"{"app_id":"#)?;
    let app_id = scanner.app_id()?;
    scanner.token(r#","user_id":"#)?;
    let user_id = scanner.string()?;
    scanner.token(r#","nonce":"#)?;
    let nonce = scanner.number()?;
    scanner.token(r#","ctime":"#)?;
    let ctime = scanner.number()?;
    scanner.token(r#","expire":"#)?;
    let expire = scanner.number()?;
    scanner.token(r#","payload":"#)?;
    let payload = scanner.last_string()?;
    scanner.end()?;
    Some(Found { app_id, user_id, nonce, ctime, expire, payload })
}

#[cold]
fn in_any_order(body: &[u8]) -> Option<Found<'_>> {
    let mut scanner = Scanner { body, at: 0 };
    let (mut app_id, mut user_id, mut nonce) = (None, None, None);
    let (mut ctime, mut expire, mut payload) = (None, None, None);
    scanner.token("{")?;
    loop {
        let key = scanner.string()?;
        scanner.token(":")?;
        match key.plain()? {
            b"app_id" => fill(&mut app_id, scanner.app_id()?)?,
            b"user_id" => fill(&mut user_id, scanner.string()?)?,
            b"nonce" => fill(&mut nonce, scanner.number()?)?,
            b"ctime" => fill(&mut ctime, scanner.number()?)?,
            b"expire" => fill(&mut expire, scanner.number()?)?,
            b"payload" => fill(&mut payload, scanner.string()?)?,
            _ => return None,
        }
        if scanner.token(",").is_none() {
            break;
        }
    }
    scanner.end()?;
    let (app_id, user_id, nonce) = (app_id?, user_id?, nonce?);
    Some(Found { app_id, user_id, nonce, ctime: ctime?, expire: expire?, payload: payload? })
}

fn fill<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.replace(value).is_none().then_some(())
}

/// A body and the place up to which it has been read.
struct Scanner<'a> {
    body: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    #[inline]
    fn token(&mut self, token: &str) -> Option<()> {
        let rest = self.body.get(self.at..)?;
        rest.starts_with(token.as_bytes()).then(|| self.at += token.len())
    }

    /// Reads the end of the body.
    #[inline]
    fn end(&mut self) -> Option<()> {
        self.token("}")?;
        (self.at == self.body.len()).then_some(())
    }

    #[inline]
    fn app_id(&mut self) -> Option<u32> {
        u32::try_from(self.number()?).ok()
    }

    /// Reads an integer of up to 18 digits, which cannot overflow.
    #[inline]
    fn number(&mut self) -> Option<i64> {
        let bytes = self.body;
        let negative = bytes.get(self.at) == Some(&b'-');
        let start = self.at + usize::from(negative);
        let (mut at, mut number) = (start, 0);
        if let Some(digits) = word::eight_digits(word::load(bytes, at)) {
            (at, number) = (at + 8, digits);
        }
        while let Some(digit) = bytes.get(at).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10)
        {
            (at, number) = (at + 1, number.wrapping_mul(10).wrapping_add(u64::from(digit)));
        }
        let (len, first) = (at - start, bytes.get(start));
        // JSON's minus zero is a float.
        if !(1..=18).contains(&len) || (first == Some(&b'0') && (len > 1 || negative)) {
            return None;
        }
        self.at = at;
        let number = number as i64;
        Some(if negative { -number } else { number })
    }

    /// Reads the string that is the last of the body.
    #[inline]
    fn last_string(&mut self) -> Option<Raw<'a>> {
        let raw = Raw::find_until(self.body, self.at, self.body.len().saturating_sub(r#""}"#.len()))?;
        self.at = raw.end();
        Some(raw)
    }

    #[inline]
    fn string(&mut self) -> Option<Raw<'a>> {
        let raw = Raw::find(self.body, self.at)?;
        self.at = raw.end();
        Some(raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BODY: &str = r#"{"app_id":1,"user_id":"u","nonce":-1,"ctime":2,"expire":3,"payload":"{\"a\":\n}"}"#;

    proptest! {
        /// Mangled bodies, with a piece replaced by fragments of JSON.
        #[test]
        fn reads_as_serde_does_or_leaves_it(
            at in 0..BODY.len(),
            len in 0..12_usize,
            piece in r#"[{}:,"\\0-9a-z .é-]{0,4}"#,
        ) {
            let end = (at + len).min(BODY.len());
            let body = format!("{}{piece}{}", &BODY[..at], &BODY[end..]);
            if let Some(claims) = claims(body.as_bytes()) {
                prop_assert_eq!(Some(claims), Claims::parse_any(&body), "{}", body);
            }
        }

        #[test]
        fn reads_every_text_without_other_escapes(user_id in any::<String>(), payload in any::<String>()) {
            let body = serde_json::json!({
                "app_id": 7, "user_id": user_id, "nonce": -3, "ctime": 1, "expire": 2, "payload": payload,
            }).to_string();
            let read = claims(body.as_bytes());
            let has_long_escape = |char: char| char < ' ' && !"\u{8}\t\n\u{c}\r".contains(char);
            prop_assert_eq!(read.is_none(), (user_id.clone() + &payload).contains(has_long_escape));
            if let Some(claims) = read {
                prop_assert_eq!((claims.user_id, claims.payload), (user_id, payload));
            }
        }
    }

    #[test]
    fn ignores_bodies_that_are_not_compact() {
        assert!(claims(BODY.as_bytes()).is_some());
        for (from, to) in [
            ("{\"app", "{ \"app"),
            (":1", ":01"),
            (":1", ":-1"),
            (":1", ":4294967296"),
            (":2", ":2.0"),
            (":2", ":2e0"),
            (":2", ":1000000000000000000"),
            ("-1", "-0"),
            ("-1", "-"),
            ("\"u\"", "\"\\u0041\""),
            ("\"u\"", "\"\t\""),
            ("\"u\"", "null"),
            ("\"u\"", "\"u"),
            ("nonce", "none"),
            ("nonce", "ctime"),
            ("}\"}", "}\"} "),
            ("}\"}", "}\""),
            ("}\"}", "}\",}"),
        ] {
            let body = BODY.replacen(from, to, 1);
            assert_ne!(body, BODY);
            assert_eq!(claims(body.as_bytes()), None, "{body}");
        }
        for (from, to) in [(b'u', 0xff), (b'a', 0x80)] {
            let body: Vec<u8> = BODY.bytes().map(|byte| if byte == from { to } else { byte }).collect();
            assert_eq!(claims(&body), None, "{from}");
        }
    }
}
