//! Redacts text before an error or a log repeats it: it could be a misplaced secret, key or token.

use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::start_error::StartError;

/// The maximum length of text that is repeated. Secrets, keys and tokens are longer.
const LONGEST: usize = 24;
/// The length of a ServerSecret, in bytes.
const SECRET_LEN: usize = 32;
/// The maximum bytes of an id in the log. No product accepts longer ids.
const LONGEST_ID: usize = 128;
/// The prefix of every API key, so that people and scanners recognise one.
pub(crate) const API_KEY_PREFIX: &str = "t04_";

/// A value from the configuration.
pub(crate) fn shown(text: &str) -> String {
    match text.len() {
        ..=LONGEST => format!("{text:?}"),
        len => format!("a text of {len} bytes"),
    }
}

/// A JSON value from a request, which its sender gets back.
pub(crate) fn json(json: &str) -> String {
    if json.len() <= LONGEST { json.to_owned() } else { format!("{} bytes of JSON", json.len()) }
}

/// A path from the configuration. Its last part is not repeated if it looks like a secret in place of a path.
pub(crate) fn path(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if name.len() > LONGEST && !name.contains('.') || name.contains(API_KEY_PREFIX) {
        return format!(
            "(a name of {} bytes without an extension: is it the secret itself, not its file?)",
            name.len()
        );
    }
    path.display().to_string()
}

/// Digests of the ServerSecrets, to recognise one that somebody sends as an id.
pub(crate) struct Secrets(Vec<[u8; 32]>);

impl Secrets {
    pub fn new<'a>(secrets: impl Iterator<Item = &'a str>) -> Self {
        Self(secrets.map(|secret| Sha256::digest(secret).into()).collect())
    }

    /// Whether a text is an API key or one of the secrets, or contains one after a colon.
    pub fn are_in(&self, text: &str) -> bool {
        let is_secret =
            |text: &str| text.len() == SECRET_LEN && self.0.contains(&Sha256::digest(text).into());
        let last = || text.rsplit(':').next().unwrap_or_default();
        let is_key = |part: &[u8]| part == API_KEY_PREFIX.as_bytes();
        text.as_bytes().windows(API_KEY_PREFIX.len()).any(is_key)
            || (text.len() >= SECRET_LEN && is_secret(last()))
    }

    /// An id, for an answer.
    pub fn answered<'a>(&self, id: &'a str) -> &'a str {
        if self.are_in(id) { "[redacted: it contains a secret]" } else { id }
    }

    /// The beginning of an id, for the log: a stranger may send an id as long as a request.
    pub fn logged<'a>(&self, id: &'a str) -> &'a str {
        let id = self.answered(id);
        if id.len() <= LONGEST_ID {
            return id;
        }
        let ends = id.char_indices().map(|(at, char)| at + char.len_utf8());
        &id[..ends.take_while(|end| *end <= LONGEST_ID).last().unwrap_or(0)]
    }
}

/// Why a TOML file cannot be parsed: the position and the reason, without any content of the file except the name of
/// the key.
pub(crate) fn toml_error(path: &Path, text: &str, error: &toml::de::Error) -> StartError {
    let span = error.span().unwrap_or_default();
    let reason = without_values(error.message().lines().next().unwrap_or_default());
    let line = 1 + text.get(..span.start).unwrap_or_default().matches('\n').count();
    let key = key_at(text, &span).map_or(String::new(), |key| format!(", key {key}"));
    StartError::new(format!("{}, line {line}{key}: {reason}", self::path(path)))
}

/// The name before `=` on the line of an error.
fn key_at<'a>(text: &'a str, span: &Range<usize>) -> Option<&'a str> {
    let start = text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let (key, _) = text.get(start..)?.lines().next()?.split_once('=')?;
    let key = key.trim();
    is_name(key).then_some(key)
}

/// Whether a text can be the name of a setting and is too short for a secret.
fn is_name(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(allowed) && !text.contains(API_KEY_PREFIX)
}

