//! The log: a line of JSON per event on standard output, or plain text if that is a terminal.

mod line;
mod timestamp;
mod writer;

use std::io::IsTerminal as _;

use prometheus::IntCounter;
use tracing_subscriber::filter::LevelFilter;

use crate::config::LogLevel;
use writer::Writer;

/// Starts logging, and counts the lines that could not be written. The returned value writes the remaining lines when
/// it is dropped.
pub(crate) fn start(level: LogLevel, dropped: IntCounter) -> writer::Flush {
    let (writer, flush) = Writer::new(dropped);
    let builder =
        tracing_subscriber::fmt().with_max_level(filter(level)).with_target(false).with_writer(writer);
    // A program that embeds the service may already have its own logging.
    let _ = if std::io::stdout().is_terminal() {
        tracing::subscriber::set_global_default(builder.compact().finish())
    } else {
        tracing::subscriber::set_global_default(builder.event_format(line::JsonLine).finish())
    };
    flush
}

fn filter(level: LogLevel) -> LevelFilter {
    match level {
        LogLevel::Off => LevelFilter::OFF,
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    }
}
