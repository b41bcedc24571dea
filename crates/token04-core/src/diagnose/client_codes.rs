//! The error codes that ZEGO's client SDKs show, as far as they have to do with tokens.

use super::question::Language;

/// Code, and what ZEGO's documents say of it, in English and Chinese. In ascending order.
const CLIENT_CODES: &[(u32, &str, &str)] = &[
    (
        20_014,
        "undocumented; `ACCESSHUB_INVALID_SIGNATURE` in the web SDKs",
        "无文档；Web SDK 中名为 `ACCESSHUB_INVALID_SIGNATURE`",
    ),
    (1_002_006, "the user id has characters that are not allowed", "用户 ID 含有不允许的字符"),
    (1_002_007, "the user id is too long", "用户 ID 过长"),
    (1_002_011, "the room id is empty", "房间 ID 为空"),
    (1_002_012, "the room id has characters that are not allowed", "房间 ID 含有不允许的字符"),
    (1_002_013, "the room id is too long", "房间 ID 过长"),
    (1_002_033, "room login refused: the token is wrong or expired", "登录房间被拒绝：Token 错误或过期"),
    (1_002_056, "put out of the room, because the token expired", "Token 过期，被踢出房间"),
    (1_002_067, "neither AppSign nor token was given", "既没有 AppSign，也没有 Token"),
    (1_002_074, "token: internal error", "Token：内部错误"),
    (1_002_075, "token: the payload is not JSON", "Token：payload 不是 JSON"),
    (1_002_076, "token: app_id does not match or has the wrong type", "Token：app_id 不匹配或类型错误"),
    (1_002_077, "token: user_id does not match or has the wrong type", "Token：user_id 不匹配或类型错误"),
    (1_002_078, "token: expired, or a time has the wrong type", "Token：已过期，或时间类型错误"),
    (1_002_079, "token: version", "Token：版本错误"),
    (1_002_080, "token: nonce has the wrong type", "Token：nonce 类型错误"),
    (1_002_082, "the token does not allow publishing", "Token 没有推流权限"),
    (1_003_072, "publishing: the token is wrong or expired", "推流：Token 错误或过期"),
    (1_004_003, "playing: the token is wrong or expired", "拉流：Token 错误或过期"),
    (1_102_016, "web: the token's format is wrong", "Web：Token 格式错误"),
    (1_102_018, "web: the token expired", "Web：Token 过期"),
    (1_102_020, "web: the token was refused", "Web：Token 被拒绝"),
    (6_000_101, "ZIM: token or AppID is wrong", "ZIM：Token 或 AppID 错误"),
    (6_000_103, "ZIM: the token is invalid", "ZIM：Token 无效"),
    (6_000_106, "ZIM: the token expired", "ZIM：Token 过期"),
    (6_000_107, "ZIM: the token's version", "ZIM：Token 版本错误"),
    (6_000_108, "ZIM: less than 30 seconds are left", "ZIM：剩余有效期不足 30 秒"),
    (6_000_109, "ZIM: the token is good for more than 24 days", "ZIM：有效期超过 24 天"),
];

/// The client error codes that have to do with tokens, each with its meaning in a few words of Markdown.
pub fn client_codes(lang: Language) -> impl Iterator<Item = (u32, &'static str)> {
    CLIENT_CODES.iter().map(move |(code, english, chinese)| match lang {
        Language::En => (*code, *english),
        Language::Zh => (*code, *chinese),
    })
}

#[cfg(test)]
mod tests {
    use super::super::FindingId;
    use super::*;

    #[test]
    fn every_code_of_a_finding_has_its_meaning() {
        let codes: Vec<u32> = client_codes(Language::En).map(|(code, _)| code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b));
        for id in FindingId::ALL {
            assert!(id.client_codes().iter().all(|code| codes.contains(code)), "{}", id.name());
        }
    }
}
