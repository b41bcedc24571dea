//! `token04 serve`: the HTTP service that issues tokens to authorized callers.

#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod memory;
mod new_key;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};
use token04_server::{StartError, Startup};

use crate::arguments::credentials::{Credentials, Given};
use crate::failure::Failure;
use crate::output::answer::Answer;

const AFTER_HELP: &str = "\
Examples:
  Try the whole flow on your own machine, with a page at http://127.0.0.1:8404
    token04 serve --dev

  Issue tokens to backends that send an API key
    token04 serve new-key --name backend --file keys.toml
    token04 serve check --config token04.toml
    token04 serve --config token04.toml

Environment:
  ZEGO_APP_ID                  The project's AppID
  ZEGO_SERVER_SECRET           The project's ServerSecret
  ZEGO_SERVER_SECRET_PREVIOUS  The ServerSecret in use before, while it is being replaced

Signals:
  SIGHUP   Reload the configuration, keys, secrets and certificate
  SIGTERM  Finish the requests in progress, then exit";

/// Issue tokens over HTTP, to users with a JWT or backends with an API key
#[derive(Args)]
#[command(after_help = AFTER_HELP, args_conflicts_with_subcommands = false, disable_help_subcommand = true)]
pub struct Options {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    settings: Settings,

    #[command(flatten)]
    credentials: Credentials,
}

/// The options of `serve` and `check`, before or after the command's name.
#[derive(Args, Clone)]
struct Settings {
    /// The configuration file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    config: Option<PathBuf>,

    /// The address to listen on; port 0 picks a free port [default: 127.0.0.1:8404]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,

    /// For development: anyone on this machine may request tokens, and there is a page to try it
    #[arg(long)]
    dev: bool,

    /// Also answer GET /access_token, /api/zego/token and /api/zego-token, which existing clients ask
    #[arg(long)]
    compat: bool,
}

impl Settings {
    /// Merges both; these options win.
    fn over(self, general: Self) -> Self {
        Self {
            config: self.config.or(general.config),
            listen: self.listen.or(general.listen),
            dev: self.dev || general.dev,
            compat: self.compat || general.compat,
        }
    }
}

#[derive(Subcommand)]
enum Command {
    /// Check the configuration and every file it refers to, without listening
    Check(Settings),
    NewKey(new_key::Options),
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
    let settings = options.settings.clone();
    match &options.command {
        Some(Command::NewKey(options)) => new_key::run(options),
        Some(Command::Check(own)) => check(&startup(own.clone().over(settings), &options.credentials)?),
        None => {
            #[cfg(all(target_os = "linux", target_env = "gnu"))]
            memory::give_back();
            token04_server::run(&startup(settings, &options.credentials)?)?;
            Ok(Answer::plain(String::new()))
        }
    }
}

fn startup(settings: Settings, credentials: &Credentials) -> Result<Startup, Failure> {
    let Settings { config, listen, dev, compat } = settings;
    let Given { app_id, secret, secret_file } = credentials.given()?;
    Ok(Startup { config, listen, app_id, secret_file, secret, dev, compat })
}

fn check(startup: &Startup) -> Result<Answer, Failure> {
    let checked = startup.check()?;
    let mut text = format!("the configuration is valid: the service listens on {}\n", checked.listen);
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
