//! Limits how many connections an address holds, so that one peer cannot take all of them.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use crate::rates::network;

/// The number of connections of each network that has any.
#[derive(Debug)]
pub(super) struct PerAddress {
    limit: usize,
    held: Mutex<HashMap<IpAddr, usize>>,
}

/// A connection that counts for its network until it is dropped.
#[derive(Debug)]
pub(super) struct Slot {
    counts: Arc<PerAddress>,
    network: IpAddr,
}

impl PerAddress {
    pub fn new(limit: usize) -> Arc<Self> {
        Arc::new(Self { limit, held: Mutex::default() })
    }

    /// Counts a connection, or returns `None` if the network of its address has reached the limit.
    pub fn admit(self: &Arc<Self>, address: IpAddr) -> Option<Slot> {
        let network = network(address);
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let count = held.entry(network).or_default();
        if *count >= self.limit {
            return None;
        }
        *count += 1;
        Some(Slot { counts: Arc::clone(self), network })
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut held = self.counts.held.lock().unwrap_or_else(PoisonError::into_inner);
        match held.get_mut(&self.network) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(held.remove(&self.network)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_network_has_its_own_limit_and_leaves_nothing_behind() {
        let counts = PerAddress::new(2);
        let admit = |text: &str| counts.admit(text.parse().unwrap());
        let first = admit("2001:db8::1").unwrap();
        let second = admit("2001:db8::2").unwrap();
        assert!(admit("2001:db8::3").is_none());
        let other = admit("2001:db8:0:1::1").unwrap();
        drop(first);
        let third = admit("2001:db8::3").unwrap();
        assert!(admit("2001:db8::4").is_none());
        drop((second, third, other));
        assert!(counts.held.lock().unwrap().is_empty());
    }
}
