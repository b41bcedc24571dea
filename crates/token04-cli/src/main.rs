//! The program `token04`: makes, reads, verifies and explains ZEGO Token04.

mod completions;
mod credentials;
mod date;
mod diagnose;
mod diagnosis;
mod duration;
mod expected;
mod failure;
mod generate;
mod input;
mod inspect;
mod issuing;
mod kit;
mod man;
mod output;
mod program;
#[cfg(feature = "serve")]
mod serve;
mod token;
mod usage;
mod verify;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use output::Answer;
use program::Program;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let result = match Program::try_parse_from(&arguments) {
        Ok(program) => program.command.run(),
        Err(error) if error.use_stderr() => Err(usage::failure(&error, &arguments)),
        // Help and version are no errors.
        Err(error) => Ok(Answer::styled(error.render().ansi().to_string())),
    };
    match result {
        Ok(answer) => output::answer(&answer),
        Err(failure) => output::failure(&failure, usage::asks_for_json(&arguments)),
    }
}
