//! Verifying and reading tokens and payloads.

use jni::sys::{jint, jlong};
use token04_core::host::Argument;
use token04_core::{Error, Login, Privilege};

use crate::objects::Address;
use crate::parameters;
use crate::request::Request;

/// What a verification expects, as bits; the numbers are those of `Login.java`.
pub const USER_ID: jint = 1;
pub const ROOM_ID: jint = 2;
pub const STREAM_ID: jint = 4;
pub const PUBLISH: jint = 8;
pub const REQUIRE_PRIVILEGE: jint = 16;

exchange! {
    fn verify(
        mut request, response, verifier: Address, expects: jint, now: jlong,
    ) -> Result<jint, Error> {
        let verifier = verifier.verifier()?;
        let token = request.text(Argument::Token)?;
        let mut expected = |bit, argument| expected_text(&mut request, expects & bit != 0, argument);
        let login = Login::new()
            .user_id(expected(USER_ID, Argument::UserId)?)
            .room_id(expected(ROOM_ID, Argument::RoomId)?)
            .stream_id(expected(STREAM_ID, Argument::StreamId)?)
            .publish(expects & PUBLISH != 0)
            .require_privilege(expects & REQUIRE_PRIVILEGE != 0)
            .now(parameters::now(now)?);
        response.claims(&verifier.verify_login(token, &login)?)
    }
}

/// A text that is in the request only where it is expected, and then must not be null.
#[inline]
fn expected_text<'memory>(
    request: &mut Request<'memory>,
    is_expected: bool,
    argument: Argument,
) -> Result<Option<&'memory str>, Error> {
    if is_expected { request.text(argument).map(Some) } else { Ok(None) }
}

exchange! {
    fn inspect(mut request, response, now: jlong) -> Result<jint, Error> {
        let header = token04_core::inspect(request.text(Argument::Token)?)?;
        response.header(&header, header.is_expired(parameters::now(now)?))
    }
}

exchange! {
    fn privilege(mut request, response) -> Result<jint, Error> {
        match Privilege::parse(request.payload()?) {
            Some(privilege) => response.privilege(&privilege),
            None => response.null(),
        }
    }
}
