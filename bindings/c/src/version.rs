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
    NUMBER
}

const NUMBER: i32 = {
    let parts =
        [env!("CARGO_PKG_VERSION_MAJOR"), env!("CARGO_PKG_VERSION_MINOR"), env!("CARGO_PKG_VERSION_PATCH")];
    let mut number = 0;
    let mut index = 0;
    while index < parts.len() {
        number = number * 100 + decimal(parts[index]);
        index += 1;
    }
    number
};

const fn decimal(text: &str) -> i32 {
    match i32::from_str_radix(text, 10) {
        Ok(number) => number,
        Err(_) => panic!("a version is made of numbers"),
    }
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
