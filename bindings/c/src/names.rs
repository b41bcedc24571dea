//! Modes, profiles and languages by name, for languages where they are text.
#![allow(unsafe_code, reason = "pointers from C arrive here")]

use std::ffi::c_char;
use std::str::FromStr;

use token04_core::{Error, Language, Mode, Profile};

use crate::boundary::{null, run};
use crate::choices::{token04_language, token04_mode, token04_profile};
use crate::error::token04_error;
use crate::status::token04_status;
use crate::text::optional_lossy;

/// Finds the mode with a name, "cbc" or "gcm". NULL and 0 give TOKEN04_MODE_CBC. mode receives it; after an error it
/// is TOKEN04_MODE_CBC.
///
/// Errors: TOKEN04_INVALID_ARGUMENT, which lists the names.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_mode_from_name(
    name: *const c_char,
    name_length: usize,
    mode: *mut token04_mode,
    error: *mut token04_error,
) -> token04_status {
    // SAFETY: as the header asks of the caller.
    run(error, || unsafe { by_name(name, name_length, mode, "mode", |mode: Mode| mode as i32) })
}

/// Finds the profile with a name, "rtc", "zim" or "kit". NULL and 0 give TOKEN04_PROFILE_NONE. profile receives it;
/// after an error it is TOKEN04_PROFILE_NONE.
///
/// Errors: TOKEN04_INVALID_ARGUMENT, which lists the names.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_profile_from_name(
    name: *const c_char,
    name_length: usize,
    profile: *mut token04_profile,
    error: *mut token04_error,
) -> token04_status {
    // SAFETY: as the header asks of the caller.
    run(error, || unsafe {
        by_name(name, name_length, profile, "profile", |profile: Profile| profile as i32)
    })
}

/// Finds the language with a name, "en" or "zh". NULL and 0 give TOKEN04_LANGUAGE_EN. language receives it; after an
/// error it is TOKEN04_LANGUAGE_EN.
///
/// Errors: TOKEN04_INVALID_ARGUMENT, which lists the names.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn token04_language_from_name(
    name: *const c_char,
    name_length: usize,
    language: *mut token04_language,
    error: *mut token04_error,
) -> token04_status {
    // SAFETY: as the header asks of the caller.
    run(error, || unsafe {
        by_name(name, name_length, language, "language", |language: Language| language as i32)
    })
}

unsafe fn by_name<T: FromStr<Err = Error>>(
    name: *const c_char,
    name_length: usize,
    place: *mut i32,
    argument: &str,
    number: impl FnOnce(T) -> i32,
) -> Result<(), Error> {
    if place.is_null() {
        return Err(null(argument));
    }
    // SAFETY: as the caller's; the place is not NULL.
    unsafe {
        // Zero is the default of each.
        place.write(0);
        if let Some(name) = optional_lossy(name, name_length)? {
            place.write(number(name.parse()?));
        }
    }
    Ok(())
}
