//! Lent text: it belongs to the library, in memory of the calling thread.

use std::cell::RefCell;
use std::ffi::c_char;

use token04_core::{Error, host};
use zeroize::{Zeroize, Zeroizing};

thread_local! {
    static LENT: RefCell<Zeroizing<Vec<u8>>> = RefCell::new(Zeroizing::new(Vec::new()));
}

/// Copies a text, NUL-terminated, into this thread's memory, over the text that was lent before.
pub(crate) fn lend(text: &[u8]) -> Result<*const c_char, Error> {
    lend_written(text.len(), |memory| memory.extend_from_slice(text))
}

/// Lends a text of at most this length that is written into this thread's memory.
pub(crate) fn lend_written(most: usize, write: impl FnOnce(&mut Vec<u8>)) -> Result<*const c_char, Error> {
    // While the thread is ending, its memory is gone and nothing can be lent.
    let lent = LENT.try_with(|memory| {
        let memory = &mut *memory.borrow_mut();
        if memory.capacity() <= most {
            // Growing would leave a copy of the text that was lent before.
            memory.zeroize();
            memory.reserve(most + 1);
        }
        memory.clear();
        write(memory);
        memory.push(0);
        memory.as_ptr().cast()
    });
    lent.map_err(|_| host::internal())
}
