//! One buffer per thread in which tokens are built and read, so that neither allocates for its work.

use std::cell::Cell;

thread_local! {
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Runs `work` with this thread's buffer, empty.
///
/// The buffer is taken out while `work` runs: a call inside a call gets a new one, and so does a destructor
/// at the end of the thread. `work` leaves no plaintext behind: it encrypts in place, or wipes.
#[inline]
pub(crate) fn with<T>(work: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    let mut buffer = SCRATCH.try_with(Cell::take).unwrap_or_default();
    buffer.clear();
    let result = work(&mut buffer);
    // While the thread ends the slot is gone, and the buffer is freed here.
    let _ = SCRATCH.try_with(|slot| slot.set(buffer));
    result
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
