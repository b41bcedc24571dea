//! What Java hands over, as the core takes it. What does not convert stays an error beside the other
//! arguments: the core tells the first in its order.

use std::time::Duration;

use jni::objects::JByteArray;
use jni::sys::{jint, jlong};
use token04_core::host::{self, Argument};
use token04_core::{Error, Mode, Profile};

use crate::boundary::{Java, Slot};

/// The text behind an array; Java's null is no text.
#[inline]
pub fn text<'slot>(
    java: Java<'_>,
    array: &JByteArray<'_>,
    slot: &'slot mut Slot,
    argument: Argument,
) -> Result<&'slot str, Error> {
    optional_text(java, array, slot, argument)?.ok_or_else(|| host::not_a_string(argument))
}

/// The text behind an array, `None` for Java's null.
#[inline]
pub fn optional_text<'slot>(
    java: Java<'_>,
    array: &JByteArray<'_>,
    slot: &'slot mut Slot,
    argument: Argument,
) -> Result<Option<&'slot str>, Error> {
    java.bytes(array, slot).map(|bytes| host::text(bytes, argument)).transpose()
}

/// The payload behind an array; Java's null is the empty one.
#[inline]
pub fn payload<'slot>(
    java: Java<'_>,
    array: &JByteArray<'_>,
    slot: &'slot mut Slot,
) -> Result<&'slot str, Error> {
    Ok(optional_text(java, array, slot, Argument::Payload)?.unwrap_or_default())
}

/// In place of the nanoseconds of a `java.time.Duration` that is null.
const NULL: jint = -1;

/// A time to live, from the two parts of a `java.time.Duration`: seconds, rounded down, and nanoseconds.
#[inline]
pub fn ttl(seconds: jlong, nanos: jint) -> Result<Duration, Error> {
    match nanos {
        0 => host::ttl(seconds),
        NULL => Err(host::invalid_ttl("null")),
        _ => Err(host::invalid_ttl(fraction(seconds, nanos))),
    }
}

/// A leeway, from the same two parts.
pub fn leeway(seconds: jlong, nanos: jint) -> Result<Duration, Error> {
    match nanos {
        0 => host::leeway(seconds),
        NULL => Err(host::invalid_leeway("null")),
        _ => Err(host::invalid_leeway(fraction(seconds, nanos))),
    }
}

fn fraction(seconds: jlong, nanos: jint) -> f64 {
    seconds as f64 + f64::from(nanos) / 1e9
}

/// A mode by the number that `Mode.java` gives it.
pub fn mode(number: jint) -> Result<Mode, Error> {
    [Mode::Cbc, Mode::Gcm]
        .into_iter()
        .find(|mode| *mode as jint == number)
        .ok_or_else(|| host::invalid_argument("mode must be CBC or GCM"))
}

/// A profile by the number that `Profile.java` gives it; 0 is none.
pub fn profile(number: jint) -> Result<Option<Profile>, Error> {
    if number == 0 {
        return Ok(None);
    }
    let found = Profile::ALL.into_iter().find(|profile| *profile as jint == number);
    found.map(Some).ok_or_else(|| host::invalid_argument("profile must be RTC, ZIM, KIT or none"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use token04_core::ErrorCode;

    #[test]
    fn durations_are_whole_seconds() {
        assert_eq!(ttl(3600, 0), Ok(Duration::from_secs(3600)));
        assert_eq!(leeway(0, 0), Ok(Duration::ZERO));
        for (seconds, nanos) in [(0, 0), (-1, 0), (1, 1), (-1, 500_000_000), (0, NULL), (i64::MIN, 0)] {
            assert_eq!(ttl(seconds, nanos).unwrap_err().code(), ErrorCode::InvalidTtl);
        }
        for (seconds, nanos) in [(-1, 0), (0, 1), (-1, 500_000_000), (0, NULL)] {
            assert_eq!(leeway(seconds, nanos).unwrap_err().code(), ErrorCode::InvalidArgument);
        }
    }

    #[test]
    fn numbers_of_no_mode_or_profile_are_refused() {
        assert_eq!(mode(1), Ok(Mode::Gcm));
        assert_eq!(profile(0), Ok(None));
        assert_eq!(profile(3), Ok(Some(Profile::Kit)));
        for number in [-1, 4, jint::MAX] {
            assert_eq!(mode(number).unwrap_err().code(), ErrorCode::InvalidArgument);
            assert_eq!(profile(number).unwrap_err().code(), ErrorCode::InvalidArgument);
        }
    }
}
