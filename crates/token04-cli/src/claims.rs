//! The claims of a token as `--json` prints them.

use serde::Serialize;
use token04_core::Claims;

#[derive(Serialize)]
pub struct JsonClaims<'a> {
    app_id: u32,
    user_id: &'a str,
    nonce: i64,
    ctime: i64,
    expire: i64,
    payload: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    privilege: Option<JsonPrivilege>,
}

#[derive(Serialize)]
struct JsonPrivilege {
    room_id: String,
    login: Option<bool>,
    publish: Option<bool>,
    streams: Option<Vec<String>>,
}

impl<'a> From<&'a Claims> for JsonClaims<'a> {
    fn from(claims: &'a Claims) -> Self {
        let privilege = claims.privilege().map(|privilege| JsonPrivilege {
            room_id: privilege.room_id,
            login: privilege.login,
            publish: privilege.publish,
            streams: privilege.streams,
        });
        let (user_id, payload) = (&claims.user_id, &claims.payload);
        let Claims { app_id, nonce, ctime, expire, .. } = *claims;
        Self { app_id, user_id, nonce, ctime, expire, payload, privilege }
    }
}
