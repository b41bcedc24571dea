//! Measures the cost of a diagnosis, by the kind and the length of the text. The goal is below 1 ms for 1 KB,
//! and linear growth. `cargo bench -p token04-core --bench diagnose` prints it; `-- --brief` runs one round,
//! so that CI can check that it still works.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints, and stops at a surprise")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use token04_core::{Issuer, Mode, Question, diagnose};

const SECRET: &str = "0123456789abcdef0123456789ABCDEF";
/// Makes a text of about this many characters.
type Make = fn(usize) -> String;

const LENGTHS: [usize; 3] = [1 << 10, 10 << 10, 80 << 10];

fn main() {
    let rounds = if std::env::args().any(|argument| argument == "--brief") { 1 } else { 21 };
    println!("{:<44} {:>10} {:>10} {:>10}", "median time of a diagnosis", "1 KB", "10 KB", "80 KB");
    let kinds: [(&str, Make); 10] = [
        ("sound, cbc", |len| token(Mode::Cbc, len)),
        ("sound, gcm", |len| token(Mode::Gcm, len)),
        ("mode byte lost", |len| without_end(&token(Mode::Gcm, len))),
        ("blanks for plus signs, in quotes", |len| {
            format!("\"{}\"", token(Mode::Cbc, len).replace('+', " "))
        }),
        ("without a layout", |len| format!("04{}", "ABCD".repeat(len / 4))),
        ("without 04", |len| "ABCD".repeat(len / 4)),
        ("a character that base64 does not have", |len| token(Mode::Cbc, len).replace('7', "*")),
        ("%", |len| "%".repeat(len)),
        ("%25", |len| "%25".repeat(len / 3)),
        ("JSON", |len| format!("{{\"a\":[{}1]}}", "1,".repeat(len / 2))),
    ];
    for (name, make) in kinds {
        row(name, rounds, SECRET, make);
        row(&format!("{name}, another secret"), rounds, &SECRET[1..].repeat(2)[..32], make);
    }
}

fn row(name: &str, rounds: usize, secret: &str, make: Make) {
    let times = LENGTHS.map(|len| median(rounds, &make(len), &Question::new().secret(secret)));
    let micros = times.map(|time| format!("{:.0} µs", time.as_secs_f64() * 1e6));
    println!("{name:<44} {:>10} {:>10} {:>10}", micros[0], micros[1], micros[2]);
}

fn median(rounds: usize, token: &str, question: &Question<'_>) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let started = Instant::now();
            black_box(diagnose(black_box(token), black_box(question)));
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[rounds / 2]
}

/// A token of about this many characters; most of it is the payload.
fn token(mode: Mode, len: usize) -> String {
    let streams = format!("\"{}\"", "stream-1234567890\",\"".repeat(len * 3 / 4 / 25));
    let payload =
        format!(r#"{{"room_id":"room1","privilege":{{"1":1,"2":0}},"stream_id_list":[{streams}]}}"#);
    let issuer = Issuer::new(1, SECRET).unwrap().mode(mode);
    issuer.issue_with_payload("user1", Duration::from_secs(3600), &payload).unwrap()
}

/// A token without its last bytes.
fn without_end(token: &str) -> String {
    token[..token.len() - 4].to_owned()
}
