//! The version of the running library, which may differ from that of the header.
#![allow(unsafe_code, reason = "exports a function")]

use std::ffi::c_char;

/// The core's version, NUL-terminated.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "\0");

/// The version of the running library, such as "0.1.0", never NULL. Do not free it. A program that loads the
/// shared library can compare it with TOKEN04_VERSION, the version it was compiled with.
#[unsafe(no_mangle)]
pub extern "C" fn token04_version() -> *const c_char {
    VERSION.as_ptr().cast()
}

/// The version of the running library as a number, such as 10203 for 1.2.3, to compare with TOKEN04_VERSION_NUMBER.
#[unsafe(no_mangle)]
pub extern "C" fn token04_version_number() -> i32 {
    const NUMBER: i32 = {
        let [major, minor, patch] = [
            decimal(env!("CARGO_PKG_VERSION_MAJOR")),
            decimal(env!("CARGO_PKG_VERSION_MINOR")),
            decimal(env!("CARGO_PKG_VERSION_PATCH")),
        ];
        (major * 100 + minor) * 100 + patch
    };
    NUMBER
}

/// `str::parse` is not available in constants.
const fn decimal(digits: &str) -> i32 {
    let (mut number, mut position) = (0, 0);
    while position < digits.len() {
        number = number * 10 + (digits.as_bytes()[position] - b'0') as i32;
        position += 1;
    }
    number
}

#[cfg(test)]
mod tests {
    use std::ffi::CStr;

    #[test]
    fn is_the_core_s() {
        assert_eq!(
            CStr::from_bytes_with_nul(super::VERSION.as_bytes()).unwrap().to_str(),
            Ok(token04_core::VERSION)
        );
    }
}
