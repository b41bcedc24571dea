//! The conformance vectors, as far as a command line can express them.

use std::ffi::OsString;

use serde_json::Value;
use token04_core::kit;

use crate::program::{Program, bare, file};

#[test]
fn arguments() {
    let (mut ran, mut skipped) = (0, Vec::new());
    for case in cases(include_str!("../../../token04-vectors/vectors/arguments.json")) {
        let id = case["id"].as_str().unwrap();
        let Some(program) = program_of(&case) else {
            skipped.push(id.to_owned());
            continue;
        };
        let ended = program.arg("--json").run();
        let value: Value = serde_json::from_str(&ended.out).unwrap();
        let code = case["code"].as_i64().unwrap();
        assert_eq!(value.get("code").map_or(0, |code| code.as_i64().unwrap()), code, "{id}: {value}");
        assert_eq!(ended.exit, if code == 0 { 0 } else { 2 }, "{id}");
        ran += 1;
    }
    assert!(ran > 130, "only {ran} ran; skipped: {skipped:?}");
    let beyond = |id: &&String| {
        let words = [
            "null",
            "surrogate",
            "nul",
            "list",
            "object",
            "number",
            "text",
            "streams-empty",
            "first-room",
            "drop-in",
        ];
        !words.iter().any(|word| id.contains(word))
    };
    assert_eq!(skipped.iter().find(beyond), None, "a case that a command line can express was skipped");
}

fn cases(text: &str) -> Vec<Value> {
    let mut file: Value = serde_json::from_str(text).unwrap();
    serde_json::from_value(file["cases"].take()).unwrap()
}

/// The program with the arguments of a case; `None` where a command line cannot carry one of them.
fn program_of(case: &Value) -> Option<Program> {
    let mut options = vec![("--user-id", argument(case, "user_id")?)];
    let app_id = number(case, "app_id")?;
    let duration = case["needs"].as_array()?.contains(&"duration-text".into());
    options
        .push(("--ttl", if duration { case["ttl"].as_str()?.into() } else { number(case, "ttl")?.into() }));
    for name in ["mode", "profile"] {
        if let Some(value) = case.get(name) {
            options.push((if name == "mode" { "--mode" } else { "--profile" }, value.as_str()?.into()));
        }
    }
    let mut flags = Vec::new();
    let command = match case["call"].as_str()? {
        "issue" => "generate",
        "issue_room" => {
            room(&case["room"], &mut options, &mut flags)?;
            "generate"
        }
        "kit" => {
            room(&case["room"], &mut options, &mut flags)?;
            options.push(("--user-name", argument(case, "user_name")?));
            "kit"
        }
        _ => return None,
    };
    if case.as_object()?.keys().any(|key| key.starts_with("payload")) {
        options.push(("--payload", argument(case, "payload")?));
    }
    let mut program = bare(command).env("ZEGO_APP_ID", app_id).args(flags);
    for (option, value) in options {
        program = program.arg(option).arg(value);
    }
    let secret = bytes(case, "secret")?;
    // A variable cannot contain NUL, a file can.
    Some(match secret.contains(&0) {
        true => program.arg("--secret-file").arg(file(&secret)).secret(secret),
        false => program.env("ZEGO_SERVER_SECRET", os_string(secret.clone())?).secret(secret),
    })
}

fn room(room: &Value, options: &mut Vec<(&str, OsString)>, flags: &mut Vec<&str>) -> Option<()> {
    options.push(("--room", argument(room, "room_id")?));
    match room.get("login").map(Value::as_bool) {
        Some(Some(false)) => flags.push("--no-login"),
        Some(None) => return None,
        _ => {}
    }
    match room.get("publish").map(Value::as_bool) {
        Some(Some(publish)) => flags.push(if publish { "--publish" } else { "--no-publish" }),
        Some(None) => return None,
        None => {}
    }
    let Some(streams) = room.get("streams") else { return Some(()) };
    // Without a --stream the list is absent, which is not the same as an empty one.
    let streams = streams.as_array().filter(|streams| !streams.is_empty())?;
    for stream in streams {
        options.push(("--stream", stream.as_str()?.into()));
    }
    Some(())
}

