//! Secrets with the places where they are planted, and the search for them.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher as _, RandomState};

/// How many characters of a secret must not be shown. Fewer could be there by chance.
const PART: usize = 10;

/// Every secret, with its place.
#[derive(Default)]
pub struct Plants(Vec<(String, String)>);

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
        self.0.push((place.to_owned(), secret.to_owned()));
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

/// What was found, as lines for people: where it was planted, where it was shown, and the line that shows it.
pub struct Leaks {
    /// Each run of [`PART`] characters of a secret, in each form, with the secret's place.
    parts: BTreeMap<usize, HashMap<Vec<u8>, String>>,
    pub found: Vec<String>,
}

impl Leaks {
    pub fn new(plants: &Plants) -> Self {
        let mut parts = BTreeMap::<usize, HashMap<_, _>>::new();
        for (place, secret) in &plants.0 {
            let text = secret.strip_prefix("t04_").unwrap_or(secret).to_lowercase();
            for part in text.as_bytes().windows(PART) {
                let hex: String = part.iter().map(|byte| format!("{byte:02x}")).collect();
                let list = format!("{part:?}").trim_matches(['[', ']']).to_owned();
                for form in [part.to_vec(), hex.into_bytes(), list.into_bytes()] {
                    parts.entry(form.len()).or_default().insert(form, place.clone());
                }
            }
        }
        Self { parts, found: Vec::new() }
    }

    /// Searches an output: each place is reported once for it, with the first line that shows it.
    pub fn search(&mut self, output: &str, text: &str) {
        let mut places = BTreeMap::new();
        for line in text.lines() {
            let lower = line.to_lowercase();
            for (&length, parts) in &self.parts {
                for place in lower.as_bytes().windows(length).filter_map(|window| parts.get(window)) {
                    places.entry(place).or_insert(line);
                }
            }
        }
        let report = |(place, line)| format!("{place}\n    in {output}\n    {line:?}");
        self.found.extend(places.into_iter().map(report));
    }

    /// Fails where anything was found.
    pub fn none(&self) {
        let count = self.found.len();
        assert!(count == 0, "{count} outputs show a secret:\n{}", self.found.join("\n"));
    }
}
