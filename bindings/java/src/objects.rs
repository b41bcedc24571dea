//! Issuers and verifiers that a Java object owns by their address.
//!
//! `Handle.java` passes an address to every call: 0 once the object is closed. It frees the object only after the
//! last call has ended.

#![allow(unsafe_code, reason = "Java holds the address of what Rust owns")]

use jni::sys::jlong;
use token04_core::{Error, Issuer, Verifier, host};

/// What an address in Java's hands belongs to.
#[allow(clippy::large_enum_variant, reason = "each is in a box of its own, none in a list")]
pub enum Object {
    Issuer(Issuer),
    Verifier(Verifier),
}

impl Object {
    /// Gives the object to Java.
    pub fn into_address(self) -> jlong {
        Box::into_raw(Box::new(self)).expose_provenance() as jlong
    }

    /// Takes it back and drops it, which wipes the keys. 0 is nothing.
    ///
    /// # Safety
    ///
    /// The address came from [`into_address`](Self::into_address), was not freed, and no call uses it.
    pub unsafe fn free(address: jlong) {
        if address != 0 {
            // SAFETY: the caller's promise.
            drop(unsafe { Box::from_raw(pointer(address).cast_mut()) });
        }
    }
}

/// The address of an object as the parameter of a call. Only Java makes one, so the object lives until the call
/// returns.
#[repr(transparent)]
pub struct Address(jlong);

impl Address {
    /// The issuer at this address.
    #[inline]
    pub fn issuer(&self) -> Result<&Issuer, Error> {
        match self.object() {
            Some(Object::Issuer(issuer)) => Ok(issuer),
            _ => Err(host::invalid_argument("the issuer is closed")),
        }
    }

    /// The verifier at this address.
    #[inline]
    pub fn verifier(&self) -> Result<&Verifier, Error> {
        match self.object() {
            Some(Object::Verifier(verifier)) => Ok(verifier),
            _ => Err(host::invalid_argument("the verifier is closed")),
        }
    }

    #[inline]
    fn object(&self) -> Option<&Object> {
        // SAFETY: Handle.java passes 0, or what `into_address` returned, and frees it only after the call.
        unsafe { pointer(self.0).as_ref() }
    }
}

/// The bytes of a response that did not fit, which Java fetches by their address.
pub fn take_bytes(address: jlong) -> Vec<u8> {
    let long: *mut Vec<u8> = std::ptr::with_exposed_provenance_mut(address as usize);
    // SAFETY: Java fetches each address that a response leaves once.
    *unsafe { Box::from_raw(long) }
}

#[inline]
fn pointer(address: jlong) -> *const Object {
    std::ptr::with_exposed_provenance(address as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_objects_and_those_of_another_kind_are_refused() {
        let verifier = Verifier::new(1, "0123456789abcdef0123456789abcdef").unwrap();
        let address = Object::Verifier(verifier).into_address();
        assert!(Address(address).verifier().is_ok());
        assert!(Address(address).issuer().is_err());
        assert!(Address(0).issuer().is_err());
        assert!(Address(0).verifier().is_err());
        // SAFETY: the address is not used any more, and 0 is nothing.
        unsafe {
            Object::free(address);
            Object::free(0);
        }
    }
}
