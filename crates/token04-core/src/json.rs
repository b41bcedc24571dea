//! Reads JSON through serde, without a copy if nothing is escaped, and rejects duplicate keys.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

/// A JSON string, borrowed from the input if nothing is escaped.
pub(crate) struct Text<'de>(pub Cow<'de, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(TextVisitor)
    }
}

/// A JSON number that is an integer. serde's own type errors quote a string found in its place, which would
/// leave part of a token's body on the heap.
pub(crate) struct Integer(pub i64);

impl<'de> Deserialize<'de> for Integer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IntegerVisitor;

        impl Visitor<'_> for IntegerVisitor {
            type Value = Integer;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an integer of 64 bits")
            }

            fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
                Ok(Integer(number))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
                number.try_into().map(Integer).map_err(|_| E::custom("an integer is out of range"))
            }

            fn visit_str<E: de::Error>(self, _: &str) -> Result<Self::Value, E> {
                Err(E::custom("a number is a string"))
            }
        }

        // Not `deserialize_i64`, which creates such an error before it calls the visitor.
        deserializer.deserialize_any(IntegerVisitor)
    }
}

/// Sets the value of a key, which may occur only once.
#[inline]
pub(crate) fn once<T, E: de::Error>(slot: &mut Option<T>, value: T) -> Result<(), E> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(duplicate()),
    }
}

fn duplicate<E: de::Error>() -> E {
    de::Error::custom("a key is given twice")
}

/// The unknown keys of an object. They are ignored, but a duplicate is an error.
#[derive(Default)]
pub(crate) struct UnknownKeys<'de>(Vec<Cow<'de, str>>);

impl<'de> UnknownKeys<'de> {
    /// Records a key and skips its value.
    pub fn skip<A: MapAccess<'de>>(&mut self, key: Cow<'de, str>, map: &mut A) -> Result<(), A::Error> {
        self.0.push(key);
        map.next_value::<IgnoredAny>().map(drop)
    }

    /// Fails if a key was given twice. Call this after the last key.
    pub fn refuse_duplicates<E: de::Error>(mut self) -> Result<(), E> {
        self.0.sort_unstable();
        if self.0.windows(2).any(|pair| pair[0] == pair[1]) { Err(duplicate()) } else { Ok(()) }
    }
}
