//! `token04 inspect`: reads what needs no secret.

use clap::Args;
use serde::Serialize;

use crate::date;
use crate::failure::Failure;
use crate::output::{Answer, Table};
use crate::token::{self, Now, TokenArgument};

const AFTER_HELP: &str = "\
Examples:
  token04 inspect \"$TOKEN\"
  token04 generate --user-id user1 | token04 inspect -

Nothing of it is proven: only `token04 verify` tells whether a token is genuine.";

/// Show what can be read of a token without the secret
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Options {
    #[command(flatten)]
    token: TokenArgument,

    #[command(flatten)]
    now: Now,

    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

/// What can be read, as `--json` prints it.
#[derive(Serialize)]
struct Json {
    version: &'static str,
    mode: &'static str,
    expires_at: i64,
    expired: bool,
    iv_bytes: usize,
    ciphertext_bytes: usize,
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
    let now = options.now.unix_seconds()?;
    let token = options.token.read(Failure::of_token)?;
    let header = token04_core::inspect(&token).map_err(|error| Failure::from(error).of_token())?;
    let read = Json {
        version: header.version,
        mode: header.mode.name(),
        expires_at: header.expires_at,
        expired: header.is_expired(now),
        iv_bytes: header.iv_bytes,
        ciphertext_bytes: header.ciphertext_bytes,
    };
    Ok(if options.json { Answer::json(&read) } else { Answer::styled(table(&read, now)) })
}

fn table(read: &Json, now: i64) -> String {
    let mut table = Table::default();
    let verb = if read.expired { "expired" } else { "expires" };
    table.row("version", read.version);
    table.row("mode", read.mode);
    table
        .row(verb, format!("{}, {}", date::unix_seconds(read.expires_at), token::ends(read.expires_at, now)));
    table.row("iv", format!("{} bytes", read.iv_bytes));
    table.row("ciphertext", format!("{} bytes", read.ciphertext_bytes));
    table.text()
}
