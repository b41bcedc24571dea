//! What `verify` and `diagnose` share: what a login expects of the token.

use std::ffi::OsString;

use clap::Args;
use token04_core::host::Argument;

use crate::arguments::text;
use crate::failure::Failure;

/// What a login expects of the token.
#[derive(Args)]
#[command(next_help_heading = "Expectations")]
pub struct Expected {
    /// The token must be for this user
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    user_id: Option<OsString>,

    /// The token must allow logging in to this room
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    room: Option<OsString>,

    /// The token must be valid for this stream
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    stream: Option<OsString>,

    /// The token must allow publishing
    #[arg(long)]
    publish: bool,
}

/// The same as text.
pub struct Expectations<'a> {
    pub user_id: Option<&'a str>,
    pub room_id: Option<&'a str>,
    pub stream_id: Option<&'a str>,
    pub publish: bool,
}

impl Expected {
    pub fn read(&self) -> Result<Expectations<'_>, Failure> {
        Ok(Expectations {
            user_id: optional(self.user_id.as_ref(), Argument::UserId)?,
            room_id: optional(self.room.as_ref(), Argument::RoomId)?,
            stream_id: optional(self.stream.as_ref(), Argument::StreamId)?,
            publish: self.publish,
        })
    }
}

fn optional(argument: Option<&OsString>, which: Argument) -> Result<Option<&str>, Failure> {
    argument.map(|argument| text(argument, which)).transpose()
}
