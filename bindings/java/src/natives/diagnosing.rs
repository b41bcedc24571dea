//! Explaining why a token is refused, and what an error code means.

use jni::sys::{jboolean, jint, jlong};
use token04_core::host::{self, Argument};
use token04_core::{Error, Question};

use crate::parameters;

exchange! {
    fn diagnose(
        mut request, response, has_app_id: jboolean, app_id: jlong, publish: jboolean, profile: jint,
        has_code: jboolean, code: jlong, language: jint, now: jlong,
    ) -> Result<jint, Error> {
        let token = request.text(Argument::Token);
        // Read before any error is returned, so that it is wiped in every case.
        let secret = request.optional_secret();
        let token = token?;
        let secret = secret?;
        let question = Question::new()
            .secret(secret.as_deref())
            .app_id(has_app_id.then(|| host::app_id(app_id)).transpose()?)
            .user_id(request.optional_text(Argument::UserId)?)
            .room_id(request.optional_text(Argument::RoomId)?)
            .stream_id(request.optional_text(Argument::StreamId)?)
            .publish(publish)
            .profile(parameters::profile(profile)?)
            .code(has_code.then_some(code))
            .lang(parameters::language(language)?)
            .now(parameters::now(now)?);
        response.report(&token04_core::diagnose(token, &question))
    }
}

exchange! {
    fn explain(_, response, code: jlong, language: jint) -> Result<jint, Error> {
        response.explanation(&token04_core::explain(code, parameters::language(language)?))
    }
}
