//! Tokens for many users at once: the same as tokens issued one by one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::HashSet;
use std::time::Duration;

use proptest::prelude::*;
use token04_core::{ErrorCode, Issuer, ManyError, Mode, Profile, Verifier, inspect};

const SECRET: &str = "0123456789abcdef0123456789ABCDEF";
const HOUR: Duration = Duration::from_secs(3600);

fn issuer(mode: Mode) -> Issuer {
    Issuer::new(1, SECRET).unwrap().mode(mode)
}

fn failure<S: AsRef<str>>(issuer: &Issuer, user_ids: &[S], payload: &str) -> ManyError {
    let lent = issuer.issue_many_with(user_ids, HOUR, payload, |_| panic!("nothing is lent"));
    let error = issuer.issue_many(user_ids, HOUR, payload).unwrap_err();
    assert_eq!(lent, Err(error.clone()));
    error
}

proptest! {
    #[test]
    fn each_token_says_what_its_user_s_own_token_would(
        user_ids in proptest::collection::vec("[a-z]{1,9}|(?s:.){1,60}", 0..30),
        payload in "(?s:.){0,80}",
        mode in proptest::sample::select(Mode::ALL),
    ) {
        let issuer = issuer(mode).now(1_700_000_000);
        let verifier = Verifier::new(1, SECRET).unwrap().leeway(Duration::MAX);
        let tokens = issuer.issue_many(&user_ids, HOUR, &payload).unwrap();
        prop_assert_eq!(tokens.len(), user_ids.len());
        for (token, user_id) in tokens.iter().zip(&user_ids) {
            let claims = verifier.verify(token).unwrap();
            prop_assert_eq!((&claims.user_id, &claims.payload), (user_id, &payload));
            prop_assert_eq!((claims.app_id, claims.ctime), (1, 1_700_000_000));
            prop_assert_eq!(token.len(), issuer.token_len(user_id, HOUR, &payload).unwrap());
            prop_assert_eq!(inspect(token).unwrap().mode, mode);
        }
        let mut lent = Vec::new();
        let lend = |token: &[u8]| lent.push(verifier.verify(std::str::from_utf8(token).unwrap()));
        issuer.issue_many_with(&user_ids, HOUR, &payload, lend).unwrap();
        let lent: Vec<String> = lent.into_iter().map(|claims| claims.unwrap().user_id).collect();
        prop_assert_eq!(lent, user_ids);
    }
}

#[test]
fn no_iv_and_no_nonce_repeats() {
    for mode in [Mode::Cbc, Mode::Gcm] {
        let user_ids = ["user1"; 100];
        let tokens = issuer(mode).issue_many(&user_ids, HOUR, "").unwrap();
        // These characters of the text encode the IV.
        let ivs: HashSet<&str> = tokens.iter().map(|token| &token[16..32]).collect();
        let verifier = Verifier::new(1, SECRET).unwrap();
        let nonces: HashSet<i64> = tokens.iter().map(|token| verifier.verify(token).unwrap().nonce).collect();
        assert_eq!((ivs.len(), nonces.len() > 90), (100, true));
    }
}

#[test]
fn the_first_bad_user_is_reported_and_nothing_is_issued() {
    for mode in [Mode::Cbc, Mode::Gcm] {
        let mut user_ids = vec!["user1".to_owned(); 20];
        user_ids[17] = String::new();
        let error = failure(&issuer(mode), &user_ids, "");
        assert_eq!((error.index(), error.code()), (Some(17), ErrorCode::InvalidUserId));
        assert_eq!(error.message(), "user_ids[17]: user_id must not be empty");

        user_ids[17] = "u".repeat(65_519);
        let error = failure(&issuer(mode), &user_ids, "");
        assert_eq!((error.index(), error.code()), (Some(17), ErrorCode::TooLong));

        let error = failure(&issuer(mode).profile(Profile::Rtc), &["user1", "user 2", ""], "{");
        assert_eq!((error.index(), error.code()), (Some(1), ErrorCode::InvalidUserId));
    }
}

#[test]
fn arguments_that_all_users_share_are_checked_even_without_users() {
    let issuer = issuer(Mode::Cbc).profile(Profile::Rtc);
    assert_eq!(issuer.issue_many::<&str>(&[], HOUR, "").unwrap(), [""; 0]);
    let error = failure::<&str>(&issuer, &[], "{");
    assert_eq!((error.index(), error.code()), (None, ErrorCode::InvalidPayload));
    assert_eq!(issuer.issue_many::<&str>(&[], Duration::ZERO, "").unwrap_err().code(), ErrorCode::InvalidTtl);
}

#[test]
fn bodies_of_the_greatest_length_are_issued_side_by_side() {
    let issuer = issuer(Mode::Cbc);
    let verifier = Verifier::new(1, SECRET).unwrap();
    let user_ids: Vec<String> = (0..9).map(|index| "\"".repeat(index * 4_000 + 1)).collect();
    let tokens = issuer.issue_many(&user_ids, HOUR, "").unwrap();
    for (token, user_id) in tokens.iter().zip(&user_ids) {
        assert_eq!(&verifier.verify(token).unwrap().user_id, user_id);
    }
}
