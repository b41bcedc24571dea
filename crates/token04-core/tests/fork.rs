//! A process and its forked children never draw the same IV or nonce.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]
#![cfg(unix)]
#![allow(unsafe_code, reason = "fork is unsafe to call; the child only makes tokens, writes and ends")]

use std::collections::HashSet;
use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::FromRawFd;
use std::time::Duration;

use token04_core::{Issuer, Mode};

const TOKENS: usize = 50;

fn tokens(issuer: &Issuer) -> String {
    let hour = Duration::from_secs(3600);
    let many = issuer.issue_many(&["user1"; TOKENS / 2], hour, "").unwrap();
    let single = (0..TOKENS / 2).map(|_| issuer.issue("user1", hour).unwrap());
    many.into_iter().chain(single).map(|token| token + "\n").collect()
}

/// Forks, and returns the child's tokens.
fn tokens_of_a_child(issuer: &Issuer) -> String {
    let mut ends = [0; 2];
    // SAFETY: the array has room for the two descriptors, each of which is owned once below.
    unsafe {
        assert_eq!(libc::pipe(ends.as_mut_ptr()), 0);
        let child = libc::fork();
        assert!(child >= 0);
        let (mut read, mut write) = (File::from_raw_fd(ends[0]), File::from_raw_fd(ends[1]));
        if child == 0 {
            let _ = write.write_all(tokens(issuer).as_bytes());
            libc::_exit(0);
        }
        drop(write);
        let mut text = String::new();
        read.read_to_string(&mut text).unwrap();
        libc::waitpid(child, std::ptr::null_mut(), 0);
        text
    }
}

#[test]
fn no_iv_repeats() {
    for mode in [Mode::Cbc, Mode::Gcm] {
        let issuer = Issuer::new(1, "0123456789abcdef0123456789ABCDEF").unwrap().mode(mode);
        // Seed the generator before the fork: only then is there something to copy.
        let mut all = tokens(&issuer);
        for _ in 0..3 {
            all += &tokens_of_a_child(&issuer);
        }
        all += &tokens(&issuer);
        // These characters of the text encode the IV.
        let ivs: HashSet<&str> = all.lines().map(|token| &token[16..32]).collect();
        assert_eq!(all.lines().count(), 5 * TOKENS);
        assert_eq!(ivs.len(), 5 * TOKENS, "{mode}");
    }
}
