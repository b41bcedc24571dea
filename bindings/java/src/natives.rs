//! The native methods of `Native.java`, which says what each takes.

#![allow(unsafe_code, reason = "Java finds each method by its exported symbol")]

/// Defines a native method that reads a request and may write a response. Java passes the memory of an
/// `Exchange` before the other parameters.
macro_rules! exchange {
    (fn $name:ident($request:pat, $response:pat $(, $parameter:ident: $type:ty)* $(,)?)
        -> Result<$result:ty, $error:ty> $body:block) => {
        #[jni::jni_mangle("io.token04.Native")]
        pub fn $name<'call>(
            env: jni::EnvUnowned<'call>,
            _class: jni::objects::JClass<'call>,
            address: jni::sys::jlong,
            request_bytes: jni::sys::jint,
            capacity: jni::sys::jint,
            $($parameter: $type,)*
        ) -> $result {
            let memory = crate::boundary::Memory { address, request_bytes, capacity };
            let method = |$request: crate::request::Request<'_>,
                          $response: crate::response::Response<'_>|
             -> Result<$result, $error> { $body };
            // SAFETY: Exchange.java lends the memory to this call alone.
            unsafe { crate::boundary::exchange(env, memory, method) }
        }
    };
}

mod diagnosing;
mod issuing;
mod kit;
mod objects;
pub mod reading;
