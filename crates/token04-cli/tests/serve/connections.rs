//! Peers that are slow, numerous, or do not speak HTTP.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::process::{Running, has_ended, read_answer, token_request, wait_for};

const BODY: &str = r#"{"user_id":"user1"}"#;

#[test]
fn a_head_that_trickles_in_is_given_up() {
    let (running, key) = Running::with_key("header_timeout = 1");
    let started = Instant::now();
    let mut slow = running.connect();
    slow.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
    let mut ended = false;
    for byte in token_request(&key, BODY).bytes() {
        if slow.write_all(&[byte]).is_err() || matches!(slow.read(&mut [0]), Ok(0)) {
            ended = true;
            break;
        }
    }
    let took = started.elapsed();
    assert!(ended && took > Duration::from_millis(900) && took < Duration::from_secs(5), "{took:?}");
    assert_eq!(running.ask(&key, BODY).0, 200);
}

#[test]
fn a_body_that_trickles_in_is_given_up() {
    let (running, key) = Running::with_key("request_timeout = 1");
    let mut slow = running.connect();
    let request = token_request(&key, BODY);
    slow.write_all(&request.as_bytes()[..request.len() - 5]).unwrap();
    let started = Instant::now();
    let (status, body) = read_answer(&mut slow);
    assert!(
        (408, true) == (status, body.contains("timeout")) && started.elapsed() < Duration::from_secs(5),
        "{status}"
    );
    assert!(has_ended(&mut slow));
}

#[test]
fn an_idle_connection_is_kept_for_its_time_and_then_ended() {
    let (running, key) = Running::with_key("header_timeout = 1\nidle_timeout = 3");
    let mut kept = running.connect();
    for _ in 0..2 {
        kept.write_all(token_request(&key, BODY).as_bytes()).unwrap();
        assert_eq!(read_answer(&mut kept).0, 200);
        // Longer than a head may take, but no head has started.
        std::thread::sleep(Duration::from_millis(1500));
    }
    let started = Instant::now();
    assert!(has_ended(&mut kept));
    assert!(started.elapsed() < Duration::from_secs(4));
}

#[test]
fn a_connection_that_says_nothing_has_the_time_of_a_head() {
    let (running, _) = Running::with_key("header_timeout = 1\nidle_timeout = 60");
    let mut silent = running.connect();
    let started = Instant::now();
    assert!(has_ended(&mut silent));
    let took = started.elapsed();
    assert!(took > Duration::from_millis(900) && took < Duration::from_secs(5), "{took:?}");
}

#[test]
fn an_address_holds_only_so_many_connections() {
    let (running, key) = Running::with_key("max_connections_per_address = 2\nmetrics = 'main'");
    let first = running.connect();
    let _second = running.connect();
    assert!(has_ended(&mut running.connect()));
    // Other addresses are served.
    let metrics = Command::new("curl")
        .args(["-sS", "--interface", "127.0.0.2"])
        .arg(format!("http://{}/metrics", running.address))
        .output()
        .unwrap();
    let metrics = String::from_utf8(metrics.stdout).unwrap();
    assert!(metrics.contains("\ntoken04_connections_refused_total 1\n"), "{metrics}");
    drop(first);
    wait_for(|| {
        let mut stream = running.connect();
        let _ = stream.write_all(token_request(&key, BODY).as_bytes());
        (read_answer(&mut stream).0 == 200).then_some(())
    });
}

#[test]
fn silent_connections_of_one_address_leave_room_for_others() {
    let (running, _) = Running::with_key("max_connections = 20");
    let _silent: Vec<TcpStream> = (0..100).map(|_| running.connect()).collect();
    let healthy = Command::new("curl")
        .args(["-sSf", "--max-time", "5", "--interface", "127.0.0.2"])
        .arg(format!("http://{}/healthz", running.address))
        .output()
        .unwrap();
    assert!(healthy.status.success(), "{healthy:?}");
}

#[test]
fn a_trusted_proxy_holds_as_many_connections_as_there_are() {
    let policy = "max_connections_per_address = 1\ntrusted_proxies = ['127.0.0.0/8']";
    let (running, key) = Running::with_key(policy);
    let mut held: Vec<TcpStream> = (0..3).map(|_| running.connect()).collect();
    for stream in &mut held {
        stream.write_all(token_request(&key, BODY).as_bytes()).unwrap();
        assert_eq!(read_answer(stream).0, 200);
    }
}

#[test]
fn a_huge_body_gets_its_answer() {
    let (running, key) = Running::with_key("");
    let body = vec![b' '; 20 << 20];
    for key in [key.as_str(), "wrong"] {
        let mut stream = running.connect();
        let head = token_request(key, "").replace("Length: 0", &format!("Length: {}", body.len()));
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(&body).unwrap();
        assert_eq!(read_answer(&mut stream).0, if key == "wrong" { 401 } else { 413 });
    }
}

#[test]
fn what_is_no_http_ends_the_connection_and_nothing_else() {
    let (running, key) = Running::with_key("");
    let long_head = format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "x".repeat(1 << 20));
    let twice =
        token_request(&key, BODY).replace("Content-Length: 19", "Content-Length: 19\r\nContent-Length: 20");
    let both = token_request(&key, BODY).replace("\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n");
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"\0\0\0\0\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        long_head.as_bytes(),
        twice.as_bytes(),
        both.as_bytes(),
        b"GET / HTTP/9.9\r\n\r\n",
    ] {
        let mut stream = running.connect();
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let (status, _) = read_answer(&mut stream);
        assert!(matches!(status, 0 | 400..500), "{status} for {:?}", &bytes[..bytes.len().min(40)]);
    }
    assert_eq!(running.ask(&key, BODY).0, 200);
}

#[test]
fn more_connections_than_are_held_wait_for_their_turn() {
    let (running, key) =
        Running::with_key("max_connections = 2\nmax_connections_per_address = 3\nheader_timeout = 2");
    let _first = running.connect();
    let _second = running.connect();
    std::thread::sleep(Duration::from_millis(100));
    let started = Instant::now();
    assert_eq!(running.ask(&key, BODY).0, 200);
    assert!(started.elapsed() > Duration::from_secs(1), "{:?}", started.elapsed());
}

#[test]
fn requests_can_follow_each_other_without_waiting() {
    let (running, key) = Running::with_key("");
    let mut stream = running.connect();
    stream.write_all(token_request(&key, BODY).repeat(10).as_bytes()).unwrap();
    for _ in 0..10 {
        assert_eq!(read_answer(&mut stream).0, 200);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn as_many_files_may_be_open_as_the_system_allows() {
    let (running, _) = Running::with_key("");
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", running.child.id())).unwrap();
    let line = limits.lines().find(|line| line.starts_with("Max open files")).unwrap();
    let numbers: Vec<&str> = line.split_whitespace().filter(|word| word.parse::<u64>().is_ok()).collect();
    assert_eq!(numbers[0], numbers[1], "{line}");
}
