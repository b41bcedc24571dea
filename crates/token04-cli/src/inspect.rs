//! `token04 inspect`: shows what can be read without the secret.

use clap::Args;
use serde::Serialize;
use token04_core::kit::{self, KitUser};
use token04_core::{Error, Header};

use crate::arguments::token::{Now, TokenArgument};
use crate::failure::Failure;
use crate::output::answer::Answer;
use crate::output::date;
use crate::output::safe::printable;
use crate::output::table::Table;

const AFTER_HELP: &str = "\
Examples:
  token04 inspect \"$TOKEN\"
  token04 generate --user-id user1 | token04 inspect -

None of this is verified: only `token04 verify` can tell whether a token is genuine.";

/// Show what can be read from a token without the secret
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Options {
    #[command(flatten)]
    token: TokenArgument,

    #[command(flatten)]
    now: Now,

    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// What can be read, as `--json` prints it.
#[derive(Serialize)]
struct Json {
    #[serde(flatten)]
    header: Header,
    expired: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    kit: Option<KitUser>,
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
    let now = options.now.unix_seconds()?;
    let token = options.token.read(Failure::of_token)?;
    let header = token04_core::inspect(&token).map_err(|error| Failure::from(error).of_token())?;
    let kit = token.contains('#').then(|| kit::decode(&token).map(|(_, user)| user));
    if !options.json {
        return Ok(Answer::styled(table(&header, kit, now)));
    }
    let (expired, kit) = (header.is_expired(now), kit.and_then(Result::ok));
    Ok(Answer::json(&Json { header, expired, kit }))
}

fn table(header: &Header, kit: Option<Result<KitUser, Error>>, now: i64) -> String {
    let mut table = Table::default();
    let verb = if header.is_expired(now) { "expired" } else { "expires" };
    table.row("version", header.version);
    table.row("mode", header.mode.name());
    let expires_at = header.expires_at;
    table.row(verb, format!("{}, {}", date::unix_seconds(expires_at), date::ends(expires_at, now)));
    table.row("iv", format!("{} bytes", header.iv_bytes));
    table.row("ciphertext", format!("{} bytes", header.ciphertext_bytes));
    match kit {
        None => {}
        Some(Ok(user)) => {
            table.row("kit app_id", user.app_id.to_string());
            table.row("kit user_id", printable(&user.user_id));
            table.row("kit room_id", printable(&user.room_id));
            table.row("kit user_name", printable(&user.user_name));
        }
        Some(Err(error)) => table.row("kit", format!("unreadable: {error}")),
    }
    table.text()
}
