//! Issues a token in one call that takes the arguments of the official function, for code that migrates.

use crate::error::Error;
use crate::issuer::Issuer;
use crate::{arguments, times, traces};

/// Issues a token in one call, with the name and the arguments of ZEGO's own function. To issue more than one
/// token, keep an [`Issuer`], which expands the key once.
///
/// ```
/// # fn main() -> Result<(), token04_core::Error> {
/// let secret = "0123456789abcdef0123456789abcdef";
/// let token = token04_core::generate_token04(1234567890, "user1", secret, 3600, "")?;
/// assert!(token.starts_with("04"));
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// The first that applies, in the order of the official function:
/// [`ErrorCode::InvalidAppId`](crate::ErrorCode), `InvalidUserId`, `InvalidSecret`, `InvalidTtl`; then
/// `TooLong` and `RandomUnavailable`.
pub fn generate_token04(
    app_id: u32,
    user_id: &str,
    secret: &str,
    effective_time_in_seconds: i64,
    payload: &str,
) -> Result<String, Error> {
    let app_id = arguments::app_id(app_id)?;
    arguments::check_user_id(None, user_id)?;
    traces::wiped(|| {
        let issuer = Issuer::short_lived(app_id, secret)?;
        issuer.issue_with_payload(user_id, times::ttl(effective_time_in_seconds)?, payload)
    })
}
