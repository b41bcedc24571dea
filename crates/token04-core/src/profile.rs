//! The limits of ZEGO's products, from their documentation and from running ZEGO's own web SDKs.

use std::fmt;
use std::ops::RangeInclusive;

use crate::error::{Error, ErrorCode};
use crate::privilege::Privilege;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// The product that a token is for. With a profile, issuing fails if the product would refuse the token.
    Profile;
    Rtc = 1, "rtc",
        "Express, voice and video rooms: user id 1 to 64 bytes, room id 1 to 128 bytes, payload JSON or empty.";
    Zim = 2, "zim", "In-app Chat: user id 1 to 32 bytes, ttl 30 seconds to 24 days, no payload.";
    Kit = 3, "kit", "UIKit for the web: as rtc, with the ttl of zim, which it uses for its invitations.";
    Call = 4, "call",
        "UIKit's call kits for mini-programs and apps, which use one plain token for Express and In-app Chat: the \
         limits of rtc and of zim, payload JSON or empty.";
}

/// Punctuation that Express accepts in ids, in addition to ASCII letters and digits.
const RTC_PUNCTUATION: &str = "!#$%&'()*+,-.;<=>@\\^_`~";
/// Punctuation that In-app Chat documents for user ids, in addition to ASCII letters and digits.
const ZIM_PUNCTUATION: &str = "!#$%&()+-:;<=.>?@[]^_{}|~";
/// Punctuation that both accept.
const SHARED_PUNCTUATION: &str = "!#$%&()+-.;<=>@^_~";
const RTC_USER_ID_LEN: usize = 64;
const ZIM_USER_ID_LEN: usize = 32;
const ROOM_ID_LEN: usize = 128;
/// In-app Chat rejects a token with less than 30 s left as too short, and refuses more than 24 days.
pub(crate) const ZIM_TTL: RangeInclusive<u64> = 30..=24 * 24 * 3600;

impl Profile {
    /// The maximum length of a user id in bytes, and the punctuation allowed in addition to ASCII letters and
    /// digits.
    #[must_use]
    pub const fn user_id_limits(self) -> (usize, &'static str) {
        match self {
            Profile::Rtc | Profile::Kit => (RTC_USER_ID_LEN, RTC_PUNCTUATION),
            Profile::Zim => (ZIM_USER_ID_LEN, ZIM_PUNCTUATION),
            Profile::Call => (ZIM_USER_ID_LEN, SHARED_PUNCTUATION),
        }
    }

    /// The maximum length of a room id in bytes, and the punctuation allowed in addition to ASCII letters and
    /// digits.
    #[must_use]
    pub const fn room_id_limits(self) -> (usize, &'static str) {
        (ROOM_ID_LEN, RTC_PUNCTUATION)
    }

    pub(crate) fn check_user_id(self, user_id: &str) -> Result<(), Error> {
        let (longest, punctuation) = self.user_id_limits();
        self.check_id("user_id", user_id, longest, punctuation)
            .map_err(|message| Error::new(ErrorCode::InvalidUserId, message))
    }

    /// Checks a room id. In-app Chat has no rooms and refuses the payload that would carry one.
    pub(crate) fn check_room_id(self, room_id: &str) -> Result<(), Error> {
        let (longest, punctuation) = self.room_id_limits();
        self.check_id("room_id", room_id, longest, punctuation)
            .map_err(|message| Error::new(ErrorCode::InvalidRoom, message))
    }

    pub(crate) fn check_ttl(self, seconds: u64) -> Result<(), Error> {
        if self == Profile::Rtc || ZIM_TTL.contains(&seconds) {
            return Ok(());
        }
        let (shortest, longest) = (ZIM_TTL.start(), ZIM_TTL.end());
        let message =
            format!("ttl must be {shortest} to {longest} seconds (24 days) in profile {self}, got {seconds}");
        Err(Error::new(ErrorCode::InvalidTtl, message))
    }

    pub(crate) fn check_payload(self, payload: &str) -> Result<(), Error> {
        if payload.is_empty() {
            return Ok(());
        }
        self.check_allows_payload()?;
        if let Some(privilege) = Privilege::parse(payload) {
            return self.check_room_id(&privilege.room_id);
        }
        match serde_json::from_str::<serde::de::IgnoredAny>(payload) {
            Ok(_) => Ok(()),
            Err(_) => Err(self.invalid_payload("JSON text or empty")),
        }
    }

    /// Checks the payload of a privilege for this room, as [`check_payload`](Self::check_payload) would, but
    /// without parsing it.
    pub(crate) fn check_room_payload(self, room_id: &str) -> Result<(), Error> {
        self.check_allows_payload()?;
        self.check_room_id(room_id)
    }

    fn check_allows_payload(self) -> Result<(), Error> {
        if self == Profile::Zim { Err(self.invalid_payload("empty")) } else { Ok(()) }
    }

    fn invalid_payload(self, expected: &str) -> Error {
        Error::new(ErrorCode::InvalidPayload, format!("payload must be {expected} in profile {self}"))
    }

    fn check_id(self, name: &str, id: &str, longest: usize, punctuation: &str) -> Result<(), String> {
        if id.is_empty() || id.len() > longest {
            return Err(format!("{name} must be 1 to {longest} bytes in profile {self}, got {}", id.len()));
        }
        match refused_character(id, punctuation) {
            None => Ok(()),
            Some(char) => Err(format!(
                "{name} must be of letters, digits and {punctuation} in profile {self}, got {char:?}"
            )),
        }
    }
}

/// The first character of an id that is not an ASCII letter, a digit or in `punctuation`.
pub(crate) fn refused_character(id: &str, punctuation: &str) -> Option<char> {
    id.chars().find(|char| !char.is_ascii_alphanumeric() && !punctuation.contains(*char))
}

impl fmt::Display for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_call_kits_take_what_both_products_take() {
        let both: String = RTC_PUNCTUATION.chars().filter(|char| ZIM_PUNCTUATION.contains(*char)).collect();
        assert_eq!(SHARED_PUNCTUATION, both);
    }
}
