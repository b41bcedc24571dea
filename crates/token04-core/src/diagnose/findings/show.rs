//! Formats values in messages: times, durations and ids, in either language, and never the secret.

use crate::date;
use crate::diagnose::question::Language;
use crate::diagnose::redaction::Redaction;

/// The context for formatting values: the language, the time, and what must not be shown.
pub(crate) struct Voice<'a> {
    pub language: Language,
    pub now: i64,
    pub redaction: &'a Redaction,
}

/// The maximum length of a quoted input in a message, in characters.
const LONGEST_QUOTE: usize = 64;

impl Voice<'_> {
    /// Returns the value for the language.
    pub fn choose<T>(&self, english: T, chinese: T) -> T {
        match self.language {
            Language::En => english,
            Language::Zh => chinese,
        }
    }

    fn guard(&self, text: String) -> String {
        if self.redaction.hides(&text) { self.redacted() } else { text }
    }

    fn redacted(&self) -> String {
        self.choose("[redacted]", "[已隐去]").to_owned()
    }
}

/// A value that a message can contain.
pub(crate) trait Show {
    /// The separators between the items of a list, in English and Chinese.
    const SEPARATORS: [&'static str; 2] = [", ", "、"];

    fn show(&self, voice: &Voice<'_>) -> String;
}

/// Our own words are shown unchanged.
impl Show for &'static str {
    fn show(&self, _: &Voice<'_>) -> String {
        (*self).to_owned()
    }
}

/// Input text is quoted, truncated if it is long, and redacted if it contains the secret.
impl Show for String {
    fn show(&self, voice: &Voice<'_>) -> String {
        if voice.redaction.hides(self) {
            return voice.redacted();
        }
        let mut quoted = String::new();
        for char in self.chars().take(LONGEST_QUOTE) {
            // Escape invisible characters, but not quotes and backslashes.
            if matches!(char, '"' | '\'' | '\\') {
                quoted.push(char)
            } else {
                quoted.extend(char.escape_debug())
            }
        }
        if self.chars().nth(LONGEST_QUOTE).is_some() {
            quoted.push('…');
        }
        voice.choose(format!("\"{quoted}\""), format!("“{quoted}”"))
    }
}

/// A number as written in JSON, which may be outside the range of our integers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Digits(pub String);

impl Show for Digits {
    fn show(&self, voice: &Voice<'_>) -> String {
        voice.guard(self.0.clone())
    }
}

macro_rules! show_numbers {
    ($($number:ty)+) => {
        $(impl Show for $number {
            fn show(&self, voice: &Voice<'_>) -> String {
                voice.guard(self.to_string())
            }
        })+
    };
}

show_numbers! { usize u32 u64 i64 }

/// A number of bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bytes(pub usize);

impl Show for Bytes {
    fn show(&self, voice: &Voice<'_>) -> String {
        let unit = voice.choose(if self.0 == 1 { "byte" } else { "bytes" }, "字节");
        voice.guard(format!("{} {unit}", self.0))
    }
}

/// The maximum number of list items in a message.
const LONGEST_LIST: usize = 6;

impl<T: Show> Show for Vec<T> {
    fn show(&self, voice: &Voice<'_>) -> String {
        let mut shown: Vec<String> = self.iter().take(LONGEST_LIST).map(|item| item.show(voice)).collect();
        if self.len() > LONGEST_LIST {
            shown.push("…".to_owned());
        }
        let [english, chinese] = T::SEPARATORS;
        shown.join(voice.choose(english, chinese))
    }
}

/// A time in unix seconds, shown in UTC and relative to now.
#[derive(Clone, Copy)]
pub(crate) struct Time(pub i64);

impl Show for Time {
    fn show(&self, voice: &Voice<'_>) -> String {
        let distance = Span(self.0.abs_diff(voice.now)).show(voice);
        let (english, chinese) = if self.0 <= voice.now {
            (format!("{distance} ago"), format!("{distance}前"))
        } else {
            (format!("in {distance}"), format!("{distance}后"))
        };
        let utc = date::utc(self.0).unwrap_or_else(|| self.0.to_string());
        voice.guard(voice.choose(format!("{utc} ({english})"), format!("{utc}（{chinese}）")))
    }
}

/// A duration in seconds, shown in its two largest units.
#[derive(Clone, Copy)]
pub(crate) struct Span(pub u64);

impl Show for Span {
    fn show(&self, voice: &Voice<'_>) -> String {
        date::span(self.0, voice.choose(["d", "h", "min", "s"], ["天", "小时", "分钟", "秒"]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    fn voice(language: Language) -> Voice<'static> {
        static REDACTION: LazyLock<Redaction> = LazyLock::new(|| Redaction::of(Some("secret1")));
        Voice { language, now: 1_700_000_000, redaction: &REDACTION }
    }

    #[test]
    fn times_are_utc_and_relative() {
        let english = voice(Language::En);
        assert_eq!(Time(1_700_000_000 - 11_520).show(&english), "2023-11-14 19:01:20 UTC (3 h 12 min ago)");
        assert_eq!(Time(1_700_000_005).show(&english), "2023-11-14 22:13:25 UTC (in 5 s)");
        assert_eq!(Time(951_782_400).show(&english), "2000-02-29 00:00:00 UTC (8659 d 22 h ago)");
        assert_eq!(Time(253_402_300_799).show(&english).split(' ').next(), Some("9999-12-31"));
        let chinese = voice(Language::Zh);
        assert_eq!(Time(1_700_086_400).show(&chinese), "2023-11-15 22:13:20 UTC（1 天后）");
        assert_eq!(Span(59).show(&chinese), "59 秒");
        for extreme in [i64::MIN, -1, i64::MAX] {
            assert!(Time(extreme).show(&english).starts_with(&extreme.to_string()));
        }
    }

    #[test]
    fn texts_are_quoted_cut_and_hidden() {
        let voice = voice(Language::En);
        assert_eq!("a\"\n\u{202e}张".to_owned().show(&voice), r#""a"\n\u{202e}张""#);
        assert_eq!("x".repeat(65).show(&voice), format!("\"{}…\"", "x".repeat(64)));
        assert_eq!(format!("{}secret1", "x".repeat(60)).show(&voice), "[redacted]");
        assert_eq!(vec![1_usize; 9].show(&voice), "1, 1, 1, 1, 1, 1, …");
    }
}
