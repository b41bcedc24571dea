//! `token04 diagnose`: explains why a token is refused and how to fix it.

mod text;

use clap::Args;
use token04_core::{Profile, Question, diagnose};

use crate::arguments::credentials::Credentials;
use crate::arguments::expected::Expected;
use crate::arguments::input;
use crate::arguments::language::LanguageArgument;
use crate::arguments::named;
use crate::arguments::token::{Now, TokenArgument};
use crate::failure::Failure;
use crate::output::answer::Answer;

const AFTER_HELP: &str = "\
Only TOKEN is required. Every other option lets diagnose check more, above all the secret. The secret may have any \
length, because a wrong one may be the mistake.

Examples:
  token04 diagnose \"$TOKEN\"

  Why can user1 not log in to room1?
    token04 diagnose \"$TOKEN\" --user-id user1 --room room1 --profile rtc

  The client saw the error 1002033. What can cause it?
    token04 diagnose \"$TOKEN\" --code 1002033

  A token that a client sent, explained in Chinese:
    pbpaste | token04 diagnose - --lang zh";

/// Explain why a token is refused and how to fix it
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Options {
    #[command(flatten)]
    token: TokenArgument,

    #[command(flatten)]
    credentials: Credentials,

    #[command(flatten)]
    expected: Expected,

    /// The product that the token is for: Express, In-app Chat, UIKit for the web, or a call kit for mini-programs and
    /// apps
    #[arg(long, value_parser = named(Profile::ALL, Profile::name))]
    profile: Option<Profile>,

    /// The error code that the client saw: its causes come first
    #[arg(long, value_name = "CODE", allow_negative_numbers = true)]
    code: Option<i64>,

    #[command(flatten)]
    now: Now,

    #[command(flatten)]
    language: LanguageArgument,

    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
    input::refuse_second_standard_input(&[
        ("TOKEN", Some(options.token.given())),
        ("--secret-file", options.credentials.secret_file.as_deref()),
    ])?;
    let secret = options.credentials.optional_secret()?;
    let expected = options.expected.read()?;
    let lang = options.language.chosen();
    let question = Question::new()
        .secret(secret.as_ref().map(|secret| secret.as_str()))
        .app_id(options.credentials.optional_app_id()?)
        .user_id(expected.user_id)
        .room_id(expected.room_id)
        .stream_id(expected.stream_id)
        .publish(expected.publish)
        .profile(options.profile)
        .code(options.code)
        .now(options.now.unix_seconds()?)
        .lang(lang);
    let report = diagnose(&options.token.read_any()?, &question);
    let exit = if report.is_ok() { 0 } else { 1 };
    let answer = if options.json {
        Answer::json(&report)
    } else {
        Answer::styled(text::of(&report, options.code, lang))
    };
    Ok(answer.exit(exit))
}
