//! Wrong usage: exit status 2, and JSON if requested.

use crate::program::{a_token, token04};

#[test]
fn options_that_exclude_each_other() {
    for options in [
        &["--payload", "{}", "--room", "r"][..],
        &["--payload", "", "--room", "r"],
        &["--publish", "--no-publish", "--room", "r"],
        &["--publish"],
        &["--no-publish"],
        &["--no-login"],
        &["--stream", "s"],
        &["--publish", "--payload", "{}"],
        &["--user-id", "twice"],
    ] {
        token04("generate").args(["--user-id", "u"]).args(options).fails_json(2, 901);
        assert!(token04("generate").args(["--user-id", "u"]).args(options).fails(2).starts_with("error: "));
    }
}

#[test]
fn standard_input_can_be_read_once() {
    let error = token04("verify").args(["-", "--secret-file", "-"]).fails_json(2, 901);
    assert!(error.contains("TOKEN and --secret-file cannot all be '-'"), "{error}");
    let token = a_token();
    let run = token04("verify").args([&token, "--secret-file", "-", "--previous-secret-file", "-"]);
    run.fails_json(2, 901);
    token04("verify").arg("-").input(token).succeeds();
}

#[test]
fn what_is_unknown_or_missing() {
    token04("generate").fails_json(2, 901);
    token04("kit").args(["--user-id", "u"]).fails_json(2, 901);
    token04("verify").fails_json(2, 901);
    token04("inspect").fails_json(2, 901);
    token04("inspect").args(["04", "04"]).fails_json(2, 901);
    token04("generate").args(["--user-id", "u", "--bogus"]).fails_json(2, 901);
    token04("generate").args(["--user-id", "u", "--mode", "ecb"]).fails_json(2, 901);
    token04("generate").args(["--user-id", "u", "--profile", "x"]).fails_json(2, 901);
    token04("generate").arg("--user-id").fails(2);
    token04("bogus").fails_json(2, 901);
    token04("--bogus").fails_json(2, 901);
    assert!(token04("man").arg("bogus").fails(2).contains("there is one for generate, kit, inspect, verify"));
}

#[test]
fn without_a_token_a_pipe_is_suggested() {
    for command in ["verify", "inspect", "diagnose"] {
        let error = token04(command).fails(2);
        assert!(
            error.ends_with(
                "\n  help: '-' as TOKEN reads the token from standard input, for a pipe or a file\n"
            ),
            "{error}"
        );
    }
    assert!(!token04("generate").fails(2).contains("standard input"));
}

#[test]
fn a_usage_error_as_json_is_one_sentence() {
    let error = token04("generate").fails_json(2, 901);
    assert_eq!(error, "the following required arguments were not provided: --user-id <ID>");
    let error = token04("verify").fails_json(2, 901);
    assert_eq!(
        error,
        "the following required arguments were not provided: <TOKEN>; '-' as TOKEN reads the token from standard \
         input, for a pipe or a file"
    );
    let error =
        token04("generate").args(["--user-id", "u", "--payload", "{}", "--room", "r"]).fails_json(2, 901);
    assert_eq!(error, "the argument '--payload <JSON>' cannot be used with '--room <ID>'");
}

#[test]
fn behind_two_hyphens_stands_no_option() {
    token04("inspect").args(["--", "--json"]).fails(1);
    token04("inspect").args(["--json", "--", "-x"]).run();
}

#[cfg(unix)]
#[test]
fn what_is_no_unicode_has_the_code_of_its_argument() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let broken = OsStr::from_bytes(b"a\xff");
    let generate = || token04("generate").args(["--user-id", "u"]);
    for (option, code) in
        [("--payload", 104), ("--room", 102), ("--app-id", 1), ("--ttl", 6), ("--secret-file", 5)]
    {
        generate().arg(option).arg(broken).fails_json(2, code);
    }
    for option in ["--mode", "--profile", "--bogus"] {
        generate().arg(option).arg(broken).fails_json(2, 901);
    }
    generate().arg(broken).fails_json(2, 901);
    token04("generate").arg("--user-id").arg(broken).fails_json(2, 3);
    generate().args(["--room", "r", "--stream"]).arg(broken).fails_json(2, 102);
    let kit = || token04("kit").args(["--user-id", "u"]);
    kit().arg("--room").arg(broken).fails_json(2, 102);
    kit().args(["--room", "r", "--user-name"]).arg(broken).fails_json(2, 3);
    kit().args(["--room", "r", "--payload"]).arg(broken).fails_json(2, 104);
    generate().env("ZEGO_APP_ID", broken).fails_json(2, 1);
    generate().env("ZEGO_SERVER_SECRET", OsStr::from_bytes(&[0xff; 32])).fails_json(2, 5);
    generate().args(["--secret-file", "-"]).input([0xff; 32]).fails_json(2, 5);
    token04("inspect").arg(broken).fails_json(1, 201);
    token04("verify").arg(broken).fails_json(1, 201);
    let verify = || token04("verify").arg(a_token());
    let options = [("--user-id", 3), ("--room", 102), ("--stream", 102), ("--leeway", 901), ("--now", 901)];
    for (option, code) in options {
        verify().arg(option).arg(broken).fails_json(2, code);
    }
    verify().arg("--previous-secret-file").arg(broken).fails_json(2, 5);
    token04("man").arg(broken).fails(2);
    token04("completions").arg(broken).fails(2);
}
