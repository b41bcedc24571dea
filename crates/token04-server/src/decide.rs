//! The decision on one request: user, time to live, room and rights. It refuses a request rather than reducing it.

use token04_core::kit::KitUser;
use token04_core::{Error, ErrorCode, RoomPrivilege, host, inspect};

use crate::caller::{Caller, ClaimLimits, User};
use crate::grants::Grants;
use crate::metrics::TokenKind;
use crate::problem::{Kind, Problem};
use crate::request::{Kit, Replaces, Room, TokenRequest, Whole};

/// What is granted.
#[derive(Debug)]
pub(crate) struct Decision<'a> {
    pub user_id: &'a str,
    /// Seconds.
    pub ttl: u64,
    pub room: Option<RoomPrivilege<'static>>,
    pub kit: Option<KitUser>,
}

impl Decision<'_> {
    /// The kind of token.
    pub fn kind(&self) -> TokenKind {
        match (&self.kit, &self.room) {
            (Some(_), _) => TokenKind::Kit,
            (None, Some(_)) => TokenKind::Privilege,
            (None, None) => TokenKind::Identity,
        }
    }
}

/// Decides on a caller's request.
pub(crate) fn decide<'a>(caller: &'a Caller, request: &'a TokenRequest) -> Result<Decision<'a>, Problem> {
    let user_id = user(caller, request.user_id.as_deref())?;
    let grants = &*caller.grants;
    let ttl = ttl(grants, request.ttl)?;
    let kit = request.kit.as_ref();
    let asked = request.room.as_ref();
    if let (Some(kit), Some(room)) = (kit, asked)
        && kit.room_id != room.room_id
    {
        let detail = "kit.room_id and room.room_id must be the same";
        return Err(Problem::new(Kind::Conflict, ErrorCode::InvalidRoom, detail));
    }
    let limits = caller.limits.as_ref();
    let implied = if asked.is_none() { implied_room(grants, limits, kit) } else { None };
    let rights = Rights { grants, limits, user_id };
    let room = match asked.or(implied.as_ref()) {
        Some(room) => Some(rights.room(room)?),
        None => {
            rights.identity()?;
            None
        }
    };
    let ttl = match &request.replaces {
        Some(replaces) => ttl.max(left(replaces, grants.terms.max_ttl)?),
        None => ttl,
    };
    let kit = kit.map(|kit| kit_user(grants.terms.app_id, user_id, kit));
    Ok(Decision { user_id, ttl, room, kit })
}

fn user<'a>(caller: &'a Caller, asked: Option<&'a str>) -> Result<&'a str, Problem> {
    match (&caller.user, asked) {
        (User::Fixed(own), None) => Ok(own),
        (User::Fixed(own), Some(asked)) if own == asked => Ok(own),
        (User::Fixed(_), Some(_)) => Err(Problem::forbidden(
            ErrorCode::WrongUserId,
            "user_id differs from that of the credentials; it may be left out",
        )),
        (User::Named, None) => Err(Problem::malformed(ErrorCode::InvalidUserId, "user_id is required")),
        (User::Named, Some(asked)) if caller.grants.users.contain(asked, asked) => Ok(asked),
        (User::Named, Some(_)) => {
            Err(Problem::forbidden(ErrorCode::WrongUserId, "the caller may not request this user_id"))
        }
    }
}

fn ttl(grants: &Grants, asked: Option<Whole>) -> Result<u64, Problem> {
    let ttl = asked.map_or(grants.terms.default_ttl, |Whole(seconds)| seconds);
    if ttl > grants.terms.max_ttl {
        let detail = format!("ttl must be at most {} seconds, got {ttl}", grants.terms.max_ttl);
        return Err(Problem::forbidden(ErrorCode::InvalidTtl, detail));
    }
    Ok(ttl)
}

