//! The function `inspect`.

use token04_core::host::Argument;

use super::arguments;
use super::failure::Failure;
use crate::engine::{Call, Storage, Value};

/// `(token, now)`: the header, as an object.
pub fn inspect(call: &Call) -> Result<Value<'_>, Failure> {
    let mut storage = Storage::new();
    let token = arguments::text(call.argument(0), &mut storage, Argument::Token)?;
    let now = arguments::now(call.argument(1))?;
    let header = token04_core::inspect(token)?;
    Ok(call.object(&[
        (c"version", call.string(header.version)?),
        (c"mode", call.string(header.mode.name())?),
        (c"expire", call.integer(header.expires_at)?),
        (c"expired", call.boolean(header.is_expired(now))?),
        (c"ivBytes", call.number(header.iv_bytes as f64)?),
        (c"ciphertextBytes", call.number(header.ciphertext_bytes as f64)?),
    ])?)
}
