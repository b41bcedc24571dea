//! Prints answers and failures: colour only on a terminal, and no panic if the output is closed.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;

use crate::failure::Failure;
use crate::output::answer::{Answer, json};

/// Prints an answer.
pub fn answer(answer: &Answer) -> ExitCode {
    if let Some(warning) = &answer.warning {
        let style = anstyle::AnsiColor::Yellow.on_default().bold();
        complain(&format!("{style}warning:{style:#} {warning}\n"));
    }
    let text = answer.text.as_bytes();
    // Removing styles would also remove control characters that are not part of a style.
    let printed = if answer.styled { print(anstream::stdout(), text) } else { print(io::stdout(), text) };
    match printed {
        // The reader has read enough, as `head` does.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("error: standard output cannot be written: {error}\n"));
            ExitCode::from(2)
        }
        _ => ExitCode::from(answer.exit),
    }
}

/// Prints a failure: as JSON on standard output, as text on standard error.
pub fn failure(failure: &Failure, as_json: bool) -> ExitCode {
    if as_json {
        return answer(&Answer::plain(failure_json(failure)).exit(failure.exit));
    }
    complain(&failure_text(failure));
    ExitCode::from(failure.exit)
}

fn print(mut out: impl Write, text: &[u8]) -> io::Result<()> {
    out.write_all(text)?;
    out.flush()
}

fn complain(text: &str) {
    // If standard error is closed, the message cannot be reported anywhere.
    let _ = print(anstream::stderr(), text.as_bytes());
}

/// The text for a person, with terminal styles.
fn failure_text(failure: &Failure) -> String {
    if let Some(text) = &failure.rendered {
        return text.clone();
    }
    let styles = clap::builder::Styles::styled();
    let (error, hint) = (styles.get_error(), styles.get_valid());
    let (message, code) = (&failure.message, failure.code.number());
    let mut text = format!("{error}error:{error:#} {message} (code {code})\n");
    if let Some(help) = &failure.help {
        text.push_str(&format!("\n  {hint}help:{hint:#} {help}\n"));
    }
    text
}

/// The JSON for a program, on one line.
fn failure_json(failure: &Failure) -> String {
    #[derive(Serialize)]
    struct Json<'a> {
        #[serde(skip_serializing_if = "Option::is_none")]
        valid: Option<bool>,
        code: i32,
        error: &'a str,
    }
    let error = match &failure.help {
        None => failure.message.clone(),
        Some(help) => format!("{}; {help}", failure.message),
    };
    json(&Json { valid: failure.valid, code: failure.code.number(), error: &error })
}
