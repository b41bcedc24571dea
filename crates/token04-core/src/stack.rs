//! Wipes what a computation with a key leaves on the stack: expanding a key copies it from frame to frame.

/// More than expanding a key takes, in a build without optimisation too.
const DEPTH: usize = 16 << 10;

/// Runs `work`, and then wipes the stack below the caller. What `work` returns must not hold the key itself, but
/// point to it.
#[inline]
pub(crate) fn wiped<T>(work: impl FnOnce() -> T) -> T {
    let result = apart(work);
    zeroize::zeroize_stack::<DEPTH>();
    result
}

/// A frame of its own, so that it is below the caller's and not a part of it.
#[inline(never)]
fn apart<T>(work: impl FnOnce() -> T) -> T {
    work()
}
