//! A token that replaces another does not expire before it. Nothing that a caller sends is decrypted for this.

use std::collections::BTreeSet;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use token04_core::fixed::{self, Fixed};
use token04_core::{Issuer, Mode, kit};

use crate::harness::{APP_ID, Answer, Answering, PREVIOUS_SECRET, SECRET, now};

fn token(secret: &str, user_id: &str, ttl: u64) -> String {
    Issuer::new(APP_ID, secret).unwrap().issue(user_id, Duration::from_secs(ttl)).unwrap()
}

async fn replace(service: &(Answering, String), replaces: impl Into<Value>, ttl: u64) -> Answer {
    let body = json!({ "user_id": "u", "ttl": ttl, "replaces": replaces.into() });
    service.0.ask(&service.1, body.to_string()).await
}

#[tokio::test]
async fn the_new_token_ends_no_earlier() {
    let service = Answering::with_api_key("max_ttl = 3600");
    for old_ttl in [10, 100, 1800, 3600] {
        for secret in [SECRET, PREVIOUS_SECRET] {
            let old = token(secret, "u", old_ttl);
            let ends = token04_core::inspect(&old).unwrap().expires_at;
            for replaces in [json!(old), json!(ends), json!(ends as f64)] {
                let claims = replace(&service, replaces, 100).await.claims();
                assert!(claims.expire >= ends && claims.expire >= now() + 99, "{old_ttl}: {claims:?}");
                assert!(claims.expire <= ends.max(now() + 100) + 1, "{old_ttl}: {claims:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_kit_token_can_be_replaced() {
    let service = Answering::with_api_key("");
    let issuer = Issuer::new(APP_ID, SECRET).unwrap();
    let old =
        kit::issue(&issuer, &kit::KitUser::new(APP_ID, "u", "r"), Duration::from_secs(500), "").unwrap();
    assert!(replace(&service, old, 60).await.claims().expire >= now() + 498);
}

#[tokio::test]
async fn what_has_ended_already_changes_nothing() {
    let service = Answering::with_api_key("");
    let old = ending_at(now() - 1000, Mode::Cbc, SECRET, "u");
    for replaces in [json!(old), json!(now() - 1), json!(0), Value::Null] {
        let claims = replace(&service, replaces, 60).await.claims();
        assert_eq!(claims.expire - claims.ctime, 60);
    }
}

#[tokio::test]
async fn what_the_policy_forbids_is_a_conflict() {
    let service = Answering::with_api_key("max_ttl = 3600");
    for replaces in [json!(token(SECRET, "u", 3700)), json!(now() + 3700)] {
        let detail = replace(&service, replaces, 60).await.refuses(409, 6);
        assert!(detail.contains("3600"), "{detail}");
    }
    replace(&service, token(SECRET, "u", 1 << 40), 60).await.refuses(409, 6);
    replace(&service, 9_007_199_254_740_991_u64, 60).await.refuses(409, 6);
    replace(&service, u64::MAX, 60).await.refuses(409, 6);
}

#[tokio::test]
async fn what_cannot_be_read_is_refused() {
    let service = Answering::with_api_key("");
    for broken in ["", "0", "03AAAA", "x"] {
        replace(&service, broken, 60).await.refuses(400, 201);
    }
    for broken in ["04", "04AAAA", &"04A".repeat(2000)] {
        replace(&service, broken, 60).await.refuses(409, 201);
    }
    for broken in [json!(true), json!([]), json!({}), json!(-1), json!(1.5), json!(1e300)] {
        replace(&service, broken, 60).await.refuses(400, 901);
    }
}

/// Tokens that all expire at the same time, around ciphertext that decrypts or does not.
fn forged(expires_at: i64) -> Vec<String> {
    let good = ending_at(expires_at, Mode::Cbc, SECRET, "u");
    let envelope = STANDARD.decode(&good[2..]).unwrap();
    let (start, last) = (8 + 2 + 16 + 2, envelope.len() - 1);
    let mut tokens = vec![
        good,
        ending_at(expires_at, Mode::Cbc, PREVIOUS_SECRET, "u"),
        ending_at(expires_at, Mode::Cbc, SECRET, "another"),
        ending_at(expires_at, Mode::Cbc, "another secret of 32 characters!", "u"),
        ending_at(expires_at, Mode::Gcm, SECRET, "u"),
    ];
    let mut add = |tampered: Vec<u8>| tokens.push(format!("04{}", STANDARD.encode(tampered)));
    for change in 1..=255 {
        // The padding is correct for one of the values of this byte.
        let mut tampered = envelope.clone();
        tampered[last - 16] ^= change;
        add(tampered);
        let mut tampered = envelope.clone();
        tampered[last] ^= change;
        add(tampered);
        let mut random = envelope.clone();
        for (position, byte) in random[start..].iter_mut().enumerate() {
            *byte = byte.wrapping_mul(167).wrapping_add(change).wrapping_add(position as u8);
        }
        add(random);
    }
    tokens
}

fn ending_at(expires_at: i64, mode: Mode, secret: &str, user_id: &str) -> String {
    let issuer = Issuer::new(APP_ID, secret).unwrap().mode(mode);
    let fixed = Fixed { now: expires_at - 60, nonce: 0, iv: [7; 16] };
    fixed::issue(&issuer, user_id, Duration::from_secs(60), "", fixed).unwrap()
}

#[tokio::test]
async fn answers_do_not_depend_on_what_is_encrypted() {
    let service = Answering::with_api_key("max_ttl = '1h'");
    let lasting = now() + 3000;
    let mut expiries = BTreeSet::new();
    for _ in 0..4 {
        for token in forged(lasting) {
            let claims = replace(&service, token, 60).await.claims();
            expiries.insert(claims.expire);
        }
    }
    // The second may change between reading the clock for the time to live and making the token.
    assert!(expiries.iter().all(|expire| (lasting..=lasting + 1).contains(expire)), "{expiries:?}");
    let mut refusals = BTreeSet::new();
    let too_long = now() + (1 << 30);
    for token in forged(too_long) {
        let answer = replace(&service, token, 60).await;
        let detail = answer.refuses(409, 6);
        let (first, rest) = detail.split_once(" s more").unwrap();
        let left: i64 = first.rsplit(' ').next().unwrap().parse().unwrap();
        assert!((0..60).contains(&((1 << 30) - left)), "{detail}");
        refusals.insert(rest.to_owned());
    }
    assert_eq!(refusals.len(), 1, "{refusals:?}");
}
