//! `token04 kit`: makes a kit token, for UIKit on the web.

use std::ffi::OsString;

use clap::Args;
use token04_core::Profile;
use token04_core::host::{self, Argument};
use token04_core::kit::KitUser;

use crate::arguments::issuing::Issuing;
use crate::arguments::text;
use crate::failure::Failure;
use crate::output::answer::Answer;

const AFTER_HELP: &str = "\
Example:
  token04 kit --user-id user1 --room room1 --user-name 'Alice'

The limits of the profile kit apply: user id 1 to 64 bytes, room id 1 to 128, validity 30 seconds to 24 days.";

/// Make a kit token, for UIKit on the web
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Options {
    #[command(flatten)]
    issuing: Issuing,

    /// The room that the user joins
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    room: OsString,

    /// The name that others see [default: the user id]
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    user_name: Option<OsString>,

    /// The payload of the inner token, as JSON text
    #[arg(
        long,
        value_name = "JSON",
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    payload: OsString,
}

pub fn run(options: &Options) -> Result<Answer, Failure> {
    let issuing = &options.issuing;
    let issuer = issuing.credentials.issuer()?.mode(issuing.mode).profile(Profile::Kit);
    let user_id = issuing.user_id()?;
    let ttl = issuing.ttl(&issuer, user_id)?;
    let room_id = text(&options.room, Argument::RoomId)?;
    let mut user = KitUser::new(issuer.app_id(), user_id, room_id);
    if let Some(name) = &options.user_name {
        user = user.user_name(text(name, Argument::UserName)?);
    }
    let payload = text(&options.payload, Argument::Payload)?;
    let issued = host::issue_kit_timed(&issuer, &user, ttl, payload)?;
    Ok(issuing.answer(&issuer, &issued, user_id, Some(room_id)))
}
