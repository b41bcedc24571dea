//! Any text as a kit token: what decodes, also re-encodes, and decodes to the same value.
#![no_main]

use libfuzzer_sys::fuzz_target;
use token04_core::kit;

/// A valid token, so that the part after it is reached.
const TOKEN: &str = "04AAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAA=";

fuzz_target!(|text: &str| {
    let _ = kit::decode(text);
    let kit_token = format!("{TOKEN}#{text}");
    if let Ok((token, user)) = kit::decode(&kit_token)
        && let Ok(again) = kit::encode(token, &user)
    {
        assert_eq!(kit::decode(&again).unwrap(), (token, user));
    }
});
