//! Parses the names of modes, profiles, languages, severities and findings, and serializes and deserializes
//! them by name in JSON and configuration files.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

use crate::cipher::Mode;
use crate::diagnose::{FindingId, Language, Severity};
use crate::error::{Error, ErrorCode};
use crate::json::Text;
use crate::profile::Profile;

/// Implements `FromStr` for an enumeration. The error reports the argument and every valid name.
macro_rules! readable {
    ($($choice:ident as $argument:literal;)+) => {$(
        impl FromStr for $choice {
            type Err = Error;

            /// Parses a name. Any other text is [`ErrorCode::InvalidArgument`].
            fn from_str(text: &str) -> Result<Self, Error> {
                let found = Self::ALL.iter().find(|choice| choice.name() == text);
                found.copied().ok_or_else(Self::invalid)
            }
        }

        impl $choice {
            /// The error for text that is not one of the names.
            #[doc(hidden)]
            #[must_use]
            pub fn invalid() -> Error {
                not_a_name($argument, Self::ALL.iter().map(|choice| choice.name()))
            }
        }

        impl<'de> Deserialize<'de> for $choice {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Text::deserialize(deserializer)?.0.parse().map_err(D::Error::custom)
            }
        }
    )+};
}

readable! {
    Mode as "mode";
    Profile as "profile";
    Language as "lang";
}

/// The message does not show the input, which may be a misplaced secret.
#[cold]
fn not_a_name(argument: &str, names: impl Iterator<Item = &'static str>) -> Error {
    let names = names.collect::<Vec<_>>().join(", ");
    Error::new(ErrorCode::InvalidArgument, format!("{argument} must be one of {names}"))
}

macro_rules! display {
    ($($choice:ident)+) => {$(
        impl fmt::Display for $choice {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.name())
            }
        }
    )+};
}

macro_rules! serialize {
    ($($choice:ident)+) => {$(
        impl Serialize for $choice {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    )+};
}

display! { Language Severity FindingId }
serialize! { Mode Profile Language Severity FindingId }

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::DeserializeOwned;

    fn assert_round_trip<T>(choices: &[T], names: &[&str])
    where
        T: FromStr<Err = Error> + fmt::Display + fmt::Debug + Serialize + DeserializeOwned + PartialEq + Copy,
    {
        assert_eq!(choices.iter().map(T::to_string).collect::<Vec<_>>(), names);
        for choice in choices {
            assert_eq!(choice.to_string().parse(), Ok(*choice));
            let json = serde_json::to_string(choice).unwrap();
            assert_eq!(json, format!("\"{choice}\""));
            assert_eq!(serde_json::from_str::<T>(&json).unwrap(), *choice);
        }
    }

    #[test]
    fn names_round_trip() {
        assert_round_trip(Mode::ALL, &["cbc", "gcm"]);
        assert_round_trip(Profile::ALL, &["rtc", "zim", "kit", "call"]);
        assert_round_trip(Language::ALL, &["en", "zh"]);
    }

    #[test]
    fn other_texts_are_refused_with_every_name_and_not_shown() {
        for text in ["", "RTC", " rtc", "rtc ", "0123456789abcdef0123456789abcdef"] {
            let error = text.parse::<Profile>().unwrap_err();
            assert_eq!(error.code(), ErrorCode::InvalidArgument);
            assert_eq!(error.message(), "profile must be one of rtc, zim, kit, call");
        }
        assert_eq!("ecb".parse::<Mode>().unwrap_err().message(), "mode must be one of cbc, gcm");
        assert_eq!("zh-CN".parse::<Language>().unwrap_err().message(), "lang must be one of en, zh");
        let error = serde_json::from_str::<Mode>("\"ecb\"").unwrap_err().to_string();
        assert!(error.starts_with("mode must be one of cbc, gcm"), "{error}");
    }
}
