//! `token04 serve`: the HTTP service that gives tokens to those who may have one.

#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod memory;

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};
use serde::Serialize;
use token04_server::{NewKey, StartError, Startup};

use crate::arguments::credentials::Credentials;
use crate::failure::Failure;
use crate::output::answer::Answer;
use crate::usage;

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

const NEW_KEY_AFTER_HELP: &str = "\
Examples:
  token04 serve new-key --name backend --file keys.toml
  token04 serve new-key --name backend >> keys.toml";

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
    NewKey(NewKeyOptions),
}

/// Make an API key for a backend: its SHA-256 goes into the file of keys, the key itself is shown once
#[derive(Args)]
#[command(after_help = NEW_KEY_AFTER_HELP)]
struct NewKeyOptions {
    /// What logs and policies call the key's owner
    #[arg(long, default_value = "backend")]
    name: String,

    /// The file of keys to add it to; then the key alone is printed [default: both are printed]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: Option<PathBuf>,

    /// Print the key and the entry as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
    if let Some(Command::NewKey(options)) = &options.command {
        return new_key(options);
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
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    memory::give_back();
    token04_server::run(&startup)?;
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

fn new_key(options: &NewKeyOptions) -> Result<Answer, Failure> {
    let made = NewKey::new(&options.name)?;
    if let Some(path) = &options.file {
        made.add_to(path)?;
    }
    if options.json {
        #[derive(Serialize)]
        struct Json<'a> {
            name: &'a str,
            key: &'a str,
            entry: &'a str,
        }
        return Ok(Answer::json(&Json { name: &options.name, key: &made.key, entry: &made.entry }));
    }
    if options.file.is_some() {
        return Ok(Answer::plain(format!("{}\n", *made.key)));
    }
    let key = format!("# The key, which is shown this once: {}\n", *made.key);
    if !goes_into_a_file() {
        return Ok(Answer::plain(key + &made.entry));
    }
    // The entry is kept there, and the key must not be.
    anstream::stderr().write_all(key.as_bytes()).map_err(|error| {
        usage::wrong(format!("the key cannot be shown on standard error: {error}")).help(
            "nothing was kept of it: name the file with --file, and the key is printed on standard output",
        )
    })?;
    Ok(Answer::plain(made.entry.clone()))
}

/// Whether standard output is a file, as after `>> keys.toml`.
fn goes_into_a_file() -> bool {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd as _;
        let file = std::io::stdout().as_fd().try_clone_to_owned().map(std::fs::File::from);
        file.and_then(|file| file.metadata()).is_ok_and(|metadata| metadata.is_file())
    }
    #[cfg(not(unix))]
    false
}

impl From<StartError> for Failure {
    fn from(error: StartError) -> Self {
        Self::argument(error.code(), error.to_string())
    }
}
