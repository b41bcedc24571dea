//! A `java.time.Duration`, which comes over as its seconds, rounded down, and the nanoseconds beyond.

use std::time::Duration;

use jni::sys::{jint, jlong};
use token04_core::{Error, host};

/// In place of the nanoseconds of a duration that is null.
const NULL: jint = -1;

/// A time to live.
#[inline]
pub fn ttl(seconds: jlong, nanos: jint) -> Result<Duration, Error> {
    match nanos {
        0 => host::ttl(seconds),
        NULL => Err(host::invalid_ttl("null")),
        _ => Err(host::invalid_ttl(fraction(seconds, nanos))),
    }
}

/// A leeway.
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
        assert_eq!(
            ttl(1, 500_000_000).unwrap_err().message(),
            "ttl must be whole seconds, at least 1, got 1.5"
        );
    }
}
