//! Runs the program, and checks after every run that it showed no secret and did not panic.

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

pub const APP_ID: &str = "1234567890";
pub const SECRET: &str = "0123456789abcdef0123456789ABCDEF";
pub const OTHER_SECRET: &str = "fedcba9876543210fedcba9876543210";

/// A run of the program, about to start. App id and secret are in the environment by default.
pub struct Program {
    command: Command,
    input: Vec<u8>,
    secrets: Vec<Vec<u8>>,
}

/// The result of a run.
pub struct Ended {
    pub exit: i32,
    pub out: String,
    pub error: String,
}

/// The program with a command.
pub fn token04(command: &str) -> Program {
    bare(command).env("ZEGO_APP_ID", APP_ID).env("ZEGO_SERVER_SECRET", SECRET)
}

/// The program with a command, and nothing in the environment.
pub fn bare(command: &str) -> Program {
    let mut process = Command::new(path());
    process.arg(command).env_clear().current_dir(std::env::temp_dir());
    Program { command: process, input: Vec::new(), secrets: vec![SECRET.into(), OTHER_SECRET.into()] }
}

/// The program under test.
pub fn path() -> OsString {
    std::env::var_os("TOKEN04_PROGRAM").unwrap_or_else(|| env!("CARGO_BIN_EXE_token04").into())
}

/// A file with this content.
pub fn file(content: impl AsRef<[u8]>) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("file-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

/// An identity token for user1, valid for an hour.
pub fn a_token() -> String {
    token04("generate").args(["--user-id", "user1"]).succeeds().trim_end().to_owned()
}

impl Program {
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    pub fn args<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Self {
        self.command.args(arguments);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn input(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.input = bytes.into();
        self
    }

    /// Adds text that no output may contain.
    pub fn secret(mut self, secret: impl Into<Vec<u8>>) -> Self {
        self.secrets.push(secret.into());
        self
    }

    /// Clears the texts that no output may contain: for a token that happens to contain a secret of another test.
    pub fn without_secrets(mut self) -> Self {
        self.secrets.clear();
        self
    }

    pub fn run(mut self) -> Ended {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().unwrap();
        // A program that has read enough closes its input.
        let _ = child.stdin.take().unwrap().write_all(&self.input);
        let output = child.wait_with_output().unwrap();
        for secret in self.secrets.iter().filter(|secret| !secret.is_empty()) {
            for text in [&output.stdout, &output.stderr] {
                let shown = text.windows(secret.len()).any(|window| window == secret);
                assert!(!shown, "shows a secret: {}", String::from_utf8_lossy(text));
            }
        }
        let out = String::from_utf8(output.stdout).unwrap();
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!error.contains("panicked"), "{error}");
        Ended { exit: output.status.code().expect("ended by a signal"), out, error }
    }

    /// Runs it, and returns its output.
    pub fn succeeds(self) -> String {
        let ended = self.run();
        assert_eq!((ended.exit, ended.error.as_str()), (0, ""), "{}", ended.out);
        ended.out
    }

    /// Runs it, expects a warning, and returns its output.
    pub fn succeeds_with_warning(self) -> String {
        let ended = self.run();
        assert_eq!((ended.exit, ended.error.lines().count()), (0, 1), "{}", ended.error);
        assert!(ended.error.starts_with("warning: "), "{}", ended.error);
        ended.out
    }

    /// Runs it with `--json`, and returns its output.
    pub fn succeeds_json(self) -> Value {
        json(&self.arg("--json").succeeds())
    }

    /// Runs it as a person would, and returns the error.
    pub fn fails(self, exit: i32) -> String {
        let ended = self.run();
        assert_eq!((ended.exit, ended.out.as_str()), (exit, ""), "{}", ended.error);
        ended.error
    }

    /// Runs it with `--json`, and returns the error message.
    pub fn fails_json(self, exit: i32, code: i64) -> String {
        let ended = self.arg("--json").run();
        let value = json(&ended.out);
        assert_eq!(
            (ended.exit, value["code"].as_i64(), ended.error.as_str()),
            (exit, Some(code), ""),
            "{value}"
        );
        let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
        match value.get("valid") {
            None => assert_eq!(keys, ["code", "error"]),
            Some(valid) => {
                assert_eq!(valid, false);
                assert_eq!((exit, keys), (1, vec![&"code".into(), &"error".into(), &"valid".into()]));
            }
        }
        value["error"].as_str().unwrap().to_owned()
    }
}

/// The one line of JSON that an output must be.
pub fn json(text: &str) -> Value {
    assert!(text.ends_with('\n') && text.lines().count() == 1, "{text:?}");
    serde_json::from_str(text).unwrap()
}
