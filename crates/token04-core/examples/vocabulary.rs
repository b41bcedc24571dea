//! Prints the core's vocabularies, which every language has, as JSON for `scripts/vocabulary.py`.

use serde_json::{Value, json};
use token04_core::{ErrorCode, FindingId, Language, Mode, Profile, Severity};

/// The entries of one enumeration.
macro_rules! entries {
    ($kind:literal, $choice:ident) => {
        $choice::ALL.iter().map(|entry| {
            json!({
                "id": format!("{}-{}", $kind, entry.name().replace('_', "-")),
                "kind": $kind,
                "name": entry.name(),
                "number": *entry as i32,
                "description": entry.description(),
            })
        })
    };
}

fn finding(id: FindingId) -> Value {
    let name = id.name();
    json!({"id": format!("finding-{name}"), "kind": "finding", "name": name, "number": id as i32})
}

fn main() -> serde_json::Result<()> {
    let entries: Vec<Value> = entries!("error", ErrorCode)
        .chain(entries!("mode", Mode))
        .chain(entries!("profile", Profile))
        .chain(entries!("severity", Severity))
        .chain(entries!("language", Language))
        .chain(FindingId::ALL.iter().copied().map(finding))
        .collect();
    serde_json::to_writer(std::io::stdout(), &entries)
}
