//! Several fields in one array of bytes, which `Packed.java` reads in the same order: JNI charges for every
//! object and field, and one array is one charge. Numbers are big-endian.

use token04_core::kit::KitUser;
use token04_core::{Claims, Header, Privilege};

/// The field of a text or list that is not there, in place of its length.
const NONE: i32 = -1;

/// Fields under way to Java.
#[derive(Default)]
pub struct Packed(Vec<u8>);

impl Packed {
    /// For `Claims.java`.
    pub fn claims(claims: &Claims) -> Self {
        let mut packed = Self(Vec::with_capacity(40 + claims.user_id.len() + claims.payload.len()));
        packed.int(claims.app_id as i32);
        packed.long(claims.nonce);
        packed.long(claims.ctime);
        packed.long(claims.expire);
        packed.text(&claims.user_id);
        packed.text(&claims.payload);
        packed
    }

    /// For `Privilege.java`.
    pub fn privilege(privilege: &Privilege) -> Self {
        let mut packed = Self::default();
        packed.text(&privilege.room_id);
        packed.int(privilege.login.map_or(NONE, i32::from));
        packed.int(privilege.publish.map_or(NONE, i32::from));
        match &privilege.streams {
            None => packed.int(NONE),
            Some(streams) => {
                packed.len(streams.len());
                streams.iter().for_each(|stream| packed.text(stream));
            }
        }
        packed
    }

    /// For `Header.java`.
    pub fn header(header: &Header, expired: bool) -> Self {
        let mut packed = Self::default();
        packed.text(header.version);
        packed.int(header.mode as i32);
        packed.long(header.expires_at);
        packed.int(expired.into());
        packed.len(header.iv_bytes);
        packed.len(header.ciphertext_bytes);
        packed
    }

    /// For `KitToken.java`.
    pub fn kit_token(token: &str, user: &KitUser) -> Self {
        let mut packed = Self::default();
        packed.text(token);
        packed.int(user.app_id as i32);
        packed.text(&user.user_id);
        packed.text(&user.room_id);
        packed.text(&user.user_name);
        packed
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    fn int(&mut self, number: i32) {
        self.0.extend_from_slice(&number.to_be_bytes());
    }

    fn long(&mut self, number: i64) {
        self.0.extend_from_slice(&number.to_be_bytes());
    }

    /// A length or count. All come from one Java array, whose length is an `int`.
    fn len(&mut self, len: usize) {
        self.int(i32::try_from(len).unwrap_or(i32::MAX));
    }

    fn text(&mut self, text: &str) {
        self.len(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }
}
