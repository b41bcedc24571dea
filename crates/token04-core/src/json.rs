//! Reading JSON through serde, without a copy where nothing is escaped, and with no key given twice.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

/// A JSON string as it is read: borrowed from the input where nothing was escaped.
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

/// A JSON number that is an integer. serde's own errors repeat a text found in its place, and would leave a piece of
/// a token's body on the heap.
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

        // Not `deserialize_i64`, which makes such an error before it asks the visitor.
        deserializer.deserialize_any(IntegerVisitor)
    }
}

/// Fills the slot of a key, which may be given only once.
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

/// The keys of an object that have no meaning here: ignored, unless one is given twice.
#[derive(Default)]
pub(crate) struct UnknownKeys<'de>(Vec<Cow<'de, str>>);

impl<'de> UnknownKeys<'de> {
    /// Notes a key and passes over its value.
    pub fn skip<A: MapAccess<'de>>(&mut self, key: Cow<'de, str>, map: &mut A) -> Result<(), A::Error> {
        self.0.push(key);
        map.next_value::<IgnoredAny>().map(drop)
    }

    /// To be called behind the last key.
    pub fn refuse_duplicates<E: de::Error>(mut self) -> Result<(), E> {
        self.0.sort_unstable();
        if self.0.windows(2).any(|pair| pair[0] == pair[1]) { Err(duplicate()) } else { Ok(()) }
    }
}
