//! Finds the token and the error code in what was pasted: a server's answer, a line of a log, a message.

use std::borrow::Cow;

use serde_json::Value;
use token04_core::explained_codes;

/// How every token begins whose expiry is a time: version 04, and the first bytes of the expiry, which are zero.
const BEGINNING: &str = "04AAAA";
/// The shortest text that could be meant as a token.
const LEAST_TOKEN: usize = 20;

/// What a text contains.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Found<'a> {
    pub token: Option<Cow<'a, str>>,
    pub code: Option<i64>,
}

/// Finds a token and a code. A text that has neither is taken for a token, so that it is diagnosed.
///
/// Only text in words or JSON is searched: what merely surrounds a token, such as quotes, is a mistake to report.
pub(crate) fn find(text: &str) -> Found<'_> {
    let text = text.trim();
    if text.is_empty() {
        return Found::default();
    }
    if let Some(code) = whole_code(text) {
        return Found { token: None, code: Some(code) };
    }
    let token = token_in_json(text).map(Cow::Owned).or_else(|| token_in_words(text).map(Cow::Borrowed));
    let code = known_code(text);
    let token = if token.is_none() && code.is_none() { Some(Cow::Borrowed(text)) } else { token };
    Found { token, code }
}

/// A text that is only a code, known or not. No token is so short.
fn whole_code(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_code = (1..=10).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_code { text.parse().ok() } else { None }
}

/// The first known code in a text.
fn known_code(text: &str) -> Option<i64> {
    let words = text.split(|char: char| !char.is_ascii_alphanumeric() && char != '-');
    words.filter_map(whole_code).find(|code| explained_codes().any(|known| known == *code))
}

/// The token in the first JSON object or array of a text, such as the answer of a server.
fn token_in_json(text: &str) -> Option<String> {
    let json = &text[text.find(['{', '['])?..];
    let value = serde_json::Deserializer::from_str(json).into_iter::<Value>().next()?.ok()?;
    token_in(&value, "")
}

fn token_in(value: &Value, key: &str) -> Option<String> {
    match value {
        Value::String(text) => {
            let named = key.to_ascii_lowercase().contains("token") && text.len() >= LEAST_TOKEN;
            (named || text.starts_with(BEGINNING)).then(|| text.clone())
        }
        Value::Array(values) => values.iter().find_map(|value| token_in(value, key)),
        Value::Object(fields) => fields.iter().find_map(|(key, value)| token_in(value, key)),
        _ => None,
    }
}

/// The token among the words of a text.
fn token_in_words(text: &str) -> Option<&str> {
    let start = text.find(BEGINNING)?;
    let before = &text[..start];
    if before.ends_with(|char: char| char.is_ascii_alphanumeric()) {
        return None;
    }
    if !before.contains(char::is_alphanumeric) {
        // It begins the text, which may be damaged in ways that a diagnosis recognises.
        return Some(text);
    }
    let found = &text[start..];
    let end = found.find(|char: char| !is_of_token(char)).unwrap_or(found.len());
    (end >= LEAST_TOKEN).then(|| &found[..end])
}

/// Whether a character can be part of a token, also of a kit token or of one in an address.
fn is_of_token(char: char) -> bool {
    char.is_ascii_alphanumeric() || "+/=#_-%".contains(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "04AAAAAGVTnoAAEGFiY2RlZmdoaWprbG1ub3A+/A==";

    fn found(text: &str) -> (Option<String>, Option<i64>) {
        let Found { token, code } = find(text);
        (token.map(Cow::into_owned), code)
    }

    #[test]
    fn codes_are_found_alone_and_in_messages() {
        for (text, code) in [
            (" 50119\n", 50_119),
            ("-200003", -200_003),
            ("7", 7),
            (r#"{"errorCode":1102016,"extendedData":"token error"}"#, 1_102_016),
            ("loginRoom failed: [1002033] at 12:30:07.123", 1_002_033),
            ("login error, code=6000106; retry", 6_000_106),
            ("code: -200002", -200_002),
        ] {
            assert_eq!(found(text), (None, Some(code)), "{text}");
        }
    }

    #[test]
    fn tokens_are_found_in_answers_and_messages() {
        let kit = format!("{TOKEN}#eyJ1c2VySUQiOiJ1In0=");
        for (text, token) in [
            (format!(r#"{{"token":"{}","expires_at":1700000000}}"#, TOKEN.replace('/', r"\/")), TOKEN),
            (
                format!(
                    "HTTP/1.1 200 OK\ncontent-type: application/json\n\n{{\"data\":{{\"t\":\"{TOKEN}\"}}}}"
                ),
                TOKEN,
            ),
            (format!("token: {TOKEN}, user: u"), TOKEN),
            (format!("Bearer {TOKEN}"), TOKEN),
            (format!("the kit token is {kit}"), &kit),
            (
                r#"{"Token":"04eyJhcHBfaWQiOjEsInVzZXJfaWQiOiJ1In0="}"#.into(),
                "04eyJhcHBfaWQiOjEsInVzZXJfaWQiOiJ1In0=",
            ),
        ] {
            assert_eq!(found(&text), (Some(token.to_owned()), None), "{text}");
        }
        let both = format!(r#"login failed: 1002077 with {{"token":"{TOKEN}"}}"#);
        assert_eq!(found(&both), (Some(TOKEN.to_owned()), Some(1_002_077)));
    }

    #[test]
    fn everything_else_is_diagnosed_as_it_is() {
        assert_eq!(found(" \n"), (None, None));
        for text in [
            TOKEN,
            "\"04AAAAAGVTnoAAEGFiY2RlZmdoaWprbG1u b3A+/A==\"",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
            "{\"app_id\":1}",
            "[[[",
            "12345678901",
        ] {
            assert_eq!(found(text), (Some(text.to_owned()), None), "{text}");
        }
    }

    #[test]
    fn deep_json_does_not_overflow_the_stack() {
        assert_eq!(found(&"[".repeat(100_000)).1, None);
    }
}
