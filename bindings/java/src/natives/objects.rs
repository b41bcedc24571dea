//! Making and freeing what lives as long as a Java object; what Java has to know of the library.

use jni::errors::ThrowRuntimeExAndDefault;
use jni::objects::{JByteArray, JByteBuffer, JClass};
use jni::sys::{jint, jlong};
use jni::{EnvUnowned, jni_mangle};
use token04_core::{Error, Issuer, Mode, Profile, VERSION, Verifier, host};

use crate::boundary::{self, Memory};
use crate::durations;
use crate::objects::{self, Object};

#[jni_mangle("io.token04.Native")]
pub fn version<'call>(env: EnvUnowned<'call>, _class: JClass<'call>) -> JByteArray<'call> {
    boundary::byte_array(env, VERSION.as_bytes())
}

#[jni_mangle("io.token04.Native")]
pub fn address_of<'call>(
    mut env: EnvUnowned<'call>,
    _class: JClass<'call>,
    memory: JByteBuffer<'call>,
) -> jlong {
    env.with_env(|env| env.get_direct_buffer_address(&memory).map(|start| start.expose_provenance() as jlong))
        .resolve::<ThrowRuntimeExAndDefault>()
}

#[jni_mangle("io.token04.Native")]
pub fn fetch<'call>(env: EnvUnowned<'call>, _class: JClass<'call>, address: jlong) -> JByteArray<'call> {
    boundary::byte_array(env, &objects::take_bytes(address))
}

#[jni_mangle("io.token04.Native")]
pub fn new_issuer<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    address: jlong,
    request_bytes: jint,
    capacity: jint,
    app_id: jlong,
    mode: jint,
    profile: jint,
) -> jlong {
    let memory = Memory { address, request_bytes, capacity };
    // SAFETY: Exchange.java lends the memory to this call alone.
    unsafe {
        boundary::exchange(env, memory, |mut request, _| {
            let secret = request.secret();
            let issuer = Issuer::new(host::app_id(app_id)?, &secret?)?;
            let issuer = issuer.mode(mode_of(mode)?).profile(profile_of(profile)?);
            Ok(Object::Issuer(issuer).into_address())
        })
    }
}

#[jni_mangle("io.token04.Native")]
pub fn new_verifier<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    address: jlong,
    request_bytes: jint,
    capacity: jint,
    app_id: jlong,
    leeway_seconds: jlong,
    leeway_nanos: jint,
) -> jlong {
    let memory = Memory { address, request_bytes, capacity };
    // SAFETY: Exchange.java lends the memory to this call alone.
    unsafe {
        boundary::exchange(env, memory, |mut request, _| {
            let (secret, previous_secret) = (request.secret(), request.optional_secret());
            let mut verifier = Verifier::new(host::app_id(app_id)?, &secret?)?;
            if let Some(previous_secret) = previous_secret? {
                verifier = verifier.previous_secret(&previous_secret)?;
            }
            let verifier = verifier.leeway(durations::leeway(leeway_seconds, leeway_nanos)?);
            Ok(Object::Verifier(verifier).into_address())
        })
    }
}

#[jni_mangle("io.token04.Native")]
pub fn free<'call>(env: EnvUnowned<'call>, _class: JClass<'call>, address: jlong) {
    boundary::call(env, || {
        // SAFETY: Handle.java gives an address once, after the last call that uses it.
        unsafe { Object::free(address) };
        Ok(())
    });
}

/// A mode by the number that `Mode.java` gives it.
fn mode_of(number: jint) -> Result<Mode, Error> {
    Mode::from_number(number).ok_or_else(Mode::invalid)
}

/// A profile by the number that `Profile.java` gives it; 0 is none.
pub fn profile_of(number: jint) -> Result<Option<Profile>, Error> {
    match number {
        0 => Ok(None),
        _ => Profile::from_number(number).map(Some).ok_or_else(Profile::invalid),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use token04_core::ErrorCode;

    #[test]
    fn numbers_of_no_mode_or_profile_are_refused() {
        assert_eq!(mode_of(1), Ok(Mode::Gcm));
        assert_eq!(profile_of(0), Ok(None));
        assert_eq!(profile_of(3), Ok(Some(Profile::Kit)));
        for number in [-1, 5, jint::MAX] {
            assert_eq!(mode_of(number).unwrap_err().code(), ErrorCode::InvalidArgument);
            assert_eq!(profile_of(number).unwrap_err().code(), ErrorCode::InvalidArgument);
        }
    }
}
