//! `token04 serve` as a process: starts, signals, slow peers, TLS, and its log.
//!
//! Set `TOKEN04_PROGRAM` to test a program that was built elsewhere, such as the one in `dist/cli`.

#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at what is wrong")]

mod commands;
mod connections;
#[cfg(target_os = "linux")]
mod core_dumps;
#[cfg(all(target_os = "linux", target_env = "gnu", target_arch = "x86_64"))]
mod hung_disk;
#[cfg(unix)]
mod obeys;
#[cfg(target_os = "linux")]
mod planted_secrets;
mod process;
#[cfg(unix)]
mod signals;
mod start;
