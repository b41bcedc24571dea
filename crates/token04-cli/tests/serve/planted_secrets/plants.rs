//! Secrets with the places where they are planted, and the search for them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasher as _, RandomState};

/// How many characters of a secret must not be shown. Fewer could occur by chance.
const PART: usize = 10;

/// What a text that shows a secret contains, and the secret's place.
struct Form {
    bytes: Vec<u8>,
    place: String,
}

/// Every secret: each sequence of [`PART`] characters of it, in each form, by the first bytes of the form.
#[derive(Default)]
pub struct Plants(HashMap<Vec<u8>, Vec<Form>>);

impl Plants {
    pub fn new() -> Self {
        Self::default()
    }

    /// A new secret for a place, of the 32 characters of a ServerSecret.
    pub fn secret(&mut self, place: &str) -> String {
        let secret = random_text();
        self.plant(place, &secret);
        secret
    }

    /// A secret that was made elsewhere.
    pub fn plant(&mut self, place: &str, secret: &str) {
        let text = secret.strip_prefix("t04_").unwrap_or(secret);
        for part in text.as_bytes().windows(PART) {
            let hex: String = part.iter().map(|byte| format!("{byte:02x}")).collect();
            let list = format!("{part:?}").trim_matches(['[', ']']).to_owned();
            for bytes in [part.to_ascii_lowercase(), hex.into_bytes(), list.into_bytes()] {
                self.0
                    .entry(bytes[..PART].to_vec())
                    .or_default()
                    .push(Form { bytes, place: place.to_owned() });
            }
        }
    }

    /// The places of the secrets in a line, each with the part of the line that shows it.
    fn find(&self, line: &str) -> Vec<(&str, String)> {
        let lower = line.to_lowercase().into_bytes();
        let mut found = Vec::new();
        for (at, first) in lower.windows(PART).enumerate() {
            let forms = self.0.get(first).into_iter().flatten();
            for form in forms.filter(|form| lower[at..].starts_with(&form.bytes)) {
                let around = &lower[at.saturating_sub(80)..lower.len().min(at + 80)];
                found.push((form.place.as_str(), String::from_utf8_lossy(around).into_owned()));
            }
        }
        found
    }
}

/// A text with these names in it replaced.
pub fn fill(text: &[u8], names: &[(&str, &str)]) -> Vec<u8> {
    let mut filled = Vec::new();
    let mut rest = text;
    while let Some((&first, others)) = rest.split_first() {
        rest = match names.iter().find(|(name, _)| rest.starts_with(name.as_bytes())) {
            Some((name, value)) => {
                filled.extend_from_slice(value.as_bytes());
                &rest[name.len()..]
            }
            None => {
                filled.push(first);
                others
            }
        };
    }
    filled
}

/// Letters and digits.
fn random_text() -> String {
    let random = RandomState::new();
    let letter = |place: u8| b"abcdefghijklmnopqrstuvwxyz0123456789"[(random.hash_one(place) % 36) as usize];
    (0..32).map(|place| char::from(letter(place))).collect()
}

/// What shows a secret, by the secret's place: the text around it, and the outputs that it is in.
#[derive(Default)]
pub struct Leaks(pub BTreeMap<String, (String, BTreeSet<String>)>);

impl Leaks {
    pub fn search(&mut self, plants: &Plants, output: &str, text: &str) {
        for (place, around) in text.lines().flat_map(|line| plants.find(line)) {
            let (_, outputs) = self.0.entry(place.to_owned()).or_insert((around, BTreeSet::new()));
            outputs.insert(output.to_owned());
        }
    }

    /// Fails where anything was found.
    pub fn none(&self) {
        let line = |(place, (around, outputs)): (&String, &(String, BTreeSet<String>))| {
            format!("{place}\n    {around}\n    in {outputs:?}\n")
        };
        let lines: String = self.0.iter().map(line).collect();
        assert!(self.0.is_empty(), "secrets of {} places are shown:\n{lines}", self.0.len());
    }
}
