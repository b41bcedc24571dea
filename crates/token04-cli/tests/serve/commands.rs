//! `new-key` and `check`.

use crate::process::{Folder, command};

#[test]
fn a_new_key_goes_to_the_backend_and_its_digest_to_the_file() {
    let folder = Folder::new();
    let path = folder.0.join("redirected.toml");
    let file = std::fs::File::create(&path).unwrap();
    let made = command(&["new-key", "--name", "shop"]).stdout(file).output().unwrap();
    assert!(made.status.success());
    let entry = std::fs::read_to_string(&path).unwrap();
    let told = String::from_utf8(made.stderr).unwrap();
    let key = told.trim_end().rsplit(' ').next().unwrap();
    assert!(entry.contains("name = \"shop\"") && entry.contains("sha256 = \"") && !entry.contains(key));
    assert!(key.starts_with("t04_") && key.len() == 47, "{told}");

    let both = command(&["new-key"]).output().unwrap();
    let both = String::from_utf8(both.stdout).unwrap();
    assert!(
        both.starts_with("# ") && both.contains("t04_") && both.contains("\n[[keys]]\nname = \"backend\"\n"),
        "{both}"
    );

    let json = command(&["new-key", "--json"]).output().unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert!(json["key"].as_str().unwrap().starts_with("t04_") && json["name"] == "backend");
}

#[test]
fn new_key_lists_its_own_options_alone() {
    let help = |arguments: &[&str]| String::from_utf8(command(arguments).output().unwrap().stdout).unwrap();
    let (serve, check, new_key) =
        (help(&["--help"]), help(&["check", "--help"]), help(&["new-key", "--help"]));
    for option in ["--config", "--listen", "--dev", "--compat"] {
        assert!(serve.contains(option) && check.contains(option), "{option}");
        assert!(!new_key.contains(option), "{option}");
    }
    assert!(new_key.contains("--name") && new_key.contains("--file") && new_key.contains("--json"));
}

#[test]
fn a_name_is_given_once() {
    let folder = Folder::new();
    let path = folder.0.join("keys.toml");
    let add = || command(&["new-key", "--file"]).arg(&path).output().unwrap();
    assert!(add().status.success());
    let before = std::fs::read(&path).unwrap();
    let again = add();
    assert_eq!((again.status.code(), again.stdout.as_slice()), (Some(2), &b""[..]));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let bad = command(&["new-key", "--name", "a\"b"]).output().unwrap();
    assert_eq!(bad.status.code(), Some(2));
}

#[test]
fn check_reads_everything_and_listens_nowhere() {
    let folder = Folder::new();
    let (config, _) = folder.with_key("");
    for arguments in [["check", "--config"], ["--config", "check"]] {
        let mut check = command(&[]);
        match arguments[0] {
            "check" => check.args(arguments).arg(&config),
            _ => check.arg("--config").arg(&config).arg("check"),
        };
        let output = check.output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.success() && text.contains("127.0.0.1:0") && !text.contains("warning"),
            "{text}"
        );
    }
    let output =
        command(&["check", "--config"]).arg(&config).env_remove("ZEGO_SERVER_SECRET").output().unwrap();
    assert!(
        output.status.success()
            && String::from_utf8(output.stdout).unwrap().contains("warning: secret is missing")
    );

    let broken = folder.write("broken.toml", "[policy]\nmax_ttl = 'long'\n");
    let output = command(&["check", "--config"]).arg(broken).output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.code() == Some(2) && error.contains("broken.toml") && error.contains("max_ttl"),
        "{error}"
    );
    assert_eq!(command(&["check", "--config", "nowhere.toml"]).output().unwrap().status.code(), Some(2));
}
