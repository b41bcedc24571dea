//! Recognises texts that are often mistaken for a Token04: JWTs and JSON.

use super::loose::{self, Loose};
use crate::diagnose::body::json::{Entries, first_value};
use crate::diagnose::findings::Fact;
use crate::text;

/// Recognises a text of one of these kinds.
pub(super) fn recognise(text: &str) -> Option<Fact> {
    let text = text.strip_prefix("Bearer ").unwrap_or(text);
    let text = text.strip_prefix(text::PREFIX).unwrap_or(text);
    if text.starts_with("eyJ") && text.bytes().filter(|byte| *byte == b'.').count() >= 2 {
        return Some(Fact::IsJwt {});
    }
    if text.starts_with('{') {
        return recognise_json(text.as_bytes(), "");
    }
    // Versions before 04 were JSON in base64.
    recognise_base64(text).or_else(|| recognise_base64(text.get(text::PREFIX.len()..)?))
}

fn recognise_base64(text: &str) -> Option<Fact> {
    // Decode only texts that start with the base64 digits of a brace followed by a quote or a blank.
    if !text.starts_with("ey") && !text.starts_with("ew") {
        return None;
    }
    let standard = loose::without_url_alphabet(text);
    let Loose { bytes, rest, .. } = loose::decode(standard.as_deref().unwrap_or(text));
    recognise_json(&bytes, rest)
}

/// Recognises unencrypted JSON; `rest` is the text after it.
fn recognise_json(json: &[u8], rest: &str) -> Option<Fact> {
    let inside = json.strip_prefix(b"{")?.trim_ascii_start();
    if !inside.starts_with(b"\"") && !inside.starts_with(b"}") {
        return None;
    }
    let signed = match first_value::<Entries>(json) {
        Ok((entries, end)) => {
            let alone = json[end..].trim_ascii().is_empty() && rest.trim_matches(['=', ' ']).is_empty();
            !alone || entries.0.iter().any(|(key, _)| is_signature_name(key))
        }
        // Truncated JSON is still JSON; other invalid JSON has a signature appended.
        Err(error) => !rest.is_empty() || !error.is_some_and(|error| error.is_eof()),
    };
    Some(if signed { Fact::SignedJson {} } else { Fact::UnencryptedJson {} })
}

fn is_signature_name(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    ["sign", "signature", "sig", "hmac", "mac", "hash"].contains(&key.as_str())
}
