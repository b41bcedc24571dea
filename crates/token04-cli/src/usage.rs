//! Converts wrong usage, which clap detects, to our failure.

use std::ffi::{OsStr, OsString};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use token04_core::ErrorCode;

use crate::failure::Failure;
use crate::output::safe::shown;

/// The help when somebody passes the secret as an option.
const SECRET_HELP: &str = "a secret is never an argument, because other users can read it there: set \
                           ZEGO_SERVER_SECRET, or pass --secret-file PATH with a file that holds it";

/// The help when the token is missing.
const TOKEN_HELP: &str = "'-' as TOKEN reads the token from standard input, for a pipe or a file";

/// Whether the arguments request JSON. This reads the raw arguments, because clap parsed nothing if they are wrong.
pub fn asks_for_json(arguments: &[OsString]) -> bool {
    arguments.iter().take_while(|argument| *argument != "--").any(|argument| argument == "--json")
}

/// An argument, or a combination of arguments, that is invalid in a way clap cannot detect.
pub fn wrong(message: impl Into<String>) -> Failure {
    Failure::argument(ErrorCode::InvalidArgument, message)
}

/// Converts clap's error to a failure.
pub fn failure(error: &clap::Error, arguments: &[OsString]) -> Failure {
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return wrong("a command is missing").rendered(error.render().ansi().to_string());
    }
    let plain = redacted(error.render().to_string(), arguments);
    let message = plain.split("\n\n").next().unwrap_or_default().trim_start_matches("error: ");
    let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let rendered = redacted(error.render().ansi().to_string(), arguments);
    match advice(error) {
        None => wrong(message).rendered(rendered),
        Some(advice) => {
            let hint = clap::builder::Styles::styled();
            let hint = hint.get_valid();
            wrong(message).help(advice).rendered(format!("{rendered}\n  {hint}help:{hint:#} {advice}\n"))
        }
    }
}

/// Removes values that must not be repeated.
fn redacted(text: String, arguments: &[OsString]) -> String {
    let texts = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    let values = texts.filter_map(|text| match text.split_once('=') {
        Some((_, value)) if text.starts_with('-') => Some(value.to_owned()),
        _ if text.starts_with('-') => None,
        _ => Some(text.into_owned()),
    });
    values.fold(text, |text, value| match shown(OsStr::new(&value)) {
        shown if shown.starts_with('"') => text,
        shown => text.replace(&value, &shown),
    })
}

/// Help for errors where clap has none.
fn advice(error: &clap::Error) -> Option<&'static str> {
    let secrets = ["--secret", "--server-secret", "--previous-secret"];
    match error.get(ContextKind::InvalidArg)? {
        ContextValue::String(unknown) if secrets.contains(&unknown.as_str()) => Some(SECRET_HELP),
        ContextValue::Strings(missing) if missing.iter().any(|name| name == "<TOKEN>") => Some(TOKEN_HELP),
        _ => None,
    }
}
