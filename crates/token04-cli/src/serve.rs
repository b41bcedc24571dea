//! `token04 serve`: the HTTP service that gives tokens to those who may have one.

mod new_key;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};
use token04_server::{StartError, Startup};

use crate::arguments::credentials::Credentials;
use crate::failure::Failure;
use crate::output::answer::Answer;

const AFTER_HELP: &str = "\
Examples:
  See the whole flow on your own machine, with a page at http://127.0.0.1:8404
    token04 serve --dev

  Give tokens to backends that show an API key
    token04 serve new-key --name backend --file keys.toml
    token04 serve check --config token04.toml
    token04 serve --config token04.toml

Environment:
  ZEGO_APP_ID                  The project's AppID
  ZEGO_SERVER_SECRET           The project's ServerSecret
  ZEGO_SERVER_SECRET_PREVIOUS  The ServerSecret in use before, while it is being replaced

Signals:
  SIGHUP   Load the configuration, keys, secrets and certificate anew
  SIGTERM  Answer what is under way, then end";

/// Give tokens over HTTP, to users who show a JWT or backends that show an API key
#[derive(Args)]
#[command(after_help = AFTER_HELP, args_conflicts_with_subcommands = false, disable_help_subcommand = true)]
pub struct Options {
    #[command(subcommand)]
    command: Option<Command>,

    /// The configuration file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, global = true)]
    config: Option<PathBuf>,

    /// Where to listen; port 0 picks a free one [default: 127.0.0.1:8404]
    #[arg(long, value_name = "ADDRESS", global = true)]
    listen: Option<String>,

    /// For development: everybody on this machine may ask, and there is a page to try it
    #[arg(long, global = true)]
    dev: bool,

    /// Also answer GET /access_token?userID=…&expired_ts=…, as ZEGO's sample servers do
    #[arg(long, global = true)]
    compat: bool,

    #[command(flatten)]
    credentials: Credentials,
}

#[derive(Subcommand)]
enum Command {
    /// Check the configuration, and every file that it names, without listening
    Check,
    NewKey(new_key::Options),
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
    if let Some(Command::NewKey(options)) = &options.command {
        return new_key::run(options);
    }
    let given = options.credentials.given()?;
    let startup = Startup {
        config: options.config.clone(),
        listen: options.listen.clone(),
        app_id: given.app_id,
        secret_file: given.secret_file,
        secret: given.secret,
        dev: options.dev,
        compat: options.compat,
    };
    if options.command.is_some() {
        return check(&startup);
    }
    startup.run()?;
    Ok(Answer::plain(String::new()))
}

fn check(startup: &Startup) -> Result<Answer, Failure> {
    let checked = startup.check()?;
    let mut text = format!("the configuration is good: it listens on {}\n", checked.listen);
    for warning in &checked.warnings {
        text.push_str(&format!("warning: {warning}\n"));
    }
    Ok(Answer::plain(text))
}

impl From<StartError> for Failure {
    fn from(error: StartError) -> Self {
        Self::argument(error.code(), error.to_string())
    }
}
