//! Every size a token can have, up to the longest, and the first that is too long.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::time::Duration;

use token04_core::{ErrorCode, Issuer, MAX_TOKEN_LEN, Mode, Verifier, inspect, token_len_bound};

const APP_ID: u32 = u32::MAX;
const SECRET: &str = "0123456789abcdef0123456789ABCDEF";
const TTL: Duration = Duration::from_secs(3600);

fn issuer(mode: Mode) -> Issuer {
    Issuer::new(APP_ID, SECRET).unwrap().mode(mode)
}

/// The length of the body of a token for user `u` without a payload.
fn empty_body_len() -> usize {
    let token = issuer(Mode::Gcm).issue("u", TTL).unwrap();
    inspect(&token).unwrap().ciphertext_bytes - 16
}

#[test]
fn every_padding_length_reads_back() {
    let verifier = Verifier::new(APP_ID, SECRET).unwrap();
    for mode in [Mode::Cbc, Mode::Gcm] {
        let issuer = issuer(mode);
        for len in 0..64 {
            let payload = "p".repeat(len);
            let token = issuer.issue_with_payload("u", TTL, &payload).unwrap();
            assert_eq!(token.len(), issuer.token_len("u", TTL, &payload).unwrap());
            assert_eq!(verifier.verify(&token).unwrap().payload, payload);
        }
    }
}

#[test]
fn the_longest_body_is_issued_and_the_next_is_too_long() {
    let verifier = Verifier::new(APP_ID, SECRET).unwrap();
    for mode in [Mode::Cbc, Mode::Gcm] {
        let issuer = issuer(mode);
        let longest = "p".repeat(65_519 - empty_body_len());
        let token = issuer.issue_with_payload("u", TTL, &longest).unwrap();
        let ciphertext_bytes = if mode == Mode::Cbc { 65_520 } else { 65_535 };
        assert_eq!(inspect(&token).unwrap().ciphertext_bytes, ciphertext_bytes);
        assert!(token.len() <= MAX_TOKEN_LEN);
        assert!(token.len() <= token_len_bound(1, longest.len()));
        assert_eq!(verifier.verify(&token).unwrap().payload, longest);

        // Each of these is one byte too long, some only after escaping.
        for over in [longest.clone() + "p", longest[1..].to_owned() + "\"", longest[5..].to_owned() + "\0"] {
            for result in [
                issuer.issue_with_payload("u", TTL, &over).map(drop),
                issuer.issue_into("u", TTL, &over, &mut [0; 100_000]).map(drop),
                issuer.issue_with("u", TTL, &over, |_| ()),
            ] {
                assert_eq!(result.unwrap_err().code(), ErrorCode::TooLong);
            }
        }
    }
}

#[test]
fn the_bound_holds_for_the_worst_characters() {
    for (user_id, payload) in [("\0", ""), ("u", "\u{1f}\u{1f}\u{1f}"), ("\u{1}\u{1}", "\u{2}\u{2}")] {
        for mode in [Mode::Cbc, Mode::Gcm] {
            let len = issuer(mode).token_len(user_id, TTL, payload).unwrap();
            assert!(len <= token_len_bound(user_id.len(), payload.len()));
        }
    }
    assert_eq!(token_len_bound(usize::MAX, usize::MAX), MAX_TOKEN_LEN);
}

#[test]
fn a_buffer_one_byte_too_small_is_unchanged() {
    let issuer = issuer(Mode::Cbc);
    let len = issuer.token_len("u", TTL, "").unwrap();
    let mut buffer = vec![7; len - 1];
    let error = issuer.issue_into("u", TTL, "", &mut buffer).unwrap_err();
    assert_eq!(error.code(), ErrorCode::BufferTooSmall);
    assert!(error.message().contains(&len.to_string()));
    assert!(buffer.iter().all(|&byte| byte == 7));

    let mut buffer = vec![7; len + 1];
    assert_eq!(issuer.issue_into("u", TTL, "", &mut buffer), Ok(len));
    assert_eq!(buffer[len], 7);
}
