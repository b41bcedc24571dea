//! `token04 man`: prints one manual page, or writes all of them to a directory.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use clap_mangen::Man;
use token04_core::host;

use crate::failure::Failure;
use crate::output::answer::Answer;
use crate::usage;

const AFTER_HELP: &str = "\
Examples:
  token04 man verify | man -l -
  token04 man --directory ~/.local/share/man/man1";

/// Print the manual page, of the program or of one command
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Options {
    /// The command [default: the program as a whole]
    command: Option<String>,

    /// Write the pages of the program and of every command to this directory instead
    #[arg(long, value_name = "PATH", value_hint = ValueHint::DirPath, conflicts_with = "command")]
    directory: Option<PathBuf>,
}

pub fn run(options: &Options, program: clap::Command) -> Result<Answer, Failure> {
    if let Some(directory) = &options.directory {
        return write_all(program, directory);
    }
    let mut program = program.disable_help_subcommand(true);
    program.build();
    let command = match &options.command {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => command.clone(),
            None => return Err(unknown(&program)),
        },
    };
    let mut page = Vec::new();
    Man::new(command).render(&mut page).map_err(|_| host::internal())?;
    Ok(Answer::plain(String::from_utf8_lossy(&page).into_owned()))
}

fn write_all(program: clap::Command, directory: &Path) -> Result<Answer, Failure> {
    match clap_mangen::generate_to(program, directory) {
        Ok(()) => Ok(Answer::plain(String::new())),
        Err(error) => Err(usage::wrong(format!("the pages cannot be written: {error}"))
            .help("--directory must be an existing directory that you can write to")),
    }
}

fn unknown(program: &clap::Command) -> Failure {
    let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
    usage::wrong("no such command has a manual page").help(format!("there is one for {}", names.join(", ")))
}
