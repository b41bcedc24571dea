//! A ttl as text, for languages without a duration type.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;

use token04_core::host;

use crate::boundary::{null, run};
use crate::error::token04_error;
use crate::status::token04_status;
use crate::text::optional_lossy;

/// Parses a ttl given as text, for languages without a duration type: a number with the unit s, m, h or d, such as 10m;
/// without a unit it is seconds. seconds receives the ttl, and 0 after an error.
///
/// Errors: TOKEN04_INVALID_TTL, TOKEN04_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_ttl_from_text(
    text: *const c_char,
    text_length: usize,
    seconds: *mut i64,
    error: *mut token04_error,
) -> token04_status {
    run(error, || {
        if seconds.is_null() {
            return Err(null("seconds"));
        }
        // SAFETY: not NULL; as the header asks of the caller.
        unsafe {
            seconds.write(0);
            let text = optional_lossy(text, text_length)?.unwrap_or_default();
            let ttl = host::ttl_text(&text)?;
            seconds.write(i64::try_from(ttl.as_secs()).map_err(|_| host::invalid_ttl("more than 64 bits"))?);
        }
        Ok(())
    })
}