/// The room of a request that has none, if the credentials allow only one.
fn implied_room(grants: &Grants, limits: Option<&ClaimLimits>, kit: Option<&Kit>) -> Option<Room> {
    let limits = limits?;
    let room_id = match (limits.rooms.as_deref(), kit) {
        (Some([room_id]), None) => room_id,
        (_, Some(kit)) => &kit.room_id,
        _ => return None,
    };
    Some(Room {
        room_id: room_id.clone(),
        login: None,
        publish: Some(grants.publish && limits.publish.unwrap_or(false)),
        streams: limits.streams.clone(),
    })
}

fn kit_user(app_id: u32, user_id: &str, kit: &Kit) -> KitUser {
    let user = KitUser::new(app_id, user_id, kit.room_id.as_str());
    match &kit.user_name {
        Some(name) => user.user_name(name.as_str()),
        None => user,
    }
}

/// How many seconds the token to be replaced is still valid, which the new one must be granted too.
///
/// Only the envelope of a token is read. It must not be decrypted: a caller who can have ciphertext decrypted, and sees
/// the responses or only their timing, could forge tokens for anyone (a padding oracle).
fn left(replaces: &Replaces, max_ttl: u64) -> Result<u64, Problem> {
    let end = match replaces {
        Replaces::ExpiresAt(Whole(seconds)) => i64::try_from(*seconds).unwrap_or(i64::MAX),
        Replaces::Token(token) => inspect(token).map_err(|error| unreadable(token, error))?.expires_at,
    };
    let left = u64::try_from(end.saturating_sub(host::now())).unwrap_or(0);
    if left > max_ttl {
        let detail =
            format!("the token to replace is valid for {left} s more, and at most {max_ttl} s are granted");
        return Err(Problem::new(Kind::Conflict, ErrorCode::InvalidTtl, detail));
    }
    Ok(left)
}

/// A client that sends a damaged token, or one of a later format, can retry without it; any other error is a mistake
/// in the client.
fn unreadable(token: &str, error: Error) -> Problem {
    if !token.starts_with("04") {
        return error.into();
    }
    let detail = format!("the token to replace cannot be read ({error}): leave it out");
    Problem::new(Kind::Conflict, error.code(), detail)
}

/// What one caller may get in rooms.
struct Rights<'a> {
    grants: &'a Grants,
    limits: Option<&'a ClaimLimits>,
    user_id: &'a str,
}

impl Rights<'_> {
    /// Whether a token without a room is granted, which is valid for every room, right and stream.
    fn identity(&self) -> Result<(), Problem> {
        if self.grants.identity && self.limits.is_none() {
            return Ok(());
        }
        Err(not_permitted("a token without a room is not granted: request a room"))
    }

    fn room(&self, room: &Room) -> Result<RoomPrivilege<'static>, Problem> {
        let Rights { grants, limits, user_id } = *self;
        let claimed = limits.and_then(|limits| limits.rooms.as_ref());
        if !grants.rooms.contain(&room.room_id, user_id)
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
            RoomPrivilege::new(room.room_id.clone()).login(room.login.unwrap_or(true)).publish(publish);
        if let Some(streams) = &room.streams {
            privilege = privilege.streams(streams.iter().cloned());
        }
        Ok(privilege)
    }

    fn streams(&self, asked: Option<&[String]>) -> Result<(), Problem> {
        let claimed = self.limits.and_then(|limits| limits.streams.as_ref());
        if !self.grants.streams.are_limited() && claimed.is_none() {
            return Ok(());
        }
        let Some(asked) = asked else {
            return Err(not_permitted("a token for any stream is not granted: list the streams"));
        };
        let granted = |id: &String| {
            self.grants.streams.contain(id, self.user_id) && claimed.is_none_or(|ids| ids.contains(id))
        };
        if asked.iter().all(granted) { Ok(()) } else { Err(not_permitted("a stream is not granted")) }
    }
}

fn not_permitted(detail: &'static str) -> Problem {
    Problem::forbidden(ErrorCode::NotPermitted, detail)
}
