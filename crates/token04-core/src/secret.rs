//! The ServerSecret as a key: the 32 bytes of its text.

use crate::error::{Error, ErrorCode};

/// The length of a ServerSecret, in bytes.
pub(crate) const SECRET_LEN: usize = 32;

/// The 32 bytes of a ServerSecret, always borrowed from the caller's text: a copy would have to be wiped.
pub(crate) type Key = [u8; SECRET_LEN];

/// Checks a ServerSecret and returns its bytes as the key.
pub(crate) fn key(secret: &str) -> Result<&Key, Error> {
    secret.as_bytes().try_into().map_err(|_| wrong_length(secret))
}

#[cold]
fn wrong_length(secret: &str) -> Error {
    let message = if is_app_sign(secret) {
        "secret must be the ServerSecret of 32 bytes; 64 hex characters are the AppSign, which is for clients"
            .to_owned()
    } else if let Some(around) = around_secret(secret) {
        format!("secret must be {SECRET_LEN} bytes, got {}: remove {around}", secret.len())
    } else {
        let (bytes, characters) = (secret.len(), secret.chars().count());
        let counted = if bytes == characters { String::new() } else { format!(" ({characters} characters)") };
        format!("secret must be {SECRET_LEN} bytes, got {bytes}{counted}")
    };
    Error::new(ErrorCode::InvalidSecret, message)
}

/// What surrounds a text that would be a ServerSecret without it, as when it was copied from a file.
fn around_secret(text: &str) -> Option<&'static str> {
    match (text.trim().len(), bare(text).len()) {
        (SECRET_LEN, _) => Some("the white space around it"),
        (_, SECRET_LEN) => Some("the quotes around it"),
        _ => None,
    }
}

/// A secret without the quotes and blanks around it that a configuration file may have left.
pub(crate) fn bare(secret: &str) -> &str {
    secret.trim_matches(|char: char| {
        char.is_whitespace() || matches!(char, '"' | '\'' | '`' | '“' | '”' | '‘' | '’')
    })
}

/// Whether a text looks like ZEGO's AppSign, which is often mistaken for the ServerSecret.
pub(crate) fn is_app_sign(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_explain_the_problem() {
        let message = |secret: &str| key(secret).unwrap_err().message().to_owned();
        assert_eq!(message(&"a".repeat(31)), "secret must be 32 bytes, got 31");
        assert_eq!(message(&"秘".repeat(32)), "secret must be 32 bytes, got 96 (32 characters)");
        let secret = "0123456789abcdef0123456789abcdef";
        for text in [format!("{secret}\n"), format!("\u{feff} {secret}").replace('\u{feff}', "\t")] {
            assert!(message(&text).ends_with(": remove the white space around it"), "{text:?}");
        }
        for text in [format!("\"{secret}\""), format!("'{secret}'\n"), format!("\u{201c}{secret}\u{201d}")] {
            assert!(message(&text).ends_with(": remove the quotes around it"), "{text:?}");
        }
        assert!(message(&"0f".repeat(32)).contains("AppSign"));
        assert!(key(&"é".repeat(16)).is_ok());
    }

    #[test]
    fn quotes_and_blanks_around_a_secret_are_removed() {
        for secret in ["a'b", "\"a'b\"", "'a'b'\n", " “a'b” ", "`a'b"] {
            assert_eq!(bare(secret), "a'b");
        }
        assert_eq!(bare("\"\""), "");
    }
}
