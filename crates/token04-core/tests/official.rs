//! Opens tokens that ZEGO's own code made, if `TOKEN04_OFFICIAL` specifies the folder that contains them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]
#![allow(clippy::print_stderr, reason = "a test that cannot run says so")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;
use token04_core::{Claims, FindingId, Login, Profile, Question, Severity, Verifier, diagnose, inspect, kit};

fn lines(file: &str) -> Vec<Value> {
    let Some(folder) = std::env::var_os("TOKEN04_OFFICIAL") else {
        eprintln!("not run: TOKEN04_OFFICIAL does not specify the folder of official tokens");
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

/// Opens a token at a time at which it is valid.
fn open(verifier: &Verifier, token: &str) -> Claims {
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
            // Compare with the actual body: some official writers truncate their input at NUL.
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

/// The findings that apply to an official token at the time it was made, except the note on CBC.
fn expected_findings(claims: &Claims) -> Vec<(FindingId, Severity)> {
    let ttl = claims.expire - claims.ctime;
    let payload = match serde_json::from_str::<Value>(&claims.payload) {
        _ if claims.payload.is_empty() => None,
        Err(_) => Some(FindingId::PayloadNotJson),
        Ok(_) if claims.privilege().is_none() => Some(FindingId::PayloadShape),
        Ok(_) => None,
    };
    let warnings = [
        (ttl < 30, FindingId::ExpiresSoon),
        (ttl > 24 * 24 * 3600, FindingId::TtlOver24Days),
        (claims.user_id.len() > 64, FindingId::UserIdLimit),
    ];
    let warnings =
        warnings.into_iter().filter(|(applies, _)| *applies).map(|(_, id)| (id, Severity::Warning));
    payload.map(|id| (id, Severity::Error)).into_iter().chain(warnings).collect()
}

fn diagnosis(token: &str, question: &Question<'_>) -> Vec<(FindingId, Severity)> {
    let report = diagnose(token, question);
    report.findings.into_iter().map(|finding| (finding.id, finding.severity)).collect()
}

#[test]
fn official_tokens_have_only_findings_that_apply() {
    let note = (FindingId::UnauthenticatedCbc, Severity::Note);
    for line in lines("tokens.jsonl") {
        let (token, secret) = (text(&line["token"]), text(&line["secret"]));
        let claims = open(&verifier(&line["app_id"], &line["secret"]), token);
        let mut expected = expected_findings(&claims);
        if line["mode"] == "cbc" {
            expected.push(note);
        }
        let question =
            Question::new().secret(secret).app_id(claims.app_id).user_id(&*claims.user_id).now(claims.ctime);
        assert_eq!(diagnosis(token, &question), expected, "{line}");
    }
    for line in lines("kit-tokens.jsonl") {
        let token = text(&line["kit_token"]);
        let claims = open(&verifier(&line["appID"], &line["secret"]), token);
        let question =
            Question::new().secret(text(&line["secret"])).user_id(text(&line["userID"])).now(claims.ctime);
        // Test tokens of UIKit have no payload.
        let expected = [(FindingId::MissingClaim, Severity::Warning), note];
        assert_eq!(diagnosis(token, &question), expected, "{line}");
        let profile = question.profile(Profile::Kit).room_id(text(&line["roomID"]));
        let long = claims.user_id.len() > 32;
        let found = diagnosis(token, &profile);
        assert_eq!(found.contains(&(FindingId::UserIdLimit, Severity::Warning)), long, "{line}");
        assert_eq!(found.len(), if long { 3 } else { 2 }, "{line}");
    }
}
