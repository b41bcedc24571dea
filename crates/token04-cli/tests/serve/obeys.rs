//! The process handles signals and answers requests, whatever its log, its disk and its files do.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::process::{Folder, Running, SECRET, command, read_answer, token_request, wait_for};

const BODY: &str = r#"{"user_id":"user1"}"#;
/// Much longer than the process may take to exit, but finite.
const SOON: Duration = Duration::from_secs(10);

/// A service whose log goes where the test says.
struct Muted {
    child: Child,
    address: SocketAddr,
    key: String,
    _folder: Folder,
}

impl Muted {
    /// The log goes to a pipe, from which only the first line is read.
    fn in_a_pipe(policy: &str) -> (Self, BufReader<ChildStdout>) {
        let folder = Folder::new();
        let (config, key) = folder.with_key(policy);
        let mut child = command(&["--config"]).arg(config).stdout(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        log.read_line(&mut line).unwrap();
        let line: serde_json::Value = serde_json::from_str(&line).unwrap();
        let address = line["address"].as_str().unwrap().strip_prefix("http://").unwrap().parse().unwrap();
        (Self { child, address, key, _folder: folder }, log)
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(SOON)).unwrap();
        stream
    }

    fn get(&self, path: &str) -> (u16, String) {
        let mut stream = self.connect();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        read_answer(&mut stream)
    }

    fn dropped_lines(&self) -> u64 {
        let metrics = self.get("/metrics").1;
        let line = metrics.lines().find_map(|line| line.strip_prefix("token04_log_lines_dropped_total "));
        line.unwrap().parse().unwrap()
    }

    /// Sends requests until log lines are dropped. Each is answered.
    fn fill_the_log(&self) {
        let mut stream = self.connect();
        let requests = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(100);
        while self.dropped_lines() == 0 {
            for _ in 0..10 {
                stream.write_all(requests.as_bytes()).unwrap();
                for _ in 0..100 {
                    assert_eq!(read_answer(&mut stream).0, 404);
                }
            }
        }
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("kill").arg(format!("-{name}")).arg(self.child.id().to_string()).status();
        assert!(sent.unwrap().success());
    }

    /// Waits until it has exited, which must be soon.
    fn ends(&mut self) -> Option<i32> {
        let started = Instant::now();
        let status = wait_for(|| self.child.try_wait().unwrap());
        assert!(started.elapsed() < SOON, "{:?}", started.elapsed());
        status.code()
    }
}

