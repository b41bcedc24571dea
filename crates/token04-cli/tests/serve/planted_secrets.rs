//! No output shows a secret: a different secret is planted in every place that the service reads, every possible error
//! is provoked, and all output is searched, at every log level.

mod configuration;
mod contents;
mod files;
mod plants;
mod requests;
mod service;
mod starts;

use std::io::{Read as _, Write as _};

use files::Files;
use plants::{Leaks, Plants};
use service::{Service, run};

use crate::process::wait_for;

const LEVELS: [&str; 5] = ["off", "error", "warn", "info", "debug"];

#[test]
fn a_search_finds_a_secret_in_any_form() {
    let mut plants = Plants::new();
    let secret = plants.secret("here");
    let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
    let upper = secret.to_uppercase();
    for text in [&secret, &upper, &secret[20..], &secret[..10], &hex, &format!("{:?}", secret.as_bytes())] {
        let text = format!("before\nwith x{text}x\nafter");
        let mut leaks = Leaks::default();
        leaks.search(&plants, "a test", &text);
        assert!(leaks.0["here"].0.starts_with("with x"), "{text}: {:?}", leaks.0);
    }
    let mut leaks = Leaks::default();
    leaks.search(&plants, "a test", &secret[..9]);
    leaks.search(&plants, "a test", &Plants::new().secret("there"));
    leaks.none();
}

#[test]
fn neither_a_check_nor_a_start_shows_a_secret() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut plants = Plants::new();
    let files = Files::new(&mut plants);
    // A valid configuration still fails in the end, because the address is in use.
    let good = files.configuration(&taken.local_addr().unwrap().to_string(), "debug");
    let mut cases = starts::cases(&mut plants, &good);
    cases.extend(starts::variables(&mut plants));
    let mut leaks = Leaks::default();
    for case in &cases {
        case.write(&files);
        for arguments in [&["check"][..], &[]] {
            let output = run(&files, arguments, &case.variables);
            leaks.search(&plants, &format!("serve {}", arguments.join(" ")), &output);
        }
        case.undo(&files, &good);
    }
    leaks.none();
}

#[test]
fn no_reload_shows_a_secret() {
    let mut leaks = Leaks::default();
    for level in LEVELS {
        let mut plants = Plants::new();
        let service = Service::start(Files::new(&mut plants), level);
        let good = service.configuration();
        let cases = starts::cases(&mut plants, &good);
        for case in &cases {
            case.write(&service.files);
            service.reload();
            case.undo(&service.files, &good);
        }
        leaks.search(&plants, "metrics", &service.metrics());
        let output = service.end();
        let failed = output.matches("could not reload the configuration").count();
        assert!(
            if level == "off" { output.is_empty() } else { failed > cases.len() / 2 },
            "{level}: {failed}"
        );
        leaks.search(&plants, &format!("log {level}"), &output);
    }
    leaks.none();
}

#[test]
fn neither_an_answer_nor_the_log_shows_a_secret() {
    let mut leaks = Leaks::default();
    for level in LEVELS {
        let mut plants = Plants::new();
        let files = Files::new(&mut plants);
        let requests = requests::all(&mut plants, &files);
        let failures = requests::bad_credentials(&mut plants, &files);
        let service = Service::start(files, level);
        let mut statuses = std::collections::BTreeSet::new();
        let mut ask = |request: &requests::Request| {
            let answer = service.exchange(request);
            let status = answer.split(' ').nth(1).unwrap_or_default().to_owned();
            leaks.search(&plants, &format!("answer {status} to {}", request.place), &answer);
            statuses.insert(status);
        };
        requests.iter().for_each(&mut ask);
        let mut strict = service.configuration();
        strict.set("policy", "rate_failures", "'1/h'");
        service.files.folder.write("token04.toml", strict.text());
        service.reload();
        failures.iter().for_each(&mut ask);
        for status in ["200", "400", "401", "403", "404", "405", "409", "413", "429"] {
            assert!(statuses.contains(status), "no request was answered with {status}");
        }
        leaks.search(&plants, "metrics", &service.metrics());
        let output = service.end();
        let lines = output.lines().filter(|line| line.contains("\"outcome\"")).count();
        assert_eq!(lines > requests.len() / 2, matches!(level, "info" | "debug"), "{level}: {lines} lines");
        leaks.search(&plants, &format!("log {level}"), &output);
    }
    leaks.none();
}

#[test]
fn a_fetch_of_keys_shows_no_secret() {
    let mut plants = Plants::new();
    let service = Service::start(Files::new(&mut plants), "debug");
    for (count, answer) in [
        "HTTP/1.1 200 OK\r\nContent-Length: 45\r\n\r\n{\"keys\":\"SECRET\"",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nSECRET",
        "HTTP/1.1 404 SECRET\r\nSECRET: SECRET\r\nContent-Length: 32\r\n\r\nSECRET",
        "HTTP/1.1 302 Found\r\nLocation: https://SECRET.example/SECRET\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 SECRET\r\n\r\n",
        "SECRET\r\n\r\n",
    ]
    .into_iter()
    .enumerate()
    {
        let (secret, query) = (plants.secret(answer), plants.secret("the query of jwks_url"));
        let provider = identity_provider(answer.replace("SECRET", &secret));
        let url = format!("'http://user:{query}@{provider}/?key={query}'");
        let configuration = service.configuration().with("auth.jwt", "algorithms", "['RS256']");
        let configuration = configuration.with("auth.jwt", "jwks_url", &url);
        service.files.folder.write("token04.toml", configuration.text());
        service.reload();
        let log = wait_for(|| {
            let log = service.files.written();
            let is_fetched = log.matches("the keys of the identity provider").count() > count;
            (is_fetched || log.contains("needs a build with")).then_some(log)
        });
        if log.contains("needs a build with") {
            break;
        }
    }
    let mut leaks = Leaks::default();
    leaks.search(&plants, "log", &service.end());
    leaks.none();
}

/// The address of an identity provider that sends one response.
fn identity_provider(answer: String) -> std::net::SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        while !matches!(stream.read(&mut [0; 4096]), Ok(0) | Err(_)) {
            let _ = stream.write_all(answer.as_bytes());
            let _ = stream.shutdown(std::net::Shutdown::Write);
        }
    });
    address
}

#[test]
fn development_shows_no_secret() {
    let mut plants = Plants::new();
    let files = Files::new(&mut plants);
    let requests = requests::of_development(&mut plants, &files);
    let service = Service::start_dev(files);
    let mut leaks = Leaks::default();
    for request in &requests {
        let answer = service.exchange(request);
        assert!(answer.starts_with("HTTP/1.1 "), "{}: {answer}", request.place);
        leaks.search(&plants, &format!("answer to {}", request.place), &answer);
    }
    leaks.search(&plants, "log", &service.end());
    leaks.none();
}
