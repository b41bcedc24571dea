//! Saying why a token is refused.

use jni::objects::JClass;
use jni::sys::{jboolean, jint, jlong};
use jni::{EnvUnowned, jni_mangle};
use token04_core::host::{self, Argument};
use token04_core::{Error, Language, Question, diagnose};

use super::objects::profile_of;
use crate::boundary::{self, Memory};

#[jni_mangle("io.token04.Native", "diagnose")]
pub fn diagnose_token<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    address: jlong,
    request_bytes: jint,
    capacity: jint,
    has_app_id: jboolean,
    app_id: jlong,
    publish: jboolean,
    profile: jint,
    language: jint,
    has_now: jboolean,
    now: jlong,
) -> jint {
    let memory = Memory { address, request_bytes, capacity };
    // SAFETY: Exchange.java lends the memory to this call alone.
    unsafe {
        boundary::exchange(env, memory, |mut request, response| {
            let token = request.text(Argument::Token);
            // Read before anything is refused, so that it is wiped whatever the others are.
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
                .profile(profile_of(profile)?)
                .lang(language_of(language)?)
                .now(has_now.then_some(now));
            response.report(&diagnose(token, &question))
        })
    }
}

/// A language by the number that `Language.java` gives it.
fn language_of(number: jint) -> Result<Language, Error> {
    Language::from_number(number).ok_or_else(Language::invalid)
}

#[cfg(test)]
mod tests {
    use super::*;
    use token04_core::ErrorCode;

    #[test]
    fn numbers_of_no_language_are_refused() {
        assert_eq!(language_of(1), Ok(Language::Zh));
        for number in [-1, 2, jint::MAX] {
            assert_eq!(language_of(number).unwrap_err().code(), ErrorCode::InvalidArgument);
        }
    }
}
