//! The service with all the files that it reads, each with a secret in it.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use super::plants::Plants;
use super::requests::Request;
use super::starts::{Case, Configuration};
use crate::process::{APP_ID, Folder, command, wait_for};

/// The key of HS256 that the tests' JWT is signed with.
const SHARED_KEY: &str = "qz84hv1xk93nt0wm57rj2cy6bd8pf3sg4la9ue1o";
/// What a PEM file is like, whatever its bytes mean.
const PEM: &str = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

/// A folder with a configuration that is valid, and all files that it names.
pub struct Files {
    pub folder: Folder,
    /// What each file holds, but for the configuration.
    contents: Vec<(&'static str, String)>,
    pub secret: String,
    pub previous: String,
    pub key: String,
}

impl Files {
    pub fn new(plants: &mut Plants) -> Self {
        let folder = Folder::new();
        let (_, key) = folder.with_key("");
        let keys = std::fs::read_to_string(folder.0.join("keys.toml")).unwrap();
        plants.plant("the API key", &key);
        plants.plant("the shared key of JWTs", SHARED_KEY);
        let secret = plants.secret("the ServerSecret");
        let previous = plants.secret("the previous ServerSecret");
        let contents = vec![
            ("keys.toml", keys),
            ("secret", secret.clone()),
            ("previous", format!("{previous}\n")),
            ("shared.key", SHARED_KEY.to_owned()),
            ("cert.pem", PEM.to_owned()),
            ("key.pem", PEM.replace("CERTIFICATE", "PRIVATE KEY")),
            ("jwks.json", r#"{"keys":[]}"#.to_owned()),
        ];
        for (name, content) in &contents {
            folder.write(name, content);
        }
        Self { folder, contents, secret, previous, key }
    }

    /// The configuration that is valid.
    pub fn configuration(&self, listen: &str, level: &str) -> Configuration {
        let mut configuration = Configuration::default();
        for (table, key, value) in [
            ("", "listen", format!("'{listen}'").as_str()),
            ("", "log", &format!("'{level}'")),
            ("", "app_id", APP_ID),
            ("", "secret_file", "'secret'"),
            ("", "previous_secret_file", "'previous'"),
            ("", "compat", "true"),
            ("auth.api_keys", "file", "'keys.toml'"),
            ("auth.jwt", "algorithms", "['HS256']"),
            ("auth.jwt", "key_file", "'shared.key'"),
            ("policy", "rate_failures", "'100000/s'"),
            ("policy", "max_ttl", "'2d'"),
        ] {
            configuration.set(table, key, value);
        }
        self.folder.write("token04.toml", configuration.text());
        configuration
    }

    /// Writes a file as it was.
    pub fn restore(&self, name: &str, configuration: &Configuration) {
        match self.contents.iter().find(|(known, _)| *known == name) {
            Some((_, content)) => self.folder.write(name, content),
            None => self.folder.write("token04.toml", configuration.text()),
        };
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = command(arguments);
        command.env_remove("ZEGO_APP_ID").env_remove("ZEGO_SERVER_SECRET");
        command.arg("--config").arg(self.folder.0.join("token04.toml"));
        command
    }

    /// Runs the program until it ends by itself, and gives all that it wrote.
    pub fn run(&self, arguments: &[&str], case: &Case) -> String {
        let mut command = self.command(arguments);
        command.envs(case.variables.iter().map(|(name, value)| (name, value)));
        let mut process = Process::start(&mut command, &self.folder);
        process.ended();
        self.written()
    }

    /// All that was written so far.
    pub fn written(&self) -> String {
        let read = |name: &str| std::fs::read(self.folder.0.join(name)).unwrap();
        String::from_utf8_lossy(&[read("stdout"), read("stderr")].concat()).into_owned()
    }
}

/// A process that writes into files, and is ended with the test.
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

/// A service that listens, also where its log does not say where.
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
        // Linux has 2²⁴ loopback addresses, so each process of tests can have its own.
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

    /// Sends a request, and gives all that comes back.
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

    /// Has the configuration loaded again, and waits until that is done.
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

    /// Ends it, and gives all that it wrote.
    pub fn end(mut self) -> String {
        self.process.signal("TERM");
        self.process.ended();
        self.files.written()
    }
}
