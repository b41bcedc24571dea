//! The decision on one request: for whom, for how long, which room and rights.

use token04_core::kit::KitUser;
use token04_core::{ErrorCode, RoomPrivilege};

use super::Grants;
use super::pattern::Pattern;
use crate::auth::{Caller, Limits, User};
use crate::problem::{Kind, Problem};
use crate::request::{Kit, Room, TokenRequest};

/// What will be granted.
#[derive(Debug)]
pub(crate) struct Decision {
    pub user_id: String,
    /// Seconds.
    pub ttl: u64,
    /// The longest that `ttl` may become for the sake of a token that is replaced.
    pub max_ttl: u64,
    pub room: Option<RoomPrivilege>,
    pub kit: Option<KitUser>,
}

impl Grants {
    /// Decides on what a caller asks for.
    pub fn decide(&self, caller: &Caller, request: &TokenRequest) -> Result<Decision, Problem> {
        let user_id = self.user(caller, request.user_id.as_deref())?;
        let ttl = self.ttl(request.ttl)?;
        let kit = request.kit.as_ref();
        let named = match &request.room {
            Some(room) => Some(room.clone()),
            None => self.room_of(caller, kit),
        };
        if let (Some(kit), Some(room)) = (kit, &named)
            && kit.room_id != room.room_id
        {
            return Err(Problem::new(
                Kind::Conflict,
                ErrorCode::InvalidRoom,
                "kit.room_id and room.room_id must be the same",
            ));
        }
        let rights = Rights { grants: self, limits: caller.limits.as_ref(), user_id };
        let room = match &named {
            Some(room) => Some(rights.room(room)?),
            None => {
                rights.identity()?;
                None
            }
        };
        let kit = kit.map(|kit| self.kit_user(user_id, kit));
        Ok(Decision { user_id: user_id.to_owned(), ttl, max_ttl: self.max_ttl, room, kit })
    }

    fn user<'a>(&self, caller: &'a Caller, asked: Option<&'a str>) -> Result<&'a str, Problem> {
        match (&caller.user, asked) {
            (User::Fixed(own), None) => Ok(own),
            (User::Fixed(own), Some(asked)) if own == asked => Ok(own),
            (User::Fixed(_), Some(_)) => Err(Problem::forbidden(
                ErrorCode::WrongUserId,
                "user_id is another than that of the credentials; it may be left out",
            )),
            (User::Named, None) => Err(Problem::malformed(ErrorCode::InvalidUserId, "user_id must be given")),
            (User::Named, Some(asked)) if fits(&self.users, asked, asked) => Ok(asked),
            (User::Named, Some(_)) => {
                Err(Problem::forbidden(ErrorCode::WrongUserId, "user_id is none that the caller may ask for"))
            }
        }
    }

    fn ttl(&self, asked: Option<u64>) -> Result<u64, Problem> {
        let ttl = asked.unwrap_or(self.default_ttl);
        if ttl > self.max_ttl {
            let detail = format!("ttl must be at most {} seconds, got {ttl}", self.max_ttl);
            return Err(Problem::forbidden(ErrorCode::InvalidTtl, detail));
        }
        Ok(ttl)
    }

    /// The room for a request that names none, where the credentials leave only one.
    fn room_of(&self, caller: &Caller, kit: Option<&Kit>) -> Option<Room> {
        let limits = caller.limits.as_ref()?;
        let room_id = match (limits.rooms.as_deref(), kit) {
            (Some([room_id]), None) => room_id,
            (_, Some(kit)) => &kit.room_id,
            _ => return None,
        };
        let publish = self.publish && limits.publish.unwrap_or(false);
        Some(Room {
            room_id: room_id.clone(),
            login: None,
            publish: Some(publish),
            streams: limits.streams.clone(),
        })
    }

    fn kit_user(&self, user_id: &str, kit: &Kit) -> KitUser {
        let user = KitUser::new(self.issuer.app_id(), user_id, kit.room_id.as_str());
        match &kit.user_name {
            Some(name) => user.user_name(name.as_str()),
            None => user,
        }
    }
}

/// What one caller may do in rooms.
struct Rights<'a> {
    grants: &'a Grants,
    limits: Option<&'a Limits>,
    user_id: &'a str,
}

impl Rights<'_> {
    /// Whether a token without a room is granted, which is good for every room, right and stream.
    fn identity(&self) -> Result<(), Problem> {
        if self.grants.identity && self.limits.is_none() {
            return Ok(());
        }
        Err(not_permitted("a token without a room is not granted: ask for a room"))
    }

    fn room(&self, room: &Room) -> Result<RoomPrivilege, Problem> {
        let Rights { grants, limits, user_id } = *self;
        let claimed = limits.and_then(|limits| limits.rooms.as_ref());
        if !fits(&grants.rooms, &room.room_id, user_id)
            || claimed.is_some_and(|ids| !ids.contains(&room.room_id))
        {
            return Err(not_permitted("the room is not granted"));
        }
        let publish = room.publish.unwrap_or(false);
        if publish && !(grants.publish && limits.and_then(|limits| limits.publish).unwrap_or(true)) {
            return Err(not_permitted("publishing is not granted"));
        }
        self.streams(room.streams.as_deref())?;
        let mut privilege =
            RoomPrivilege::new(room.room_id.as_str()).login(room.login.unwrap_or(true)).publish(publish);
        if let Some(streams) = &room.streams {
            privilege = privilege.streams(streams.iter().map(String::as_str));
        }
        Ok(privilege)
    }

    fn streams(&self, asked: Option<&[String]>) -> Result<(), Problem> {
        let claimed = self.limits.and_then(|limits| limits.streams.as_ref());
        if self.grants.streams.is_none() && claimed.is_none() {
            return Ok(());
        }
        let Some(asked) = asked else {
            return Err(not_permitted("any stream is not granted: name the streams"));
        };
        let granted = |id: &String| {
            fits(&self.grants.streams, id, self.user_id) && claimed.is_none_or(|ids| ids.contains(id))
        };
        if asked.iter().all(granted) { Ok(()) } else { Err(not_permitted("a stream is not granted")) }
    }
}

fn fits(patterns: &Option<Vec<Pattern>>, id: &str, user_id: &str) -> bool {
    patterns.as_ref().is_none_or(|patterns| patterns.iter().any(|pattern| pattern.fits(id, user_id)))
}

fn not_permitted(detail: &'static str) -> Problem {
    Problem::forbidden(ErrorCode::NotPermitted, detail)
}
