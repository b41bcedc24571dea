//! What the program prints, and where: colour only on a terminal, and no panic where nobody listens.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;

use crate::failure::Failure;

/// What a command has to say on standard output, and how it exits.
pub struct Answer {
    text: String,
    styled: bool,
    exit: u8,
}

impl Answer {
    /// Text for a person, with the styles of a terminal; they are taken out where there is none.
    pub fn styled(text: String) -> Self {
        Self { text, styled: true, exit: 0 }
    }

    /// Text for a program, which is printed as it stands.
    pub fn plain(text: String) -> Self {
        Self { text, styled: false, exit: 0 }
    }

    /// The same answer with an exit status other than 0.
    pub fn exit(self, exit: u8) -> Self {
        Self { exit, ..self }
    }

    /// One line of JSON.
    pub fn json(value: &impl Serialize) -> Self {
        Self::plain(json(value))
    }
}

/// A value as one line of JSON.
pub fn json(value: &impl Serialize) -> String {
    // Our shapes have text as keys and nothing that fails to serialize: the fallback is never taken.
    serde_json::to_string(value).unwrap_or_default() + "\n"
}

/// Prints an answer.
pub fn answer(answer: &Answer) -> ExitCode {
    let text = answer.text.as_bytes();
    // Taking styles out would also take control characters out of what is no style.
    let printed = if answer.styled { print(anstream::stdout(), text) } else { print(io::stdout(), text) };
    match printed {
        // The reader has read enough, as `head` does.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("error: standard output cannot be written: {error}\n"));
            ExitCode::from(2)
        }
        _ => ExitCode::from(answer.exit),
    }
}

/// Prints a failure: as JSON on standard output, as text on standard error.
pub fn failure(failure: &Failure, json: bool) -> ExitCode {
    if json {
        return answer(&Answer { text: failure.json(), styled: false, exit: failure.exit() });
    }
    complain(&failure.text());
    ExitCode::from(failure.exit())
}

fn print(mut out: impl Write, text: &[u8]) -> io::Result<()> {
    out.write_all(text)?;
    out.flush()
}

fn complain(text: &str) {
    // Where standard error is closed there is nobody left to tell.
    let _ = print(anstream::stderr(), text.as_bytes());
}

/// Text that came from outside, made safe for a terminal: what could steer it or turn the reading direction
/// stands escaped.
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

/// An argument as an error may repeat it. A longer one is not repeated: it could be a secret in the wrong place.
pub fn shown(argument: &std::ffi::OsStr) -> String {
    const LONGEST: usize = 20;
    match argument.len() {
        ..=LONGEST => format!("{:?}", argument.to_string_lossy()),
        len => format!("a text of {len} bytes"),
    }
}

/// Lines of a label and a value, the values below each other.
#[derive(Default)]
pub struct Table(Vec<(&'static str, String)>);

impl Table {
    pub fn row(&mut self, label: &'static str, value: impl Into<String>) {
        self.0.push((label, value.into()));
    }

    pub fn text(&self) -> String {
        let width = self.0.iter().map(|(label, _)| label.len()).max().unwrap_or(0);
        let dim = anstyle::Style::new().dimmed();
        self.0.iter().map(|(label, value)| format!("{dim}{label:width$}{dim:#}  {value}\n")).collect()
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
