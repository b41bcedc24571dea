//! Issue, read and verify ZEGO **Token04**, the token that a client presents when it logs in to ZEGO's
//! real-time voice, video and chat.
//!
//! The app's own server makes a token from its AppID and ServerSecret:
//!
//! ```
//! use std::time::Duration;
//! use token04_core::{Issuer, Login, Verifier};
//!
//! # fn main() -> Result<(), token04_core::Error> {
//! let secret = "0123456789abcdef0123456789abcdef";
//! let issuer = Issuer::new(1234567890, secret)?;
//! let token = issuer.issue("user1", Duration::from_secs(3600))?;
//!
//! let verifier = Verifier::new(1234567890, secret)?;
//! let claims = verifier.verify_login(&token, &Login::new().user_id("user1"))?;
//! assert_eq!(claims.user_id, "user1");
//! # Ok(())
//! # }
//! ```
//!
//! An [`Issuer`] and a [`Verifier`] hold the expanded key and can be shared between threads: create one and
//! reuse it. Every failure is an [`Error`] with a public, stable [`ErrorCode`].
//!
//! Issuing and opening mirror each other and share their steps. Each step is its own module:
//!
//! ```text
//! issue:  request → claims (JSON) → cipher (seal)   → envelope (bytes) → text
//! open:   claims (JSON) ← cipher (unseal) ← envelope (bytes) ← text
//! ```
//!
//! The crate does no I/O, prints nothing and contains no unsafe code.

#![forbid(unsafe_code)]

mod arguments;
mod batch;
mod cipher;
mod claims;
mod clock;
mod compact;
#[doc(hidden)]
pub mod date;
mod diagnose;
mod drop_in;
mod envelope;
mod error;
mod escape;
mod explain;
#[doc(hidden)]
pub mod fixed;
#[doc(hidden)]
pub mod hex;
#[doc(hidden)]
pub mod host;
mod inspect;
mod issuer;
mod json;
pub mod kit;
mod lanes;
mod names;
mod parse;
mod parts;
mod plaintext;
mod plan;
mod privilege;
mod profile;
mod random;
mod read_claims;
mod room_privilege;
mod scratch;
mod secret;
mod serialize;
mod text;
mod times;
mod traces;
mod unescape;
mod verifier;
mod vocabulary;
mod word;
mod wording;
mod write_claims;

pub use batch::ManyError;
pub use cipher::Mode;
pub use claims::Claims;
pub use diagnose::{Check, Finding, FindingId, Language, Outcome, Question, Report, Severity, diagnose};
pub use drop_in::generate_token04;
pub use error::{Error, ErrorCode};
pub use explain::{Explanation, explain, explained_codes};
pub use inspect::{Header, inspect};
pub use issuer::{Issuer, MAX_TOKEN_LEN, token_len_bound};
pub use privilege::Privilege;
pub use profile::Profile;
pub use room_privilege::RoomPrivilege;
pub use verifier::{Login, Verifier};

/// The version of this library, as `major.minor.patch`.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Runs the examples of the READMEs and of the API in brief.
#[cfg(doctest)]
mod readme {
    #[doc = include_str!("../README.md")]
    struct Core;
    #[doc = include_str!("../../../README.md")]
    struct Project;
    #[doc = include_str!("../../../README.zh-CN.md")]
    struct ProjectInChinese;
    #[doc = include_str!("../../../docs/en/reference/api-in-brief.md")]
    struct ApiInBrief;
}
