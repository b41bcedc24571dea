//! Makes text from outside safe to print.

use std::ffi::OsStr;

/// Escapes text from outside for a terminal: characters that control it or change the reading direction.
pub fn printable(text: &str) -> String {
    let steers = |char: char| {
        let turns =
            matches!(char, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        char.is_control() || turns || matches!(char, '\u{2028}' | '\u{2029}')
    };
    let mut safe = String::with_capacity(text.len());
    for char in text.chars() {
        if steers(char) { safe.extend(char.escape_debug()) } else { safe.push(char) }
    }
    safe
}

/// An argument as an error may repeat it. A long one is not repeated: it could be a misplaced secret.
pub fn shown(argument: &OsStr) -> String {
    const LONGEST: usize = 20;
    match argument.len() {
        ..=LONGEST => format!("{:?}", argument.to_string_lossy()),
        len => format!("a text of {len} bytes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\n\u{202e}c\u{9b}\0"), r"a\u{1b}[31mb\n\u{202e}c\u{9b}\0");
        assert_eq!(printable(r#"房间 😀 "\ é"#), r#"房间 😀 "\ é"#);
    }

    #[test]
    fn nothing_as_long_as_a_secret_is_repeated() {
        assert_eq!(shown("-9223372036854775808".as_ref()), "\"-9223372036854775808\"");
        assert_eq!(shown("0123456789abcdef01234".as_ref()), "a text of 21 bytes");
    }
}
