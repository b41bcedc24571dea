//! The boundary with the Java VM: the one place where panics are caught, errors become exceptions and the
//! functions of JNI are called.
//!
//! What every token needs is called through JNI's own table. The safe calls of the `jni` crate ask for a
//! pending exception before and after each, which triples the price of reading an array (24 to 94 ns).

#![allow(unsafe_code, reason = "JNI is a table of C functions over raw references")]

use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::panic::{AssertUnwindSafe, catch_unwind};

use jni::errors::ThrowRuntimeExAndDefault;
use jni::objects::{JByteArray, JObjectArray, JThrowable};
use jni::refs::Reference;
use jni::sys::{JNIEnv, jbyte, jsize};
use jni::{EnvUnowned, jni_sig, jni_str};
use token04_core::{Error, host};
use zeroize::Zeroize;

/// Why a native method gives nothing back.
pub enum Failure {
    /// The core refused; it becomes a `Token04Exception`.
    Refused(Error),
    /// The Java VM has thrown something already, such as an `OutOfMemoryError`.
    Thrown,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Refused(error)
    }
}

/// The Java VM, for as long as one native method runs.
#[derive(Clone, Copy)]
pub struct Java<'call> {
    env: *mut JNIEnv,
    call: PhantomData<&'call ()>,
}

/// Runs a native method. What it refuses is thrown, a panic as an internal error; Java then never sees the
/// value that is returned in its place.
pub fn call<'call, T: Default>(
    mut env: EnvUnowned<'call>,
    method: impl FnOnce(Java<'call>) -> Result<T, Failure>,
) -> T {
    let java = Java { env: env.as_raw(), call: PhantomData };
    match catch_unwind(AssertUnwindSafe(|| method(java))) {
        Ok(Ok(value)) => return value,
        Ok(Err(Failure::Thrown)) => {}
        Ok(Err(Failure::Refused(error))) => throw(&mut env, &error),
        Err(_) => throw(&mut env, &host::internal()),
    }
    T::default()
}

#[cold]
fn throw(env: &mut EnvUnowned<'_>, error: &Error) {
    env.with_env(|env| {
        let class = env.find_class(jni_str!("io/token04/Token04Exception"))?;
        let message = env.new_string(error.message())?;
        let arguments = [error.code().number().into(), (&message).into()];
        let exception = env.new_object(class, jni_sig!("(ILjava/lang/String;)V"), &arguments)?;
        let exception = env.cast_local::<JThrowable>(exception)?;
        env.throw(exception)
    })
    .resolve::<ThrowRuntimeExAndDefault>();
}

/// Calls a function of JNI's table.
macro_rules! jni_call {
    ($java:expr, $version:ident . $function:ident, $($argument:expr),+) => {{
        let env = $java.env;
        ((**env).$version.$function)(env, $($argument),+)
    }};
}

impl<'call> Java<'call> {
    /// The bytes of an array, copied into the slot; `None` for null.
    #[inline]
    pub fn bytes<'slot>(self, array: &JByteArray<'_>, slot: &'slot mut Slot) -> Option<&'slot [u8]> {
        if array.is_null() {
            return None;
        }
        let array = array.as_raw();
        // SAFETY: the reference is a live byte[], the environment is this thread's.
        let len = unsafe { jni_call!(self, v1_1.GetArrayLength, array) };
        let room = slot.room(len as usize);
        // SAFETY: the array has `len` bytes, and there is room for as many; all of them are written.
        unsafe {
            let target = room.as_mut_ptr().cast::<jbyte>();
            jni_call!(self, v1_1.GetByteArrayRegion, array, 0, len, target);
            Some(&*(&raw const *room as *const [u8]))
        }
    }

    /// A new `byte[]`.
    #[inline]
    pub fn new_bytes(self, bytes: &[u8]) -> Result<JByteArray<'call>, Failure> {
        let len = jsize::try_from(bytes.len()).map_err(|_| host::internal())?;
        // SAFETY: the new array has `len` bytes, as many as are read; it is null, with an exception pending,
        // where memory is short. The reference lives as long as the native method.
        unsafe {
            let array = jni_call!(self, v1_1.NewByteArray, len);
            if array.is_null() {
                return Err(Failure::Thrown);
            }
            jni_call!(self, v1_1.SetByteArrayRegion, array, 0, len, bytes.as_ptr().cast());
            Ok(JByteArray::kind_from_raw(array))
        }
    }

    /// Gives each element of an array of `byte[]` to `visit`; a null element as `None`.
    pub fn for_each<E>(
        self,
        arrays: &JObjectArray<'_, JByteArray<'_>>,
        mut visit: impl FnMut(Option<&[u8]>) -> Result<(), E>,
    ) -> Result<(), E> {
        let arrays = arrays.as_raw();
        // SAFETY: the reference is a live byte[][], the environment is this thread's.
        let len = unsafe { jni_call!(self, v1_1.GetArrayLength, arrays) };
        for index in 0..len {
            // SAFETY: the index is within the array, whose elements are byte[] or null.
            let array = unsafe {
                let element = jni_call!(self, v1_1.GetObjectArrayElement, arrays, index);
                JByteArray::kind_from_raw(element)
            };
            let visited = visit(self.bytes(&array, &mut Slot::new()));
            // SAFETY: the reference is this function's own. A long list would fill the frame with them.
            unsafe { jni_call!(self, v1_1.DeleteLocalRef, array.into_raw()) };
            visited?;
        }
        Ok(())
    }
}

/// Where the bytes of one argument lie during a call: on the stack where they are few.
pub struct Slot {
    short: [MaybeUninit<u8>; SHORT],
    long: Vec<MaybeUninit<u8>>,
}

/// Longer than most user ids and payloads.
const SHORT: usize = 256;

impl Slot {
    /// An empty slot, whose memory is not even cleared.
    #[inline]
    pub const fn new() -> Self {
        Self { short: [MaybeUninit::uninit(); SHORT], long: Vec::new() }
    }

    #[inline]
    fn room(&mut self, len: usize) -> &mut [MaybeUninit<u8>] {
        if len <= SHORT {
            return &mut self.short[..len];
        }
        self.long = vec![MaybeUninit::uninit(); len];
        &mut self.long
    }
}

/// A slot for a secret, wiped when it is dropped.
pub struct SecretSlot(Slot);

impl SecretSlot {
    pub fn new() -> Self {
        Self(Slot::new())
    }

    pub fn slot(&mut self) -> &mut Slot {
        &mut self.0
    }
}

impl Drop for SecretSlot {
    fn drop(&mut self) {
        self.0.short.zeroize();
        self.0.long.zeroize();
    }
}
