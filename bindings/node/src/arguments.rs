//! JavaScript values as the core's arguments: what a type cannot carry over without loss is refused, with the
//! core's code and message.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use token04_core::Error;
use token04_core::host::{self, Argument};

use crate::node_api::{Kind, MAX_SAFE_INTEGER, Storage, Unreadable, Value};

pub fn text<'a>(value: Value<'_>, storage: &'a mut Storage, argument: Argument) -> Result<&'a str, Error> {
    value.as_text(storage).map_err(|unreadable| no_text(value, unreadable, argument))
}

/// Any text there is: half of a surrogate pair that stands alone becomes U+FFFD.
pub fn any_text<'a>(
    value: Value<'_>,
    storage: &'a mut Storage,
    argument: Argument,
) -> Result<&'a str, Error> {
    value.as_lossy_text(storage).map_err(|unreadable| no_text(value, unreadable, argument))
}

#[cold]
fn no_text(value: Value<'_>, unreadable: Unreadable, argument: Argument) -> Error {
    match unreadable {
        Unreadable::NotUnicode => host::not_unicode(argument),
        Unreadable::NoMemory => host::internal(),
        Unreadable::NotAString => match value.kind() {
            Kind::Undefined | Kind::Null => host::null(argument),
            _ => host::not_a_string(argument, Got(value)),
        },
    }
}

/// A text that may be left out.
pub fn optional_text<'a>(
    value: Value<'_>,
    storage: &'a mut Storage,
    argument: Argument,
) -> Result<Option<&'a str>, Error> {
    if value.kind() == Kind::Undefined { Ok(None) } else { text(value, storage, argument).map(Some) }
}

/// A payload; `undefined` and `null` are the empty one.
pub fn payload<'a>(value: Value<'_>, storage: &'a mut Storage) -> Result<&'a str, Error> {
    match value.as_text(storage) {
        Err(Unreadable::NotAString) if matches!(value.kind(), Kind::Undefined | Kind::Null) => Ok(""),
        payload => payload.map_err(|unreadable| no_text(value, unreadable, Argument::Payload)),
    }
}

pub fn app_id(value: Value<'_>) -> Result<u32, Error> {
    match whole(value) {
        Ok(number) => host::app_id(number),
        Err(got) => Err(host::invalid_app_id(got)),
    }
}

/// An app id that may be left out.
pub fn optional_app_id(value: Value<'_>) -> Result<Option<u32>, Error> {
    if value.kind() == Kind::Undefined { Ok(None) } else { app_id(value).map(Some) }
}

pub fn ttl(value: Value<'_>) -> Result<Duration, Error> {
    whole(value).map_or_else(|got| Err(host::invalid_ttl(got)), host::ttl)
}

/// A leeway, none unless given.
pub fn leeway(value: Value<'_>) -> Result<Duration, Error> {
    if value.kind() == Kind::Undefined {
        return Ok(Duration::ZERO);
    }
    whole(value).map_or_else(|got| Err(host::invalid_leeway(got)), host::leeway)
}

/// A time in unix seconds, that of the clock unless given.
pub fn now(value: Value<'_>) -> Result<Option<i64>, Error> {
    if value.kind() == Kind::Undefined {
        return Ok(None);
    }
    let invalid = |got| host::invalid_argument(format!("now must be whole unix seconds, got {got}"));
    whole(value).map(Some).map_err(invalid)
}

/// `true` or `false`, with a default.
pub fn flag(value: Value<'_>, name: &str, default: bool) -> Result<bool, Error> {
    match (value.as_boolean(), value.kind()) {
        (Some(truth), _) => Ok(truth),
        (None, Kind::Undefined) => Ok(default),
        (None, _) => Err(host::invalid_argument(format!("{name} must be true or false, got {}", Got(value)))),
    }
}

/// A mode, a profile or a language by its name; none for `undefined` and `null`.
pub fn choice<T: FromStr<Err = Error>>(value: Value<'_>) -> Result<Option<T>, Error> {
    if matches!(value.kind(), Kind::Undefined | Kind::Null) {
        return Ok(None);
    }
    // A value that is not a string fails like the empty name.
    value.as_text(&mut Storage::new()).unwrap_or_default().parse().map(Some)
}

/// A whole number that is exactly what the caller wrote: beyond 2^53 a JavaScript number may not be.
fn whole(value: Value<'_>) -> Result<i64, Got<'_>> {
    match value.as_number() {
        // A fraction is lost on the way to an integer and back, and so is what is no number.
        Some(number) if number as i64 as f64 == number && number.abs() <= MAX_SAFE_INTEGER as f64 => {
            Ok(number as i64)
        }
        _ => Err(Got(value)),
    }
}

/// What was given in place of a whole number, in words; never the content of a text.
pub struct Got<'call>(pub Value<'call>);

impl fmt::Display for Got<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(number) = self.0.as_number() {
            return show_number(number, formatter);
        }
        formatter.write_str(match self.0.kind() {
            Kind::Undefined => "undefined",
            Kind::Null => "null",
            Kind::Boolean => "a boolean",
            Kind::String => "a string",
            Kind::BigInt => "a bigint",
            Kind::Number | Kind::Other => "an object",
        })
    }
}

fn show_number(number: f64, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    if number.is_infinite() {
        formatter.write_str(if number > 0.0 { "Infinity" } else { "-Infinity" })
    } else if number.abs() < 1e21 {
        write!(formatter, "{number}")
    } else {
        write!(formatter, "{number:e}")
    }
}
