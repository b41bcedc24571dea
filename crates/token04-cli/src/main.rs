//! The program `token04`: makes, reads, verifies and explains ZEGO Token04.

mod arguments;
mod completions;
mod diagnose;
mod explain;
mod failure;
mod generate;
mod inspect;
mod kit;
mod man;
mod output;
mod program;
#[cfg(all(test, feature = "serve"))]
mod reference_page;
#[cfg(feature = "serve")]
mod serve;
mod usage;
mod verify;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use output::answer::Answer;
use output::print;
use program::Program;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let result = match Program::try_parse_from(&arguments) {
        Ok(program) => program.command.run(),
        Err(error) if error.use_stderr() => Err(usage::failure(&error, &arguments)),
        // Help and version are not errors.
        Err(error) => Ok(Answer::styled(error.render().ansi().to_string())),
    };
    match result {
        Ok(answer) => print::answer(&answer),
        Err(failure) => print::failure(&failure, usage::asks_for_json(&arguments)),
    }
}
