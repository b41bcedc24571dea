//! Any text as a token: it opens or is refused, and never panics.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use token04_core::{Login, Verifier};

static VERIFIER: LazyLock<Verifier> =
    LazyLock::new(|| Verifier::new(1, "0123456789abcdef0123456789ABCDEF").unwrap());

fuzz_target!(|text: &str| {
    let login = Login::new().now(0).user_id("user1").room_id("room1").stream_id("s1").publish(true);
    let _ = VERIFIER.verify_login(text, &login);
});
