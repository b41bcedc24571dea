//! The error codes of ZEGO's client SDKs that findings show as. [`codes`](crate::diagnose::codes) has their
//! meanings.

use super::words::{IdFault, WrongType};

pub(super) const WEB_INVALID_SIGNATURE: u32 = 20_014;
pub(super) const USER_ID_CHARACTER: u32 = 1_002_006;
pub(super) const USER_ID_TOO_LONG: u32 = 1_002_007;
pub(super) const ROOM_ID_EMPTY: u32 = 1_002_011;
pub(super) const ROOM_ID_CHARACTER: u32 = 1_002_012;
pub(super) const ROOM_ID_TOO_LONG: u32 = 1_002_013;
pub(super) const LOGIN_REFUSED: u32 = 1_002_033;
pub(super) const TOKEN_PAYLOAD: u32 = 1_002_075;
pub(super) const TOKEN_APP_ID: u32 = 1_002_076;
pub(super) const TOKEN_USER_ID: u32 = 1_002_077;
pub(super) const TOKEN_TIME: u32 = 1_002_078;
pub(super) const TOKEN_VERSION: u32 = 1_002_079;
pub(super) const TOKEN_NONCE: u32 = 1_002_080;
pub(super) const PUBLISHING_FORBIDDEN: u32 = 1_002_082;
pub(super) const PUBLISHING_REFUSED: u32 = 1_003_072;
pub(super) const WEB_FORMAT: u32 = 1_102_016;
pub(super) const WEB_EXPIRED: u32 = 1_102_018;
pub(super) const WEB_REFUSED: u32 = 1_102_020;
pub(super) const ZIM_TOKEN_OR_APP_ID: u32 = 6_000_101;
pub(super) const ZIM_INVALID: u32 = 6_000_103;
pub(super) const ZIM_EXPIRED: u32 = 6_000_106;
pub(super) const ZIM_VERSION: u32 = 6_000_107;
pub(super) const ZIM_EXPIRES_SOON: u32 = 6_000_108;
pub(super) const ZIM_VALIDITY: u32 = 6_000_109;

/// Codes of a text that is not a Token04.
pub(super) const NO_TOKEN: &[u32] = &[TOKEN_VERSION, WEB_FORMAT, ZIM_VERSION];
/// Codes of a broken envelope or body.
pub(super) const BROKEN: &[u32] = &[LOGIN_REFUSED, WEB_FORMAT, ZIM_INVALID];
/// Codes of a wrong key or mode.
pub(super) const WRONG_KEY: &[u32] =
    &[LOGIN_REFUSED, WEB_REFUSED, ZIM_TOKEN_OR_APP_ID, WEB_INVALID_SIGNATURE];
/// Code of a bad payload.
pub(super) const PAYLOAD: &[u32] = &[TOKEN_PAYLOAD];
/// Codes of a wrong time.
pub(super) const WRONG_TIME: &[u32] = &[TOKEN_TIME, ZIM_EXPIRED];

/// The codes of claims of a wrong type.
pub(super) fn of_types(claims: &[WrongType]) -> Vec<u32> {
    let code = |WrongType::Of { claim, .. }: &WrongType| match *claim {
        "app_id" => TOKEN_APP_ID,
        "user_id" => TOKEN_USER_ID,
        "nonce" => TOKEN_NONCE,
        _ => TOKEN_TIME,
    };
    let mut codes: Vec<u32> = claims.iter().map(code).collect();
    codes.dedup();
    codes
}

/// The codes of faults in a user id.
pub(super) fn of_user_id(faults: &[IdFault]) -> Vec<u32> {
    let code = |fault: &IdFault| match fault {
        IdFault::Character { .. } => USER_ID_CHARACTER,
        IdFault::Empty | IdFault::TooLong { .. } => USER_ID_TOO_LONG,
    };
    faults.iter().map(code).collect()
}

/// The codes of faults in a room id.
pub(super) fn of_room_id(faults: &[IdFault]) -> Vec<u32> {
    let code = |fault: &IdFault| match fault {
        IdFault::Empty => ROOM_ID_EMPTY,
        IdFault::Character { .. } => ROOM_ID_CHARACTER,
        IdFault::TooLong { .. } => ROOM_ID_TOO_LONG,
    };
    faults.iter().map(code).collect()
}
