//! Looks for the secret in the readable parts of a token.

use memchr::memmem::Finder;
use zeroize::Zeroizing;

use super::loose::{self, Loose};
use crate::diagnose::collected::Collected;
use crate::diagnose::findings::{ExposedIn, Fact};
use crate::diagnose::redaction::SHORTEST;
use crate::{hex, kit, secret};

/// Reports a secret that can be read in a token, in any encoding.
pub(crate) fn check(token: &str, secret: &str, collected: &mut Collected) {
    let secret = secret::bare(secret);
    if secret.len() < SHORTEST {
        return;
    }
    let bytes = hex::decode(secret).unwrap_or_default();
    let forms = [secret.as_bytes(), &bytes];
    let finders: Vec<Finder<'_>> =
        forms.into_iter().filter(|form| form.len() >= SHORTEST).map(Finder::new).collect();
    let holds = |text: &[u8]| finders.iter().any(|finder| finder.find(text).is_some());
    let place = find(token, &holds).or_else(|| {
        let decoded = kit::percent_decode(token).filter(|_| token.contains('%'))?;
        find(&decoded, &holds)
    });
    if let Some(place) = place {
        collected.add(Fact::Exposed { place });
    }
}

fn find(token: &str, holds: &impl Fn(&[u8]) -> bool) -> Option<ExposedIn> {
    if holds(token.as_bytes()) {
        return Some(ExposedIn::Text);
    }
    let text: String = token.split_whitespace().collect();
    let text = loose::without_url_alphabet(&text).unwrap_or(text);
    let (token, kit_part) = text.split_once('#').unwrap_or((&text, ""));
    let anywhere = |text: &str| runs(text).any(|run| holds(&run) || holds(&percent_decoded(&run)));
    if anywhere(token) {
        return Some(ExposedIn::Base64);
    }
    anywhere(kit_part).then_some(ExposedIn::KitPart)
}

/// Decodes each run of base64 in a text, starting at each of its first four digits, because other digits may
/// precede the base64.
fn runs(text: &str) -> impl Iterator<Item = Zeroizing<Vec<u8>>> {
    let is_digit = |char: char| char.is_ascii() && loose::is_digit(char as u8);
    let runs = text.split(move |char| !is_digit(char)).filter(|run| run.len() >= SHORTEST);
    runs.flat_map(|run| {
        (0..4).map(|start| {
            let Loose { bytes, .. } = loose::decode(&run[start..]);
            Zeroizing::new(bytes)
        })
    })
}

/// Removes percent-encoding, which the user's name in a kit token has.
fn percent_decoded(bytes: &[u8]) -> Vec<u8> {
    let decoded =
        std::str::from_utf8(bytes).ok().filter(|text| text.contains('%')).and_then(kit::percent_decode);
    decoded.map_or_else(Vec::new, String::into_bytes)
}
