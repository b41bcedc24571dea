//! Making and freeing what lives as long as a Java object; the version.

use jni::EnvUnowned;
use jni::jni_mangle;
use jni::objects::{JByteArray, JClass};
use jni::sys::{jint, jlong};
use token04_core::host::{self, Argument};
use token04_core::{Issuer, VERSION, Verifier};

use crate::arguments;
use crate::boundary::{self, SecretSlot};
use crate::objects::Object;

#[jni_mangle("io.token04.Native")]
pub fn version<'call>(env: EnvUnowned<'call>, _class: JClass<'call>) -> JByteArray<'call> {
    boundary::call(env, |java| java.new_bytes(VERSION.as_bytes()))
}

#[jni_mangle("io.token04.Native")]
pub fn new_issuer<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    app_id: jlong,
    secret: JByteArray<'call>,
    mode: jint,
    profile: jint,
) -> jlong {
    boundary::call(env, |java| {
        let app_id = host::app_id(app_id)?;
        let mut slot = SecretSlot::new();
        let issuer = Issuer::new(app_id, arguments::text(java, &secret, slot.slot(), Argument::Secret)?)?;
        let issuer = issuer.mode(arguments::mode(mode)?).profile(arguments::profile(profile)?);
        Ok(Object::Issuer(issuer).into_address())
    })
}

#[jni_mangle("io.token04.Native")]
pub fn new_verifier<'call>(
    env: EnvUnowned<'call>,
    _class: JClass<'call>,
    app_id: jlong,
    secret: JByteArray<'call>,
    previous_secret: JByteArray<'call>,
    leeway_seconds: jlong,
    leeway_nanos: jint,
) -> jlong {
    boundary::call(env, |java| {
        let app_id = host::app_id(app_id)?;
        let (mut slot, mut previous_slot) = (SecretSlot::new(), SecretSlot::new());
        let secret = arguments::text(java, &secret, slot.slot(), Argument::Secret)?;
        let mut verifier = Verifier::new(app_id, secret)?;
        let previous =
            arguments::optional_text(java, &previous_secret, previous_slot.slot(), Argument::Secret)?;
        if let Some(previous) = previous {
            verifier = verifier.previous_secret(previous)?;
        }
        let verifier = verifier.leeway(arguments::leeway(leeway_seconds, leeway_nanos)?);
        Ok(Object::Verifier(verifier).into_address())
    })
}

#[jni_mangle("io.token04.Native")]
pub fn free<'call>(env: EnvUnowned<'call>, _class: JClass<'call>, address: jlong) {
    boundary::call(env, |_| {
        // SAFETY: Handle.java gives an address once, after the last call that uses it.
        unsafe { Object::free(address) };
        Ok(())
    });
}
