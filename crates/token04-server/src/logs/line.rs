//! An event as a line of JSON, written by hand: each request waits for its line, and the general formatter costs a
//! tenth of the requests per second.

use std::fmt::{self, Write as _};
use std::time::SystemTime;

use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

use super::timestamp;

/// The format of a line: time, level, and the fields of the event in order.
pub(super) struct JsonLine;

impl<S, N> FormatEvent<S, N> for JsonLine
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, _: &FmtContext<'_, S, N>, mut out: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        let mut line = String::with_capacity(384);
        line.push_str(r#"{"timestamp":""#);
        timestamp::push(&mut line, SystemTime::now());
        line.push_str(r#"","level":""#);
        line.push_str(event.metadata().level().as_str());
        line.push('"');
        event.record(&mut Fields(&mut line));
        line.push_str("}\n");
        out.write_str(&line)
    }
}

/// Appends the fields one by one.
struct Fields<'a>(&'a mut String);

impl Fields<'_> {
    fn key(&mut self, field: &Field) {
        self.0.push_str(",\"");
        // A name from the source, which needs no escape.
        self.0.push_str(field.name());
        self.0.push_str("\":");
    }

    fn number(&mut self, field: &Field, number: impl itoa::Integer) {
        self.key(field);
        self.0.push_str(itoa::Buffer::new().format(number));
    }

    /// Writes a value in quotes.
    fn quoted(&mut self, field: &Field, write: impl FnOnce(&mut Escaped<'_>) -> fmt::Result) {
        self.key(field);
        self.0.push('"');
        // Writing to a string cannot fail.
        let _ = write(&mut Escaped(self.0));
        self.0.push('"');
    }
}

/// Appends text that is inside quotes.
struct Escaped<'a>(&'a mut String);

impl Escaped<'_> {
    /// Writes a character as JSON. One that could control a terminal or change the reading direction is written as
    /// `\u`, although JSON would allow it.
    fn char(&mut self, char: char) {
        let turns =
            matches!(char, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        match char {
            '"' | '\\' => self.0.extend(['\\', char]),
            '\n' => self.0.push_str("\\n"),
            _ if char.is_control() || turns => {
                let _ = write!(self.0, "\\u{:04x}", u32::from(char));
            }
            _ => self.0.push(char),
        }
    }
}

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\';
        if text.bytes().all(plain) {
            self.0.push_str(text);
        } else {
            text.chars().for_each(|char| self.char(char));
        }
        Ok(())
    }
}

impl Visit for Fields<'_> {
    fn record_str(&mut self, field: &Field, text: &str) {
        self.quoted(field, |out| out.write_str(text));
    }

    fn record_u64(&mut self, field: &Field, number: u64) {
        self.number(field, number);
    }

    fn record_i64(&mut self, field: &Field, number: i64) {
        self.number(field, number);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.key(field);
        self.0.push_str(if value { "true" } else { "false" });
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.quoted(field, |out| write!(out, "{value:?}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;
    use std::sync::{Arc, Mutex};

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn every_line_is_an_object_of_json() {
        let kept = Kept::default();
        let writer = kept.clone();
        let subscriber =
            tracing_subscriber::fmt().event_format(JsonLine).with_writer(move || writer.clone()).finish();
        tracing::subscriber::with_default(subscriber, || {
            let odd = "a\"b\\c\nd\u{1b}[31m\u{0}\u{7f}\u{9b}\u{202e}\u{2066}用户";
            tracing::info!(text = odd, number = 7_u64, below = -7, yes = true, shown = %odd, none = None::<&str>, "hello {odd}");
            tracing::warn!("plain");
        });
        let text = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
        let lines: Vec<serde_json::Value> =
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0]["text"], "a\"b\\c\nd\u{1b}[31m\u{0}\u{7f}\u{9b}\u{202e}\u{2066}用户");
        assert!(text.contains("\\u007f\\u009b\\u202e\\u2066用户"), "{text}");
        assert_eq!(lines[0]["shown"], lines[0]["text"]);
        assert_eq!(
            (&lines[0]["number"], &lines[0]["below"], &lines[0]["yes"]),
            (&7.into(), &(-7).into(), &true.into())
        );
        assert!(
            lines[0].get("none").is_none() && lines[0]["message"].as_str().unwrap().starts_with("hello a\"b")
        );
        assert_eq!((&lines[1]["level"], &lines[1]["message"]), (&"WARN".into(), &"plain".into()));
        assert!(lines[1]["timestamp"].as_str().unwrap().ends_with('Z'));
    }
}
