//! Other names that people give to claims.

use super::json::Entries;
use crate::diagnose::findings::Renamed;

/// Other names of each claim, in lower case and without dashes, the likeliest first.
const OTHER_NAMES: [(&str, &[&str]); 6] = [
    ("app_id", &["appid", "app", "application", "applicationid", "iss", "aud", "projectid"]),
    ("user_id", &["userid", "user", "uid", "sub", "username", "account", "accountid", "identity"]),
    ("nonce", &["nonce", "nonceid", "noncestr", "random", "rand", "rnd", "salt", "jti"]),
    (
        "ctime",
        &[
            "ctime",
            "createtime",
            "creationtime",
            "createdat",
            "created",
            "createat",
            "iat",
            "issuedat",
            "issuetime",
            "timestamp",
            "time",
            "ts",
            "starttime",
            "begintime",
        ],
    ),
    (
        "expire",
        &[
            "expire",
            "exp",
            "expiretime",
            "expiretimestamp",
            "expirestime",
            "expires",
            "expiresat",
            "expireat",
            "expired",
            "expiredat",
            "expiredtime",
            "expiredts",
            "expirets",
            "expiry",
            "expirytime",
            "expiration",
            "expirationtime",
            "expirein",
            "expiresin",
            "endtime",
            "validuntil",
            "ttl",
            "effectivetime",
            "effectivetimeinseconds",
            "validtime",
        ],
    ),
    ("payload", &["payload", "payloads"]),
];

/// Finds a key that means an absent claim, and removes that claim from the list.
pub(super) fn renamed(entries: &Entries, absent: &mut Vec<&'static str>) -> Vec<Renamed> {
    let plain = |key: &str| key.to_lowercase().replace(['_', '-', ' '], "");
    let keys: Vec<(&str, String)> = entries.0.iter().map(|(key, _)| (key.as_str(), plain(key))).collect();
    let mut found = Vec::new();
    absent.retain(|claim| {
        let names = OTHER_NAMES.iter().find(|(name, _)| name == claim).map_or(&[][..], |(_, names)| names);
        let key = names.iter().find_map(|name| {
            keys.iter().find(|(key, plain)| plain == name && !is_claim(key)).map(|(key, _)| *key)
        });
        if let Some(key) = key {
            found.push(Renamed::For { given: key.to_owned(), meant: claim });
        }
        key.is_none()
    });
    found
}

fn is_claim(key: &str) -> bool {
    OTHER_NAMES.iter().any(|(claim, _)| *claim == key)
}
