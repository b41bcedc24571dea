//! `token04 generate`: makes an identity or a privilege token.

use std::ffi::OsString;

use clap::Args;
use token04_core::host::{self, Argument};
use token04_core::{Profile, RoomPrivilege};

use crate::arguments::issuing::Issuing;
use crate::arguments::{named, text};
use crate::failure::Failure;
use crate::output::answer::Answer;

const AFTER_HELP: &str = "\
Examples:
  An identity token, valid for a day, as for an app:
    token04 generate --user-id user1 --ttl 1d

  A privilege token: only for room1, may publish only the stream s1:
    token04 generate --user-id user1 --room room1 --publish --stream s1

  With the secret from a file:
    token04 generate --app-id 1234567890 --secret-file secret.txt --user-id user1";

/// Make a token
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Options {
    #[command(flatten)]
    issuing: Issuing,

    /// The payload, as JSON text; --room generates it
    #[arg(long, value_name = "JSON", allow_hyphen_values = true, conflicts_with_all = ["room", "no_login", "publish", "no_publish", "streams"])]
    payload: Option<OsString>,

    /// Apply the limits of this product: Express, In-app Chat, UIKit for the web, or a call kit for mini-programs and
    /// apps
    #[arg(long, value_parser = named(Profile::ALL, Profile::name))]
    profile: Option<Profile>,

    #[command(flatten)]
    room: Room,
}

/// The privileges of a room's token.
#[derive(Args)]
#[command(next_help_heading = "Privileges")]
struct Room {
    /// Make a privilege token, valid for this room only
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    room: Option<OsString>,

    /// Forbid logging in to the room
    #[arg(long, requires = "room")]
    no_login: bool,

    /// Allow publishing streams
    #[arg(long, requires = "room", conflicts_with = "no_publish")]
    publish: bool,

    /// Forbid publishing streams (the default)
    #[arg(long, requires = "room")]
    no_publish: bool,

    /// Limit the token to this stream; repeat the option for more
    #[arg(long = "stream", value_name = "ID", requires = "room", allow_hyphen_values = true)]
    streams: Vec<OsString>,
}

impl Room {
    fn privilege<'a>(&'a self, room_id: &'a str) -> Result<RoomPrivilege<'a>, Failure> {
        let privilege = RoomPrivilege::new(room_id).login(!self.no_login).publish(self.publish);
        if self.streams.is_empty() {
            return Ok(privilege);
        }
        let streams = self.streams.iter().map(|stream| text(stream, Argument::StreamId));
        Ok(privilege.streams(streams.collect::<Result<Vec<&str>, Failure>>()?))
    }
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
    let issuing = &options.issuing;
    let issuer = issuing.credentials.issuer()?.mode(issuing.mode).profile(options.profile);
    let user_id = issuing.user_id()?;
    let ttl = issuing.ttl(&issuer, user_id)?;
    let payload = options.payload.as_ref().map(|payload| text(payload, Argument::Payload)).transpose()?;
    let issued = match &options.room.room {
        Some(room_id) => {
            let privilege = options.room.privilege(text(room_id, Argument::RoomId)?)?;
            host::issue_room_timed(&issuer, user_id, ttl, &privilege)?
        }
        None => host::issue_timed(&issuer, user_id, ttl, payload.unwrap_or_default())?,
    };
    let answer = issuing.answer(&issuer, &issued, user_id, None);
    Ok(answer.warning(payload.and_then(payload_warning)))
}

/// A warning about a payload that the core accepts without a profile, but no ZEGO product reads.
fn payload_warning(payload: &str) -> Option<String> {
    let is_json = serde_json::from_str::<serde::de::IgnoredAny>(payload).is_ok();
    let warning = "payload is not JSON: ZEGO reads it as JSON text, as --room writes it";
    (!payload.is_empty() && !is_json).then(|| warning.to_owned())
}
