//! `token04 completions`: prints the script with which a shell completes the program's arguments.

use clap::Args;
use clap_complete::Shell;

use crate::failure::Failure;
use crate::output::answer::Answer;

const AFTER_HELP: &str = "\
Examples:
  bash:  source <(token04 completions bash)
  zsh:   token04 completions zsh > \"${fpath[1]}/_token04\"
  fish:  token04 completions fish > ~/.config/fish/completions/token04.fish";

/// Print the completions for a shell
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Options {
    /// The shell
    shell: Shell,
}

pub fn run(options: &Options, program: &mut clap::Command) -> Result<Answer, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, program, "token04", &mut script);
    Ok(Answer::plain(String::from_utf8_lossy(&script).into_owned()))
}
