//! One buffer per thread in which tokens are built and read, so that neither allocates for its work.

use std::cell::Cell;

use zeroize::Zeroize;

thread_local! {
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Runs `work` with this thread's buffer, empty.
///
/// The buffer is taken out while `work` runs: a call inside a call gets a new one, and so does a destructor
/// at the end of the thread. `work` leaves no plaintext behind, because it encrypts in place.
#[inline]
pub(crate) fn with<T>(work: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    let mut buffer = SCRATCH.try_with(Cell::take).unwrap_or_default();
    buffer.clear();
    let result = work(&mut buffer);
    // While the thread ends the slot is gone, and the buffer is freed here.
    let _ = SCRATCH.try_with(|slot| slot.set(buffer));
    result
}

/// As [`with`], for work that decrypts: its bytes are wiped, whatever it finds and however it ends.
#[inline]
pub(crate) fn with_wiped<T>(work: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    struct Wiped<'a>(&'a mut Vec<u8>);
    impl Drop for Wiped<'_> {
        fn drop(&mut self) {
            self.0[..].zeroize();
        }
    }
    with(|buffer| {
        let wiped = Wiped(buffer);
        work(&mut *wiped.0)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn nested_use_gets_a_buffer_of_its_own() {
        super::with(|outer| {
            outer.push(1);
            super::with(|inner| inner.push(2));
            assert_eq!(outer, &[1]);
        });
        super::with(|again| assert!(again.is_empty()));
    }
}
