//! Errors before or while the service starts, each with a different secret.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt as _;

use super::configuration::Configuration;
use super::contents::{CONTENTS, KEYS, LINES, VALUES, VARIABLES};
use super::files::Files;
use super::plants::{Plants, fill};

/// Files and variables that replace the valid ones.
pub struct Case {
    files: Vec<(&'static str, Vec<u8>)>,
    pub variables: Vec<(&'static str, OsString)>,
}

impl Case {
    pub fn write(&self, files: &Files) {
        for (name, content) in &self.files {
            files.folder.write(name, content);
        }
    }

    pub fn undo(&self, files: &Files, good: &Configuration) {
        for (name, _) in &self.files {
            files.restore(name, good);
        }
    }
}

/// Every case, based on a valid configuration.
pub fn cases(plants: &mut Plants, good: &Configuration) -> Vec<Case> {
    let mut cases = Vec::new();
    let values = KEYS.iter().flat_map(|(table, keys)| keys.iter().map(move |key| (*table, *key)));
    let values = values.flat_map(|(table, key)| VALUES.map(|value| (table, key, value)));
    for (table, key, value) in values.chain(LINES) {
        let secret = plants.secret(&format!("token04.toml [{table}] {key} = {value}"));
        let plant = |text: &str| text.replace("SECRET", &secret);
        let text = good.with(&plant(table), &plant(key), &plant(value)).text();
        cases.push(Case { files: vec![("token04.toml", text.into_bytes())], variables: Vec::new() });
    }
    for (file, line, contents) in CONTENTS {
        let configuration =
            line.map_or_else(|| good.clone(), |(table, key, value)| good.with(table, key, value));
        for content in contents {
            let content = planted(plants, file, content);
            let files = vec![("token04.toml", configuration.text().into_bytes()), (file, content)];
            cases.push(Case { files, variables: Vec::new() });
        }
    }
    cases
}

/// Places that only a start reads.
pub fn variables(plants: &mut Plants) -> Vec<Case> {
    let mut cases = Vec::new();
    for (variable, contents) in VARIABLES {
        for content in contents {
            let content = planted(plants, variable, content);
            let variables = vec![(variable, OsString::from_vec(content))];
            cases.push(Case { files: Vec::new(), variables });
        }
    }
    cases
}

/// Content with a different secret.
fn planted(plants: &mut Plants, name: &str, content: &[u8]) -> Vec<u8> {
    let secret = plants.secret(&format!("{name}: {}", content.escape_ascii()));
    let names = [("SECRET", secret.as_str()), ("SHORT", &secret[..31]), ("DIGEST", DIGEST)];
    fill(content, &names)
}

/// The SHA-256 of no key.
const DIGEST: &str = "0000000000000000000000000000000000000000000000000000000000000000";
