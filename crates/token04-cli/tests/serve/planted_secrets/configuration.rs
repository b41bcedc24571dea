//! A configuration as lines, of which each can be replaced.

use std::fmt::Write as _;

/// The lines of a configuration: table, key, value.
#[derive(Clone, Default)]
pub struct Configuration(Vec<(String, String, String)>);

impl Configuration {
    /// Sets a key to a value, both as written in the file.
    pub fn set(&mut self, table: &str, key: &str, value: &str) {
        self.0.retain(|(other, name, _)| (other.as_str(), name.as_str()) != (table, key));
        self.0.push((table.to_owned(), key.to_owned(), value.to_owned()));
    }

    /// The configuration with another line, and the lines that it requires.
    pub fn with(&self, table: &str, key: &str, value: &str) -> Self {
        let mut changed = self.clone();
        if matches!(key, "jwks_file" | "jwks_url") {
            changed.0.retain(|(_, name, _)| name != "key_file");
        }
        if table == "tls" {
            changed.set("tls", "cert_file", "'cert.pem'");
            changed.set("tls", "key_file", "'key.pem'");
        }
        changed.set(table, key, value);
        changed
    }

    pub fn text(&self) -> String {
        let mut tables: Vec<&str> = self.0.iter().map(|(table, ..)| table.as_str()).collect();
        tables.sort_unstable();
        tables.dedup();
        let mut text = String::new();
        for table in tables {
            if !table.is_empty() {
                writeln!(text, "[{table}]").unwrap();
            }
            for (_, key, value) in self.0.iter().filter(|(other, ..)| other == table) {
                writeln!(text, "{key} = {value}").unwrap();
            }
        }
        text
    }
}
