//! `token04 diagnose`.

use serde_json::Value;

use crate::program::{OTHER_SECRET, Program, SECRET, a_token, bare, file, json, token04};

/// Runs it with `--json`, and returns its exit status and output.
fn report(program: Program) -> (i32, Value) {
    let ended = program.arg("--json").run();
    assert_eq!(ended.error, "");
    (ended.exit, json(&ended.out))
}

fn first_id(report: &Value) -> &str {
    report["findings"][0]["id"].as_str().unwrap()
}

#[test]
fn finds_what_the_vectors_say() {
    let vectors = include_str!("../../../token04-vectors/vectors/diagnose.json");
    let cases = serde_json::from_str::<Value>(vectors).unwrap()["cases"].take();
    let text = |case: &Value, key: &str| case.get(key).map(|value| value.as_str().unwrap().to_owned());
    for case in cases.as_array().unwrap() {
        let mut program =
            bare("diagnose").without_secrets().args(["--now", &case["now"].to_string(), "--lang", "zh"]);
        if let Some(secret) = text(case, "secret") {
            program = program.arg("--secret-file").arg(file(&secret)).secret(secret);
        }
        if let Some(app_id) = case.get("app_id") {
            program = program.env("ZEGO_APP_ID", app_id.to_string());
        }
        let names = [
            ("user_id", "--user-id"),
            ("room_id", "--room"),
            ("stream_id", "--stream"),
            ("profile", "--profile"),
        ];
        for (key, option) in names {
            if let Some(value) = text(case, key) {
                program = program.arg(option).arg(value);
            }
        }
        if case["publish"] == true {
            program = program.arg("--publish");
        }
        let (exit, report) = report(program.arg(case["token"].as_str().unwrap()));
        let id = &case["id"];
        assert_eq!(exit, i32::from(case["ok"] == false), "{id}");
        assert_eq!(report["ok"], case["ok"], "{id}");
        let found: Vec<Value> = report["findings"].as_array().unwrap().clone();
        let expected = case["findings"].as_array().unwrap();
        assert_eq!(found.len(), expected.len(), "{id}: {report}");
        for (finding, expected) in found.iter().zip(expected) {
            assert_eq!(
                (&finding["id"], &finding["severity"]),
                (&expected["id"], &expected["severity"]),
                "{id}"
            );
            let none = Value::Array(Vec::new());
            let codes = case["codes"].get(finding["id"].as_str().unwrap()).unwrap_or(&none);
            assert_eq!(&finding["client_codes"], codes, "{id}");
        }
        if let Some(claims) = case.get("claims") {
            assert_eq!(report["claims"]["user_id"], claims["user_id"], "{id}");
            assert_eq!(report["claims"]["expire"].to_string(), claims["expire"].as_str().unwrap(), "{id}");
        }
    }
}

#[test]
fn json_has_these_keys_and_no_others() {
    let (exit, sound) = report(token04("diagnose").arg(a_token()));
    assert_eq!((exit, &sound["ok"]), (0, &Value::Bool(true)));
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&sound), ["claims", "findings", "ok"]);
    assert_eq!(keys(&sound["findings"][0]), ["client_codes", "fix", "id", "message", "severity"]);
    assert_eq!(keys(&sound["claims"]), ["app_id", "ctime", "expire", "nonce", "payload", "user_id"]);
    let (exit, refused) = report(token04("diagnose").arg("hello"));
    assert_eq!((exit, &refused["ok"]), (1, &Value::Bool(false)));
    assert_eq!(keys(&refused), ["findings", "ok"]);
}

#[test]
fn works_without_a_secret_and_without_an_app_id() {
    let (exit, sound) = report(bare("diagnose").arg(a_token()));
    assert_eq!((exit, first_id(&sound)), (0, "unauthenticated-cbc"));
    assert_eq!(sound.get("claims"), None);
    let out = bare("diagnose").arg(a_token()).succeeds();
    assert!(out.contains("as far as it can be checked without the secret"), "{out}");
    assert!(out.contains("✓ fine: text, layout, times\n"), "{out}");
    assert!(out.contains("not checked without the secret: mode and key, claims, payload\n"), "{out}");
}

#[test]
fn takes_a_secret_of_any_length_from_wherever_it_comes() {
    let token = a_token();
    let app_sign = OTHER_SECRET.repeat(2);
    for (secret, id) in [
        ("short", "wrong-secret"),
        (&*app_sign, "app-sign"),
        (OTHER_SECRET, "wrong-secret"),
        ("", "wrong-secret"),
    ] {
        let (exit, found) = report(bare("diagnose").arg(&token).arg("--secret-file").arg(file(secret)));
        assert_eq!((exit, first_id(&found)), (1, id), "{secret}");
    }
    let run = bare("diagnose").args([&token, "--secret-file", "-"]).input(SECRET);
    assert_eq!(report(run).0, 0);
    let run = bare("diagnose").args([&token, "--secret-file", "-"]).input(format!(" {SECRET}\n"));
    let (_, found) = report(run);
    assert!(found["findings"][0]["message"].as_str().unwrap().contains("blanks around it"), "{found}");
}

