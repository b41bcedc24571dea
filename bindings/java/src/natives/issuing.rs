//! Issuing tokens.

use jni::sys::{jboolean, jint, jlong};
use token04_core::host::{self, Argument, ManyError};
use token04_core::{Error, RoomPrivilege};

use crate::objects::Address;
use crate::parameters;
use crate::request::Request;

exchange! {
    fn issue(
        mut request, response, issuer: Address, ttl_seconds: jlong, ttl_nanos: jint, now: jlong,
    ) -> Result<jint, Error> {
        let issuer = issuer.issuer()?;
        let (user_id, payload) = (request.text(Argument::UserId), request.payload());
        #[cfg(feature = "inject-panic")]
        assert_ne!(user_id.as_deref(), Ok("inject-panic"));
        let (ttl, now) = (parameters::ttl(ttl_seconds, ttl_nanos), parameters::now(now));
        host::issue_with(issuer, user_id, ttl, payload, now, |token| response.whole(token))?
    }
}

exchange! {
    fn issue_room(
        mut request, response, issuer: Address, ttl_seconds: jlong, ttl_nanos: jint, now: jlong,
        has_privilege: jboolean, login: jboolean, publish: jboolean,
    ) -> Result<jint, Error> {
        let issuer = issuer.issuer()?;
        let user_id = request.text(Argument::UserId);
        let privilege = if has_privilege {
            room_privilege(&mut request, login, publish)
        } else {
            Err(host::invalid_argument("privilege must not be null"))
        };
        let (ttl, now) = (parameters::ttl(ttl_seconds, ttl_nanos), parameters::now(now));
        host::issue_room_with(issuer, user_id, ttl, privilege, now, |token| response.whole(token))?
    }
}

exchange! {
    fn issue_many(
        mut request, mut response, issuer: Address, ttl_seconds: jlong, ttl_nanos: jint, now: jlong,
    ) -> Result<jint, ManyError> {
        let issuer = issuer.issuer()?;
        let (user_ids, unconverted) = request.user_ids()?;
        let (ttl, now) = (parameters::ttl(ttl_seconds, ttl_nanos), parameters::now(now));
        response.length(user_ids.len());
        let lend = |token: &[u8]| response.bytes(token);
        host::issue_many_with(issuer, &user_ids, unconverted, ttl, request.payload(), now, lend)?;
        Ok(response.finish()?)
    }
}

exchange! {
    fn privilege_payload(
        mut request, response, login: jboolean, publish: jboolean,
    ) -> Result<jint, Error> {
        response.whole(room_privilege(&mut request, login, publish)?.payload()?.as_bytes())
    }
}

fn room_privilege<'a>(
    request: &mut Request<'a>,
    login: bool,
    publish: bool,
) -> Result<RoomPrivilege<'a>, Error> {
    let privilege = RoomPrivilege::new(request.text(Argument::RoomId)?).login(login).publish(publish);
    Ok(match request.texts(Argument::StreamId)? {
        Some(streams) => privilege.streams(streams),
        None => privilege,
    })
}

exchange! {
    fn generate(mut request, response, app_id: jlong, ttl_seconds: jlong) -> Result<jint, Error> {
        let user_id = request.text(Argument::UserId);
        let secret = request.secret();
        host::drop_in_with(
            host::app_id(app_id),
            user_id,
            secret.as_deref().map_err(Clone::clone),
            host::ttl(ttl_seconds),
            request.payload(),
            |token| response.whole(token),
        )?
    }
}
