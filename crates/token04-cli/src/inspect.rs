//! `token04 inspect`: reads what needs no secret.

use clap::Args;
use serde::Serialize;
use token04_core::Header;

use crate::arguments::token::{Now, TokenArgument};
use crate::failure::Failure;
use crate::output::answer::Answer;
use crate::output::date;
use crate::output::table::Table;

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
    #[serde(flatten)]
    header: Header,
    expired: bool,
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
    let now = options.now.unix_seconds()?;
    let token = options.token.read(Failure::of_token)?;
    let header = token04_core::inspect(&token).map_err(|error| Failure::from(error).of_token())?;
    let expired = header.is_expired(now);
    match options.json {
        true => Ok(Answer::json(&Json { header, expired })),
        false => Ok(Answer::styled(table(&header, now))),
    }
}

fn table(header: &Header, now: i64) -> String {
    let mut table = Table::default();
    let verb = if header.is_expired(now) { "expired" } else { "expires" };
    table.row("version", header.version);
    table.row("mode", header.mode.name());
    table.row(
        verb,
        format!("{}, {}", date::unix_seconds(header.expires_at), date::ends(header.expires_at, now)),
    );
    table.row("iv", format!("{} bytes", header.iv_bytes));
    table.row("ciphertext", format!("{} bytes", header.ciphertext_bytes));
    table.text()
}
