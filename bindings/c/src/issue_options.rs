//! What issuing can be given besides its arguments.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::time::Duration;

use token04_core::{Error, host};

use crate::boundary::{number, reserved};
use crate::growth::{self, Growing};

/// What can be given when issuing a token besides its arguments. Start with TOKEN04_ISSUE_OPTIONS_INIT.
#[repr(C)]
pub struct token04_issue_options {
    /// The size of this struct: sizeof(token04_issue_options).
    pub size: usize,
    /// The time of issue, in unix seconds; NULL for that of the clock.
    pub now: *const i64,
    /// The nanoseconds of the ttl beyond its seconds, of either sign, for languages whose durations have them. Any
    /// but 0 is TOKEN04_INVALID_TTL: a ttl is never rounded.
    pub ttl_nanoseconds: i32,
    /// Must be 0.
    pub reserved: i32,
}

// SAFETY: integers and pointers can be zero.
unsafe impl Growing for token04_issue_options {
    const NAME: &'static str = "issue_options";
}

/// Both times of issuing, as the core takes them: either can be invalid.
pub(crate) struct Times {
    pub ttl: Result<Duration, Error>,
    pub now: Result<Option<i64>, Error>,
}

impl Times {
    pub unsafe fn new(ttl: i64, options: *const token04_issue_options) -> Self {
        if options.is_null() {
            return Self { ttl: host::ttl(ttl), now: Ok(None) };
        }
        let checked = || {
            // SAFETY: not NULL, so it is a struct of the caller's.
            let options = unsafe { growth::read(options) }?;
            reserved(options.reserved, "issue_options")?;
            Ok(options)
        };
        match checked() {
            Ok(options) => Self {
                ttl: host::ttl_with_nanoseconds(ttl, options.ttl_nanoseconds),
                // SAFETY: as the header asks of the caller.
                now: Ok(unsafe { number(options.now) }),
            },
            Err(invalid) => Self { ttl: host::ttl(ttl), now: Err(invalid) },
        }
    }
}
