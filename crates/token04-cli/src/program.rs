//! The program's command line: a variant per command, each in a file of its own.

use clap::{CommandFactory, Parser, Subcommand};

use crate::failure::Failure;
use crate::output::answer::Answer;
#[cfg(feature = "serve")]
use crate::serve;
use crate::{completions, diagnose, explain, generate, inspect, kit, man, verify};

const LONG_ABOUT: &str = "\
Makes, reads, verifies and explains ZEGO Token04, the token that a client presents when it logs in to a ZEGO room, \
to in-app chat or to UIKit.

Your own server makes the token from the project's AppID and ServerSecret, which never reach a client.";

const AFTER_HELP: &str = "\
Environment:
  ZEGO_APP_ID         The project's AppID
  ZEGO_SERVER_SECRET  The project's ServerSecret, 32 bytes

An option overrides the environment, and an empty variable counts as unset. A secret is never an argument.

Exit status:
  0  success, or the token is valid
  1  the token is invalid, diagnose found an error, or explain does not know a code
  2  wrong usage, or an argument is invalid";

/// Makes, reads, verifies and explains ZEGO Token04.
#[derive(Parser)]
#[command(name = "token04", version, long_about = LONG_ABOUT, after_help = AFTER_HELP)]
pub struct Program {
    #[command(subcommand)]
    pub command: Command,
}

/// The commands. A new command is a file with `Options` and `run`, and a variant here.
#[derive(Subcommand)]
pub enum Command {
    Generate(generate::Options),
    Kit(kit::Options),
    Inspect(inspect::Options),
    Verify(verify::Options),
    Diagnose(diagnose::Options),
    Explain(explain::Options),
    #[cfg(feature = "serve")]
    Serve(serve::Options),
    Completions(completions::Options),
    Man(man::Options),
}

impl Command {
    pub fn run(self) -> Result<Answer, Failure> {
        match self {
            Command::Generate(options) => generate::run(&options),
            Command::Kit(options) => kit::run(&options),
            Command::Inspect(options) => inspect::run(&options),
            Command::Verify(options) => verify::run(&options),
            Command::Diagnose(options) => diagnose::run(&options),
            Command::Explain(options) => explain::run(&options),
            #[cfg(feature = "serve")]
            Command::Serve(options) => serve::run(&options),
            Command::Completions(options) => completions::run(&options, &mut Program::command()),
            Command::Man(options) => man::run(&options, Program::command()),
        }
    }
}
