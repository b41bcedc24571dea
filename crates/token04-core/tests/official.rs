//! Tokens that ZEGO's own code made, where `TOKEN04_OFFICIAL` names the folder that holds them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]
#![allow(clippy::print_stderr, reason = "a test that cannot run says so")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;
use token04_core::{Login, Verifier, inspect, kit};

fn lines(file: &str) -> Vec<Value> {
    let Some(folder) = std::env::var_os("TOKEN04_OFFICIAL") else {
        eprintln!("not run: TOKEN04_OFFICIAL does not name the folder of official tokens");
        return Vec::new();
    };
    let path = PathBuf::from(folder).join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(!lines.is_empty());
    lines
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn verifier(app_id: &Value, secret: &Value) -> Verifier {
    Verifier::new(app_id.as_u64().unwrap().try_into().unwrap(), text(secret)).unwrap()
}

/// Opens a token at a time at which it is good.
fn open(verifier: &Verifier, token: &str) -> token04_core::Claims {
    let just_before_the_end = inspect(token).unwrap().expires_at - 1;
    verifier.verify_login(token, &Login::new().now(just_before_the_end)).unwrap()
}

#[test]
fn every_official_token_opens() {
    for line in lines("tokens.jsonl") {
        let token = text(&line["token"]);
        let claims = open(&verifier(&line["app_id"], &line["secret"]), token);
        assert_eq!(claims.expire - claims.ctime, line["ttl"].as_i64().unwrap(), "{line}");
        assert_eq!(inspect(token).unwrap().mode.name(), text(&line["mode"]), "{line}");
        match line.get("body").and_then(Value::as_str) {
            // What the body says counts: some official writers cut what they were given at NUL.
            Some(body) => {
                let body: BTreeMap<String, Value> = serde_json::from_str(body).unwrap();
                assert_eq!(claims.app_id, body["app_id"].as_u64().unwrap() as u32, "{line}");
                assert_eq!(claims.user_id, text(&body["user_id"]), "{line}");
                assert_eq!(claims.nonce, body["nonce"].as_i64().unwrap(), "{line}");
                assert_eq!(claims.ctime, body["ctime"].as_i64().unwrap(), "{line}");
                assert_eq!(claims.payload, body["payload"].as_str().unwrap_or_default(), "{line}");
            }
            None => {
                assert_eq!(claims.user_id, text(&line["user_id"]), "{line}");
                assert_eq!(claims.payload, text(&line["payload"]), "{line}");
            }
        }
    }
}

#[test]
fn every_official_kit_token_opens() {
    for line in lines("kit-tokens.jsonl") {
        let kit_token = text(&line["kit_token"]);
        let (token, user) = kit::decode(kit_token).unwrap();
        assert_eq!(user.user_id, text(&line["userID"]));
        assert_eq!(user.room_id, text(&line["roomID"]));
        assert_eq!(user.user_name, text(&line["userName"]));
        let verifier = verifier(&line["appID"], &line["secret"]);
        for token in [token, kit_token] {
            let claims = open(&verifier, token);
            assert_eq!(claims.user_id, user.user_id);
            assert_eq!(claims.ctime, line["now"].as_i64().unwrap());
        }
        assert_eq!(kit::encode(token, &user).unwrap(), kit_token);
    }
}
