//! Kit tokens.

use jni::sys::{jboolean, jint, jlong};
use token04_core::host::{self, Argument};
use token04_core::{Error, kit};

use crate::objects::Address;
use crate::parameters;

exchange! {
    fn kit_token(
        mut request, response, issuer: Address, ttl_seconds: jlong, ttl_nanos: jint, now: jlong,
    ) -> Result<jint, Error> {
        let kit_token = host::issue_kit(
            issuer.issuer()?,
            request.text(Argument::UserId),
            parameters::ttl(ttl_seconds, ttl_nanos),
            request.text(Argument::RoomId),
            request.optional_text(Argument::UserName),
            request.payload(),
            parameters::now(now),
        )?;
        response.whole(kit_token.as_bytes())
    }
}

exchange! {
    fn kit_encode(
        mut request, response, has_user: jboolean, app_id: jlong,
    ) -> Result<jint, Error> {
        let token = request.text(Argument::Token)?;
        if !has_user {
            return Err(host::invalid_argument("user must not be null"));
        }
        let kit_token = host::encode_kit(
            token,
            host::app_id(app_id),
            request.text(Argument::UserId),
            request.text(Argument::RoomId),
            request.optional_text(Argument::UserName),
        )?;
        response.whole(kit_token.as_bytes())
    }
}

exchange! {
    fn kit_decode(mut request, response) -> Result<jint, Error> {
        let (token, user) = kit::decode(request.text(Argument::Token)?)?;
        response.kit_token(token, &user)
    }
}
