//! How long a guest was silent, and how long we were: two seconds-counters without a lock.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

/// Seconds since the last byte in and out.
#[derive(Debug)]
pub(super) struct Activity {
    begun: Instant,
    last_in: AtomicU32,
    last_out: AtomicU32,
}

impl Activity {
    pub(super) fn new(now: Instant) -> Self {
        Self { begun: now, last_in: AtomicU32::new(0), last_out: AtomicU32::new(0) }
    }

    /// The guest was heard.
    pub(super) fn heard(&self, now: Instant) {
        self.last_in.store(self.seconds(now), Ordering::Relaxed);
    }

    /// A byte went out.
    pub(super) fn said(&self, now: Instant) {
        self.last_out.store(self.seconds(now), Ordering::Relaxed);
    }

    /// Seconds since the guest was heard.
    pub(super) fn since_in(&self, now: Instant) -> u32 {
        self.seconds(now).saturating_sub(self.last_in.load(Ordering::Relaxed))
    }

    /// Whether the guest was heard at `then` or after it, to the second.
    pub(super) fn is_heard_since(&self, then: Instant) -> bool {
        self.last_in.load(Ordering::Relaxed) >= self.seconds(then)
    }

    /// Seconds since a byte went out.
    pub(super) fn since_out(&self, now: Instant) -> u32 {
        self.seconds(now).saturating_sub(self.last_out.load(Ordering::Relaxed))
    }

    fn seconds(&self, now: Instant) -> u32 {
        now.saturating_duration_since(self.begun).as_secs().try_into().unwrap_or(u32::MAX)
    }
}
