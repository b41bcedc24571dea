//! JavaScript values as the core's arguments. A value that has no lossless counterpart is refused, with the core's
//! code and message.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use token04_core::Error;
use token04_core::host::{self, Argument};

use crate::engine::{MAX_SAFE_INTEGER, Storage, Value};
use crate::values::{Kind, Unreadable};

pub fn text<'a>(value: Value<'_>, storage: &'a mut Storage, argument: Argument) -> Result<&'a str, Error> {
    value.as_text(storage).map_err(|unreadable| no_text(value, unreadable, argument))
}

/// Any text: an unpaired surrogate becomes U+FFFD.
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
            Kind::Undefined => host::missing(argument, "undefined"),
            Kind::Null => host::null(argument),
            _ => host::not_a_string(argument, Got(value)),
        },
    }
}

/// An optional text.
pub fn optional_text<'a>(
    value: Value<'_>,
    storage: &'a mut Storage,
    argument: Argument,
) -> Result<Option<&'a str>, Error> {
    if value.kind() == Kind::Undefined { Ok(None) } else { text(value, storage, argument).map(Some) }
}

/// A payload; `undefined` and `null` mean the empty one.
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

/// An optional app id.
pub fn optional_app_id(value: Value<'_>) -> Result<Option<u32>, Error> {
    if value.kind() == Kind::Undefined { Ok(None) } else { app_id(value).map(Some) }
}

/// A time to live: a number of seconds, or a text such as `10m`.
pub fn ttl(value: Value<'_>) -> Result<Duration, Error> {
    match whole(value) {
        Ok(seconds) => host::ttl(seconds),
        Err(got) => duration_text(value, host::ttl_text).unwrap_or_else(|| Err(host::invalid_ttl(got))),
    }
}

/// A time to live as a number of seconds only.
pub fn ttl_seconds(value: Value<'_>) -> Result<Duration, Error> {
    whole(value).map_or_else(|got| Err(host::invalid_ttl(got)), host::ttl)
}

/// A leeway: a number of seconds, or a text such as `30s`; zero by default.
pub fn leeway(value: Value<'_>) -> Result<Duration, Error> {
    if value.kind() == Kind::Undefined {
        return Ok(Duration::ZERO);
    }
    match whole(value) {
        Ok(seconds) => host::leeway(seconds),
        Err(got) => duration_text(value, host::leeway_text).unwrap_or_else(|| Err(host::invalid_leeway(got))),
    }
}

/// The duration that a text means; `None` for a value of another type.
fn duration_text(
    value: Value<'_>,
    parse: impl FnOnce(&str) -> Result<Duration, Error>,
) -> Option<Result<Duration, Error>> {
    match value.as_text(&mut Storage::new()) {
        Err(Unreadable::NotAString) => None,
        // Unpaired surrogates are as invalid as an empty text.
        text => Some(parse(text.unwrap_or_default())),
    }
}

/// A time in unix seconds; `None`, for the current time, by default.
pub fn now(value: Value<'_>) -> Result<Option<i64>, Error> {
    if value.kind() == Kind::Undefined {
        return Ok(None);
    }
    whole(value).map(Some).map_err(host::invalid_now)
}

/// An error code of ZEGO's.
pub fn code(value: Value<'_>) -> Result<i64, Error> {
    whole(value).map_err(|got| host::invalid_argument(format!("code must be an integer, got {got}")))
}

/// An optional error code of ZEGO's.
pub fn optional_code(value: Value<'_>) -> Result<Option<i64>, Error> {
    if value.kind() == Kind::Undefined { Ok(None) } else { code(value).map(Some) }
}

/// `true` or `false`, with a default.
pub fn flag(value: Value<'_>, name: &str, default: bool) -> Result<bool, Error> {
    match (value.as_boolean(), value.kind()) {
        (Some(truth), _) => Ok(truth),
        (None, Kind::Undefined) => Ok(default),
        (None, _) => Err(host::not_a_flag(name, "true or false", Got(value))),
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

/// An integer that is exactly the one that the caller wrote: beyond 2^53 a JavaScript number may be rounded.
fn whole(value: Value<'_>) -> Result<i64, Got<'_>> {
    match value.as_number() {
        // A fraction is lost on the way to an integer and back, and so is NaN.
        Some(number) if number as i64 as f64 == number && number.abs() <= MAX_SAFE_INTEGER as f64 => {
            Ok(number as i64)
        }
        _ => Err(Got(value)),
    }
}

/// An invalid value as a message describes it; never the content of a text.
pub struct Got<'call>(pub Value<'call>);

impl fmt::Display for Got<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(number) = self.0.as_number() {
            return match whole(self.0) {
                Ok(integer) => write!(formatter, "{integer}"),
                Err(_) => host::Float(number).fmt(formatter),
            };
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
