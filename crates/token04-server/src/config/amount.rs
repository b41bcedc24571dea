//! Amounts as an operator writes them: `"7d"`, `"100/s"`, `"64KiB"`.

use std::num::NonZeroU32;
use std::time::Duration;

use serde::de::{self, Deserialize, Deserializer, Visitor};

/// A duration in whole seconds: a number, or text such as `90s`, `15m`, `12h`, `7d`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seconds(pub u64);

/// A rate of requests per second, minute or hour: `10/s`, `100/m`, `1000/h`. The same number may arrive at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// The number of requests.
    pub count: NonZeroU32,
    /// The time for that number.
    pub per: Duration,
}

/// A count of bytes: a number, or text such as `64KiB`, `1MiB`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub usize);

impl Seconds {
    /// The duration for a timer.
    #[must_use]
    pub fn duration(self) -> Duration {
        Duration::from_secs(self.0)
    }

    fn parse(text: &str) -> Option<Self> {
        token04_core::host::parse_duration(text).map(|duration| Self(duration.as_secs()))
    }
}

impl Rate {
    fn parse(text: &str) -> Option<Self> {
        let (count, unit) = text.split_once('/')?;
        let per = match unit.trim() {
            "s" => 1,
            "m" => 60,
            "h" => 3600,
            _ => return None,
        };
        Some(Self { count: count.trim().parse().ok()?, per: Duration::from_secs(per) })
    }
}

impl Size {
    fn parse(text: &str) -> Option<Self> {
        let bytes = scaled(text, &[("KiB", 1 << 10), ("MiB", 1 << 20)])?;
        usize::try_from(bytes).ok().map(Self)
    }
}

/// A whole number with one of the units, or without a unit.
fn scaled(text: &str, units: &[(&str, u64)]) -> Option<u64> {
    let text = text.trim();
    let with_unit = units.iter().find_map(|(unit, scale)| Some((text.strip_suffix(unit)?, *scale)));
    let (number, scale) = with_unit.unwrap_or((text, 1));
    let number = number.trim_end();
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    number.parse::<u64>().ok()?.checked_mul(scale)
}

struct Amount<T> {
    expected: &'static str,
    parse: fn(&str) -> Option<T>,
}

impl<T> Visitor<'_> for Amount<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.expected)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

impl<'de> Deserialize<'de> for Seconds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "seconds, or a time such as \"90s\", \"15m\", \"12h\" or \"7d\"";
        deserializer.deserialize_any(Amount { expected, parse: Seconds::parse })
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a rate such as \"10/s\", \"100/m\" or \"1000/h\"";
        deserializer.deserialize_any(Amount { expected, parse: Rate::parse })
    }
}

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "bytes, or a size such as \"64KiB\"";
        deserializer.deserialize_any(Amount { expected, parse: Size::parse })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_operators_write() {
        assert_eq!(Seconds::parse("90"), Some(Seconds(90)));
        assert_eq!(Seconds::parse("15m"), Some(Seconds(900)));
        assert_eq!(Seconds::parse("7d"), Some(Seconds(604_800)));
        assert_eq!(Size::parse("64KiB"), Some(Size(65_536)));
        let rate = Rate::parse("100/m").unwrap();
        assert_eq!((rate.count.get(), rate.per.as_secs()), (100, 60));
    }

    #[test]
    fn refuses_what_could_be_meant_in_two_ways() {
        let too_long = "99999999999999999999";
        for text in ["", "d", "-1", "+1", "7 d", " 90s", "90s ", "1.5h", "1w", "1d2h", too_long] {
            assert_eq!(Seconds::parse(text), None, "{text}");
        }
        for text in ["10", "0/s", "10/d", "/s", "1.5/s"] {
            assert_eq!(Rate::parse(text), None, "{text}");
        }
        assert_eq!(Size::parse("64K"), None);
    }
}
