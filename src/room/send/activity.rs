//! How long a guest was silent, how long we were, and by when all is with the guest: counters without a lock.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::base::limits::SLOW_LINE;

/// Seconds since the last byte in and out.
#[derive(Debug)]
pub(in crate::room) struct Activity {
    begun: Instant,
    last_in: AtomicU32,
    last_out: AtomicU32,
    /// In milliseconds.
    delivered_by: AtomicU64,
}

impl Activity {
    pub(in crate::room) fn new(now: Instant) -> Self {
        let [last_in, last_out] = [0, 0].map(AtomicU32::new);
        Self { begun: now, last_in, last_out, delivered_by: AtomicU64::new(0) }
    }

    /// The guest was heard.
    pub(in crate::room) fn heard(&self, now: Instant) {
        self.last_in.store(self.seconds(now), Ordering::Relaxed);
    }

    /// So many bytes went out, one caller at a time.
    pub(in crate::room) fn said(&self, bytes: usize, now: Instant) {
        self.last_out.store(self.seconds(now), Ordering::Relaxed);
        // It lies behind what is still on its way. By a slow line it is reckoned for everyone: to
        // wait too long for an answer harms nobody.
        let begins = self.delivered_by.load(Ordering::Relaxed).max(self.millis(now));
        let takes = (bytes as u64).saturating_mul(1_000) / SLOW_LINE;
        self.delivered_by.store(begins.saturating_add(takes), Ordering::Relaxed);
    }

    /// When all that went out has come to the guest, also by a slow line: what the socket took may lie in
    /// front of it for long.
    pub(in crate::room) fn delivered_by(&self) -> Instant {
        self.begun + Duration::from_millis(self.delivered_by.load(Ordering::Relaxed))
    }

    /// Seconds since the guest was heard.
    pub(in crate::room) fn since_in(&self, now: Instant) -> u32 {
        self.seconds(now).saturating_sub(self.last_in.load(Ordering::Relaxed))
    }

    /// Whether the guest was heard at `then` or after it, to the second.
    pub(in crate::room) fn is_heard_since(&self, then: Instant) -> bool {
        self.last_in.load(Ordering::Relaxed) >= self.seconds(then)
    }

    /// Seconds since a byte went out.
    pub(in crate::room) fn since_out(&self, now: Instant) -> u32 {
        self.seconds(now).saturating_sub(self.last_out.load(Ordering::Relaxed))
    }

    fn millis(&self, now: Instant) -> u64 {
        let passed = now.saturating_duration_since(self.begun).as_millis();
        passed.try_into().unwrap_or(u64::MAX)
    }

    fn seconds(&self, now: Instant) -> u32 {
        now.saturating_duration_since(self.begun).as_secs().try_into().unwrap_or(u32::MAX)
    }
}
