//! How many connections are held, and how long they may take.

use std::time::Duration;

use super::patience::Patience;
use crate::config::{Seconds, ServiceConfig};

/// The times and limits of connections.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub max_connections: usize,
    pub patience: Patience,
    pub drain_delay: Duration,
    pub drain_timeout: Duration,
}

impl Limits {
    pub fn new(config: &ServiceConfig) -> Self {
        let time = |configured: Option<Seconds>, default| configured.unwrap_or(Seconds(default)).duration();
        Self {
            max_connections: config.max_connections.unwrap_or(20_000),
            patience: Patience { head: time(config.header_timeout, 10), idle: time(config.idle_timeout, 75) },
            drain_delay: time(config.drain_delay, 0),
            drain_timeout: time(config.drain_timeout, 30),
        }
    }
}
