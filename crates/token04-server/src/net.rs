//! Sockets: listens, accepts, and speaks HTTP until either side ends a connection.

mod connection;
mod limits;
mod listener;
mod patience;
mod per_address;
mod signals;
mod stopped;

pub(crate) use connection::CurrentRoutes;
pub(crate) use limits::Limits;
pub(crate) use listener::Listener;
pub(crate) use signals::{Signal, Signals};
pub(crate) use stopped::Stopped;
