//! Wipes what a computation with a key leaves behind: copies of round keys on the stack, and in vector
//! registers that the next function may spill to the stack.

use std::hint::black_box;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// More stack than expanding a key or encrypting uses: 3 KiB with optimisation, several times that without.
const DEPTH: usize = if cfg!(debug_assertions) { 64 << 10 } else { 8 << 10 };
/// More stack than a host's own functions use between two calls: the host may issue tokens at a deeper stack
/// level than where it frees the issuer.
const HOST_DEPTH: usize = 4 * DEPTH;

/// More than what [`wipe`] leaves as it is below the caller's frame.
const DISTANCE: usize = 256;

/// A copy of this size makes the C library use every register that it uses to copy an expanded key.
const COPIED: usize = 1024;

/// Runs `work`, then wipes the stack below the caller and the registers. The result of `work` must not
/// contain the key itself, only a pointer to it.
#[inline]
pub(crate) fn wiped<T>(work: impl FnOnce() -> T) -> T {
    let result = apart(work);
    wipe();
    result
}

/// Wipes the vector registers and the stack below the caller.
#[inline]
pub(crate) fn wipe() {
    overwrite_registers();
    zeroize::zeroize_stack::<DEPTH>();
}

/// Like [`wipe`], for the last use of a key, which the host may have used at any stack depth.
pub(crate) fn wipe_below_host() {
    overwrite_registers();
    zeroize::zeroize_stack::<HOST_DEPTH>();
}

/// Overwrites the vector registers.
///
/// Safe code has no instruction that clears a register. ChaCha computes several blocks at once and so
/// overwrites all registers numbered below 16; its seed here is public. The copy then overwrites the higher
/// registers, which hold what the C library copied last.
#[inline]
fn overwrite_registers() {
    apart(|| {
        black_box(StdRng::from_seed(black_box([0; 32])).next_u32());
        black_box(*black_box(&[0_u8; COPIED]));
    });
}

/// Runs `work` in its own frame, at a distance below the caller's: [`wipe`] leaves the first bytes below the
/// caller's frame as they are, which are its own return address, saved registers and alignment.
#[inline(never)]
fn apart<T>(work: impl FnOnce() -> T) -> T {
    #[inline(never)]
    fn run<T>(work: impl FnOnce() -> T) -> T {
        work()
    }

    let distance = black_box([0_u8; DISTANCE]);
    let result = run(work);
    black_box(&distance);
    result
}
