//! How long whoever guesses codes has to wait. Pure; time is an argument.
//!
//! Right codes are no tries, and no number of wrong ones changes a code or keeps a newcomer out. What
//! is bounded is how many wrong ones are answered at all: 30^6 codes are 729 million, and a minute
//! between two tries is 1,386 years for all of them.

use std::time::{Duration, Instant};

use super::window_counter::WindowCounter;
use crate::base::ids::Origin;

/// Wrong codes that one address may try in a minute: a person mistypes twice.
const OF_ADDRESS: u32 = 10;
/// Wrong codes of all who have mistyped before that are answered at once…
const AT_ONCE: i32 = 50;
/// …and the time in which there is one more: 60 in ten minutes in all.
const ONE_MORE: Duration = Duration::from_secs(60);
/// The same for each pad that is alive, since each has a code that can be hit: at one try in as many
/// times 4.4 s as there are pads, some code is found once in a hundred years.
const ONE_MORE_OF_PAD: Duration = Duration::from_millis(4_400);
/// Wrong codes an hour of addresses that had tried none before. They do not wait for others, so that a
/// right code is never refused because somebody guesses; and 700 an hour are a hundred years, too.
const OF_NEWCOMERS: u32 = 700;
/// Tries of newcomers that others have to make up for: ten minutes.
const DEBT: i32 = -10;
const HOUR: Duration = Duration::from_secs(3_600);
/// An address that tried no wrong code for this long is a newcomer again.
const DAY: Duration = Duration::from_secs(86_400);
const MINUTE: Duration = Duration::from_secs(60);
const TEN_MINUTES: Duration = Duration::from_secs(600);

/// Wrong tries at codes, of each address and in all.
pub(super) struct Tries {
    of_address: WindowCounter<Origin>,
    of_day: WindowCounter<Origin>,
    of_newcomers: WindowCounter<()>,
    lately: WindowCounter<()>,
    /// Tries that are left to those who have mistyped before, and since when.
    left: i32,
    since: Option<Instant>,
    told: Option<Instant>,
}

/// Somebody has to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wait {
    pub(super) left: Duration,
    /// Whether it is for what this address did, and not for all that was tried.
    pub(super) own: bool,
}

impl Tries {
    pub(super) fn new() -> Self {
        Self {
            of_address: WindowCounter::new(OF_ADDRESS, MINUTE),
            of_day: WindowCounter::new(u32::MAX, DAY),
            of_newcomers: WindowCounter::new(OF_NEWCOMERS, HOUR),
            lately: WindowCounter::new(u32::MAX, TEN_MINUTES),
            left: AT_ONCE,
            since: None,
            told: None,
        }
    }

    /// Whether a code of this address is looked at now, in a server of so many `pads`.
    pub(super) fn may(&mut self, from: Origin, pads: usize, now: Instant) -> Result<(), Wait> {
        if let Some(left) = self.of_address.wait(from, now) {
            return Err(Wait { left, own: true });
        }
        let newcomer = self.of_day.counted(from, now) == 0;
        if newcomer && self.of_newcomers.wait((), now).is_none() {
            return Ok(());
        }
        let every = every(pads);
        let since = *self.since.get_or_insert(now);
        let passed = now.saturating_duration_since(since);
        let more = (passed.as_millis() / every.as_millis()).min(100) as u32;
        self.left = (self.left + more as i32).min(AT_ONCE);
        let since = if self.left == AT_ONCE { now } else { since + every * more };
        self.since = Some(since);
        if self.left > 0 {
            return Ok(());
        }
        let missing = self.left.unsigned_abs() + 1;
        let left = (since + every * missing).saturating_duration_since(now);
        Err(Wait { left, own: false })
    }

    /// Counts a wrong code.
    pub(super) fn wrong(&mut self, from: Origin, now: Instant) {
        if self.of_day.counted(from, now) == 0 {
            self.of_newcomers.count((), now);
        }
        self.of_day.count(from, now);
        self.of_address.count(from, now);
        self.lately.count((), now);
        self.left = (self.left - 1).max(DEBT);
    }

    /// How many wrong codes there were in the last ten minutes, where the host has not been told in
    /// that time.
    pub(super) fn untold(&mut self, now: Instant) -> Option<u32> {
        let due = self.told.is_none_or(|at| now.saturating_duration_since(at) >= TEN_MINUTES);
        due.then(|| {
            self.told = Some(now);
            self.lately.counted((), now)
        })
    }
}

