//! What the page asks, and what it is answered.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use serde_json::{Value, json};
use token04_core::ErrorCode;
use token04_page::{Project, Question, Request};

const SECRET: &str = "0123456789abcdef0123456789abcdef";

fn ask(question: &Value, own: Option<&'static str>) -> Value {
    let question = Question::parse(question.to_string().as_bytes()).unwrap();
    let answer = question.answer(|_| own.map(|secret| Project { app_id: 1, secret }));
    serde_json::to_value(answer).unwrap()
}

fn make(fields: Value) -> Result<String, ErrorCode> {
    let mut request = json!({ "app_id": 1, "secret": SECRET, "mode": "cbc", "user_id": "u", "ttl": 60 });
    request.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let made = Request::parse(request.to_string().as_bytes()).unwrap().make();
    let made = made.map_err(|error| error.code())?;
    Ok(serde_json::to_value(made).unwrap()["token"].as_str().unwrap().to_owned())
}

#[test]
fn each_kind_of_token_is_made_and_read() {
    let room = json!({ "room_id": "r", "login": true, "publish": true, "streams": ["s"] });
    let kit = json!({ "room_id": "r", "user_name": "Ada" });
    for (fields, mode) in [
        (json!({}), "cbc"),
        (json!({ "mode": "gcm", "profile": "rtc" }), "gcm"),
        (json!({ "room": room }), "cbc"),
        (json!({ "kit": kit }), "cbc"),
    ] {
        let token = make(fields.clone()).unwrap();
        let answer = ask(&json!({ "text": format!("{{\"token\":\"{token}\"}}"), "secret": SECRET }), None);
        let inside = &answer["inside"];
        assert_eq!(
            (answer["token"].as_str(), &inside["ok"]),
            (Some(token.as_str()), &json!(true)),
            "{fields}"
        );
        assert_eq!((&inside["header"]["mode"], &inside["claims"]["user_id"]), (&json!(mode), &json!("u")));
        assert_eq!(inside["claims"]["privilege"]["publish"].as_bool(), fields.get("room").map(|_| true));
        assert_eq!(inside["kit"]["user_name"].as_str(), fields.get("kit").map(|_| "Ada"));
        let last = inside["map"]["parts"].as_array().unwrap().last().unwrap();
        assert_eq!(last["text"]["end"], token.len());
    }
}

#[test]
fn invalid_arguments_are_refused_with_their_codes() {
    for (fields, code) in [
        (json!({ "app_id": 0 }), ErrorCode::InvalidAppId),
        (json!({ "secret": "short" }), ErrorCode::InvalidSecret),
        (json!({ "user_id": "" }), ErrorCode::InvalidUserId),
        (json!({ "ttl": 0 }), ErrorCode::InvalidTtl),
        (json!({ "room": { "room_id": "", "login": true, "publish": false } }), ErrorCode::InvalidRoom),
        (json!({ "profile": "zim", "ttl": 2_073_601 }), ErrorCode::InvalidTtl),
    ] {
        assert_eq!(make(fields.clone()), Err(code), "{fields}");
    }
}

#[test]
fn the_own_secret_opens_a_token_unless_another_is_given() {
    let token = make(json!({})).unwrap();
    let opened = |question: &Value, own| !ask(question, own)["inside"]["claims"].is_null();
    assert!(opened(&json!({ "text": token }), Some(SECRET)));
    assert!(!opened(&json!({ "text": token }), None));
    assert!(!opened(&json!({ "text": token, "secret": "fedcba9876543210fedcba9876543210" }), Some(SECRET)));
}

#[test]
fn a_code_is_explained_until_there_is_a_token() {
    let answer = ask(&json!({ "text": "login failed: 1002077", "lang": "zh" }), None);
    assert_eq!((&answer["code"], &answer["inside"]), (&json!(1_002_077), &Value::Null));
    assert_eq!(answer["explained"]["causes"][0], "user-id-mismatch");
    let question =
        json!({ "text": format!("1002077 {}", make(json!({})).unwrap()), "secret": SECRET, "user_id": "v" });
    let answer = ask(&question, None);
    assert_eq!((&answer["code"], &answer["explained"]), (&json!(1_002_077), &Value::Null));
    assert_eq!(answer["inside"]["findings"][0]["id"], "user-id-mismatch");
}

#[test]
fn nothing_in_the_text_is_nothing_to_show() {
    let answer = ask(&json!({ "text": " " }), Some(SECRET));
    assert_eq!(answer, json!({ "code": null, "token": null, "explained": null, "inside": null }));
}
