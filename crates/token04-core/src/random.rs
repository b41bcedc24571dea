//! Random bytes for tokens: each thread has a cryptographic generator, seeded by the operating system and
//! reseeded in a child process after `fork()`.
//!
//! A system call per token would take twice as long as the rest of issuing it. A generator in the process's
//! memory is copied by `fork()`; parent and child would then draw the same IVs, which in GCM reveals the key.
//! So each draw first checks a guard, set by `pthread_atfork`, for a fork. A process created by a bare
//! `clone` system call, which runs no fork handlers, is not detected.

use std::cell::RefCell;

use rand::rngs::{StdRng, SysRng};
use rand::{Rng, SeedableRng};

use crate::error::{Error, ErrorCode};

/// The random values of one token.
#[derive(Clone, Copy, Default)]
pub(crate) struct Draw {
    /// The initialisation vector; GCM uses the first 12 bytes.
    pub iv: [u8; 16],
    /// The body's nonce.
    pub nonce: u32,
}

struct Generator {
    rng: StdRng,
    fork: forkguard::Guard,
}

thread_local! {
    static GENERATOR: RefCell<Option<Generator>> = const { RefCell::new(None) };
}

/// Draws the random values of one or more tokens into `places`. Returned by value, they would be copied from
/// function to function, and the cipher would wait for each copy.
#[inline]
pub(crate) fn draw(places: &mut [Draw]) -> Result<(), Error> {
    GENERATOR
        .try_with(|cell| match cell.try_borrow_mut() {
            Ok(mut generator) => draw_from(&mut generator, places),
            Err(_) => draw_from(&mut None, places),
        })
        // At the end of the thread its generator no longer exists: a destructor that issues a token gets a
        // new one.
        .unwrap_or_else(|_| draw_from(&mut None, places))
}

#[inline]
fn draw_from(slot: &mut Option<Generator>, places: &mut [Draw]) -> Result<(), Error> {
    // Remove the copied generator first, so that it is gone even if seeding fails.
    slot.take_if(|generator| generator.fork.detected_fork());
    let generator = match slot {
        Some(generator) => generator,
        None => slot.insert(seed()?),
    };
    let rng = &mut generator.rng;
    for place in places {
        let (low, high) = place.iv.split_at_mut(8);
        low.copy_from_slice(&rng.next_u64().to_ne_bytes());
        high.copy_from_slice(&rng.next_u64().to_ne_bytes());
        place.nonce = nonce_from(rng.next_u32());
    }
    Ok(())
}

#[cold]
fn seed() -> Result<Generator, Error> {
    let unavailable =
        |_| Error::new(ErrorCode::RandomUnavailable, "the operating system gave no random bytes");
    // Create the guard first, so that the next draw detects a fork between the two lines.
    let fork = fork_guard()?;
    let rng = StdRng::try_from_rng(&mut SysRng).map_err(unavailable)?;
    Ok(Generator { rng, fork })
}

#[cfg(unix)]
fn fork_guard() -> Result<forkguard::Guard, Error> {
    forkguard::Guard::try_new()
        .map_err(|_| Error::new(ErrorCode::RandomUnavailable, "the operating system refused to report forks"))
}

#[cfg(not(unix))]
fn fork_guard() -> Result<forkguard::Guard, Error> {
    Ok(forkguard::new())
}

/// Maps a uniform word to a nonce of ten digits, 1 000 000 000 … 2 147 483 647, so that the length of a token
/// depends on its arguments alone. The format uses the nonce only to distinguish tokens issued in the same
/// second.
#[inline]
fn nonce_from(word: u32) -> u32 {
    const LOWEST: u32 = 1_000_000_000;
    const COUNT: u64 = (i32::MAX as u64 + 1) - LOWEST as u64;
    LOWEST + ((u64::from(word) * COUNT) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn nonces_cover_exactly_their_range() {
        assert_eq!(nonce_from(0), 1_000_000_000);
        assert_eq!(nonce_from(u32::MAX), i32::MAX as u32);
    }

    fn drawn() -> [u8; 16] {
        let mut place = [Draw::default()];
        draw(&mut place).unwrap();
        place[0].iv
    }

    #[test]
    fn draws_differ_within_and_between_threads() {
        let draws = || (0..1000).map(|_| drawn()).collect::<Vec<_>>();
        let mut seen: HashSet<[u8; 16]> = HashSet::new();
        let other = std::thread::spawn(draws);
        seen.extend(draws());
        seen.extend(other.join().unwrap());
        assert_eq!(seen.len(), 2000);
    }
}