fn every(pads: usize) -> Duration {
    let pads = u32::try_from(pads).unwrap_or(u32::MAX);
    ONE_MORE.max(ONE_MORE_OF_PAD.saturating_mul(pads))
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

    use super::*;

    const YEAR: f64 = 365.25 * 86_400.0;
    const CODES: f64 = 729_000_000.0;

    fn v4(last: u16) -> Origin {
        let [high, low] = last.to_be_bytes();
        Origin::from(IpAddr::V4(Ipv4Addr::new(10, 0, high, low)))
    }

    /// Wrong codes that are answered, of `addresses` who try one every five seconds each, for `time`.
    fn answered(tries: &mut Tries, addresses: u16, pads: usize, time: Duration) -> u32 {
        let begun = Instant::now();
        let mut answered = 0;
        for second in (0..time.as_secs()).step_by(5) {
            let now = begun + Duration::from_secs(second);
            for from in (0..addresses).map(v4) {
                if tries.may(from, pads, now).is_ok() {
                    tries.wrong(from, now);
                    answered += 1;
                }
            }
        }
        answered
    }

    #[test]
    fn sixty_wrong_codes_are_answered_in_ten_minutes_and_then_one_a_minute() {
        let of = |time| answered(&mut Tries::new(), 6, 1, time);
        assert!((55..=60).contains(&of(TEN_MINUTES)), "{}", of(TEN_MINUTES));
        assert!(of(DAY) <= 50 + 24 * 60, "{}", of(DAY));
    }

    #[test]
    fn a_code_is_found_once_in_more_than_a_hundred_years() {
        for (addresses, pads) in [(1, 1), (6, 1), (6, 13), (6, 100), (6, 256), (900, 1)] {
            let time = HOUR * 2;
            let answered = answered(&mut Tries::new(), addresses, pads, time);
            let a_year = f64::from(answered.saturating_sub(50)) * YEAR / time.as_secs_f64();
            let years = CODES / pads as f64 / a_year;
            assert!(years > 100.0, "{addresses} addresses, {pads} pads: {years:.0} years");
        }
    }

    #[test]
    fn a_newcomer_waits_for_no_guesser() {
        let mut tries = Tries::new();
        let now = Instant::now();
        for n in 0..600 {
            assert_eq!(tries.may(v4(n), 1, now), Ok(()), "{n}");
            tries.wrong(v4(n), now);
        }
        let ten_and_one = ONE_MORE * 11;
        assert_eq!(tries.may(v4(1), 1, now), Err(Wait { left: ten_and_one, own: false }));
        assert_eq!(tries.may(v4(601), 1, now), Ok(()));
    }

    #[test]
    fn an_address_has_ten_wrong_codes_a_minute_and_any_number_of_right_ones() {
        let mut tries = Tries::new();
        let now = Instant::now();
        assert!((0..1_000).all(|_| tries.may(v4(1), 1, now).is_ok()));
        (0..10).for_each(|_| tries.wrong(v4(1), now));
        assert_eq!(tries.may(v4(1), 1, now), Err(Wait { left: MINUTE, own: true }));
        assert_eq!(tries.may(v4(2), 1, now), Ok(()));
        assert_eq!(tries.may(v4(1), 1, now + MINUTE), Ok(()));
    }

    #[test]
    fn all_addresses_of_one_network_of_ipv6_are_one() {
        let mut tries = Tries::new();
        let now = Instant::now();
        let v6 = |net: u16, host: u16| {
            Origin::from(IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, net, 0, 0, 0, host)))
        };
        (0..10).for_each(|host| tries.wrong(v6(1, host), now));
        assert!(tries.may(v6(1, 99), 1, now).is_err());
        assert_eq!(tries.may(v6(2, 1), 1, now), Ok(()));
    }

    #[test]
    fn the_host_is_told_once_in_ten_minutes() {
        let mut tries = Tries::new();
        let now = Instant::now();
        (0..12).for_each(|n| tries.wrong(v4(n), now));
        assert_eq!(tries.untold(now), Some(12));
        assert_eq!(tries.untold(now + MINUTE), None);
        assert_eq!(tries.untold(now + TEN_MINUTES), Some(0));
    }
}
