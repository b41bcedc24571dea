//! The buffers of a thread in which tokens are built and read, so that neither needs an allocation.

use std::cell::Cell;
use std::thread::LocalKey;

use zeroize::Zeroize;

thread_local! {
    static ENVELOPES: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    static TEXT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Runs `work` with this thread's buffer for envelopes, which is empty. `work` encrypts in place, so it leaves no
/// plaintext behind.
#[inline]
pub(crate) fn with<T>(work: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    taken(&ENVELOPES, |buffer| {
        buffer.clear();
        work(buffer)
    })
}

/// Runs `work` with this thread's buffer for the text of a token. It holds an earlier token, because clearing it
/// takes time.
#[inline]
pub(crate) fn with_text<T>(work: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    taken(&TEXT, work)
}

/// Takes a buffer out of its slot while `work` runs. A nested call gets a new buffer, and so does a destructor at
/// the end of the thread.
#[inline]
fn taken<T>(slot: &'static LocalKey<Cell<Vec<u8>>>, work: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    let mut buffer = slot.try_with(Cell::take).unwrap_or_default();
    let result = work(&mut buffer);
    // At the end of the thread the slot no longer exists, and the buffer is freed here.
    let _ = slot.try_with(|slot| slot.set(buffer));
    result
}

/// Like [`with`], for work that decrypts: the buffer is wiped, whatever the result, even on a panic.
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
    fn nested_use_gets_its_own_buffer() {
        super::with(|outer| {
            outer.push(1);
            super::with(|inner| inner.push(2));
            assert_eq!(outer, &[1]);
        });
        super::with(|again| assert!(again.is_empty()));
    }
}
