//! Times and sizes as people say them.

use std::time::Duration;

/// Up to here a time that is no whole number of minutes is told in seconds.
const IN_SECONDS: u64 = 180;

/// A time as it was set, never more than it is: `90 s`, `15 min`, `1 h 30 min`.
#[must_use]
pub fn human_duration(time: Duration) -> String {
    let s = time.as_secs();
    let (hours, minutes, seconds) = (s / 3_600, s % 3_600 / 60, s % 60);
    match (hours, minutes, seconds) {
        (0, _, 1..) if s < IN_SECONDS => format!("{s} s"),
        (0, 0, _) => format!("{s} s"),
        (0, _, 0) => format!("{minutes} min"),
        (0, _, _) => format!("{minutes} min {seconds} s"),
        (_, 0, _) => format!("{hours} h"),
        _ => format!("{hours} h {minutes} min"),
    }
}

/// A time that runs down, by the minute and never more than it is: `8 min`, `3 h`.
#[must_use]
pub fn human_left(left: Duration) -> String {
    match left.as_secs() {
        s @ 7_200.. => format!("{} h", s / 3_600),
        s @ 60.. => format!("{} min", s / 60),
        s => format!("{s} s"),
    }
}

/// Bytes as people say them: `212 KB`.
#[must_use]
pub fn human_bytes(bytes: usize) -> String {
    match bytes {
        0..=999 => format!("{bytes} bytes"),
        1_000..=999_999 => format!("{:.1} KB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_told_as_it_was_set_and_never_as_more() {
        for (s, told) in [
            (0, "0 s"),
            (30, "30 s"),
            (60, "1 min"),
            (90, "90 s"),
            (119, "119 s"),
            (200, "3 min 20 s"),
            (900, "15 min"),
            (3_600, "1 h"),
            (5_400, "1 h 30 min"),
            (7_199, "1 h 59 min"),
            (28_800, "8 h"),
        ] {
            assert_eq!(human_duration(Duration::from_secs(s)), told);
        }
    }

    #[test]
    fn what_is_left_is_told_by_the_minute() {
        for (s, told) in [(59, "59 s"), (119, "1 min"), (5_400, "90 min"), (14_399, "3 h")] {
            assert_eq!(human_left(Duration::from_secs(s)), told);
        }
    }
}
