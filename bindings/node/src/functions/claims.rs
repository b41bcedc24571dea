//! Claims as a `Claims` of JavaScript.

use token04_core::{Claims, Error};

use crate::engine::{Call, Value};

/// What the function `make_claims` of JavaScript makes of claims.
pub fn made_by<'call>(
    call: &'call Call,
    make_claims: Value<'call>,
    claims: &Claims,
) -> Result<Value<'call>, Error> {
    let values = [
        call.number(claims.app_id)?,
        call.string(&claims.user_id)?,
        call.integer(claims.nonce)?,
        call.integer(claims.ctime)?,
        call.integer(claims.expire)?,
        call.string(&claims.payload)?,
    ];
    call.made_by(make_claims, values)
}
