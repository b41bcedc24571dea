//! How the service starts, and when it refuses to start.

use crate::process::{Folder, Running, SECRET, command};

fn refuses(arguments: &[&str]) -> String {
    let output = command(arguments).output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]), "{error}");
    assert!(!error.contains(SECRET));
    error
}

#[test]
fn the_first_line_names_the_address() {
    let running = Running::start(&mut command(&["--dev", "--listen", "127.0.0.1:0"]));
    assert_ne!(running.address.port(), 0);
    assert!(running.first_line.contains(&format!("listening on http://{}", running.address)));
    assert_eq!(running.get("/healthz").0, 200);
    let (status, body) = running.ask("", r#"{"user_id":"user1"}"#);
    assert_eq!(status, 200, "{body}");
    // Twenty milliseconds are the goal of a release build; a debug build on a busy machine may take longer.
    assert!(running.started_in.as_millis() < 2000, "{:?}", running.started_in);
}

#[test]
fn a_key_is_needed_and_enough() {
    let (running, key) = Running::with_key("max_ttl = 60");
    assert_eq!(running.ask(&key, r#"{"user_id":"user1"}"#).0, 200);
    assert_eq!(running.ask("t04_wrong", r#"{"user_id":"user1"}"#).0, 401);
    assert_eq!(running.ask(&key, r#"{"user_id":"user1","ttl":61}"#).0, 403);
    running.wait_for_log("\"status\":403");
    let log = running.log();
    let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let find = |status: u16| lines.iter().find(|line| line["status"] == status).unwrap();
    let good = find(200);
    assert_eq!(
        (&good["caller"], &good["user_id"], &good["outcome"]),
        (&"key:backend".into(), &"user1".into(), &"ok".into())
    );
    assert!(good["request_id"].is_string() && good["address"] == "127.0.0.1" && good["duration_us"].is_u64());
    assert_eq!(
        (&find(401)["outcome"], &find(401)["caller"]),
        (&"unauthenticated".into(), &serde_json::Value::Null)
    );
    assert_eq!((&find(403)["caller"], &find(403)["code"]), (&"key:backend".into(), &6.into()));
    assert_eq!((&find(403)["user_id"], &find(401)["user_id"]), (&"user1".into(), &serde_json::Value::Null));
}

#[test]
fn it_starts_only_with_somebody_to_let_in() {
    let error = refuses(&[]);
    assert!(error.contains("[auth.jwt]") && error.contains("--dev"), "{error}");
}

#[test]
fn development_stays_on_this_machine() {
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let error = refuses(&["--dev", "--listen", address]);
        assert!(error.contains("loopback"), "{error}");
    }
    for address in ["localhost", "8404", ":8404", "127.0.0.1:99999", "no such host:1"] {
        assert!(refuses(&["--dev", "--listen", address]).contains("listen must be"), "{address}");
    }
}

#[test]
fn an_address_in_use_is_told() {
    let running = Running::start(&mut command(&["--dev", "--listen", "127.0.0.1:0"]));
    let error = refuses(&["--dev", "--listen", &running.address.to_string()]);
    assert!(error.contains("cannot listen on"), "{error}");
}

#[test]
fn app_and_secret_are_needed() {
    let without = |name: &str| {
        let output = command(&["--dev"]).env_remove(name).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(without("ZEGO_APP_ID").contains("ZEGO_APP_ID"));
    assert!(without("ZEGO_SERVER_SECRET").contains("ZEGO_SERVER_SECRET"));
    let folder = Folder::new();
    for (secret, reason) in [("short", "32 bytes"), (&"0f".repeat(32), "AppSign")] {
        let path = folder.write("secret", secret);
        let error = refuses(&["--dev", "--secret-file", path.to_str().unwrap()]);
        assert!(error.contains(reason) && !error.contains(secret), "{error}");
    }
    let path = folder.write("secret", format!("{SECRET}\n"));
    let mut bare = command(&["--dev", "--listen", "127.0.0.1:0", "--app-id", "7", "--secret-file"]);
    Running::start(bare.arg(path).env_remove("ZEGO_APP_ID").env_remove("ZEGO_SERVER_SECRET"));
}
