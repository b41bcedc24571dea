//! Where output goes: pipes that close, full disks, terminals, shells and `man`.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::program::{a_token, bare, path, token04};

#[test]
fn a_reader_that_left_is_no_failure() {
    let mut child = Command::new(path())
        .args(["inspect", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(a_token().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = |arguments: &[&str]| {
        Command::new(path()).args(arguments).stdout(full()).stderr(Stdio::piped()).output().unwrap()
    };
    for arguments in [&["completions", "bash"][..], &["--help"], &["inspect", "x", "--json"]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            String::from_utf8(output.stderr).unwrap().starts_with("error: standard output cannot be written")
        );
    }
}

#[test]
fn there_is_colour_only_where_it_is_wanted() {
    let coloured = |text: &str| text.contains('\u{1b}');
    let token = a_token();
    let verify = || token04("verify").arg(&token);
    assert!(!coloured(&verify().succeeds()));
    assert!(coloured(&verify().env("CLICOLOR_FORCE", "1").succeeds()));
    assert!(!coloured(&verify().env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").succeeds()));
    assert!(!coloured(&verify().arg("--publish").args(["--app-id", "1"]).fails(1)));
    assert!(coloured(&verify().args(["--app-id", "1"]).env("CLICOLOR_FORCE", "1").fails(1)));
    assert!(!coloured(&verify().arg("--json").env("CLICOLOR_FORCE", "1").succeeds()));
    assert!(!coloured(&bare("--help").succeeds()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_has_colour() {
    let on_terminal = |variables: &str| {
        let command = format!("{variables} '{}' inspect '{}'", path().to_str().unwrap(), a_token());
        let mut script = Command::new("script");
        script.args(["-qec", &command, "/dev/null"]).stdin(Stdio::null());
        // The environment may force colour: CI systems do, whatever the terminal.
        for variable in ["NO_COLOR", "CLICOLOR_FORCE", "CI"] {
            script.env_remove(variable);
        }
        String::from_utf8(script.output().unwrap().stdout).unwrap()
    };
    assert!(on_terminal("TERM=xterm").contains("\u{1b}["));
    let plain = on_terminal("TERM=xterm NO_COLOR=1");
    assert!(plain.contains("ciphertext") && !plain.contains('\u{1b}'), "{plain}");
    assert!(!on_terminal("TERM=dumb").contains('\u{1b}'));
}

#[test]
fn help_says_where_the_secret_comes_from_but_not_what_it_is() {
    for command in ["generate", "kit", "verify"] {
        let help = token04(command).arg("--help").succeeds();
        assert!(help.contains("[or set ZEGO_APP_ID]") && help.contains("--secret-file"), "{help}");
        assert!(!help.contains("1234567890\n") && !help.contains("=1234567890"), "{help}");
    }
    let help = bare("--help").succeeds();
    for word in
        ["generate", "kit", "inspect", "verify", "completions", "man", "ZEGO_SERVER_SECRET", "Exit status"]
    {
        assert!(help.contains(word), "{word}");
    }
    assert!(bare("generate").arg("-h").succeeds().contains("--no-login"));
    assert_eq!(bare("--version").succeeds(), format!("token04 {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn without_a_command_it_helps() {
    let output = Command::new(path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("Usage: token04 <COMMAND>"));
}

#[test]
fn completes_in_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = bare("completions").arg(shell).succeeds();
        assert!(script.contains("secret-file") && script.contains("inspect"), "{shell}");
    }
    token04("completions").arg("cmd").fails(2);
}

#[test]
fn every_command_has_a_manual_page() {
    let page = bare("man").succeeds();
    assert!(page.contains(".TH token04 1") && page.contains("token04\\-generate(1)"), "{page}");
    for command in ["generate", "kit", "inspect", "verify", "completions", "man"] {
        let page = bare("man").arg(command).succeeds();
        assert!(page.contains(&format!(".TH token04-{command} 1")), "{page}");
        assert!(page.contains("EXAMPLE") || page.contains("Example"), "{page}");
    }
}

#[test]
fn all_manual_pages_can_be_written_at_once() {
    let directory = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("man");
    let _ = std::fs::remove_dir_all(&directory);
    let run = || bare("man").arg("--directory").arg(&directory);
    assert!(run().fails(2).contains("--directory must be an existing directory"));
    std::fs::create_dir(&directory).unwrap();
    assert_eq!(run().succeeds(), "");
    for command in ["token04", "token04-generate", "token04-kit", "token04-inspect", "token04-verify"] {
        let page = std::fs::read_to_string(directory.join(format!("{command}.1"))).unwrap();
        assert!(page.contains(&format!(".TH {command} 1")), "{command}");
    }
}
