//! `token04 generate`.

use token04_core::{Mode, Verifier, inspect};

use crate::program::{APP_ID, SECRET, json, token04};

/// The claims of a token, as the core reads them.
fn claims(token: &str) -> token04_core::Claims {
    Verifier::new(APP_ID.parse().unwrap(), SECRET).unwrap().verify(token).unwrap()
}

#[test]
fn prints_the_token_alone() {
    let out = token04("generate").args(["--user-id", "user1"]).succeeds();
    let claims = claims(out.strip_suffix('\n').unwrap());
    assert_eq!(
        (claims.app_id, claims.user_id.as_str(), claims.payload.as_str()),
        (1_234_567_890, "user1", "")
    );
    assert_eq!(claims.expire - claims.ctime, 3600);
}

#[test]
fn takes_the_time_to_live_in_every_form() {
    for (text, seconds) in [("1", 1), ("45s", 45), ("90m", 5400), ("12h", 43_200), ("3d", 259_200)] {
        let out = token04("generate").args(["--user-id", "u", "--ttl", text]).succeeds();
        let claims = claims(out.trim_end());
        assert_eq!(claims.expire - claims.ctime, seconds, "{text}");
    }
}

#[test]
fn refuses_a_time_to_live_that_is_none() {
    for text in [
        "0",
        "0d",
        "-5",
        "-5m",
        "1.5",
        "1.5h",
        "",
        "soon",
        "1h30m",
        "99999999999999999999",
        "213503982334602d",
        "9223372036854775807",
        "18446744073709551615",
    ] {
        let run = || token04("generate").args(["--user-id", "u"]);
        let error = run().args(["--ttl", text]).fails_json(2, 6);
        assert!(error.starts_with("ttl must "), "{error}");
        run().arg(format!("--ttl={text}")).fails_json(2, 6);
    }
}

#[test]
fn writes_the_privileges() {
    for (options, payload) in [
        (&[][..], r#""privilege":{"1":1,"2":0},"stream_id_list":null}"#),
        (&["--no-publish"], r#""privilege":{"1":1,"2":0},"stream_id_list":null}"#),
        (&["--no-login", "--publish"], r#""privilege":{"1":0,"2":1},"stream_id_list":null}"#),
        (&["--stream", "s1", "--stream", "s2"], r#""privilege":{"1":1,"2":0},"stream_id_list":["s1","s2"]}"#),
        (&["--stream=-s"], r#""privilege":{"1":1,"2":0},"stream_id_list":["-s"]}"#),
    ] {
        let out = token04("generate").args(["--user-id", "u", "--room", "r"]).args(options).succeeds();
        assert_eq!(claims(out.trim_end()).payload, format!(r#"{{"room_id":"r",{payload}"#));
    }
}

#[test]
fn takes_any_payload_without_a_profile() {
    let generate = |payload| token04("generate").args(["--user-id", "u", "--payload", payload]);
    for payload in ["", r#"{"a":"房间 😀"}"#, "[]"] {
        assert_eq!(claims(generate(payload).succeeds().trim_end()).payload, payload);
    }
    // Probably a mistake, but it may be intended.
    for payload in ["not json", "-", " ", "{'a':1}"] {
        assert_eq!(claims(generate(payload).succeeds_with_warning().trim_end()).payload, payload);
        let out = generate(payload).arg("--json").succeeds_with_warning();
        assert_eq!(claims(json(&out)["token"].as_str().unwrap()).payload, payload);
    }
    generate("not json").args(["--profile", "rtc"]).fails_json(2, 104);
}

#[test]
fn values_may_begin_with_a_hyphen() {
    let out = token04("generate").args(["--user-id", "-u", "--room", "--r", "--stream", "-"]).succeeds();
    let claims = claims(out.trim_end());
    let privilege = claims.privilege().unwrap();
    assert_eq!((claims.user_id.as_str(), privilege.room_id.as_str()), ("-u", "--r"));
    assert_eq!(privilege.streams.unwrap(), ["-"]);
}

#[test]
fn encrypts_as_told() {
    for (mode, expected) in [("cbc", Mode::Cbc), ("gcm", Mode::Gcm)] {
        let out = token04("generate").args(["--user-id", "u", "--mode", mode]).succeeds();
        assert_eq!(inspect(out.trim_end()).unwrap().mode, expected);
        claims(out.trim_end());
    }
}

#[test]
fn json_says_what_the_token_says() {
    let value =
        token04("generate").args(["--user-id", "用户", "--mode", "gcm", "--ttl", "2h"]).succeeds_json();
    let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["app_id", "expires_at", "mode", "token", "user_id"]);
    let claims = claims(value["token"].as_str().unwrap());
    assert_eq!(value["app_id"], 1_234_567_890);
    assert_eq!((value["user_id"].as_str(), value["mode"].as_str()), (Some("用户"), Some("gcm")));
    assert_eq!(value["expires_at"], claims.expire);
}

#[test]
fn holds_to_the_profile() {
    let run = |arguments: &[&str]| token04("generate").args(["--profile"]).args(arguments);
    run(&["rtc", "--user-id", "a b"]).fails_json(2, 3);
    run(&["zim", "--user-id", "u", "--ttl", "25d"]).fails_json(2, 6);
    run(&["zim", "--user-id", "u", "--room", "r"]).fails_json(2, 104);
    run(&["rtc", "--user-id", "u", "--room", "r/1"]).fails_json(2, 102);
    run(&["kit", "--user-id", "u"]).succeeds();
}

#[test]
fn an_earlier_error_is_not_hidden_by_a_later_one() {
    let run = || token04("generate").args(["--user-id", "", "--ttl", "-1", "--room", ""]);
    run().env("ZEGO_APP_ID", "0").env("ZEGO_SERVER_SECRET", "").fails_json(2, 1);
    run().env("ZEGO_SERVER_SECRET", "short").fails_json(2, 5);
    run().fails_json(2, 3);
    token04("generate").args(["--user-id", "u", "--ttl", "-1", "--room", ""]).fails_json(2, 6);
    token04("generate").args(["--user-id", "u", "--room", ""]).fails_json(2, 102);
}
