//! Packed text: several values in one string, for languages in which every value that crosses costs much.

use std::ffi::c_char;
use std::str;

use token04_core::host::{self, Argument};
use token04_core::{Claims, Error, RoomPrivilege};
use zeroize::Zeroizing;

use crate::lent::lend_written;

/// Is between the values, because it does not occur in UTF-8.
const SEPARATOR: u8 = 0xff;

/// The privileges that are packed as login, publish, the number of streams or nothing for any, the room id, and the id
/// of each stream.
pub(crate) fn to_room_privilege(packed: &[u8]) -> Result<RoomPrivilege<'_>, Error> {
    let mut values = packed.split(|&byte| byte == SEPARATOR);
    let mut next = || values.next().ok_or_else(|| host::invalid_argument("privilege is incomplete"));
    let (login, publish) = (right(next()?, "login")?, right(next()?, "publish")?);
    let count = next()?;
    let made = RoomPrivilege::new(host::text(next()?, Argument::RoomId)?).login(login).publish(publish);
    let streams = values.map(|id| host::text(id, Argument::StreamId)).collect::<Result<Vec<_>, _>>()?;
    if count.is_empty() && streams.is_empty() {
        return Ok(made);
    }
    // With another number of streams, an id contains the separator.
    let whole = str::from_utf8(count).is_ok_and(|count| count.parse() == Ok(streams.len()));
    if whole { Ok(made.streams(streams)) } else { Err(host::not_unicode(Argument::StreamId)) }
}

fn right(digit: &[u8], name: &str) -> Result<bool, Error> {
    match digit {
        b"0" => Ok(false),
        b"1" => Ok(true),
        _ => Err(host::invalid_argument(format!("{name} must be packed as 0 or 1"))),
    }
}

/// Lends claims, packed as app id, nonce, ctime, expire, user id, payload. `None` if a text contains a NUL, at which a
/// C string ends.
pub(crate) fn lend_claims(claims: Claims) -> Result<Option<*const c_char>, Error> {
    let Claims { app_id, nonce, ctime, expire, user_id, payload, .. } = claims;
    let (user_id, payload) = (Zeroizing::new(user_id), Zeroizing::new(payload));
    if user_id.contains('\0') || payload.contains('\0') {
        return Ok(None);
    }
    let most = NUMBERS_LEN + user_id.len() + 1 + payload.len();
    let lent = lend_written(most, |memory| {
        for number in [i64::from(app_id), nonce, ctime, expire] {
            memory.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
            memory.push(SEPARATOR);
        }
        memory.extend_from_slice(user_id.as_bytes());
        memory.push(SEPARATOR);
        memory.extend_from_slice(payload.as_bytes());
    });
    lent.map(Some)
}

/// The most that four numbers and the separators after them need.
const NUMBERS_LEN: usize = 4 * b"-9223372036854775808\xff".len();
