//! Reads the compact JSON that every known writer produces, in a fraction of the time of a general parser.
//!
//! Compact JSON reads the same here as in serde; a test compares the two. Everything else is left to serde:
//! blanks, unknown or duplicate keys, numbers of 19 digits, `\u` escapes and invalid JSON.

use crate::claims::Claims;

/// Reads a compact body. `None` means that the body is not compact; it may still be valid.
pub(crate) fn claims(body: &str) -> Option<Claims> {
    let mut scanner = Scanner(body);
    let (mut app_id, mut user_id, mut nonce) = (None, None, None);
    let (mut ctime, mut expire, mut payload) = (None, None, None);
    scanner.token("{")?;
    loop {
        scanner.token("\"")?;
        let key = scanner.plain();
        scanner.token("\":")?;
        match key {
            "app_id" => fill(&mut app_id, u32::try_from(scanner.number()?).ok()?)?,
            "user_id" => fill(&mut user_id, scanner.string()?)?,
            "nonce" => fill(&mut nonce, scanner.number()?)?,
            "ctime" => fill(&mut ctime, scanner.number()?)?,
            "expire" => fill(&mut expire, scanner.number()?)?,
            "payload" => fill(&mut payload, scanner.string()?)?,
            _ => return None,
        }
        if scanner.token(",").is_none() {
            break;
        }
    }
    (scanner.0 == "}").then_some(())?;
    let (app_id, user_id, nonce) = (app_id?, user_id?, nonce?);
    Some(Claims { app_id, user_id, nonce, ctime: ctime?, expire: expire?, payload: payload? })
}

fn fill<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.replace(value).is_none().then_some(())
}

/// The rest of the input.
struct Scanner<'a>(&'a str);

impl<'a> Scanner<'a> {
    #[inline]
    fn token(&mut self, token: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(token)?;
        Some(())
    }

    /// Reads an integer of up to 18 digits, which cannot overflow.
    fn number(&mut self) -> Option<i64> {
        let negative = self.token("-").is_some();
        let len = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.0.split_at(len);
        let leading_zero = len > 1 && digits.starts_with('0');
        // JSON's minus zero is a float.
        if len == 0 || len > 18 || leading_zero || (negative && digits == "0") {
            return None;
        }
        self.0 = rest;
        let number = digits.bytes().fold(0, |number, digit| number * 10 + i64::from(digit - b'0'));
        Some(if negative { -number } else { number })
    }

    /// Reads a string in which every escape has two characters.
    fn string(&mut self) -> Option<String> {
        self.token("\"")?;
        let plain = self.plain();
        if self.token("\"").is_some() {
            return Some(plain.to_owned());
        }
        // The string is never longer than the rest of the input, so it never has to grow.
        let mut text = String::with_capacity(plain.len() + self.0.len());
        text.push_str(plain);
        while self.token("\"").is_none() {
            self.token("\\")?;
            let escape = *self.0.as_bytes().first()?;
            text.push(match escape {
                b'"' | b'\\' | b'/' => char::from(escape),
                b'n' => '\n',
                b't' => '\t',
                b'r' => '\r',
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                _ => return None,
            });
            self.0 = &self.0[1..];
            text.push_str(self.plain());
        }
        Some(text)
    }

    /// Reads the characters up to the next quote, backslash or control character.
    #[inline]
    fn plain(&mut self) -> &'a str {
        let ends = |byte: u8| byte == b'"' || byte == b'\\' || byte < b' ';
        let len = self.0.bytes().position(ends).unwrap_or(self.0.len());
        let (plain, rest) = self.0.split_at(len);
        self.0 = rest;
        plain
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
            if let Some(claims) = claims(&body) {
                prop_assert_eq!(Some(claims), Claims::parse_any(&body), "{}", body);
            }
        }

        #[test]
        fn reads_every_text_without_other_escapes(user_id in any::<String>(), payload in any::<String>()) {
            let body = serde_json::json!({
                "app_id": 7, "user_id": user_id, "nonce": -3, "ctime": 1, "expire": 2, "payload": payload,
            }).to_string();
            let read = claims(&body);
            let has_long_escape = |char: char| char < ' ' && !"\u{8}\t\n\u{c}\r".contains(char);
            prop_assert_eq!(read.is_none(), (user_id.clone() + &payload).contains(has_long_escape));
            if let Some(claims) = read {
                prop_assert_eq!((claims.user_id, claims.payload), (user_id, payload));
            }
        }
    }

    #[test]
    fn ignores_bodies_that_are_not_compact() {
        assert!(claims(BODY).is_some());
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
            assert_eq!(claims(&body), None, "{body}");
        }
    }
}
