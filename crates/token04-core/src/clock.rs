//! The wall clock in whole seconds, read the cheap way.

/// The time now in unix seconds.
///
/// On Linux this is the kernel's coarse clock, which lags by a tick (at most 10 ms) and costs 2 ns where the
/// exact one costs 30: a token counts in whole seconds.
#[cfg(any(target_os = "linux", target_os = "android"))]
#[must_use]
pub fn now() -> i64 {
    rustix::time::clock_gettime(rustix::time::ClockId::RealtimeCoarse).tv_sec
}

/// The time now in unix seconds.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
#[must_use]
pub fn now() -> i64 {
    use std::time::{SystemTime, UNIX_EPOCH};
    let seconds = |duration: std::time::Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => seconds(since),
        Err(before) => seconds(before.duration()).saturating_neg(),
    }
}

#[cfg(test)]
mod tests {
    use std::time::{SystemTime, UNIX_EPOCH};

    #[test]
    fn agrees_with_the_exact_clock() {
        let exact = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() as i64;
        assert!((super::now() - exact).abs() <= 1);
    }
}
