//! Measures the cost of a token, compared with the bare AES chain and with a straightforward implementation,
//! in one interleaved run. `scripts/bench.sh core` runs it; `--json` prints a line per comparison, `--brief`
//! runs only a few rounds, so that CI can check that it still works.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints, and stops at a surprise")]

mod allocations;
mod chain;
mod interleaved;
mod plain_way;

use std::hint::black_box;
use std::time::Duration;

use interleaved::{Contest, Options};
use token04_core::{Issuer, Mode, Profile, RoomPrivilege, Verifier, generate_token04};

#[global_allocator]
static ALLOCATOR: allocations::Counting = allocations::Counting;

const APP_ID: u32 = 1_234_567_890;
const SECRET: &str = "0123456789abcdef0123456789ABCDEF";
const USER_ID: &str = "user1";
const TTL: Duration = Duration::from_secs(3600);
const PAYLOADS: [(&str, &str); 2] = [
    ("plain", ""),
    ("room", r#"{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1","s2"]}"#),
];

fn main() {
    let options = Options::from_arguments();
    for (name, payload) in PAYLOADS {
        speed(name, payload, options);
    }
    rooms(options);
    for (name, payload) in PAYLOADS {
        batch(name, payload, options);
    }
    if !options.json {
        for (name, payload) in PAYLOADS {
            allocations_per_token(name, payload);
        }
        threads(options);
    }
}

fn speed(name: &str, payload: &str, options: Options) {
    let issuer = Issuer::new(APP_ID, SECRET).unwrap();
    let gcm = Issuer::new(APP_ID, SECRET).unwrap().mode(Mode::Gcm);
    let verifier = Verifier::new(APP_ID, SECRET).unwrap();
    let token = issuer.issue_with_payload(USER_ID, TTL, payload).unwrap();
    let gcm_token = gcm.issue_with_payload(USER_ID, TTL, payload).unwrap();
    let blocks = token04_core::inspect(&token).unwrap().ciphertext_bytes / 16;
    let mut chain = chain::Chain::new(SECRET.as_bytes(), blocks);
    let mut caller_buffer = [0; 1024];

    let mut contest = Contest::default();
    let chain = contest.enter(move || chain.run());
    let issue = contest.enter(|| {
        black_box(issuer.issue_with_payload(black_box(USER_ID), TTL, black_box(payload)).unwrap());
    });
    let into = contest.enter(|| {
        let out = black_box(&mut caller_buffer[..]);
        black_box(issuer.issue_into(black_box(USER_ID), TTL, black_box(payload), out).unwrap());
    });
    let issue_gcm = contest.enter(|| {
        black_box(gcm.issue_with_payload(black_box(USER_ID), TTL, black_box(payload)).unwrap());
    });
    let drop_in = contest.enter(|| {
        black_box(generate_token04(APP_ID, black_box(USER_ID), SECRET, 3600, black_box(payload)).unwrap());
    });
    let verify = contest.enter(|| drop(black_box(verifier.verify(black_box(&token)).unwrap())));
    let verify_gcm = contest.enter(|| drop(black_box(verifier.verify(black_box(&gcm_token)).unwrap())));
    let plain_issue = contest.enter(|| {
        black_box(plain_way::issue(APP_ID, black_box(USER_ID), SECRET, 3600, black_box(payload)));
    });
    let plain_verify = contest.enter(|| drop(black_box(plain_way::verify(black_box(&token), SECRET))));
    let results = contest.run(options);

    for (case, ours, against, theirs) in [
        ("issue", issue, "chain", chain),
        ("issue-into", into, "chain", chain),
        ("issue-gcm", issue_gcm, "chain", chain),
        ("drop-in", drop_in, "chain", chain),
        ("verify", verify, "chain", chain),
        ("verify-gcm", verify_gcm, "chain", chain),
        ("issue", issue, "plain way", plain_issue),
        ("drop-in", drop_in, "plain way", plain_issue),
        ("verify", verify, "plain way", plain_verify),
    ] {
        results.print(&format!("{case}/{name}"), ours, against, theirs, options);
    }
}

/// The room payload again, written by `issue_room` itself: without a profile and with one, which checks the
/// ids.
fn rooms(options: Options) {
    let issuer = Issuer::new(APP_ID, SECRET).unwrap();
    let rtc = Issuer::new(APP_ID, SECRET).unwrap().profile(Profile::Rtc);
    let privilege = RoomPrivilege::new("room1").streams(["s1", "s2"]);
    assert_eq!(privilege.payload().unwrap(), PAYLOADS[1].1);
    let token = issuer.issue_room(USER_ID, TTL, &privilege).unwrap();
    let blocks = token04_core::inspect(&token).unwrap().ciphertext_bytes / 16;
    let mut chain = chain::Chain::new(SECRET.as_bytes(), blocks);

    let mut contest = Contest::default();
    let chain = contest.enter(move || chain.run());
    let none = contest.enter(|| {
        black_box(issuer.issue_room(black_box(USER_ID), TTL, black_box(&privilege)).unwrap());
    });
    let rtc = contest.enter(|| {
        black_box(rtc.issue_room(black_box(USER_ID), TTL, black_box(&privilege)).unwrap());
    });
    let results = contest.run(options);
    results.print("issue-room/none", none, "chain", chain, options);
    results.print("issue-room/rtc", rtc, "chain", chain, options);
}

/// Tokens for many users at once, per token: into strings, and lent to be copied into one packed text.
fn batch(name: &str, payload: &str, options: Options) {
    const USERS: u32 = 64;
    let issuer = Issuer::new(APP_ID, SECRET).unwrap();
    let user_ids: Vec<String> = (0..USERS).map(|number| format!("user{number}")).collect();
    let token = issuer.issue_with_payload(&user_ids[0], TTL, payload).unwrap();
    let blocks = token04_core::inspect(&token).unwrap().ciphertext_bytes / 16;
    let mut chain = chain::Chain::new(SECRET.as_bytes(), blocks);
    let mut packed = Vec::new();

    let mut contest = Contest::default();
    let chain = contest.enter(move || (0..USERS).for_each(|_| chain.run()));
    let singly = contest.enter(|| {
        let issue = |user_id| issuer.issue_with_payload(user_id, TTL, black_box(payload)).unwrap();
        black_box(black_box(&user_ids).iter().map(|user_id| issue(user_id)).collect::<Vec<_>>());
    });
    let strings = contest.enter(|| {
        black_box(issuer.issue_many(black_box(&user_ids), TTL, black_box(payload)).unwrap());
    });
    let packed = contest.enter(|| {
        packed.clear();
        let lend = |token: &[u8]| packed.extend_from_slice(token);
        issuer.issue_many_with(black_box(&user_ids), TTL, black_box(payload), lend).unwrap();
        black_box(&packed);
    });
    let results = contest.run_for(USERS, options);
    results.print(&format!("batch/{name}"), strings, "chain", chain, options);
    results.print(&format!("batch-with/{name}"), packed, "chain", chain, options);
    results.print(&format!("batch/{name}"), strings, "single calls", singly, options);
    results.print(&format!("batch-with/{name}"), packed, "single calls", singly, options);
}

fn allocations_per_token(name: &str, payload: &str) {
    let issuer = Issuer::new(APP_ID, SECRET).unwrap();
    let verifier = Verifier::new(APP_ID, SECRET).unwrap();
    let token = issuer.issue_with_payload(USER_ID, TTL, payload).unwrap();
    let mut out = [0; 1024];
    let issue = allocations::count(|| drop(issuer.issue_with_payload(USER_ID, TTL, payload).unwrap()));
    let into = allocations::count(|| assert!(issuer.issue_into(USER_ID, TTL, payload, &mut out).is_ok()));
    let verify = allocations::count(|| drop(verifier.verify(&token).unwrap()));
    println!("{name:<8} heap allocations: issue {issue}, issue_into {into}, verify {verify}");
}

/// Compares the processor time per token of two threads that share an issuer with that of one thread.
fn threads(options: Options) {
    let issuer = Issuer::new(APP_ID, SECRET).unwrap();
    let tokens = if options.brief { 1_000 } else { 300_000 };
    let work = || {
        let start = chain::thread_time_ns();
        for _ in 0..tokens {
            black_box(issuer.issue(black_box(USER_ID), TTL).unwrap());
        }
        (chain::thread_time_ns() - start) / f64::from(tokens)
    };
    let (mut alone, mut together) = (Vec::new(), Vec::new());
    for _ in 0..if options.brief { 1 } else { 9 } {
        alone.push(work());
        together.extend(std::thread::scope(|scope| {
            let threads = [scope.spawn(work), scope.spawn(work)];
            threads.map(|thread| thread.join().unwrap())
        }));
    }
    let (alone, together) = (interleaved::median(&mut alone), interleaved::median(&mut together));
    println!(
        "threads  processor time per token: one {alone:.0} ns, each of two {together:.0} ns, {:.2} times",
        together / alone
    );
}
