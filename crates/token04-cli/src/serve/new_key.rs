//! `token04 serve new-key`: makes an API key for a backend.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueHint};
use serde::Serialize;
use token04_server::NewKey;

use crate::failure::Failure;
use crate::output::answer::Answer;
use crate::usage;

const AFTER_HELP: &str = "\
Examples:
  token04 serve new-key --name backend --file keys.toml
  token04 serve new-key --name backend >> keys.toml";

/// Make an API key for a backend: the key file gets its SHA-256, and the key itself is shown once
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Options {
    /// The name of the key's owner in logs and policies
    #[arg(long, default_value = "backend")]
    name: String,

    /// The key file to add the entry to; only the key is printed then [default: both are printed]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: Option<PathBuf>,

    /// Print the key and the entry as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
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
    let key = format!("# The key, which is shown only once: {}\n", *made.key);
    if !goes_into_a_file() {
        return Ok(Answer::plain(key + &made.entry));
    }
    // Standard output keeps the entry, and must not keep the key.
    anstream::stderr().write_all(key.as_bytes()).map_err(|error| {
        usage::wrong(format!("the key cannot be shown on standard error: {error}")).help(
            "the key was discarded: pass the file with --file, and the key is printed on standard output",
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
