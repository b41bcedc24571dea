//! The service behind its router: its responses to every kind of caller.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at what is wrong")]

mod api_keys;
mod browsers;
mod compat;
mod configuration;
mod development;
mod harness;
mod jwks;
mod jwt;
mod operations;
mod policy;
mod replaces;
mod requests;
mod signer;
