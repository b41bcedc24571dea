//! What `generate` and `kit` share: for whom, how long, how encrypted.

use std::ffi::OsString;
use std::time::Duration;

use clap::Args;
use serde::Serialize;
use token04_core::host::{Argument, Issued};
use token04_core::{Issuer, Mode};

use crate::arguments::credentials::Credentials;
use crate::arguments::duration;
use crate::arguments::{named, text};
use crate::failure::Failure;
use crate::output::answer::Answer;

/// How long a token is valid by default.
const DEFAULT_TTL: &str = "1h";

/// The options of every command that makes a token.
#[derive(Args)]
pub struct Issuing {
    #[command(flatten)]
    pub credentials: Credentials,

    /// The user who logs in with the token
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    user_id: OsString,

    /// How long the token is valid: seconds, or 45s, 90m, 12h, 3d
    #[arg(long, value_name = "DURATION", default_value = DEFAULT_TTL, allow_hyphen_values = true)]
    ttl: OsString,

    /// How the token is encrypted; gcm also detects any change
    #[arg(long, default_value = Mode::Cbc.name(), value_parser = named(Mode::ALL, Mode::name))]
    pub mode: Mode,

    /// Print the token and its content as JSON
    #[arg(long)]
    pub json: bool,
}

/// A token and its content, as `--json` prints it.
#[derive(Serialize)]
struct Json<'a> {
    token: &'a str,
    app_id: u32,
    user_id: &'a str,
    expires_at: i64,
    mode: Mode,
    #[serde(skip_serializing_if = "Option::is_none")]
    room_id: Option<&'a str>,
}

impl Issuing {
    pub fn user_id(&self) -> Result<&str, Failure> {
        text(&self.user_id, Argument::UserId)
    }

    pub fn ttl(&self, issuer: &Issuer, user_id: &str) -> Result<Duration, Failure> {
        duration::ttl(&self.ttl).or_else(|failure| {
            // An invalid ttl must not hide an error that comes before it in the order of checks.
            issuer.token_len(user_id, Duration::from_secs(3600), "")?;
            Err(failure)
        })
    }

    /// Prints the token alone, or as JSON; `room_id` is that of a kit token.
    pub fn answer(&self, issuer: &Issuer, issued: &Issued, user_id: &str, room_id: Option<&str>) -> Answer {
        let Issued { token, expires_at } = issued;
        if !self.json {
            return Answer::plain(format!("{token}\n"));
        }
        let (app_id, expires_at, mode) = (issuer.app_id(), *expires_at, self.mode);
        Answer::json(&Json { token, app_id, user_id, expires_at, mode, room_id })
    }
}
