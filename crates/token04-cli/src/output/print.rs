//! Prints answers and failures: colour only on a terminal, and no panic where nobody listens.

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
    // Taking styles out would also take control characters out of what is no style.
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
    // Where standard error is closed there is nobody left to tell.
    let _ = print(anstream::stderr(), text.as_bytes());
}

/// What a person is told, with the styles of a terminal.
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

/// What a program is told, on one line.
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
