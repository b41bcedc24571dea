//! Where app id and secret come from. That no output holds a secret is checked in every run.

use crate::program::{APP_ID, OTHER_SECRET, SECRET, a_token, bare, file, token04};

const APP_SIGN: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

#[test]
fn come_from_the_environment() {
    bare("generate").args(["--user-id", "u"]).fails_json(2, 1);
    bare("generate").args(["--user-id", "u"]).env("ZEGO_APP_ID", APP_ID).fails_json(2, 5);
    token04("generate").args(["--user-id", "u"]).succeeds();
    let error = bare("verify").arg("04").fails(2);
    assert!(error.contains("set ZEGO_APP_ID or pass --app-id"), "{error}");
    let error = bare("verify").arg("04").env("ZEGO_APP_ID", "1").fails(2);
    assert!(error.contains("set ZEGO_SERVER_SECRET, or pass --secret-file"), "{error}");
}

#[test]
fn an_empty_variable_counts_as_unset() {
    let error = token04("generate").args(["--user-id", "u"]).env("ZEGO_APP_ID", "").fails_json(2, 1);
    assert!(error.starts_with("app_id is missing"), "{error}");
    let error = token04("generate").args(["--user-id", "u"]).env("ZEGO_SERVER_SECRET", "").fails_json(2, 5);
    assert!(error.starts_with("secret is missing"), "{error}");
}

#[test]
fn an_option_wins_over_the_environment() {
    let run = |app_id: &str, secret: &str| {
        let run = bare("verify").arg(a_token()).args(["--app-id", APP_ID, "--secret-file"]).arg(file(SECRET));
        run.env("ZEGO_APP_ID", app_id).env("ZEGO_SERVER_SECRET", secret)
    };
    run("5", OTHER_SECRET).succeeds();
    run("nonsense", "short").succeeds();
    token04("verify").args([&a_token(), "--app-id", "5"]).fails_json(1, 205);
    token04("verify").args([&a_token(), "--app-id", ""]).fails_json(2, 1);
    token04("verify").args([&a_token(), "--secret-file", ""]).fails_json(2, 5);
}

#[test]
fn the_app_id_must_be_one() {
    for app_id in [
        "0",
        "-1",
        "+1",
        "4294967296",
        "4294967297",
        "18446744073709551617",
        "1.0",
        "1e3",
        "0x1",
        " 1",
        "1\n",
        "abc",
        "１",
    ] {
        let error = token04("generate").args(["--user-id", "u", "--app-id", app_id]).fails_json(2, 1);
        assert!(error.starts_with("app_id must be 1 to 4294967295, got "), "{error}");
        token04("generate").args(["--user-id", "u"]).env("ZEGO_APP_ID", app_id).fails_json(2, 1);
    }
    token04("generate").args(["--user-id", "u", "--app-id", "4294967295"]).succeeds();
}

#[test]
fn one_line_end_is_taken_from_a_file_and_from_standard_input() {
    let run = || bare("generate").args(["--user-id", "u", "--app-id", APP_ID]);
    for (end, good) in
        [("", true), ("\n", true), ("\r\n", true), ("\n\n", false), ("\r", false), (" \n", false)]
    {
        let text = format!("{SECRET}{end}");
        let by_file = run().arg("--secret-file").arg(file(&text));
        let by_input = run().args(["--secret-file", "-"]).input(text);
        for run in [by_file, by_input] {
            if good {
                run.succeeds();
            } else {
                let error = run.fails_json(2, 5);
                assert!(error.contains("remove the blanks, line ends, quotes"), "{error}");
            }
        }
    }
}

#[test]
fn nothing_is_taken_from_the_variable() {
    let run = |secret: String| token04("generate").args(["--user-id", "u"]).env("ZEGO_SERVER_SECRET", secret);
    for secret in
        [format!("{SECRET}\n"), format!(" {SECRET}"), format!("'{SECRET}'"), format!("\u{feff}{SECRET}")]
    {
        assert!(run(secret).fails_json(2, 5).contains("remove the blanks, line ends, quotes"));
    }
}

#[test]
fn a_secret_of_another_length_is_refused_with_its_cure() {
    let run = |secret: &str| {
        let run = token04("generate").args(["--user-id", "u"]).env("ZEGO_SERVER_SECRET", secret);
        run.secret(secret).fails_json(2, 5)
    };
    assert!(
        run(&SECRET[1..])
            .contains("must be 32 bytes, got 31; it was read from the variable ZEGO_SERVER_SECRET")
    );
    assert!(run(&format!("{SECRET}0")).contains("got 33"));
    assert!(run(&format!("é{}", &SECRET[1..])).contains("got 33 (32 characters)"));
    assert!(run(APP_SIGN).contains("AppSign"));
    let text = token04("generate").args(["--user-id", "u"]).env("ZEGO_SERVER_SECRET", APP_SIGN).fails(2);
    assert!(text.contains("AppSign") && text.contains("(code 5)"), "{text}");
}

#[test]
fn a_file_that_cannot_be_read_is_refused_with_its_cure() {
    let run = |path: &str| token04("generate").args(["--user-id", "u", "--secret-file", path]);
    let error = run("/no/such/file").fails_json(2, 5);
    assert!(
        error.contains(r#"secret cannot be read from the secret file "/no/such/file": No such file"#),
        "{error}"
    );
    assert!(run("/").fails_json(2, 5).contains("give a readable file"));
    run("/no/such\nfile").fails_json(2, 5);
    #[cfg(target_os = "linux")]
    assert!(run("/dev/zero").fails_json(2, 5).contains("longer than 4096 bytes"));
}

#[test]
fn a_secret_in_the_wrong_place_is_not_repeated() {
    // Each of these is a likely slip; the harness looks for the secret in what comes back.
    for command in ["generate", "kit", "inspect", "verify"] {
        for arguments in [
            &[SECRET][..],
            &["--secret", SECRET],
            &["--secret-file", SECRET],
            &["--app-id", SECRET],
            &["--ttl", SECRET],
            &["--leeway", SECRET],
            &["--now", SECRET],
            &["--mode", SECRET],
            &["--profile", SECRET],
            &["x", "y", SECRET],
        ] {
            let run = |also: &[&str]| {
                let run = token04(command).args(["--user-id", "u", "--room", "r"]).args(arguments).args(also);
                let ended = run.run();
                assert_ne!(ended.exit, 0, "{}", ended.out);
                if let [option, value] = arguments {
                    let joined = format!("{option}={value}");
                    token04(command).args(["--user-id", "u", "--room", "r", &joined]).args(also).run();
                }
            };
            run(&[]);
            run(&["--json"]);
        }
    }
    token04(SECRET).fails(2);
    token04("man").arg(SECRET).fails(2);
    token04("completions").arg(SECRET).fails(2);
    token04("generate").args(["--user-id", "u"]).env("ZEGO_APP_ID", SECRET).fails_json(2, 1);
    let error = token04("generate").args(["--user-id", "u", "--secret", SECRET]).fails_json(2, 901);
    assert!(error.contains("a secret is never an argument"), "{error}");
    let error = token04("generate").args(["--user-id", "u", "--secret-file", SECRET]).fails_json(2, 5);
    assert!(error.contains("the path of a file that holds the secret, not the secret"), "{error}");
}
