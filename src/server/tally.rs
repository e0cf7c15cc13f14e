//! Counts per address in a window of time: tries, pads, violations. Pure; time is an argument.

use std::collections::HashMap;
use std::net::IpAddr;
use std::time::{Duration, Instant};

/// Addresses that are remembered at once; beyond it the oldest windows go first.
const MAX_ADDRESSES: usize = 10_000;

/// How often each address may do something within a window.
#[derive(Debug)]
pub(super) struct Tally {
    window: Duration,
    most: u32,
    counts: HashMap<IpAddr, (Instant, u32)>,
}

impl Tally {
    pub(super) fn new(most: u32, window: Duration) -> Self {
        Self { window, most, counts: HashMap::new() }
    }

    /// Counts one; false where it is one too many.
    pub(super) fn count(&mut self, address: IpAddr, now: Instant) -> bool {
        if self.counts.len() >= MAX_ADDRESSES {
            self.tidy(now);
        }
        let (begun, count) = self.counts.entry(address).or_insert((now, 0));
        if now.saturating_duration_since(*begun) >= self.window {
            (*begun, *count) = (now, 0);
        }
        *count = count.saturating_add(1);
        *count <= self.most
    }

    fn tidy(&mut self, now: Instant) {
        let window = self.window;
        self.counts.retain(|_, (begun, _)| now.saturating_duration_since(*begun) < window);
        if self.counts.len() >= MAX_ADDRESSES {
            self.counts.clear();
        }
    }
}

/// Addresses that have to wait after violations: each time twice as long, up to ten minutes.
#[derive(Debug, Default)]
pub(super) struct Penalties {
    waits: HashMap<IpAddr, Penalty>,
}

#[derive(Clone, Copy, Debug)]
struct Penalty {
    violations: u32,
    until: Option<Instant>,
    wait: Duration,
    last: Instant,
}

/// Violations before an address has to wait.
const PATIENCE: u32 = 3;
/// The first wait: a person behind the same router notices it, and it passes.
const FIRST_WAIT: Duration = Duration::from_secs(60);
/// The longest wait.
const LONGEST_WAIT: Duration = Duration::from_secs(600);
/// After so long without a violation all is forgotten.
const FORGIVEN_AFTER: Duration = Duration::from_secs(1_200);

impl Penalties {
    /// Notes a violation; returns the wait that it brought.
    pub(super) fn violate(&mut self, address: IpAddr, now: Instant) -> Option<Duration> {
        self.waits.retain(|_, p| now.saturating_duration_since(p.last) < FORGIVEN_AFTER);
        if self.waits.len() >= MAX_ADDRESSES {
            self.waits.clear();
        }
        let fresh = Penalty { violations: 0, until: None, wait: FIRST_WAIT, last: now };
        let penalty = self.waits.entry(address).or_insert(fresh);
        penalty.violations += 1;
        penalty.last = now;
        if !penalty.violations.is_multiple_of(PATIENCE) {
            return None;
        }
        let wait = penalty.wait;
        penalty.until = Some(now + wait);
        penalty.wait = (wait * 2).min(LONGEST_WAIT);
        Some(wait)
    }

    /// How long this address still has to wait.
    pub(super) fn wait(&self, address: IpAddr, now: Instant) -> Option<Duration> {
        let until = self.waits.get(&address)?.until?;
        until.checked_duration_since(now).filter(|left| !left.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(10, 0, 0, 1));
    const TWO: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(10, 0, 0, 2));

    #[test]
    fn an_address_has_its_number_of_tries_in_each_window() {
        let (mut tally, now) = (Tally::new(2, Duration::from_secs(60)), Instant::now());
        assert!(tally.count(ONE, now) && tally.count(ONE, now));
        assert!(!tally.count(ONE, now));
        assert!(tally.count(TWO, now));
        assert!(tally.count(ONE, now + Duration::from_secs(60)));
    }

    #[test]
    fn the_third_violation_brings_a_wait_and_the_next_three_twice_as_long() {
        let (mut penalties, now) = (Penalties::default(), Instant::now());
        let minute = Duration::from_secs(60);
        assert_eq!(
            (0..3).filter_map(|_| penalties.violate(ONE, now)).collect::<Vec<_>>(),
            [minute]
        );
        assert_eq!(penalties.wait(ONE, now), Some(minute));
        assert_eq!(penalties.wait(TWO, now), None);
        assert_eq!(penalties.wait(ONE, now + minute), None);
        let later = now + 2 * minute;
        let waits: Vec<_> = (0..15).filter_map(|_| penalties.violate(ONE, later)).collect();
        assert_eq!(waits, [2, 4, 8, 10, 10].map(|n| n * minute));
    }
}
