//! Text that is lent: it stays the library's, in memory of the calling thread.

use std::cell::Cell;
use std::ffi::c_char;

use token04_core::{Error, host};

thread_local! {
    static LENT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Copies a text into this thread's memory, with a NUL behind it, over what was lent before.
pub(crate) fn lend(text: &[u8]) -> Result<*const c_char, Error> {
    // While the thread ends the memory is gone: then nothing can be lent.
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
