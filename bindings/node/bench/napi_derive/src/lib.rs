//! A class `Issuer` as napi-derive's documentation has it, over the same core, for boundary.mjs to compare with ours.

use std::time::Duration;

use napi::bindgen_prelude::{Error, Result};
use napi_derive::napi;

#[napi]
pub struct Issuer(token04_core::Issuer);

#[napi]
impl Issuer {
    #[napi(constructor)]
    pub fn new(app_id: u32, secret: String) -> Result<Self> {
        token04_core::Issuer::new(app_id, &secret).map(Self).map_err(reason)
    }

    #[napi]
    pub fn issue(&self, user_id: String, ttl: i64, payload: Option<String>) -> Result<String> {
        let ttl = Duration::from_secs(ttl as u64);
        self.0.issue_with_payload(&user_id, ttl, payload.as_deref().unwrap_or_default()).map_err(reason)
    }
}

fn reason(error: token04_core::Error) -> Error {
    Error::from_reason(error.message())
}