#[test]
fn tells_what_is_wrong_what_to_do_and_what_is_fine() {
    let ended = token04("diagnose").arg(format!("'{}'", a_token())).args(["--user-id", "user2"]).run();
    assert_eq!((ended.exit, ended.error.as_str()), (1, ""));
    for line in [
        "2 errors\n",
        "\n✗ error: the token was changed on its way: quotes around it\n  fix: pass the token on exactly",
        "\n  transport-damage; may show as 1002033, 1102016, 6000103\n",
        "\n✗ error: the token is for user_id \"user1\", expected is \"user2\"\n",
        "\n· note: the token is in mode CBC",
        "\n✓ fine: layout, mode and key, claims, payload, times\n",
        "\nuser_id  user1\n",
    ] {
        assert!(ended.out.contains(line), "{line:?} is not in:\n{}", ended.out);
    }
    let sound = token04("diagnose").arg(a_token()).succeeds();
    assert!(sound.starts_with("✓ the token is fine\n"), "{sound}");
}

#[test]
fn puts_the_causes_of_a_code_first() {
    let asked = |code: &str| {
        let run = token04("diagnose").arg(format!("'{}'", a_token())).args(["--user-id", "user2"]);
        run.args(["--code", code])
    };
    assert_eq!(first_id(&report(asked("1102016")).1), "transport-damage");
    assert_eq!(first_id(&report(asked("1002077")).1), "user-id-mismatch");
    let text = asked("1002077").run().out;
    assert!(text.contains("\n1002077: token: user_id does not match"), "{text}");
    assert!(text.contains("; may show as 1002077; a possible cause of 1002077\n"), "{text}");
    let text = asked("-200002").args(["--lang", "zh"]).run().out;
    assert!(text.contains("；可能是 -200002 的原因\n"), "{text}");
    for code in ["1002034", "12345"] {
        let text = asked(code).run().out;
        assert!(text.contains("none of its possible causes: `token04 explain"), "{text}");
    }
    asked("abc").fails_json(2, 901);
}

#[test]
fn speaks_the_language_of_the_locale() {
    let token = a_token();
    let chinese = |variables: &[(&str, &str)], options: &[&str]| {
        let run = token04("diagnose").arg(&token).args(options);
        let run = variables.iter().fold(run, |run, (name, value)| run.env(name, value));
        run.succeeds().starts_with("✓ Token 没有问题\n")
    };
    assert!(!chinese(&[], &[]));
    assert!(!chinese(&[("LANG", "en_US.UTF-8")], &[]));
    assert!(!chinese(&[("LANG", "C")], &[]));
    assert!(chinese(&[("LANG", "zh_CN.UTF-8")], &[]));
    assert!(chinese(&[("LANG", "zh_TW")], &[]));
    assert!(chinese(&[("LANG", "en_US"), ("LC_MESSAGES", "zh_CN.UTF-8")], &[]));
    assert!(!chinese(&[("LC_ALL", "en_US"), ("LC_MESSAGES", "zh_CN.UTF-8")], &[]));
    assert!(chinese(&[("LC_ALL", ""), ("LANG", "zh_CN.UTF-8")], &[]));
    assert!(chinese(&[("LANG", "en_US.UTF-8")], &["--lang", "zh"]));
    assert!(!chinese(&[("LANG", "zh_CN.UTF-8")], &["--lang", "en"]));
}

#[test]
fn reads_any_bytes_from_standard_input() {
    let run = |input: &[u8]| report(token04("diagnose").arg("-").input(input));
    assert_eq!(run(a_token().as_bytes()).0, 0);
    assert_eq!(run(format!("{}\n", a_token()).as_bytes()).0, 0, "one line end belongs to the file");
    assert_eq!(first_id(&run(format!("{}\n\n", a_token()).as_bytes()).1), "transport-damage");
    assert_eq!(first_id(&run(b"").1), "truncated");
    assert_eq!(first_id(&run(b"\xff\xfe\0").1), "version");
    assert_eq!(first_id(&run("{".repeat(1 << 20).as_bytes()).1), "version");
    token04("diagnose").arg("-").input("0".repeat((1 << 20) + 1)).fails_json(1, 201);
}

#[test]
fn refuses_wrong_usage() {
    let token = a_token();
    token04("diagnose").fails_json(2, 901);
    token04("diagnose").args([&token, "--lang", "de"]).fails_json(2, 901);
    token04("diagnose").args([&token, "--profile", "web"]).fails_json(2, 901);
    token04("diagnose").args([&token, "--now", "noon"]).fails_json(2, 901);
    token04("diagnose").args([&token, "--app-id", "0"]).fails_json(2, 1);
    token04("diagnose").args([&token, "--secret", SECRET]).fails_json(2, 901);
    token04("diagnose").args([&token, "--secret-file", "/nowhere"]).fails_json(2, 5);
    token04("diagnose").args(["-", "--secret-file", "-"]).fails_json(2, 901);
}

#[test]
fn nothing_of_a_token_steers_the_terminal() {
    let user_id = "\u{1b}]0;title\u{7}\u{202e}evil\r\n";
    let token =
        token04("generate").args(["--user-id", user_id, "--payload", "\u{1b}[2J"]).succeeds_with_warning();
    let ended = token04("diagnose").arg(token.trim_end()).args(["--user-id", "u\u{1b}[5m"]).run();
    assert_eq!(ended.exit, 1);
    assert!(!ended.out.contains(['\u{1b}', '\u{7}', '\u{202e}', '\r']), "{:?}", ended.out);
}

#[test]
fn a_failing_verify_points_here() {
    let verify = || token04("verify").arg(a_token()).args(["--user-id", "user2"]);
    assert!(verify().fails(1).contains("token04 diagnose"));
    assert!(verify().fails_json(1, 206).contains("token04 diagnose"));
}
