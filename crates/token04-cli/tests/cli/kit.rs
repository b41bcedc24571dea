//! `token04 kit`.

use token04_core::kit;

use crate::program::token04;

#[test]
fn prints_the_kit_token_alone() {
    let out = token04("kit").args(["--user-id", "u1", "--room", "r1"]).succeeds();
    let (token, user) = kit::decode(out.strip_suffix('\n').unwrap()).unwrap();
    assert_eq!((user.app_id, user.user_id.as_str(), user.room_id.as_str()), (1_234_567_890, "u1", "r1"));
    assert_eq!(user.user_name, "u1");
    token04("verify").args([token, "--user-id", "u1"]).succeeds();
}

#[test]
fn carries_any_name() {
    for name in ["", "张三 & 😀 #%", "-n"] {
        let out = token04("kit").args(["--user-id", "u", "--room", "r", "--user-name", name]).succeeds();
        assert_eq!(kit::decode(out.trim_end()).unwrap().1.user_name, name);
    }
}

#[test]
fn json_adds_the_room() {
    let value = token04("kit").args(["--user-id", "u", "--room", "r", "--mode", "gcm"]).succeeds_json();
    let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["app_id", "expires_at", "mode", "room_id", "token", "user_id"]);
    assert_eq!((value["room_id"].as_str(), value["mode"].as_str()), (Some("r"), Some("gcm")));
    kit::decode(value["token"].as_str().unwrap()).unwrap();
}

#[test]
fn the_token_inside_carries_the_payload() {
    let payload = r#"{"room_id":"r","privilege":{"1":1,"2":1},"stream_id_list":null}"#;
    let out = token04("kit").args(["--user-id", "u", "--room", "r", "--payload", payload]).succeeds();
    let value = token04("verify").args([out.trim_end(), "--room", "r", "--publish"]).succeeds_json();
    assert_eq!(value["claims"]["payload"], payload);
}

#[test]
fn holds_to_the_limits_of_the_kit() {
    let run = |arguments: &[&str]| token04("kit").args(arguments);
    run(&["--user-id", "u:1", "--room", "r"]).fails_json(2, 3);
    run(&["--user-id", "", "--room", "r"]).fails_json(2, 3);
    run(&["--user-id", "u", "--room", ""]).fails_json(2, 102);
    run(&["--user-id", "u", "--room", "r r"]).fails_json(2, 102);
    run(&["--user-id", "u", "--room", "r", "--ttl", "25d"]).fails_json(2, 6);
    run(&["--user-id", "u", "--room", "r", "--ttl", "29"]).fails_json(2, 6);
    run(&["--user-id", "u", "--room", "r", "--payload", "r"]).fails_json(2, 104);
    run(&["--user-id", "u", "--ttl", "1h"]).fails_json(2, 901);
}
