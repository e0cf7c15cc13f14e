//! A token bucket: how fast one seat may go. Pure; time is an argument.

use std::time::Instant;

/// Fills by `rate` a second up to `burst`.
#[derive(Clone, Debug)]
pub struct TokenBucket {
    rate: f64,
    burst: f64,
    left: f64,
    at: Instant,
}

impl TokenBucket {
    /// Returns a full bucket.
    #[must_use]
    pub fn new(rate: u32, burst: u32, now: Instant) -> Self {
        let burst = f64::from(burst);
        Self { rate: f64::from(rate), burst, left: burst, at: now }
    }

    /// Takes `n` out; false where it holds fewer.
    pub fn take(&mut self, n: usize, now: Instant) -> bool {
        let passed = now.saturating_duration_since(self.at).as_secs_f64();
        // Also where nothing is taken: else a wait would be counted again at the next try.
        self.at = now;
        self.left = (self.left + passed * self.rate).min(self.burst);
        let n = n as f64;
        let enough = n <= self.left;
        if enough {
            self.left -= n;
        }
        enough
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_burst_passes_and_then_the_rate() {
        let start = Instant::now();
        let mut pace = TokenBucket::new(10, 3, start);
        assert!((0..3).all(|_| pace.take(1, start)));
        assert!(!pace.take(1, start));
        assert!(pace.take(1, start + Duration::from_millis(101)));
        assert!(!pace.take(1, start + Duration::from_millis(102)));
        assert!(pace.take(3, start + Duration::from_secs(9)));
        assert!(!pace.take(1, start + Duration::from_secs(9)));
    }
}
