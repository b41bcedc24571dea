//! Any text as a token, without a secret. A token that is accepted has exactly one spelling.
#![no_main]

use libfuzzer_sys::fuzz_target;
use token04_core::inspect;

fuzz_target!(|text: &str| {
    if let Ok(header) = inspect(text) {
        let token = text.split('#').next().unwrap();
        assert_eq!(token.len() % 4, 2);
        assert!(header.iv_bytes + header.ciphertext_bytes < token.len());
    }
});
