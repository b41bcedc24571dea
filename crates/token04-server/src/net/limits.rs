//! How many connections are open, and how long they may take.

use std::time::Duration;

use super::patience::Patience;
use crate::config::{Seconds, ServiceConfig};

/// How many connections are open by default, in total and per address. An address gets at most half of the total.
const CONNECTIONS: usize = 20_000;
const CONNECTIONS_PER_ADDRESS: usize = 256;

/// The timeouts and limits of connections.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub max_connections: usize,
    pub max_connections_per_address: usize,
    pub patience: Patience,
    pub drain_delay: Duration,
    pub drain_timeout: Duration,
}

impl Limits {
    pub fn new(config: &ServiceConfig) -> Self {
        let max_connections = config.max_connections.unwrap_or(CONNECTIONS);
        let time = |configured: Option<Seconds>, default| configured.unwrap_or(Seconds(default)).duration();
        Self {
            max_connections,
            max_connections_per_address: config
                .max_connections_per_address
                .unwrap_or(CONNECTIONS_PER_ADDRESS.min(max_connections.div_ceil(2))),
            patience: Patience { head: time(config.header_timeout, 10), idle: time(config.idle_timeout, 75) },
            drain_delay: time(config.drain_delay, 0),
            drain_timeout: time(config.drain_timeout, 30),
        }
    }
}
