//! Kit tokens, for UIKit for the web: a token, `#`, and the room and the user in base64.
//!
//! ```
//! use std::time::Duration;
//! use token04_core::Issuer;
//! use token04_core::kit::{self, KitUser};
//!
//! # fn main() -> Result<(), token04_core::Error> {
//! let issuer = Issuer::new(1234567890, "0123456789abcdef0123456789abcdef")?;
//! let user = KitUser::new(issuer.app_id(), "user1", "room1").user_name("Alice");
//! let kit_token = kit::issue(&issuer, &user, Duration::from_secs(3600), "")?;
//! let (token, read) = kit::decode(&kit_token)?;
//! assert!(token.starts_with("04"));
//! assert_eq!(read, user);
//! # Ok(())
//! # }
//! ```

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::envelope::malformed;
use crate::error::{Error, ErrorCode};
use crate::escape::Escaped;
use crate::issuer::{Issued, Issuer};
use crate::plan::{Content, Request};
use crate::profile::Profile;
use crate::{arguments, hex, inspect};

/// The part of a kit token after the `#`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KitUser {
    /// The app id, the same as in the token.
    pub app_id: u32,
    /// The user id, the same as in the token.
    pub user_id: String,
    /// The room to join.
    pub room_id: String,
    /// The name that others see.
    pub user_name: String,
}

impl KitUser {
    /// Creates a user whose name is the user id: without a name the kit shows "undefined".
    pub fn new(app_id: u32, user_id: impl Into<String>, room_id: impl Into<String>) -> Self {
        let user_id = user_id.into();
        Self { app_id, room_id: room_id.into(), user_name: user_id.clone(), user_id }
    }

    /// Sets the name that others see.
    #[must_use]
    pub fn user_name(mut self, name: impl Into<String>) -> Self {
        self.user_name = name.into();
        self
    }
}

/// Issues a kit token under the limits of [`Profile::Kit`], whichever profile the issuer has.
///
/// # Errors
///
/// The same as [`Issuer::issue_with_payload`]; [`ErrorCode::InvalidRoom`] if the room id is outside the
/// limits; [`ErrorCode::InvalidAppId`] if the user's app is not the issuer's.
pub fn issue(issuer: &Issuer, user: &KitUser, ttl: Duration, payload: &str) -> Result<String, Error> {
    issue_timed(issuer, user, ttl, payload, None).map(|issued| issued.token)
}

/// [`issue`] that also returns the expiry.
pub(crate) fn issue_timed(
    issuer: &Issuer,
    user: &KitUser,
    ttl: Duration,
    payload: &str,
    now: Option<i64>,
) -> Result<Issued, Error> {
    if user.app_id != issuer.app_id() {
        return Err(Error::new(ErrorCode::InvalidAppId, "app_id of the kit user must be the issuer's"));
    }
    // Check the arguments that precede the room first, so that errors have a fixed order.
    arguments::check_user_and_ttl(Some(Profile::Kit), &user.user_id, ttl)?;
    Profile::Kit.check_room_id(&user.room_id)?;
    let request = issuer.request(ttl, Content::Text(payload)).at(now);
    let request = Request { profile: Some(Profile::Kit), ..request };
    let mut issued = issuer.issue_timed(&user.user_id, request)?;
    append(user, &mut issued.token);
    Ok(issued)
}

/// Appends room and user to a token, under the limits of [`Profile::Kit`].
///
/// # Errors
///
/// [`ErrorCode::Malformed`] if the token is not a token or is already a kit token;
/// [`ErrorCode::InvalidAppId`], [`ErrorCode::InvalidUserId`], [`ErrorCode::InvalidRoom`].
pub fn encode(token: &str, user: &KitUser) -> Result<String, Error> {
    check_token(token)?;
    arguments::app_id(user.app_id)?;
    Profile::Kit.check_user_id(&user.user_id)?;
    Profile::Kit.check_room_id(&user.room_id)?;
    let mut kit_token = token.to_owned();
    append(user, &mut kit_token);
    Ok(kit_token)
}

/// Checks a token before it becomes the first part of a kit token.
pub(crate) fn check_token(token: &str) -> Result<(), Error> {
    if token.contains('#') {
        return Err(malformed("it is a kit token already"));
    }
    inspect(token).map(|_| ())
}

fn append(user: &KitUser, kit_token: &mut String) {
    let mut json = br#"{"userID":""#.to_vec();
    Escaped::new(&user.user_id).write(&mut json);
    json.extend_from_slice(br#"","roomID":""#);
    Escaped::new(&user.room_id).write(&mut json);
    json.extend_from_slice(br#"","userName":""#);
    percent_encode(&user.user_name, &mut json);
    json.extend_from_slice(format!(r#"","appID":{}}}"#, user.app_id).as_bytes());
    kit_token.push('#');
    STANDARD.encode_string(json, kit_token);
}

/// Splits a kit token into the token and the user after the `#`.
///
/// # Errors
///
/// [`ErrorCode::Malformed`] if the kit could not read either part.
pub fn decode(kit_token: &str) -> Result<(&str, KitUser), Error> {
    let Some((token, part)) = kit_token.split_once('#') else {
        return Err(malformed_part("there is no # in it"));
    };
    inspect(token)?;
    let bytes = STANDARD.decode(part).map_err(|_| malformed_part("what follows # is not base64"))?;
    // Like the kit, read each byte as a character: this is what JavaScript's `atob` returns.
    let json: String = bytes.iter().copied().map(char::from).collect();
    let part: Part = serde_json::from_str(&json)
        .map_err(|_| malformed_part("what follows # is not JSON with userID, roomID, userName and appID"))?;
    let user_name = percent_decode(&part.user_name)
        .ok_or_else(|| malformed_part("userName is not percent-encoded as encodeURIComponent does it"))?;
    let app_id = arguments::app_id(part.app_id).map_err(|_| malformed_part("appID is 0"))?;
    Ok((token, KitUser { app_id, user_id: part.user_id, room_id: part.room_id, user_name }))
}

#[derive(Deserialize)]
struct Part {
    #[serde(rename = "userID")]
    user_id: String,
    #[serde(rename = "roomID")]
    room_id: String,
    #[serde(rename = "userName")]
    user_name: String,
    #[serde(rename = "appID")]
    app_id: u32,
}

/// Percent-encodes like JavaScript's `encodeURIComponent`.
pub(crate) fn percent_encode(text: &str, out: &mut Vec<u8>) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            out.push(byte);
        } else {
            out.extend_from_slice(format!("%{byte:02X}").as_bytes());
        }
    }
}

/// Decodes like JavaScript's `decodeURIComponent`. Returns `None` if that would throw.
pub(crate) fn percent_decode(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        if byte != b'%' {
            out.push(byte);
            continue;
        }
        let (digits, tail) = rest.split_first_chunk::<2>()?;
        out.push(hex::byte(*digits)?);
        rest = tail;
    }
    String::from_utf8(out).ok()
}

#[cold]
fn malformed_part(reason: &str) -> Error {
    Error::new(ErrorCode::Malformed, format!("token is not a kit token: {reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn names_round_trip(name in any::<String>()) {
            let mut encoded = Vec::new();
            percent_encode(&name, &mut encoded);
            prop_assert!(encoded.is_ascii());
            prop_assert_eq!(percent_decode(&String::from_utf8(encoded).unwrap()), Some(name));
        }
    }

    #[test]
    fn names_that_the_kit_cannot_read_are_refused() {
        for name in ["%", "%4", "%zz", "%ff", "100%"] {
            assert_eq!(percent_decode(name), None, "{name}");
        }
    }
}
