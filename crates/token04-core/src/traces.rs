//! Wipes what a computation with a key leaves behind: copies of round keys on the stack, and in vector registers
//! that the next function may save on the stack.

use std::hint::black_box;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// More than expanding a key or encrypting takes: 3 KiB with optimisation, several times that without.
const DEPTH: usize = if cfg!(debug_assertions) { 64 << 10 } else { 8 << 10 };
/// More than a host's own functions put between two calls: tokens may be made further down than the issuer is freed.
const HOST_DEPTH: usize = 4 * DEPTH;

/// A copy for which the C library uses every register that it uses for copies of an expanded key.
const COPIED: usize = 1024;

/// Runs `work`, and then wipes the stack below the caller and the registers. What `work` returns must not hold the
/// key itself, but point to it.
#[inline]
pub(crate) fn wiped<T>(work: impl FnOnce() -> T) -> T {
    let result = apart(work);
    wipe();
    result
}

/// Wipes the stack below the caller and the vector registers.
///
/// Safe code has no instruction that clears a register. But ChaCha, which computes several blocks at once, needs all
/// that have a number below 16, and here its seed is public. The registers above hold what the C library copied
/// last.
#[inline]
pub(crate) fn wipe() {
    apart(|| {
        black_box(StdRng::from_seed(black_box([0; 32])).next_u32());
        black_box(*black_box(&[0_u8; COPIED]));
    });
    zeroize::zeroize_stack::<DEPTH>();
}

/// As [`wipe`], for the last use of a key whose calls came from anywhere in the host.
pub(crate) fn wipe_below_host() {
    wipe();
    zeroize::zeroize_stack::<HOST_DEPTH>();
}

/// A frame of its own, so that it is below the caller's and not a part of it.
#[inline(never)]
fn apart<T>(work: impl FnOnce() -> T) -> T {
    work()
}
