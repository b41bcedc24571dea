//! Creating and freeing what lives as long as a Java object; what Java must know about the library.

use jni::errors::ThrowRuntimeExAndDefault;
use jni::objects::{JByteArray, JByteBuffer, JClass};
use jni::sys::{jint, jlong};
use jni::{EnvUnowned, jni_mangle};
use token04_core::{Error, Issuer, VERSION, Verifier, host};

use crate::boundary;
use crate::objects::{self, Object};
use crate::parameters;

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

exchange! {
    fn new_issuer(mut request, _, app_id: jlong, mode: jint, profile: jint) -> Result<jlong, Error> {
        let secret = request.secret();
        let issuer = Issuer::new(host::app_id(app_id)?, &secret?)?;
        let issuer = issuer.mode(parameters::mode(mode)?).profile(parameters::profile(profile)?);
        Ok(Object::Issuer(issuer).into_address())
    }
}

exchange! {
    fn new_verifier(
        mut request, _, app_id: jlong, leeway_seconds: jlong, leeway_nanos: jint,
    ) -> Result<jlong, Error> {
        let (secret, previous_secret) = (request.secret(), request.optional_secret());
        let mut verifier = Verifier::new(host::app_id(app_id)?, &secret?)?;
        if let Some(previous_secret) = previous_secret? {
            verifier = verifier.previous_secret(&previous_secret)?;
        }
        let verifier = verifier.leeway(parameters::leeway(leeway_seconds, leeway_nanos)?);
        Ok(Object::Verifier(verifier).into_address())
    }
}

#[jni_mangle("io.token04.Native")]
pub fn free<'call>(env: EnvUnowned<'call>, _class: JClass<'call>, address: jlong) {
    boundary::call(env, || {
        // SAFETY: Handle.java gives an address once, after the last call that uses it.
        unsafe { Object::free(address) };
        Ok::<_, Error>(())
    });
}
