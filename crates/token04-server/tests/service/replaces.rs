//! A token that replaces another never ends before it.

use std::time::Duration;

use serde_json::json;
use token04_core::{Issuer, kit};

use crate::harness::{APP_ID, Answering, PREVIOUS_SECRET, SECRET, now};

fn token(secret: &str, user_id: &str, ttl: u64) -> String {
    Issuer::new(APP_ID, secret).unwrap().issue(user_id, Duration::from_secs(ttl)).unwrap()
}

async fn replace(service: &(Answering, String), token: &str, ttl: u64) -> crate::harness::Answer {
    let body = json!({ "user_id": "u", "ttl": ttl, "replaces": token });
    service.0.ask(&service.1, body.to_string()).await
}

#[tokio::test]
async fn the_new_token_ends_no_earlier() {
    let service = Answering::with_api_key("max_ttl = 3600");
    for old_ttl in [10, 100, 1800, 3600] {
        for secret in [SECRET, PREVIOUS_SECRET] {
            let old = token(secret, "u", old_ttl);
            let ends = token04_core::inspect(&old).unwrap().expires_at;
            let claims = replace(&service, &old, 100).await.claims();
            assert!(claims.expire >= ends && claims.expire >= now() + 99, "{old_ttl}: {claims:?}");
            assert!(claims.expire <= ends.max(now() + 100) + 1, "{old_ttl}: {claims:?}");
        }
    }
}

#[tokio::test]
async fn a_kit_token_can_be_replaced() {
    let service = Answering::with_api_key("");
    let issuer = Issuer::new(APP_ID, SECRET).unwrap();
    let old =
        kit::issue(&issuer, &kit::KitUser::new(APP_ID, "u", "r"), Duration::from_secs(500), "").unwrap();
    assert!(replace(&service, &old, 60).await.claims().expire >= now() + 498);
}

#[tokio::test]
async fn an_old_token_that_has_ended_is_replaced_too() {
    let service = Answering::with_api_key("");
    let old = token(SECRET, "u", 1);
    tokio::time::sleep(Duration::from_millis(2100)).await;
    replace(&service, &old, 60).await.claims();
}

#[tokio::test]
async fn what_the_policy_forbids_is_a_conflict() {
    let service = Answering::with_api_key("max_ttl = 3600");
    let detail = replace(&service, &token(SECRET, "u", 3700), 60).await.refuses(409, 6);
    assert!(detail.contains("3600"), "{detail}");
    replace(&service, &token(SECRET, "u", 1 << 40), 60).await.refuses(409, 6);
}

#[tokio::test]
async fn only_a_token_of_the_same_user_and_app_is_replaced() {
    let service = Answering::with_api_key("");
    replace(&service, &token(SECRET, "other", 60), 60).await.refuses(403, 206);
    replace(&service, &token("another secret of 32 characters!", "u", 60), 60).await.refuses(409, 202);
    let foreign = Issuer::new(1, SECRET).unwrap().issue("u", Duration::from_secs(60)).unwrap();
    replace(&service, &foreign, 60).await.refuses(409, 205);
    for broken in ["", "0", "03AAAA", "x"] {
        replace(&service, broken, 60).await.refuses(400, 201);
    }
    for broken in ["04", "04AAAA", &"04A".repeat(2000)] {
        replace(&service, broken, 60).await.refuses(409, 201);
    }
}