/// Removes what serde and toml quote from the file when a type, value or name is wrong. What they expected stays.
fn without_values(message: &str) -> Cow<'_, str> {
    let (found, expected) = match message.find(", expected ") {
        Some(at) => message.split_at(at),
        None => (message, ""),
    };
    for (start, kind) in [("invalid type: ", "invalid type"), ("invalid value: ", "invalid value")] {
        if let Some(found) = found.strip_prefix(start) {
            let what = found.split([' ', '"', '`']).next().unwrap_or_default();
            return format!("{kind}: {what}{expected}").into();
        }
    }
    let Some((start, rest)) = found.split_once('`') else { return message.into() };
    match rest.split_once('`') {
        // An unknown or duplicate key: its name helps.
        Some((name, _)) if is_name(name) && !start.contains("variant") => message.into(),
        _ => format!("{}{expected}", start.trim_end()).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only read")]
    struct File {
        number: Option<u16>,
        choice: Option<Choice>,
        text: Option<String>,
        list: Option<Vec<u16>>,
        place: Option<std::net::SocketAddr>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Choice {
        One,
    }

    fn error(text: &str) -> String {
        let error = toml::from_str::<File>(text).unwrap_err();
        toml_error(Path::new("a.toml"), text, &error).to_string()
    }

    #[test]
    fn a_fault_has_its_place_and_its_reason_but_no_value() {
        let secret = "0123456789abcdef0123456789abcdef";
        for (text, expected) in [
            ("number = \"SECRET\"", "a.toml, line 1, key number: invalid type: string, expected u16"),
            ("\n\nchoice = \"SECRET\"", "a.toml, line 3, key choice: unknown variant, expected `one`"),
            ("text = 7", "a.toml, line 1, key text: invalid type: integer, expected a string"),
            ("list = [1, \"SECRET\"]", "a.toml, line 1, key list: invalid type: string, expected u16"),
            ("nope = \"SECRET\"", "a.toml, line 1, key nope: unknown field `nope`, expected one of"),
            ("number = 70000", "a.toml, line 1, key number: invalid value: integer, expected u16"),
            ("place = \"SECRET\"", "a.toml, line 1, key place: "),
            ("SECRET = 1", "a.toml, line 1: unknown field, expected one of"),
            ("SECRET", "a.toml, line 1: "),
            ("text = SECRET", "a.toml, line 1, key text: "),
            ("text = \"SECRET", "a.toml, line 1, key text: "),
            ("text = 'a'\ntext = \"SECRET\"", "a.toml, line 2, key text: "),
            ("[SECRET\n", "a.toml, line 1: "),
            ("text = \"\"\"\nSECRET\n", "a.toml, line "),
        ] {
            let message = error(&text.replace("SECRET", secret));
            assert!(message.starts_with(expected), "{message}");
            assert!(!message.contains("456789"), "{message}");
        }
    }

    #[test]
    fn long_texts_and_keys_are_not_repeated() {
        assert_eq!(shown("127.0.0.1:80"), "\"127.0.0.1:80\"");
        assert_eq!(shown(&"s".repeat(25)), "a text of 25 bytes");
        assert_eq!(path(Path::new("/etc/token04/secret")), "/etc/token04/secret");
        assert_eq!(
            path(Path::new("/run/a-very-long-name-of-a-file.toml")),
            "/run/a-very-long-name-of-a-file.toml"
        );
        assert!(!path(Path::new("conf/0123456789abcdef0123456789abcdef")).contains("456789"));
        let secrets = Secrets::new(["0123456789abcdef0123456789abcdef"].into_iter());
        assert_eq!(secrets.logged("user1"), "user1");
        assert_eq!(secrets.logged("abcdef0123456789abcdef0123456789"), "abcdef0123456789abcdef0123456789");
        assert_eq!(secrets.logged(&"用".repeat(1000)).len(), 126);
        for id in
            ["my t04_abcdef", "0123456789abcdef0123456789abcdef", "jwt:0123456789abcdef0123456789abcdef"]
        {
            assert!(!secrets.logged(id).contains("abcdef"), "{id}");
        }
    }
}
