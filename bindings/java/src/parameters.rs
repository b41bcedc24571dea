//! Numbers in place of what Java passes by reference: durations, points in time, and constants of enumerations.
//! Each may be null in Java, for which there is a number too.

use std::time::Duration;

use jni::sys::{jint, jlong};
use token04_core::host::{self, invalid_leeway, invalid_now, invalid_ttl};
use token04_core::{Error, Language, Mode, Profile};

/// In place of the nanoseconds of a duration that is null.
pub const NULL_DURATION: jint = -1;

/// In place of a point in time: the system clock's.
pub const SYSTEM_CLOCK: jlong = jlong::MIN;

/// In place of a point in time that is null.
pub const NULL_INSTANT: jlong = jlong::MIN + 1;

/// A time to live.
#[inline]
pub fn ttl(seconds: jlong, nanos: jint) -> Result<Duration, Error> {
    if nanos == NULL_DURATION { Err(invalid_ttl("null")) } else { host::ttl_with_nanoseconds(seconds, nanos) }
}

/// A leeway.
pub fn leeway(seconds: jlong, nanos: jint) -> Result<Duration, Error> {
    match nanos {
        NULL_DURATION => Err(invalid_leeway("null")),
        _ => host::leeway_with_nanoseconds(seconds, nanos),
    }
}

/// A point in time in unix seconds, or `None` for the system clock's.
#[inline]
pub fn now(seconds: jlong) -> Result<Option<i64>, Error> {
    match seconds {
        SYSTEM_CLOCK => Ok(None),
        NULL_INSTANT => Err(invalid_now("null")),
        _ => Ok(Some(seconds)),
    }
}

/// A mode by the number that `Mode.java` gives it.
pub fn mode(number: jint) -> Result<Mode, Error> {
    Mode::from_number(number).ok_or_else(Mode::invalid)
}

/// A profile by the number that `Profile.java` gives it; 0 for null, which means none.
pub fn profile(number: jint) -> Result<Option<Profile>, Error> {
    match number {
        0 => Ok(None),
        _ => Profile::from_number(number).map(Some).ok_or_else(Profile::invalid),
    }
}

/// A language by the number that `Language.java` gives it.
pub fn language(number: jint) -> Result<Language, Error> {
    Language::from_number(number).ok_or_else(Language::invalid)
}

#[cfg(test)]
mod tests {
    use super::*;
    use token04_core::ErrorCode;

    #[test]
    fn null_is_invalid_where_a_value_is_needed() {
        assert_eq!(ttl(0, NULL_DURATION).unwrap_err().code(), ErrorCode::InvalidTtl);
        assert_eq!(leeway(0, NULL_DURATION).unwrap_err().code(), ErrorCode::InvalidArgument);
        assert_eq!(now(NULL_INSTANT).unwrap_err().code(), ErrorCode::InvalidArgument);
        assert_eq!(now(SYSTEM_CLOCK), Ok(None));
        assert_eq!(now(0), Ok(Some(0)));
        assert_eq!(profile(0), Ok(None));
    }

    #[test]
    fn unknown_numbers_are_invalid() {
        assert_eq!(mode(1), Ok(Mode::Gcm));
        assert_eq!(profile(3), Ok(Some(Profile::Kit)));
        assert_eq!(language(1), Ok(Language::Zh));
        for number in [-1, 5, jint::MAX] {
            assert_eq!(mode(number).unwrap_err().code(), ErrorCode::InvalidArgument);
            assert_eq!(profile(number).unwrap_err().code(), ErrorCode::InvalidArgument);
            assert_eq!(language(number).unwrap_err().code(), ErrorCode::InvalidArgument);
        }
    }
}
