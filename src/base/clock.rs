//! The two clocks, read here alone by all that measures. Lives, deadlines and rates are measured by one that can't
//! jump; the time of day is for keys and ids, which have to mean the same after a restart.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Now, by the clock that can't jump. It is tokio's, which a test may hold still.
#[must_use]
pub fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}

/// The time of day.
#[must_use]
pub fn time_of_day() -> SystemTime {
    SystemTime::now()
}

/// The time of day, as long since 1970; none before it.
#[must_use]
pub fn since_1970() -> Duration {
    time_of_day().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// Seconds since 1970, as keys tell when they expire.
#[must_use]
pub fn unix_now() -> u32 {
    since_1970().as_secs().try_into().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_test_may_hold_the_clock_and_let_a_day_pass() {
        let (begun, day) = (now(), Duration::from_secs(86_400));
        assert_eq!(now(), begun);
        tokio::time::advance(day).await;
        assert_eq!(now() - begun, day);
    }

    #[test]
    fn the_time_of_day_is_of_this_century() {
        let seconds = u64::from(unix_now());
        assert!(seconds > 1_700_000_000 && since_1970().as_secs().abs_diff(seconds) <= 1);
    }
}
