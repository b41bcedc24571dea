//! The limits of ZEGO's products, as seen by running ZEGO's own web SDKs beside their documents.

use std::fmt;
use std::ops::RangeInclusive;

use crate::error::{Error, ErrorCode};
use crate::privilege::Privilege;

/// The product a token is for. With one, what that product would refuse becomes an error when issuing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(i32)]
pub enum Profile {
    /// Express: voice and video rooms. User id 1 … 64 bytes, room id 1 … 128 bytes, payload JSON or empty.
    Rtc = 1,
    /// In-app chat. User id 1 … 32 bytes, validity 30 s … 24 days, no payload.
    Zim = 2,
    /// UIKit for the web: as rtc, with the validity of zim, which it uses for its invitations.
    Kit = 3,
}

/// Punctuation that Express takes in ids, beside ASCII letters and digits.
const RTC_PUNCTUATION: &str = "!#$%&'()*+,-.;<=>@\\^_`~";
/// Punctuation that In-app Chat documents for user ids, beside ASCII letters and digits.
const ZIM_PUNCTUATION: &str = "!#$%&()+-:;<=.>?@[]^_{}|~";
const RTC_USER_ID_LEN: usize = 64;
const ZIM_USER_ID_LEN: usize = 32;
const ROOM_ID_LEN: usize = 128;
/// In-app Chat calls a token with less than 30 s left too short, and refuses more than 24 days.
pub(crate) const ZIM_TTL: RangeInclusive<u64> = 30..=24 * 24 * 3600;

impl Profile {
    /// Every profile.
    pub const ALL: &'static [Self] = &[Profile::Rtc, Profile::Zim, Profile::Kit];

    /// The profile's name: `rtc`, `zim` or `kit`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Profile::Rtc => "rtc",
            Profile::Zim => "zim",
            Profile::Kit => "kit",
        }
    }

    /// The most bytes of a user id, and the punctuation that it may hold beside ASCII letters and digits.
    #[must_use]
    pub const fn user_id_limits(self) -> (usize, &'static str) {
        match self {
            Profile::Rtc | Profile::Kit => (RTC_USER_ID_LEN, RTC_PUNCTUATION),
            Profile::Zim => (ZIM_USER_ID_LEN, ZIM_PUNCTUATION),
        }
    }

    /// The most bytes of a room id, and the punctuation that it may hold beside ASCII letters and digits.
    #[must_use]
    pub const fn room_id_limits(self) -> (usize, &'static str) {
        (ROOM_ID_LEN, RTC_PUNCTUATION)
    }

    pub(crate) fn check_user_id(self, user_id: &str) -> Result<(), Error> {
        let (longest, punctuation) = self.user_id_limits();
        self.check_id("user_id", user_id, longest, punctuation)
            .map_err(|message| Error::new(ErrorCode::InvalidUserId, message))
    }

    /// Checks a room id; In-app Chat has none, and refuses the payload that would carry it.
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
        let invalid = |message: String| Err(Error::new(ErrorCode::InvalidPayload, message));
        if payload.is_empty() {
            return Ok(());
        }
        if self == Profile::Zim {
            return invalid(format!("payload must be empty in profile {self}"));
        }
        if let Some(privilege) = Privilege::parse(payload) {
            return self.check_room_id(&privilege.room_id);
        }
        match serde_json::from_str::<serde::de::IgnoredAny>(payload) {
            Ok(_) => Ok(()),
            Err(_) => invalid(format!("payload must be JSON text or empty in profile {self}")),
        }
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

/// The first character of an id that is none of the ASCII letters, digits and this punctuation.
pub(crate) fn refused_character(id: &str, punctuation: &str) -> Option<char> {
    id.chars().find(|char| !char.is_ascii_alphanumeric() && !punctuation.contains(*char))
}

impl fmt::Display for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