impl Drop for Muted {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_log_that_nobody_reads_holds_up_neither_requests_nor_the_end() {
    let (mut running, _unread) = Muted::in_a_pipe("metrics = 'main'");
    running.fill_the_log();
    running.signal("TERM");
    assert_eq!(running.ends(), Some(0));
}

#[test]
fn a_second_signal_ends_it_although_nobody_reads_the_log() {
    let policy = "metrics = 'main'\nrequest_timeout = 60\ndrain_timeout = 60\ndrain_delay = 60";
    let (mut running, _unread) = Muted::in_a_pipe(policy);
    running.fill_the_log();
    let mut stuck = running.connect();
    stuck.write_all(token_request(&running.key, BODY).split_at(150).0.as_bytes()).unwrap();
    running.signal("TERM");
    wait_for(|| (running.get("/readyz").0 == 503).then_some(()));
    running.signal("TERM");
    assert_eq!(running.ends(), Some(0));
}

#[test]
fn dropped_lines_are_reported_when_the_log_is_read_again() {
    let (running, log) = Muted::in_a_pipe("metrics = 'main'");
    running.fill_the_log();
    let mut lines =
        log.lines().map(|line| serde_json::from_str::<serde_json::Value>(&line.unwrap()).unwrap());
    let report = lines.find(|line| line["message"] == "log lines could not be written and were dropped");
    assert!(report.unwrap()["lines"].as_u64().unwrap() > 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_drops_log_lines_and_nothing_else() {
    let folder = Folder::new();
    let (config, key) = folder.with_key("metrics = 'main'");
    // The log cannot report the port, so the address is one that no other process of this test uses.
    let process = std::process::id().to_be_bytes();
    let address = SocketAddr::from(([127, 64 + (process[1] & 63), process[2], process[3]], 8404));
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut serve = command(&["--listen", &address.to_string(), "--config"]);
    let child = serve.arg(config).stdout(full).spawn().unwrap();
    let mut running = Muted { child, address, key, _folder: folder };
    wait_for(|| TcpStream::connect(address).ok());
    let before = running.dropped_lines();
    let mut stream = running.connect();
    stream.write_all(token_request(&running.key, BODY).as_bytes()).unwrap();
    assert_eq!(read_answer(&mut stream).0, 200);
    wait_for(|| (running.dropped_lines() > before).then_some(()));
    running.signal("TERM");
    assert_eq!(running.ends(), Some(0));
}

/// What may replace a file: something that is never written to, and something that never ends.
fn traps(folder: &Folder) -> [PathBuf; 2] {
    let (fifo, endless) = (folder.0.join("fifo"), folder.0.join("endless"));
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    symlink("/dev/zero", &endless).unwrap();
    [fifo, endless]
}

/// Waits until a command exits, which must be soon, and returns its exit status and standard error.
fn complaint(command: &mut Command) -> (Option<i32>, String) {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let started = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if started.elapsed() > SOON {
            child.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let mut text = String::new();
    child.stderr.take().unwrap().read_to_string(&mut text).unwrap();
    (child.wait().unwrap().code(), text)
}

#[test]
fn it_does_not_start_with_a_trap_in_the_place_of_a_file() {
    let folder = Folder::new();
    let (config, _) = folder.with_key("");
    let good = std::fs::read_to_string(config).unwrap();
    for trap in traps(&folder) {
        let shown = trap.display();
        let refuses = |arguments: &[&str], file: Option<&Path>| {
            let (status, text) = complaint(command(arguments).args(file));
            assert!(status == Some(2) && text.contains("not a regular file"), "{arguments:?}: {text}");
        };
        refuses(&["--config"], Some(&trap));
        refuses(&["--dev", "--secret-file"], Some(&trap));
        refuses(&["new-key", "--file"], Some(&trap));
        for text in [
            good.replace("keys.toml", &shown.to_string()),
            format!("previous_secret_file = '{shown}'\n{good}"),
            format!("{good}[tls]\ncert_file = '{shown}'\nkey_file = 'token04.toml'\n"),
            format!("[auth.jwt]\nalgorithms = ['EdDSA']\nkey_file = '{shown}'\n"),
            format!("[auth.jwt]\nalgorithms = ['EdDSA']\njwks_file = '{shown}'\n"),
        ] {
            let config = folder.write("trapped.toml", text);
            refuses(&["check", "--config"], Some(&config));
            refuses(&["--config"], Some(&config));
        }
    }
}

#[test]
fn a_reload_with_a_trap_in_the_place_of_a_file_leaves_the_old_configuration_and_the_signals() {
    let folder = Folder::new();
    let (config, key) = folder.with_key("");
    let text = std::fs::read_to_string(&config).unwrap();
    folder.write("secret", SECRET);
    folder.write("token04.toml", format!("secret_file = 'secret'\n{text}"));
    let traps = traps(&folder);
    let mut running = Running::start(command(&["--config"]).arg(&config).env_remove("ZEGO_SERVER_SECRET"));
    let failed = || running.log().matches("could not reload").count();
    for trap in traps {
        for name in ["secret", "keys.toml", "token04.toml"] {
            let (file, kept) = (folder.0.join(name), folder.0.join("kept"));
            std::fs::rename(&file, &kept).unwrap();
            symlink(&trap, &file).unwrap();
            let before = failed();
            running.signal("HUP");
            wait_for(|| (failed() > before).then_some(()));
            std::fs::rename(&kept, &file).unwrap();
            assert_eq!(running.ask(&key, BODY).0, 200);
        }
    }
    running.signal("TERM");
    assert_eq!(running.ended(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn a_key_is_not_shown_when_its_digest_cannot_be_kept() {
    let (status, text) = complaint(&mut command(&["new-key", "--file", "/dev/full"]));
    assert!(status == Some(2) && text.contains("not a regular file"), "{text}");
}
