//! `token04 inspect`.

use serde_json::json;

use crate::program::{a_token, bare, token04};

#[test]
fn needs_neither_app_id_nor_secret() {
    let value = bare("inspect").arg(a_token()).succeeds_json();
    let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["ciphertext_bytes", "expired", "expires_at", "iv_bytes", "mode", "version"]);
    assert_eq!((value["version"].as_str(), value["mode"].as_str()), (Some("04"), Some("cbc")));
    assert_eq!((value["expired"].as_bool(), value["iv_bytes"].as_i64()), (Some(false), Some(16)));
}

#[test]
fn an_expired_token_is_no_failure() {
    let token = a_token();
    let expires_at = bare("inspect").arg(&token).succeeds_json()["expires_at"].as_i64().unwrap();
    for (now, expired) in [(expires_at - 1, false), (expires_at, true), (i64::MAX, true), (i64::MIN, false)] {
        let value = bare("inspect").args([&token, "--now", &now.to_string()]).succeeds_json();
        assert_eq!(value["expired"], expired, "{now}");
        bare("inspect").args([&token, "--now", &now.to_string()]).succeeds();
    }
}

#[test]
fn tells_a_person_when_it_ends() {
    let token = token04("generate").args(["--user-id", "u", "--ttl", "3d"]).succeeds();
    let expires_at = bare("inspect").arg(token.trim_end()).succeeds_json()["expires_at"].as_i64().unwrap();
    let at = |now: i64| bare("inspect").args([token.trim_end(), "--now", &now.to_string()]).succeeds();
    assert!(at(expires_at - 97_200).contains("UTC), in 1 d 3 h\n"));
    assert!(at(expires_at + 61).contains("UTC), 1 min 1 s ago\n"));
    assert!(at(expires_at + 61).contains("\nexpired "));
}

#[test]
fn shows_both_parts_of_a_kit_token() {
    let kit_token =
        token04("kit").args(["--user-id", "u", "--room", "r", "--user-name", "张三\u{1b}[2J"]).succeeds();
    let value = bare("inspect").arg(kit_token.trim_end()).succeeds_json();
    assert_eq!(value["mode"], "cbc");
    let kit = json!({"app_id": 1_234_567_890, "user_id": "u", "room_id": "r", "user_name": "张三\u{1b}[2J"});
    assert_eq!(value["kit"], kit);
    let out = bare("inspect").arg(kit_token.trim_end()).succeeds();
    assert!(out.contains("kit room_id    r\n"), "{out}");
    assert!(out.contains("kit user_name  张三\\u{1b}[2J\n"), "{out}");
}

#[test]
fn the_second_part_of_a_kit_token_may_be_unreadable() {
    let kit_token = format!("{}#e30=", a_token());
    assert_eq!(bare("inspect").arg(&kit_token).succeeds_json().get("kit"), None);
    let out = bare("inspect").arg(&kit_token).succeeds();
    assert!(out.contains("unreadable: token is not a kit token: what follows # is not JSON with"), "{out}");
}

#[test]
fn what_is_no_token_is_malformed() {
    let token = a_token();
    for text in [
        "",
        "04",
        "eyJhbGciOiJIUzI1NiJ9.e30.c2",
        "令牌",
        &token[2..],
        &format!("{token}\n"),
        &format!("{token}="),
    ] {
        assert!(bare("inspect").arg(text).fails_json(1, 201).starts_with("token "), "{text}");
        assert!(bare("inspect").arg(text).fails(1).contains("help: give the whole token"), "{text}");
    }
}

#[test]
fn reads_standard_input() {
    let token = a_token();
    let read = |text: String| bare("inspect").arg("-").input(text);
    for end in ["", "\n", "\r\n"] {
        read(format!("{token}{end}")).succeeds();
    }
    for end in ["\n\n", "\r", " \n", "\0"] {
        read(format!("{token}{end}")).fails_json(1, 201);
    }
    read(String::new()).fails_json(1, 201);
    bare("inspect").arg("-").input([0xff, 0xfe]).fails_json(1, 201);
}

#[test]
fn a_huge_text_is_malformed_and_not_read_to_its_end() {
    let huge = |byte: u8, len: usize| bare("inspect").arg("-").input([b"04", &vec![byte; len][..]].concat());
    huge(b'A', 1_000_000).fails_json(1, 201);
    huge(b'A', 20_000_000).fails_json(1, 201);
    huge(0xff, 1_000_000).fails_json(1, 201);
}

#[test]
fn the_time_must_be_a_number() {
    for now in ["", "tomorrow", "1.5", "1h", "9223372036854775808"] {
        let error = bare("inspect").args(["04", "--now", now]).fails_json(2, 901);
        assert!(error.starts_with("now must be unix seconds"), "{error}");
    }
}
