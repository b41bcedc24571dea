//! SIGHUP reloads, SIGTERM drains.

use std::io::Write as _;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::process::{Folder, Running, command, has_ended, read_answer, token_request, wait_for};

const BODY: &str = r#"{"user_id":"user1"}"#;

#[test]
fn a_reload_changes_keys_and_policy_and_loses_no_request() {
    let (running, old) = Running::with_key("");
    let (stop, failed, asked) = (AtomicBool::new(false), AtomicU32::new(0), AtomicU32::new(0));
    let new = std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut stream = running.connect();
            while !stop.load(Ordering::Relaxed) {
                stream.write_all(token_request(&old, BODY).as_bytes()).unwrap();
                asked.fetch_add(1, Ordering::Relaxed);
                if read_answer(&mut stream).0 != 200 {
                    failed.fetch_add(1, Ordering::Relaxed);
                }
            }
        });
        for _ in 0..20 {
            running.signal("HUP");
            std::thread::sleep(Duration::from_millis(20));
        }
        stop.store(true, Ordering::Relaxed);
        let path = running.folder().join("keys.toml");
        std::fs::remove_file(&path).unwrap();
        let made = command(&["new-key", "--name", "next", "--file"]).arg(&path).output().unwrap();
        String::from_utf8(made.stdout).unwrap().trim_end().to_owned()
    });
    assert_eq!(failed.into_inner(), 0);
    assert!(asked.into_inner() > 20);

    running.signal("HUP");
    wait_for(|| (running.ask(&new, BODY).0 == 200).then_some(()));
    assert_eq!(running.ask(&old, BODY).0, 401);
}

