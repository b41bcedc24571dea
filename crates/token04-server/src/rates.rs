//! Rate limits: per caller, in total, and for invalid credentials from an address.

use std::hash::{BuildHasher, Hash, RandomState};
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, NotUntil, Quota, RateLimiter};

use crate::config::Rate;
use crate::problem::Problem;

pub(crate) const FAILURES: NonZeroU32 = NonZeroU32::new(30).unwrap();
const FORGET_EVERY: u32 = 10_000;

/// A rate limit for each of many callers or addresses.
#[derive(Debug)]
pub(crate) struct RateOfEach {
    hashing: RandomState,
    limiter: DefaultKeyedRateLimiter<u64>,
    counted: AtomicU32,
}

/// A rate limit for all together.
pub(crate) struct RateOfAll(DefaultDirectRateLimiter);

impl RateOfEach {
    pub fn new(rate: Rate) -> Self {
        let limiter = RateLimiter::keyed(quota(rate));
        Self { hashing: RandomState::new(), limiter, counted: AtomicU32::new(0) }
    }

    /// The default rate limit for invalid credentials.
    pub fn of_failures() -> Self {
        Self::new(Rate { count: FAILURES, per: Duration::from_secs(60) })
    }

    /// Counts a request of one of them, and refuses it if the rate is exceeded.
    pub fn admit(&self, who: impl Hash, detail: &'static str) -> Result<(), Problem> {
        if self.counted.fetch_add(1, Ordering::Relaxed) % FORGET_EVERY == FORGET_EVERY - 1 {
            // Forgetting those that have sent nothing for long does not change what they may send.
            self.limiter.retain_recent();
            self.limiter.shrink_to_fit();
        }
        let who = self.hashing.hash_one(who);
        self.limiter.check_key(&who).map_err(|not_until| too_many(&not_until, detail))
    }
}

impl RateOfAll {
    pub fn new(rate: Rate) -> Self {
        Self(RateLimiter::direct(quota(rate)))
    }

    /// Counts a request, and refuses it if the rate is exceeded.
    pub fn admit(&self, detail: &'static str) -> Result<(), Problem> {
        self.0.check().map_err(|not_until| too_many(&not_until, detail))
    }
}

fn quota(rate: Rate) -> Quota {
    // A burst of the full number, then one at a time, evenly spread over the period.
    let period = rate.per / rate.count.get();
    Quota::with_period(period.max(Duration::from_nanos(1)))
        .unwrap_or(Quota::per_second(rate.count))
        .allow_burst(rate.count)
}

fn too_many(not_until: &NotUntil<<DefaultClock as Clock>::Instant>, detail: &'static str) -> Problem {
    let wait = not_until.wait_time_from(DefaultClock::default().now());
    Problem::too_many(wait.as_secs() + 1, detail)
}

/// The network of an address: an IPv6 customer has at least a /64.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(address) if address.to_ipv4_mapped().is_none() => {
            IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)))
        }
        address => address.to_canonical(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(count: u32) -> Rate {
        Rate { count: NonZeroU32::new(count).unwrap(), per: Duration::from_secs(3600) }
    }

    #[test]
    fn each_caller_has_a_count_of_its_own() {
        let rates = RateOfEach::new(rate(3));
        for _ in 0..3 {
            assert!(rates.admit("a", "").is_ok());
        }
        let problem = rates.admit("a", "").unwrap_err();
        assert!((1..=1200).contains(&problem.retry_after.unwrap()), "{problem:?}");
        assert!(rates.admit("b", "").is_ok());
    }

    #[test]
    fn callers_of_long_ago_are_forgotten() {
        let rates =
            RateOfEach::new(Rate { count: NonZeroU32::new(1000).unwrap(), per: Duration::from_secs(1) });
        for caller in 0..FORGET_EVERY {
            assert!(rates.admit(caller, "").is_ok());
        }
        std::thread::sleep(Duration::from_millis(5));
        for _ in 0..FORGET_EVERY {
            let _ = rates.admit(0, "");
        }
        assert!(rates.limiter.len() < 100, "{}", rates.limiter.len());
    }

    #[test]
    fn all_callers_share_the_total() {
        let rates = RateOfAll::new(rate(2));
        assert!(rates.admit("").is_ok());
        assert!(rates.admit("").is_ok());
        assert!(rates.admit("").is_err());
    }

    #[test]
    fn addresses_of_one_network_count_together() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("2001:db8::1"), of("2001:db8::2"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    }
}
