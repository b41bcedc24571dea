//! The program run as a process, as a user or a script runs it.
//!
//! Set `TOKEN04_PROGRAM` to test a program that was built elsewhere, such as the one in `dist/cli`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at what is wrong")]

mod diagnose;
mod explain;
mod generate;
mod inspect;
mod kit;
mod output;
mod program;
mod secrets;
mod usage;
mod vectors;
mod verify;
