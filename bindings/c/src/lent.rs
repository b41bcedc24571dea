//! Lent text: it belongs to the library, in memory of the calling thread.

use std::cell::Cell;
use std::ffi::c_char;

use token04_core::{Error, host};

thread_local! {
    static LENT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Copies a text, NUL-terminated, into this thread's memory, over the text that was lent before.
pub(crate) fn lend(text: &[u8]) -> Result<*const c_char, Error> {
    // While the thread is ending, its memory is gone and nothing can be lent.
    let lent = LENT.try_with(|slot| {
        let mut memory = slot.take();
        memory.clear();
        memory.extend_from_slice(text);
        memory.push(0);
        let pointer = memory.as_ptr().cast();
        slot.set(memory);
        pointer
    });
    lent.map_err(|_| host::internal())
}
