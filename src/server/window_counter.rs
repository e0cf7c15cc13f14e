//! Counts in a window of time: tries, pads, violations, of each address or key. Pure; time is an
//! argument.

use std::collections::HashMap;
use std::hash::Hash;
use std::time::{Duration, Instant};

/// The window of most counts.
pub(super) const MINUTE: Duration = Duration::from_secs(60);
/// What is remembered at once, where nothing else is said; beyond it the older half goes.
const MAX_REMEMBERED: usize = 10_000;

/// How often something may be done within a window, of each `K`.
#[derive(Debug)]
pub(super) struct WindowCounter<K> {
    window: Duration,
    most: u32,
    remembered: usize,
    counts: HashMap<K, (Instant, u32)>,
}

impl<K: Copy + Eq + Hash> WindowCounter<K> {
    pub(super) fn new(most: u32, window: Duration) -> Self {
        Self { window, most, remembered: MAX_REMEMBERED, counts: HashMap::new() }
    }

    /// Remembers so many at once.
    pub(super) fn remembering(self, remembered: usize) -> Self {
        Self { remembered, ..self }
    }

    /// Counts one; false where it is one too many.
    pub(super) fn count(&mut self, whose: K, now: Instant) -> bool {
        if self.counts.len() >= self.remembered {
            self.tidy(now);
        }
        let (begun, count) = self.counts.entry(whose).or_insert((now, 0));
        if now.saturating_duration_since(*begun) >= self.window {
            (*begun, *count) = (now, 0);
        }
        *count = count.saturating_add(1);
        *count <= self.most
    }

    /// How many were counted in the window that runs.
    pub(super) fn counted(&self, whose: K, now: Instant) -> u32 {
        let count = self.counts.get(&whose);
        let runs =
            |(begun, _): &&(Instant, u32)| now.saturating_duration_since(*begun) < self.window;
        count.filter(runs).map_or(0, |(_, count)| *count)
    }

    /// How long it takes until there may be another one; `None` where there may be now.
    pub(super) fn wait(&self, whose: K, now: Instant) -> Option<Duration> {
        let (begun, count) = self.counts.get(&whose)?;
        let left = (*begun + self.window).checked_duration_since(now)?;
        (*count >= self.most && !left.is_zero()).then_some(left)
    }

    fn tidy(&mut self, now: Instant) {
        let window = self.window;
        self.counts.retain(|_, (begun, _)| now.saturating_duration_since(*begun) < window);
        if self.counts.len() >= self.remembered {
            let mut begun: Vec<_> = self.counts.values().map(|(begun, _)| *begun).collect();
            let half = begun.len() / 2;
            let (_, middle, _) = begun.select_nth_unstable(half);
            self.counts.retain(|_, (begun, _)| *begun > *middle);
        }
    }
}

/// Who has to wait after violations: each time twice as long, up to ten minutes.
#[derive(Debug)]
pub(super) struct Penalties<K> {
    waits: HashMap<K, Penalty>,
}

impl<K> Default for Penalties<K> {
    fn default() -> Self {
        Self { waits: HashMap::new() }
    }
}

#[derive(Clone, Copy, Debug)]
struct Penalty {
    violations: u32,
    until: Option<Instant>,
    wait: Duration,
    last: Instant,
}

/// Violations before somebody has to wait.
const PATIENCE: u32 = 3;
/// The first wait: a person behind the same router notices it, and it passes.
const FIRST_WAIT: Duration = Duration::from_secs(60);
/// The longest wait.
const LONGEST_WAIT: Duration = Duration::from_secs(600);
/// After so long without a violation all is forgotten.
const FORGIVEN_AFTER: Duration = Duration::from_secs(1_200);

impl<K: Copy + Eq + Hash> Penalties<K> {
    /// Notes a violation; returns the wait that it brought.
    pub(super) fn violate(&mut self, who: K, now: Instant) -> Option<Duration> {
        self.waits.retain(|_, p| now.saturating_duration_since(p.last) < FORGIVEN_AFTER);
        if self.waits.len() >= MAX_REMEMBERED {
            self.waits.clear();
        }
        let fresh = Penalty { violations: 0, until: None, wait: FIRST_WAIT, last: now };
        let penalty = self.waits.entry(who).or_insert(fresh);
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

    /// How long somebody still has to wait.
    pub(super) fn wait(&self, who: K, now: Instant) -> Option<Duration> {
        let until = self.waits.get(&who)?.until?;
        until.checked_duration_since(now).filter(|left| !left.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: u8 = 1;
    const TWO: u8 = 2;

    #[test]
    fn an_address_has_its_number_of_tries_in_each_window() {
        let (mut tally, now) = (WindowCounter::new(2, Duration::from_secs(60)), Instant::now());
        assert!(tally.count(ONE, now) && tally.count(ONE, now));
        assert_eq!((tally.counted(ONE, now), tally.counted(TWO, now)), (2, 0));
        assert_eq!(tally.wait(ONE, now + Duration::from_secs(20)), Some(Duration::from_secs(40)));
        assert!(!tally.count(ONE, now));
        assert!(tally.count(TWO, now));
        assert!(tally.count(ONE, now + Duration::from_secs(60)));
    }

    #[test]
    fn who_came_last_is_remembered_where_too_many_come() {
        let at = |n: u64| Duration::from_millis(n);
        let (mut tally, now) = (WindowCounter::new(1, at(9_999)).remembering(100), Instant::now());
        for n in 0..1_000 {
            tally.count(n, now + at(n));
            let kept = (0..=n).filter(|n| tally.counted(*n, now + at(1_000)) == 1).count();
            assert!(kept <= 100 && kept >= 50.min(n as usize + 1), "{kept} of {n}");
            assert!((n.saturating_sub(40)..=n).all(|n| tally.counted(n, now + at(1_000)) == 1));
        }
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
