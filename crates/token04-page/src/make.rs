//! Makes tokens for the page that is a file. The service's page requests them from the service, with its policy.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use token04_core::host::{self, Issued};
use token04_core::kit::KitUser;
use token04_core::{Error, Issuer, Mode, Profile, RoomPrivilege};
use zeroize::Zeroizing;

/// The project, and the token to make. The fields of the token are those of a request to the service.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    app_id: u32,
    secret: Zeroizing<String>,
    mode: Mode,
    profile: Option<Profile>,
    user_id: String,
    ttl: u64,
    room: Option<Room>,
    kit: Option<Kit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Room {
    room_id: String,
    login: bool,
    publish: bool,
    streams: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kit {
    room_id: String,
    user_name: Option<String>,
}

/// The token that was made.
#[derive(Serialize)]
pub struct Made {
    token: String,
    expires_at: i64,
}

impl Request {
    /// Reads a request in JSON. It returns no error, because that could quote the secret.
    #[must_use]
    pub fn parse(json: &[u8]) -> Option<Self> {
        serde_json::from_slice(json).ok()
    }

    /// Makes the token.
    ///
    /// # Errors
    ///
    /// Those of [`Issuer`], with the argument that is invalid.
    pub fn make(&self) -> Result<Made, Error> {
        let issuer = Issuer::new(self.app_id, &self.secret)?.mode(self.mode);
        let issuer = match self.profile {
            Some(profile) => issuer.profile(profile),
            None => issuer,
        };
        let ttl = Duration::from_secs(self.ttl);
        let issued = match (&self.kit, &self.room) {
            (Some(kit), _) => host::issue_kit_timed(&issuer, &self.kit_user(kit), ttl, ""),
            (None, Some(room)) => host::issue_room_timed(&issuer, &self.user_id, ttl, &room.privilege()),
            (None, None) => host::issue_timed(&issuer, &self.user_id, ttl, ""),
        };
        let Issued { token, expires_at } = issued?;
        Ok(Made { token, expires_at })
    }

    fn kit_user(&self, kit: &Kit) -> KitUser {
        let user = KitUser::new(self.app_id, &self.user_id, &kit.room_id);
        kit.user_name.iter().fold(user, KitUser::user_name)
    }
}

impl Room {
    fn privilege(&self) -> RoomPrivilege<'_> {
        let privilege = RoomPrivilege::new(&self.room_id).login(self.login).publish(self.publish);
        self.streams.iter().fold(privilege, RoomPrivilege::streams)
    }
}
