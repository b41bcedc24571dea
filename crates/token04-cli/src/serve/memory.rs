//! Returns memory to the operating system after many connections have ended.
//!
//! glibc keeps freed memory that lies below an allocation still in use, which is nearly all of it after a flood:
//! `scripts/test/flood.py` measured 126 MiB kept after 5 000 connections. mimalloc kept 104 MiB,
//! and 8 MiB more at rest.

use std::time::Duration;

/// Rare enough to cost nothing, and soon enough for the next flood.
const EVERY: Duration = Duration::from_secs(5);
/// A service that uses less memory than this has nothing worth returning.
const SMALL_KIB: u64 = 16 << 10;

/// Starts a thread that does this: a large heap takes milliseconds.
pub fn give_back() {
    let watch = || loop {
        std::thread::sleep(EVERY);
        if resident_kib().is_some_and(|resident| resident > SMALL_KIB) {
            trim();
        }
    };
    // Without the thread the service still works, with more memory.
    let _ = std::thread::Builder::new().name("memory".to_owned()).spawn(watch);
}

fn resident_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    resident.trim().strip_suffix("kB")?.trim().parse().ok()
}

#[allow(unsafe_code, reason = "no safe crate offers this function")]
fn trim() {
    // SAFETY: malloc_trim takes a number and may be called at any time from any thread.
    unsafe { libc::malloc_trim(0) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_the_process_is_known() {
        assert!(resident_kib().unwrap() > 100);
        trim();
    }
}
