//! `token04 verify`: opens a token and checks it.

use std::ffi::OsString;

use clap::{Args, ValueHint};
use serde::Serialize;
use token04_core::{Claims, Login, Mode, Privilege};

use crate::arguments::credentials::Credentials;
use crate::arguments::expected::Expected;
use crate::arguments::token::{Now, TokenArgument};
use crate::arguments::{duration, input};
use crate::failure::Failure;
use crate::output::answer::Answer;
use crate::output::date;
use crate::output::safe::printable;
use crate::output::table::Table;

const AFTER_HELP: &str = "\
Examples:
  Is the token genuine and not expired?
    token04 verify \"$TOKEN\"

  Does it let user1 log in to room1 and publish? Refuse an identity token, which would pass for any room:
    token04 verify \"$TOKEN\" --user-id user1 --room room1 --publish --require-privilege

  While the secret is being replaced:
    token04 verify \"$TOKEN\" --previous-secret-file old-secret.txt";

/// Check that a token is genuine, for this app, not expired, and allows what is expected
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Options {
    #[command(flatten)]
    token: TokenArgument,

    #[command(flatten)]
    credentials: Credentials,

    /// A file with the previous secret, whose tokens are also accepted; '-' reads standard input
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath, allow_hyphen_values = true)]
    previous_secret_file: Option<OsString>,

    #[command(flatten)]
    expected: Expected,

    /// Refuse an identity token, which otherwise satisfies every expectation of room, stream and publishing
    #[arg(long, help_heading = "Expectations")]
    require_privilege: bool,

    /// How long after its expiry a token is accepted: seconds, or 45s, 90m, 12h, 3d
    #[arg(long, value_name = "DURATION", default_value = "0", allow_hyphen_values = true)]
    leeway: OsString,

    #[command(flatten)]
    now: Now,

    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
    input::refuse_second_standard_input(&[
        ("TOKEN", Some(options.token.given())),
        ("--secret-file", options.credentials.secret_file.as_deref()),
        ("--previous-secret-file", options.previous_secret_file.as_deref()),
    ])?;
    let verifier = options.credentials.verifier(options.previous_secret_file.as_deref())?;
    let verifier = verifier.leeway(duration::leeway(&options.leeway)?);
    let now = options.now.unix_seconds()?;
    let expected = options.expected.read()?;
    let login = Login::new()
        .user_id(expected.user_id)
        .room_id(expected.room_id)
        .stream_id(expected.stream_id)
        .publish(expected.publish)
        .require_privilege(options.require_privilege)
        .now(now);
    let token = options.token.read(Failure::not_valid)?;
    let claims = verifier.verify_login(&token, &login).map_err(|error| Failure::from(error).not_valid())?;
    if options.json {
        return Ok(Answer::json(&Json { valid: true, claims: &claims }));
    }
    let mode = token04_core::inspect(&token)?.mode;
    Ok(Answer::styled(report(&claims, mode, now)))
}

/// A valid token, as `--json` prints it.
#[derive(Serialize)]
struct Json<'a> {
    valid: bool,
    claims: &'a Claims,
}

/// The text for a person about a valid token.
fn report(claims: &Claims, mode: Mode, now: i64) -> String {
    let good = clap::builder::Styles::styled();
    let good = good.get_valid();
    let mut table = Table::default();
    table.row("app_id", claims.app_id.to_string());
    table.row("user_id", printable(&claims.user_id));
    table.row("nonce", claims.nonce.to_string());
    table.row("ctime", date::unix_seconds(claims.ctime));
    table.row("expire", format!("{}, {}", date::unix_seconds(claims.expire), date::ends(claims.expire, now)));
    table.row(
        "mode",
        match mode {
            Mode::Cbc => "cbc: does not detect changes to the token",
            Mode::Gcm => "gcm",
        },
    );
    match claims.privilege() {
        Some(privilege) => privilege_rows(&privilege, &mut table),
        None if claims.payload.is_empty() => {
            table.row("payload", "none: an identity token, valid for any room")
        }
        None => table.row("payload", printable(&claims.payload)),
    }
    format!("{good}valid{good:#}\n{}", table.text())
}

fn privilege_rows(privilege: &Privilege, table: &mut Table) {
    let right = |allowed: Option<bool>| match allowed {
        Some(true) => "allowed",
        Some(false) => "forbidden",
        None => "forbidden, because the token does not mention it",
    };
    table.row(
        "room_id",
        match privilege.room_id.as_str() {
            "" => "any".to_owned(),
            room_id => printable(room_id),
        },
    );
    table.row("login", right(privilege.login));
    table.row("publish", right(privilege.publish));
    table.row(
        "streams",
        match privilege.streams.as_deref() {
            None | Some([]) => "any".to_owned(),
            Some(streams) => streams.iter().map(|stream| printable(stream)).collect::<Vec<_>>().join(", "),
        },
    );
}
