//! The service as a process, and requests to it.

use std::ffi::OsString;
use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use super::configuration::Configuration;
use super::files::Files;
use super::requests::Request;
use crate::process::{Folder, wait_for};

/// A process that writes to files and is killed when the test ends.
struct Process(Child);

impl Process {
    fn start(command: &mut Command, folder: &Folder) -> Self {
        let file = |name: &str| std::fs::File::create(folder.0.join(name)).unwrap();
        command.stdin(Stdio::null()).stdout(file("stdout")).stderr(file("stderr"));
        Self(command.spawn().unwrap())
    }

    fn ended(&mut self) {
        wait_for(|| self.0.try_wait().unwrap());
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("kill").arg(format!("-{name}")).arg(self.0.id().to_string()).status();
        assert!(sent.unwrap().success());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Runs the program until it exits by itself, and returns all its output.
pub fn run(files: &Files, arguments: &[&str], variables: &[(&str, OsString)]) -> String {
    let mut command = files.command(arguments);
    command.envs(variables.iter().map(|(name, value)| (name, value)));
    Process::start(&mut command, &files.folder).ended();
    files.written()
}

/// A service that listens, even if its log does not report the address.
pub struct Service {
    process: Process,
    pub files: Files,
    address: String,
    level: &'static str,
}

impl Service {
    pub fn start(files: Files, level: &'static str) -> Self {
        Self::start_with(files, level, &[])
    }

    pub fn start_dev(files: Files) -> Self {
        Self::start_with(files, "debug", &["--dev"])
    }

    fn start_with(files: Files, level: &'static str, arguments: &[&str]) -> Self {
        static PORT: AtomicU16 = AtomicU16::new(8404);
        // Linux has 2²⁴ loopback addresses, so each test process can have its own.
        let [_, high, middle, low] = std::process::id().to_be_bytes();
        let port = PORT.fetch_add(1, Ordering::Relaxed);
        let address = format!("127.{}.{middle}.{low}:{port}", 128 | high);
        files.configuration(&address, level);
        let process = Process::start(&mut files.command(arguments), &files.folder);
        let mut service = Self { process, files, address, level };
        wait_for(|| {
            let ended = service.process.0.try_wait().unwrap();
            assert!(ended.is_none(), "{}", service.files.written());
            TcpStream::connect(&service.address).ok()
        });
        service
    }

    pub fn configuration(&self) -> Configuration {
        self.files.configuration(&self.address, self.level)
    }

    /// Sends a request, and returns the whole response.
    pub fn exchange(&self, request: &Request) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let _ = stream.write_all(&request.bytes);
        if request.is_cut {
            let _ = stream.shutdown(Shutdown::Write);
        }
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub fn metrics(&self) -> String {
        self.exchange(&Request::new("", "GET /metrics", &[], ""))
    }

    /// Reloads the configuration, and waits until that is done.
    pub fn reload(&self) {
        let count = || {
            let metrics = self.metrics();
            let counts = metrics.lines().filter(|line| line.starts_with("token04_reloads_total{"));
            counts.map(|line| line.rsplit(' ').next().unwrap().parse::<u32>().unwrap()).sum::<u32>()
        };
        let before = count();
        self.process.signal("HUP");
        wait_for(|| (count() > before).then_some(()));
    }

    /// Stops it, and returns all its output.
    pub fn end(mut self) -> String {
        self.process.signal("TERM");
        self.process.ended();
        self.files.written()
    }
}
