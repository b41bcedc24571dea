//! No output shows a secret: a secret of its own is planted in every place that the service reads, every error is
//! provoked that can be, and all output is searched, at every log level.

mod plants;
mod requests;
mod service;
mod starts;

use plants::{Leaks, Plants};
use service::{Files, Service};

const LEVELS: [&str; 5] = ["off", "error", "warn", "info", "debug"];

#[test]
fn a_search_finds_a_secret_in_any_form() {
    let mut plants = Plants::new();
    let secret = plants.secret("here");
    let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
    let upper = secret.to_uppercase();
    for text in [&secret, &upper, &secret[20..], &secret[..10], &hex, &format!("{:?}", secret.as_bytes())] {
        let text = format!("before\nwith x{text}x\nafter");
        let mut leaks = Leaks::new(&plants);
        leaks.search("a test", &text);
        assert_eq!(leaks.found.len(), 1, "{text}");
        assert!(leaks.found[0].contains("here") && leaks.found[0].contains("with x"), "{:?}", leaks.found);
    }
    let mut leaks = Leaks::new(&plants);
    leaks.search("a test", &secret[..9]);
    leaks.search("a test", &Plants::new().secret("there"));
    leaks.none();
}

#[test]
fn neither_a_check_nor_a_start_shows_a_secret() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut plants = Plants::new();
    let files = Files::new(&mut plants);
    // Whatever the configuration allows fails at last, as the address is in use.
    let good = files.configuration(&taken.local_addr().unwrap().to_string(), "debug");
    let mut cases = starts::cases(&mut plants, &good);
    cases.extend(starts::variables(&mut plants));
    let mut leaks = Leaks::new(&plants);
    for case in &cases {
        case.write(&files);
        for arguments in [&["check"][..], &[]] {
            let output = files.run(arguments, case);
            leaks.search(&format!("serve {arguments:?}, {}", case.place), &output);
        }
        files.restore(&good);
    }
    leaks.none();
}

#[test]
fn no_reload_shows_a_secret() {
    for level in LEVELS {
        let mut plants = Plants::new();
        let service = Service::start(Files::new(&mut plants), level);
        let good = service.configuration();
        let cases = starts::cases(&mut plants, &good);
        let mut leaks = Leaks::new(&plants);
        for case in &cases {
            case.write(&service.files);
            service.reload();
            service.files.restore(&good);
        }
        leaks.search("metrics", &service.metrics());
        let output = service.end();
        let failed = output.matches("could not load the configuration").count();
        assert!(if level == "off" { output.is_empty() } else { failed > cases.len() / 2 }, "{level}: {failed}");
        leaks.search(&format!("log {level}"), &output);
        leaks.none();
    }
}

#[test]
fn neither_an_answer_nor_the_log_shows_a_secret() {
    for level in LEVELS {
        let mut plants = Plants::new();
        let files = Files::new(&mut plants);
        let requests = requests::all(&mut plants, &files);
        let failures = requests::bad_credentials(&mut plants, &files);
        let service = Service::start(files, level);
        let mut leaks = Leaks::new(&plants);
        let mut statuses = std::collections::BTreeSet::new();
        let mut ask = |request: &requests::Request| {
            let answer = service.exchange(request);
            let status = answer.split(' ').nth(1).unwrap_or_default().to_owned();
            leaks.search(&format!("answer {status} to {}", request.place), &answer);
            statuses.insert(status);
        };
        requests.iter().for_each(&mut ask);
        let mut strict = service.configuration();
        strict.set("policy", "rate_failures", "'1/h'");
        service.files.restore(&strict);
        service.reload();
        failures.iter().for_each(&mut ask);
        for status in ["200", "400", "401", "403", "404", "405", "409", "413", "429"] {
            assert!(statuses.contains(status), "no request was answered with {status}");
        }
        leaks.search("metrics", &service.metrics());
        let output = service.end();
        let lines = output.lines().filter(|line| line.contains("\"outcome\"")).count();
        assert_eq!(lines > requests.len() / 2, matches!(level, "info" | "debug"), "{level}: {lines} lines");
        leaks.search(&format!("log {level}"), &output);
        leaks.none();
    }
}

#[test]
fn development_shows_no_secret() {
    let mut plants = Plants::new();
    let files = Files::new(&mut plants);
    let requests = requests::of_development(&mut plants, &files);
    let service = Service::start_dev(files);
    let mut leaks = Leaks::new(&plants);
    for request in &requests {
        let answer = service.exchange(request);
        assert!(answer.starts_with("HTTP/1.1 "), "{}: {answer}", request.place);
        leaks.search(&format!("answer to {}", request.place), &answer);
    }
    leaks.search("log", &service.end());
    leaks.none();
}
