//! `token04 verify`.

use crate::program::{APP_ID, OTHER_SECRET, SECRET, a_token, bare, file, token04};

#[test]
fn tells_the_claims_of_a_valid_token() {
    let token = token04("generate").args(["--user-id", "u", "--room", "r", "--stream", "s"]).succeeds();
    let value = token04("verify").arg(token.trim_end()).succeeds_json();
    assert_eq!(value["valid"], true);
    let claims = value["claims"].as_object().unwrap();
    let keys: Vec<&String> = claims.keys().collect();
    assert_eq!(keys, ["app_id", "ctime", "expire", "nonce", "payload", "privilege", "user_id"]);
    assert_eq!(
        claims["privilege"],
        serde_json::json!({"room_id": "r", "login": true, "publish": false, "streams": ["s"]}),
    );
}

#[test]
fn an_identity_token_has_no_privilege() {
    let value = token04("verify").arg(a_token()).succeeds_json();
    assert_eq!(value["claims"].get("privilege"), None);
    assert_eq!(value["claims"]["payload"], "");
}

#[test]
fn what_the_payload_does_not_say_is_null() {
    let payload = r#"{"room_id":"","privilege":{}}"#;
    let token = token04("generate").args(["--user-id", "u", "--payload", payload]).succeeds();
    let value = token04("verify").arg(token.trim_end()).succeeds_json();
    let privilege = serde_json::json!({"room_id": "", "login": null, "publish": null, "streams": null});
    assert_eq!(value["claims"]["privilege"], privilege);
    let out = token04("verify").arg(token.trim_end()).succeeds();
    assert!(
        out.contains("room_id  any\n")
            && out.contains("login    forbidden, because the token does not mention it\n")
    );
}

#[test]
fn checks_what_is_expected() {
    let token = token04("generate").args(["--user-id", "u", "--room", "r", "--stream", "s"]).succeeds();
    let verify = |options: &[&str]| token04("verify").arg(token.trim_end()).args(options);
    verify(&["--user-id", "u", "--room", "r", "--stream", "s"]).succeeds();
    verify(&["--user-id", "v"]).fails_json(1, 206);
    verify(&["--user-id", ""]).fails_json(1, 206);
    verify(&["--room", "q"]).fails_json(1, 208);
    verify(&["--stream", "t"]).fails_json(1, 208);
    verify(&["--publish"]).fails_json(1, 208);
    assert!(verify(&["--publish"]).fails(1).contains("(code 208)"));
    verify(&["--app-id", "5"]).fails_json(1, 205);
    verify(&["--app-id", "0"]).fails_json(2, 1);
}

#[test]
fn the_time_and_a_leeway_can_be_told() {
    let token = a_token();
    let expire = token04("verify").arg(&token).succeeds_json()["claims"]["expire"].as_i64().unwrap();
    let verify = |now: i64, leeway: &str| {
        token04("verify").arg(&token).args(["--now", &now.to_string(), "--leeway", leeway])
    };
    verify(expire - 1, "0").succeeds();
    verify(expire, "0").fails_json(1, 204);
    verify(expire + 59, "1m").succeeds();
    verify(expire + 60, "1m").fails_json(1, 204);
    verify(i64::MAX, "0").fails_json(1, 204);
    for leeway in ["-1", "1.5", "", "1y"] {
        assert!(verify(expire, leeway).fails_json(2, 901).starts_with("leeway must be"));
    }
}

#[test]
fn takes_the_secret_in_use_before() {
    let token = a_token();
    let previous = |secret: &str| {
        let run = bare("verify").args([&token, "--app-id", APP_ID]).env("ZEGO_SERVER_SECRET", OTHER_SECRET);
        run.arg("--previous-secret-file").arg(file(secret))
    };
    previous(SECRET).succeeds();
    previous(&format!("{SECRET}\n")).succeeds();
    previous(OTHER_SECRET).fails_json(1, 202);
    previous("short").fails_json(2, 5);
    token04("verify").args(["-", "--previous-secret-file", "-"]).fails_json(2, 901);
    let run = token04("verify").args([&token, "--previous-secret-file", "-"]);
    run.env("ZEGO_SERVER_SECRET", OTHER_SECRET).input(SECRET).succeeds();
}

#[test]
fn what_does_not_open_is_one_error() {
    let error = token04("verify").arg(a_token()).env("ZEGO_SERVER_SECRET", OTHER_SECRET).fails_json(1, 202);
    let damaged = a_token().replace("=", "").chars().rev().collect::<String>();
    assert!(error.starts_with("token does not open") && error.contains("check that the secret"), "{error}");
    token04("verify").arg(damaged).fails_json(1, 201);
}

#[test]
fn a_token_cannot_steer_the_terminal() {
    let user_id = "\u{1b}]0;title\u{7}\u{202e}evil\r\n";
    let token =
        token04("generate").args(["--user-id", user_id, "--payload", "\u{1b}[2J"]).succeeds_with_warning();
    let out = token04("verify").arg(token.trim_end()).env("CLICOLOR_FORCE", "1").succeeds();
    assert!(out.contains(r"\u{1b}]0;title\u{7}\u{202e}evil\r\n"), "{out}");
    assert!(out.contains(r"\u{1b}[2J"), "{out}");
    let value = token04("verify").arg(token.trim_end()).succeeds_json();
    assert_eq!(value["claims"]["user_id"], user_id);
}

#[test]
fn says_that_cbc_proves_little() {
    let verify = |mode| {
        let token = token04("generate").args(["--user-id", "u", "--mode", mode]).succeeds();
        token04("verify").arg(token.trim_end()).succeeds()
    };
    assert!(verify("cbc").contains("does not detect changes to the token"));
    assert!(!verify("gcm").contains("does not detect"));
}
