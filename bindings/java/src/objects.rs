//! Issuers and verifiers that a Java object owns by their address.
//!
//! `Handle.java` gives an address to every call and takes care of its life: it passes 0 once the object is
//! closed, and frees only after the last call has ended.

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

    /// The issuer at an address.
    ///
    /// # Safety
    ///
    /// The address is 0, or came from [`into_address`](Self::into_address) and is not freed before the call
    /// that uses the issuer has ended.
    #[inline]
    pub unsafe fn issuer<'call>(address: jlong) -> Result<&'call Issuer, Error> {
        // SAFETY: the caller's promise.
        match unsafe { pointer(address).as_ref() } {
            Some(Object::Issuer(issuer)) => Ok(issuer),
            _ => Err(host::invalid_argument("the issuer is closed")),
        }
    }

    /// The verifier at an address.
    ///
    /// # Safety
    ///
    /// As [`issuer`](Self::issuer).
    #[inline]
    pub unsafe fn verifier<'call>(address: jlong) -> Result<&'call Verifier, Error> {
        // SAFETY: the caller's promise.
        match unsafe { pointer(address).as_ref() } {
            Some(Object::Verifier(verifier)) => Ok(verifier),
            _ => Err(host::invalid_argument("the verifier is closed")),
        }
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
    fn what_is_closed_or_of_another_kind_is_refused() {
        let verifier = Verifier::new(1, "0123456789abcdef0123456789abcdef").unwrap();
        let address = Object::Verifier(verifier).into_address();
        // SAFETY: the address is used before it is freed, and freed once.
        unsafe {
            assert!(Object::verifier(address).is_ok());
            assert!(Object::issuer(address).is_err());
            Object::free(address);
            assert!(Object::issuer(0).is_err());
            assert!(Object::verifier(0).is_err());
            Object::free(0);
        }
    }
}
