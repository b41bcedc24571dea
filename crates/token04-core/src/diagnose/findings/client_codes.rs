//! The error codes of ZEGO's client SDKs that are about tokens.

use super::words::{IdFault, WrongType};
use crate::diagnose::question::Language;

macro_rules! codes {
    ($($name:ident = $code:literal, $english:literal | $chinese:literal;)+) => {
        $(pub(super) const $name: u32 = $code;)+

        /// Each code and its meaning in ZEGO's documents, in English and Chinese, in ascending order.
        const CLIENT_CODES: &[(u32, &str, &str)] = &[$(($name, $english, $chinese),)+];
    };
}

codes! {
    WEB_INVALID_SIGNATURE = 20_014, "undocumented; `ACCESSHUB_INVALID_SIGNATURE` in the web SDKs" |
        "无文档；Web SDK 中名为 `ACCESSHUB_INVALID_SIGNATURE`";
    USER_ID_CHARACTER = 1_002_006, "the user id has characters that are not allowed" |
        "用户 ID 含有不允许的字符";
    USER_ID_TOO_LONG = 1_002_007, "the user id is too long" | "用户 ID 过长";
    ROOM_ID_EMPTY = 1_002_011, "the room id is empty" | "房间 ID 为空";
    ROOM_ID_CHARACTER = 1_002_012, "the room id has characters that are not allowed" |
        "房间 ID 含有不允许的字符";
    ROOM_ID_TOO_LONG = 1_002_013, "the room id is too long" | "房间 ID 过长";
    LOGIN_REFUSED = 1_002_033, "room login refused: the token is wrong or expired" |
        "登录房间被拒绝：Token 错误或过期";
    PUT_OUT_OF_ROOM = 1_002_056, "put out of the room, because the token expired" |
        "Token 过期，被踢出房间";
    NO_AUTHENTICATION = 1_002_067, "neither AppSign nor token was given" | "既没有 AppSign，也没有 Token";
    TOKEN_INTERNAL = 1_002_074, "token: internal error" | "Token：内部错误";
    TOKEN_PAYLOAD = 1_002_075, "token: the payload is not JSON" | "Token：payload 不是 JSON";
    TOKEN_APP_ID = 1_002_076, "token: app_id does not match or has the wrong type" |
        "Token：app_id 不匹配或类型错误";
    TOKEN_USER_ID = 1_002_077, "token: user_id does not match or has the wrong type" |
        "Token：user_id 不匹配或类型错误";
    TOKEN_TIME = 1_002_078, "token: expired, or a time has the wrong type" |
        "Token：已过期，或时间类型错误";
    TOKEN_VERSION = 1_002_079, "token: version" | "Token：版本错误";
    TOKEN_NONCE = 1_002_080, "token: nonce has the wrong type" | "Token：nonce 类型错误";
    PUBLISHING_FORBIDDEN = 1_002_082, "the token does not allow publishing" | "Token 没有推流权限";
    PUBLISHING_REFUSED = 1_003_072, "publishing: the token is wrong or expired" | "推流：Token 错误或过期";
    PLAYING_REFUSED = 1_004_003, "playing: the token is wrong or expired" | "拉流：Token 错误或过期";
    WEB_FORMAT = 1_102_016, "web: the token's format is wrong" | "Web：Token 格式错误";
    WEB_EXPIRED = 1_102_018, "web: the token expired" | "Web：Token 过期";
    WEB_REFUSED = 1_102_020, "web: the token was refused" | "Web：Token 被拒绝";
    ZIM_TOKEN_OR_APP_ID = 6_000_101, "ZIM: token or AppID is wrong" | "ZIM：Token 或 AppID 错误";
    ZIM_INVALID = 6_000_103, "ZIM: the token is invalid" | "ZIM：Token 无效";
    ZIM_EXPIRED = 6_000_106, "ZIM: the token expired" | "ZIM：Token 过期";
    ZIM_VERSION = 6_000_107, "ZIM: the token's version" | "ZIM：Token 版本错误";
    ZIM_EXPIRES_SOON = 6_000_108, "ZIM: less than 30 seconds are left" | "ZIM：剩余有效期不足 30 秒";
    ZIM_VALIDITY = 6_000_109, "ZIM: the token is good for more than 24 days" | "ZIM：有效期超过 24 天";
}

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

/// The client error codes that are about tokens, each with a short meaning in Markdown.
pub fn client_codes(lang: Language) -> impl Iterator<Item = (u32, &'static str)> {
    CLIENT_CODES.iter().map(move |(code, english, chinese)| match lang {
        Language::En => (*code, *english),
        Language::Zh => (*code, *chinese),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnose::FindingId;

    #[test]
    fn every_code_of_a_finding_has_a_meaning() {
        let codes: Vec<u32> = client_codes(Language::En).map(|(code, _)| code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b));
        for id in FindingId::ALL {
            assert!(id.client_codes().iter().all(|code| codes.contains(code)), "{}", id.name());
        }
    }
}
