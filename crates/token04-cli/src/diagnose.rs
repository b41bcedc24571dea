//! `token04 diagnose`: explains why a token is refused and how to fix it.

mod text;

use clap::Args;
use token04_core::{Language, Profile, Question, diagnose};

use crate::arguments::credentials::Credentials;
use crate::arguments::expected::Expected;
use crate::arguments::input;
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

    /// The product that the token is for: Express, In-app Chat, or UIKit for the web
    #[arg(long, value_parser = named(Profile::ALL, Profile::name))]
    profile: Option<Profile>,

    #[command(flatten)]
    now: Now,

    /// The language of the report [default: the locale's]
    #[arg(long, value_parser = named(Language::ALL, Language::name))]
    lang: Option<Language>,

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
    let lang = options.lang.unwrap_or_else(language_of_locale);
    let question = Question::new()
        .secret(secret.as_ref().map(|secret| secret.as_str()))
        .app_id(options.credentials.optional_app_id()?)
        .user_id(expected.user_id)
        .room_id(expected.room_id)
        .stream_id(expected.stream_id)
        .publish(expected.publish)
        .profile(options.profile)
        .now(options.now.unix_seconds()?)
        .lang(lang);
    let report = diagnose(&options.token.read_any()?, &question);
    let exit = if report.is_ok() { 0 } else { 1 };
    let answer = if options.json { Answer::json(&report) } else { Answer::styled(text::of(&report, lang)) };
    Ok(answer.exit(exit))
}

/// Chinese if the locale for messages is Chinese; the lookup follows POSIX.
fn language_of_locale() -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var_os(name).filter(|value| !value.is_empty()));
    match locale {
        Some(locale) if locale.to_string_lossy().to_ascii_lowercase().starts_with("zh") => Language::Zh,
        _ => Language::En,
    }
}
