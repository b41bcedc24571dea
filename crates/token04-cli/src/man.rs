//! `token04 man`: prints the manual pages.

use clap::{Args, CommandFactory};
use clap_mangen::Man;
use token04_core::host;

use crate::failure::Failure;
use crate::output::Answer;
use crate::program::Program;
use crate::usage;

/// Print the manual page, of the program or of one command
#[derive(Args)]
#[command(after_help = "Example:\n  token04 man verify | man -l -")]
pub struct Options {
    /// The command [default: the program as a whole]
    command: Option<String>,
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
    let mut program = Program::command().disable_help_subcommand(true);
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

fn unknown(program: &clap::Command) -> Failure {
    let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
    usage::conflict("no such command has a manual page")
        .help(format!("there is one for {}", names.join(", ")))
}