/// A number in the spelling of the case. A command line does not distinguish it from text.
fn number(case: &Value, name: &str) -> Option<String> {
    if let Some(decimal) = case.get(format!("{name}_text")) {
        return decimal.as_str().map(str::to_owned);
    }
    match &case[name] {
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}

/// Text in the spelling of the case.
fn bytes(case: &Value, name: &str) -> Option<Vec<u8>> {
    if let Some(repeat) = case.get(format!("{name}_repeat")) {
        let count = usize::try_from(repeat["count"].as_u64()?).ok()?;
        return Some(repeat["text"].as_str()?.repeat(count).into_bytes());
    }
    if let Some(hex) = case.get(format!("{name}_hex")) {
        let digits = hex.as_str()?.as_bytes().chunks(2);
        return digits.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect();
    }
    Some(case.get(name)?.as_str()?.as_bytes().to_vec())
}

/// Text as an argument, which cannot contain NUL.
fn argument(case: &Value, name: &str) -> Option<OsString> {
    bytes(case, name).filter(|bytes| !bytes.contains(&0)).and_then(os_string)
}

#[cfg(unix)]
fn os_string(bytes: Vec<u8>) -> Option<OsString> {
    use std::os::unix::ffi::OsStringExt;
    Some(OsString::from_vec(bytes))
}

#[cfg(not(unix))]
fn os_string(bytes: Vec<u8>) -> Option<OsString> {
    String::from_utf8(bytes).ok().map(OsString::from)
}

/// A command with a token of a vector, which is passed on standard input if it contains NUL.
fn with_token(command: &str, token: &str) -> Program {
    let program = bare(command);
    if token.contains('\0') { program.arg("-").input(token) } else { program.arg(token) }
}

#[test]
fn reject() {
    for case in token04_vectors::reject() {
        let mut program = with_token("verify", &case.token)
            .args(["--app-id", &case.app_id.to_string(), "--now", &case.now.to_string()])
            .args(["--leeway", &case.leeway.to_string()])
            .env("ZEGO_SERVER_SECRET", &case.secret);
        if let Some(secret) = &case.previous_secret {
            program = program.arg("--previous-secret-file").arg(file(secret)).secret(secret.as_str());
        }
        let login = &case.login;
        let expected =
            [("--user-id", &login.user_id), ("--room", &login.room_id), ("--stream", &login.stream_id)];
        for (option, value) in expected {
            if let Some(value) = value {
                program = program.args([option, value]);
            }
        }
        if login.publish {
            program = program.arg("--publish");
        }
        if login.require_privilege {
            program = program.arg("--require-privilege");
        }
        let ended = program.arg("--json").run();
        let value: Value = serde_json::from_str(&ended.out).unwrap();
        assert_eq!(value["valid"], case.code == 0, "{}: {value}", case.id);
        assert_eq!(
            value.get("code").map_or(0, |code| code.as_i64().unwrap()),
            i64::from(case.code),
            "{}",
            case.id
        );
        assert_eq!(ended.exit, i32::from(case.code != 0), "{}", case.id);
        if case.code == 201 {
            with_token("inspect", &case.token).fails_json(1, 201);
        }
    }
}

#[test]
fn open() {
    for case in token04_vectors::open() {
        let now = case.now.to_string();
        let verify = || {
            with_token("verify", &case.token)
                .args(["--app-id", &case.app_id.to_string(), "--now", &now])
                .env("ZEGO_SERVER_SECRET", &case.secret)
        };
        let value = verify().succeeds_json();
        let claims = &case.claims;
        let mut expected = serde_json::json!({
            "app_id": claims.app_id, "user_id": claims.user_id, "nonce": claims.nonce,
            "ctime": claims.ctime, "expire": claims.expire, "payload": claims.payload,
        });
        if let Some(privilege) = &case.privilege {
            expected["privilege"] = serde_json::json!({
                "room_id": privilege.room_id, "login": privilege.login,
                "publish": privilege.publish, "streams": privilege.streams,
            });
        }
        assert_eq!(value, serde_json::json!({"valid": true, "claims": expected}), "{}", case.id);
        let out = verify().succeeds();
        assert!(out.starts_with("valid\n") && !out.contains('\u{1b}'), "{}: {out}", case.id);
        let mut expected = serde_json::json!({
            "version": "04", "mode": case.mode, "expires_at": case.expires_at, "expired": false,
            "iv_bytes": case.iv_bytes, "ciphertext_bytes": case.ciphertext_bytes,
        });
        if let Ok((_, user)) = kit::decode(&case.token) {
            expected["kit"] = serde_json::to_value(user).unwrap();
        }
        assert_eq!(with_token("inspect", &case.token).args(["--now", &now]).succeeds_json(), expected);
    }
}
