//! A running service, and plain HTTP to it over sockets that a test can handle badly.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

pub const APP_ID: &str = "1234567890";
pub const SECRET: &str = "0123456789abcdef0123456789ABCDEF";

/// A directory for this test, removed at the end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("serve-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// A configuration with one API key, which is also returned.
    pub fn with_key(&self, policy: &str) -> (PathBuf, String) {
        let keys = self.0.join("keys.toml");
        let made = command(&["new-key", "--file"]).arg(&keys).output().unwrap();
        assert!(made.status.success(), "{made:?}");
        let key = String::from_utf8(made.stdout).unwrap().trim_end().to_owned();
        let text =
            format!("listen = '127.0.0.1:0'\n[auth.api_keys]\nfile = 'keys.toml'\n[policy]\n{policy}\n");
        (self.write("token04.toml", text), key)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// `token04 serve` with the app and its secret in the environment.
pub fn command(arguments: &[&str]) -> Command {
    let path = std::env::var_os("TOKEN04_PROGRAM").unwrap_or_else(|| env!("CARGO_BIN_EXE_token04").into());
    let mut command = Command::new(path);
    command.arg("serve").args(arguments).env_clear();
    command.env("ZEGO_APP_ID", APP_ID).env("ZEGO_SERVER_SECRET", SECRET);
    command
}

/// A service that listens.
pub struct Running {
    pub child: Child,
    pub address: SocketAddr,
    pub first_line: String,
    pub started_in: Duration,
    log: PathBuf,
    _folder: Option<Folder>,
}

impl Running {
    pub fn start(command: &mut Command) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("serve-{}-{}.log", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let log = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let started = Instant::now();
        let child = command
            .stdin(Stdio::null())
            .stdout(File::create(&log).unwrap())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let first_line = wait_for(|| {
            let mut line = String::new();
            BufReader::new(File::open(&log).unwrap()).read_line(&mut line).unwrap();
            line.ends_with('\n').then_some(line)
        });
        let started_in = started.elapsed();
        let value: serde_json::Value = serde_json::from_str(&first_line).unwrap();
        let url = value["address"].as_str().unwrap();
        let address = url.rsplit('/').next().unwrap().parse().unwrap();
        Self { child, address, first_line, started_in, log, _folder: None }
    }

    /// With one API key, which is also returned.
    pub fn with_key(policy: &str) -> (Self, String) {
        let folder = Folder::new();
        let (config, key) = folder.with_key(policy);
        let mut running = Self::start(command(&["--config"]).arg(config));
        running._folder = Some(folder);
        (running, key)
    }

    pub fn folder(&self) -> &Path {
        &self._folder.as_ref().unwrap().0
    }

    /// Everything logged so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }

    pub fn wait_for_log(&self, text: &str) {
        wait_for(|| self.log().contains(text).then_some(()));
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// `POST /v1/token`, with its answer as status and body.
    pub fn ask(&self, key: &str, body: &str) -> (u16, String) {
        let mut stream = self.connect();
        stream.write_all(token_request(key, body).as_bytes()).unwrap();
        read_answer(&mut stream)
    }

    pub fn get(&self, path: &str) -> (u16, String) {
        let mut stream = self.connect();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        read_answer(&mut stream)
    }

    #[cfg(unix)]
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").arg(format!("-{name}")).arg(self.child.id().to_string()).status();
        assert!(sent.unwrap().success());
    }

    /// Waits until it has exited, and returns its exit status.
    pub fn ended(&mut self) -> Option<i32> {
        wait_for(|| self.child.try_wait().unwrap()).code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let log = self.log();
        let _ = std::fs::remove_file(&self.log);
        if !std::thread::panicking() {
            assert!(!log.contains(SECRET), "the log shows the secret");
            assert!(
                !log.contains("\"04A") && !log.contains("t04_"),
                "the log shows a token or a key:\n{log}"
            );
        }
    }
}

pub fn token_request(key: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "POST /v1/token HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nContent-Length: {length}\r\n\r\n{body}"
    )
}

/// One response with a Content-Length; status 0 if the connection closes instead.
pub fn read_answer(stream: &mut TcpStream) -> (u16, String) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read(&mut byte) {
            Ok(1) => head.push(byte[0]),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            _ => return (0, String::from_utf8_lossy(&head).into_owned()),
        }
    }
    let head = String::from_utf8(head).unwrap().to_lowercase();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let length = head
        .split("content-length: ")
        .nth(1)
        .map_or(0, |rest| rest.split("\r\n").next().unwrap().parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body).unwrap();
    (status, String::from_utf8(body).unwrap())
}

/// Waits until the other side closes the connection without sending more.
pub fn has_ended(stream: &mut TcpStream) -> bool {
    loop {
        match stream.read(&mut [0]) {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            read => return matches!(read, Ok(0)),
        }
    }
}

/// Retries until there is a value.
pub fn wait_for<T>(mut find: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = find() {
            return found;
        }
        assert!(started.elapsed() < Duration::from_secs(30), "waited in vain");
        std::thread::sleep(Duration::from_millis(2));
    }
}
