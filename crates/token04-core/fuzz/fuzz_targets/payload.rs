//! Any text as a payload: it parses as privileges or not, and passes through a token unchanged.
#![no_main]

use std::time::Duration;

use libfuzzer_sys::fuzz_target;
use token04_core::{Issuer, Mode, Privilege, Profile, Verifier};

const SECRET: &str = "0123456789abcdef0123456789ABCDEF";

fuzz_target!(|text: &str| {
    let privilege = Privilege::parse(text);
    let ttl = Duration::from_secs(60);
    let issuer = Issuer::new(1, SECRET).unwrap().mode(Mode::Gcm);
    if let Ok(token) = issuer.issue_with_payload("user1", ttl, text) {
        let claims = Verifier::new(1, SECRET).unwrap().verify(&token).unwrap();
        assert_eq!(claims.payload, text);
        assert_eq!(claims.privilege(), privilege);
    }
    let _ = issuer.profile(Profile::Rtc).issue_with_payload("user1", ttl, text);
});
