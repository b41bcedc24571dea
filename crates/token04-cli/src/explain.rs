//! `token04 explain`: what an error code means for a token, what causes it, and what to check.

use clap::Args;
use serde::Serialize;
use token04_core::{Explanation, explain};

use crate::arguments::language::LanguageArgument;
use crate::failure::Failure;
use crate::output::answer::Answer;

const AFTER_HELP: &str = "\
Examples:
  token04 explain 50119
  token04 explain 1002033 -200002 --lang zh

With the token at hand, `token04 diagnose TOKEN --code CODE` finds the cause.";

/// Explain an error code of a ZEGO SDK: what it means for a token, what causes it, what to check
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Options {
    /// The error code; several are explained in turn
    #[arg(value_name = "CODE", required = true, allow_negative_numbers = true)]
    codes: Vec<i64>,

    #[command(flatten)]
    language: LanguageArgument,

    /// Print the explanations as JSON
    #[arg(long)]
    json: bool,
}

/// One shape for one code and for several.
#[derive(Serialize)]
struct Json {
    explanations: Vec<Explanation>,
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
    let language = options.language.chosen();
    let explanations: Vec<Explanation> = options.codes.iter().map(|code| explain(*code, language)).collect();
    let exit = if explanations.iter().all(|explanation| explanation.known) { 0 } else { 1 };
    let answer = if options.json {
        Answer::json(&Json { explanations })
    } else {
        let texts: Vec<String> = explanations.iter().map(|explanation| format!("{explanation}\n")).collect();
        Answer::plain(texts.join("\n"))
    };
    Ok(answer.exit(exit))
}