#[test]
fn a_reload_changes_which_addresses_there_are_and_for_whom() {
    let (running, _) = Running::with_key("");
    let preflight = || {
        let mut stream = running.connect();
        let head = "OPTIONS /v1/token HTTP/1.1\r\nHost: localhost\r\nOrigin: https://app.example\r\n";
        write!(stream, "{head}Access-Control-Request-Method: POST\r\n\r\n").unwrap();
        read_answer(&mut stream).0
    };
    assert_eq!((running.get("/access_token").0, running.get("/metrics").0, preflight()), (404, 404, 405));
    let path = running.folder().join("token04.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let more = "cors_origins = ['https://app.example']\nmetrics = 'main'\n";
    std::fs::write(&path, format!("compat = true\n{text}{more}")).unwrap();
    let mut kept = running.connect();
    running.signal("HUP");
    running.wait_for_log("reloaded the configuration");
    wait_for(|| (running.get("/access_token").0 == 401).then_some(()));
    assert_eq!((running.get("/metrics").0, preflight()), (200, 200));
    // Also on a connection from before the reload.
    write!(kept, "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    assert_eq!(read_answer(&mut kept).0, 200);
}

#[test]
fn a_bad_configuration_leaves_the_old_one() {
    let (running, key) = Running::with_key("metrics = 'main'");
    std::fs::write(running.folder().join("token04.toml"), "[policy]\nnonsense = 1\n").unwrap();
    running.signal("HUP");
    running.wait_for_log("could not reload the configuration");
    assert_eq!(running.ask(&key, BODY).0, 200);
    assert!(running.get("/metrics").1.contains("token04_reloads_total{outcome=\"failed\"} 1"));
}

#[test]
fn the_secret_can_be_replaced_without_a_stop() {
    let folder = Folder::new();
    let old = folder.write("secret", "old secret of thirty-two letters");
    let (config, key) = folder.with_key("");
    let text = std::fs::read_to_string(&config).unwrap();
    let config = folder
        .write("token04.toml", format!("secret_file = 'secret'\nprevious_secret_file = 'previous'\n{text}"));
    folder.write("previous", "old secret of thirty-two letters");
    let running = Running::start(command(&["--config"]).arg(config).env_remove("ZEGO_SERVER_SECRET"));
    let first = running.ask(&key, BODY).1;
    let first: serde_json::Value = serde_json::from_str(&first).unwrap();
    std::fs::write(&old, "new secret of thirty-two letters\n").unwrap();
    running.signal("HUP");
    running.wait_for_log("reloaded the configuration");
    let body = serde_json::json!({ "user_id": "user1", "ttl": 60, "replaces": first["token"] }).to_string();
    let (status, second) = running.ask(&key, &body);
    assert_eq!(status, 200, "{second}");
    let second: serde_json::Value = serde_json::from_str(&second).unwrap();
    let verify = |secret: &str| {
        let token = second["token"].as_str().unwrap();
        token04_core::Verifier::new(1_234_567_890, secret).unwrap().verify(token).is_ok()
    };
    assert!(verify("new secret of thirty-two letters") && !verify("old secret of thirty-two letters"));
}

#[test]
fn a_stop_answers_what_is_under_way() {
    let (mut running, key) = Running::with_key("");
    let request = token_request(&key, BODY);
    let (head, rest) = request.split_at(request.len() - 5);
    let mut under_way = running.connect();
    under_way.write_all(head.as_bytes()).unwrap();
    let mut idle = running.connect();
    idle.write_all(request.as_bytes()).unwrap();
    assert_eq!(read_answer(&mut idle).0, 200);
    running.signal("TERM");
    running.wait_for_log("draining");
    assert!(has_ended(&mut idle), "idle connections end at once");
    wait_for(|| std::net::TcpStream::connect(running.address).is_err().then_some(()));
    under_way.write_all(rest.as_bytes()).unwrap();
    assert_eq!(read_answer(&mut under_way).0, 200);
    assert_eq!(running.ended(), Some(0));
    assert!(running.log().contains("stopped"));
}

#[test]
fn load_balancers_are_told_before_the_end() {
    let (mut running, key) = Running::with_key("drain_delay = 1");
    running.signal("TERM");
    running.wait_for_log("draining");
    assert_eq!(running.get("/readyz").0, 503);
    assert_eq!(running.get("/healthz").0, 200);
    assert_eq!(running.ask(&key, BODY).0, 200);
    assert_eq!(running.ended(), Some(0));
}

#[test]
fn a_peer_that_says_nothing_does_not_hold_up_the_end() {
    let (mut running, _) = Running::with_key("");
    let _silent = running.connect();
    std::thread::sleep(Duration::from_millis(100));
    let started = Instant::now();
    running.signal("TERM");
    assert_eq!(running.ended(), Some(0));
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
}

#[test]
fn interrupting_twice_ends_it_at_once() {
    let (mut running, key) = Running::with_key("drain_timeout = 60\nrequest_timeout = 60");
    let mut stuck = running.connect();
    stuck.write_all(token_request(&key, BODY).split_at(150).0.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(100));
    running.signal("INT");
    running.wait_for_log("draining");
    std::thread::sleep(Duration::from_millis(200));
    running.signal("INT");
    assert_eq!(running.ended(), Some(0));
}

#[test]
fn https_is_served_and_its_certificate_loaded_anew() {
    let folder = Folder::new();
    let certificate = |name: &str| {
        let (cert, key) = (folder.0.join("cert.pem"), folder.0.join("key.pem"));
        let made = Command::new("openssl")
            .args([
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
            ])
            .args(["-subj", &format!("/CN={name}"), "-addext", "subjectAltName=DNS:localhost", "-keyout"])
            .arg(&key)
            .arg("-out")
            .arg(&cert)
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
    };
    certificate("first");
    let (config, key) = folder.with_key("");
    let text = std::fs::read_to_string(&config).unwrap();
    let config =
        folder.write("token04.toml", format!("{text}[tls]\ncert_file = 'cert.pem'\nkey_file = 'key.pem'\n"));
    let running = Running::start(command(&["--config"]).arg(config));
    assert!(running.first_line.contains("https://127.0.0.1"));
    let ask = || {
        let output = Command::new("curl")
            .args(["-sS", "--cacert", folder.0.join("cert.pem").to_str().unwrap(), "--resolve"])
            .arg(format!("localhost:{}:127.0.0.1", running.address.port()))
            .args(["-H", &format!("Authorization: Bearer {key}"), "-d", BODY])
            .arg(format!("https://localhost:{}/v1/token", running.address.port()))
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(ask().contains("\"token\""));
    certificate("second");
    assert!(!ask().contains("\"token\""), "the old certificate is still shown");
    running.signal("HUP");
    running.wait_for_log("reloaded the configuration");
    assert!(ask().contains("\"token\""));
    // Plain HTTP, and a handshake that never comes.
    let mut plain = running.connect();
    plain.write_all(token_request(&key, BODY).as_bytes()).unwrap();
    assert_eq!(read_answer(&mut plain).0, 0);
}
