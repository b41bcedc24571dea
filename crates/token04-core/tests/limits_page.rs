//! docs/*/concepts/modes-and-profiles.md has the limits of ids that the profiles check.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;

use token04_core::Profile;

/// Punctuation as a cell of a table shows it.
fn cell(punctuation: &str) -> String {
    let characters: Vec<String> = punctuation.chars().map(String::from).collect();
    let fence = if punctuation.contains('`') { "``" } else { "`" };
    format!("| {fence}{}{fence} |", characters.join(" ").replace('|', "\\|"))
}

#[test]
fn pages_have_the_limits_of_the_profiles() {
    for language in ["en", "zh-CN"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(language);
        let page = std::fs::read_to_string(folder.join("concepts/modes-and-profiles.md")).unwrap();
        for profile in Profile::ALL {
            let ((user_id, of_users), (room_id, of_rooms)) =
                (profile.user_id_limits(), profile.room_id_limits());
            let row =
                page.lines().find(|line| line.starts_with(&format!("| `{}` |", profile.name()))).unwrap();
            // The kit's limits are those of another row.
            assert!(row.contains(&format!("1 … {user_id}")) || row.contains("`rtc`"), "{row}");
            assert!(page.contains(&cell(of_users)), "{language}: {}", cell(of_users));
            assert!(page.contains(&cell(of_rooms)), "{language}: {}", cell(of_rooms));
            assert!(page.contains(&format!("1 … {room_id}")), "{language}");
        }
    }
}
