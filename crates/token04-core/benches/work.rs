//! Does one operation many times, for tools that count instructions or sample a program:
//! `cargo bench -p token04-core --bench work -- CASE [TIMES]`.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints, and stops at a surprise")]

use std::hint::black_box;
use std::time::Duration;

use token04_core::{Issuer, Mode, Profile, RoomPrivilege, Verifier};

const SECRET: &str = "0123456789abcdef0123456789ABCDEF";
const TTL: Duration = Duration::from_secs(3600);
const ROOM: &str = r#"{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1","s2"]}"#;

/// Tools collect from the start of this function to its end.
#[inline(never)]
fn counted(times: u32, mut work: impl FnMut()) {
    (0..times).for_each(|_| work());
}

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let Some(case) = arguments.next() else { return println!("which case?") };
    let times = arguments.next().map_or(1000, |times| times.parse().unwrap());
    let (operation, payload) = case.split_once('/').unwrap();
    let payload = if payload == "room" { ROOM } else { "" };

    let mode = if operation.ends_with("-gcm") { Mode::Gcm } else { Mode::Cbc };
    let issuer = Issuer::new(1_234_567_890, SECRET).unwrap().mode(mode);
    let verifier = Verifier::new(1_234_567_890, SECRET).unwrap();
    let privilege = RoomPrivilege::new("room1").streams(["s1", "s2"]);
    let token = issuer.issue_with_payload("user1", TTL, payload).unwrap();
    let mut out = [0; 1024];
    match operation {
        "issue" | "issue-gcm" => counted(times, || {
            black_box(issuer.issue_with_payload(black_box("user1"), TTL, black_box(payload)).unwrap());
        }),
        "issue-into" => counted(times, || {
            black_box(issuer.issue_into(black_box("user1"), TTL, black_box(payload), &mut out).unwrap());
        }),
        "issue-room" => {
            let issuer = issuer.profile((case == "issue-room/rtc").then_some(Profile::Rtc));
            counted(times, || {
                black_box(issuer.issue_room(black_box("user1"), TTL, black_box(&privilege)).unwrap());
            });
        }
        "verify" | "verify-gcm" => counted(times, || {
            black_box(verifier.verify(black_box(&token)).unwrap());
        }),
        "batch" => {
            let user_ids = ["user1"; 64];
            counted(times, || {
                black_box(issuer.issue_many(black_box(&user_ids), TTL, black_box(payload)).unwrap());
            });
        }
        _ => println!("unknown case {case}"),
    }
}
