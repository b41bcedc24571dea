//! Durations as people write them: `3600`, `45s`, `90m`, `12h`, `3d`.

use std::ffi::OsStr;
use std::time::Duration;

use token04_core::host;

use crate::failure::Failure;
use crate::output::safe::shown;

/// The forms of a duration, for help.
const FORMS: &str = "write seconds, as 3600, or 45s, 90m, 12h, 3d";

/// A time to live. Zero passes here: the core refuses it.
pub fn ttl(text: &OsStr) -> Result<Duration, Failure> {
    parse(text).ok_or_else(|| Failure::from(host::invalid_ttl(shown(text))).help(FORMS))
}

/// How long after its expiry a token is accepted.
pub fn leeway(text: &OsStr) -> Result<Duration, Failure> {
    parse(text).ok_or_else(|| Failure::from(host::invalid_leeway(shown(text))).help(FORMS))
}

fn parse(text: &OsStr) -> Option<Duration> {
    text.to_str().and_then(host::parse_duration)
}
