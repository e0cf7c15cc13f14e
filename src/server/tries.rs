//! How long whoever guesses codes has to wait. Pure; time is an argument.
//!
//! Right codes are no tries, and no number of wrong ones changes a code. Each address has a few wrong ones of its
//! own, which nobody else uses up: who mistypes, and who comes new, waits for no guesser. All who have used theirs
//! up share what is left: 30^6 codes are 729 million, and a minute between two tries is 1,386 years for all of
//! them. What that costs against many addresses stands in `docs/security.md`.

use std::time::{Duration, Instant};

use super::window_counter::WindowCounter;
use crate::base::ids::Origin;

/// Wrong codes that one address may try in a minute.
const OF_ADDRESS: u32 = 10;
/// Wrong codes that each address may try within a day without waiting for others: a person mistypes twice. An
/// attacker with 3,600 addresses finds one code in a hundred years by them.
const OWN: u32 = 5;
/// Addresses of which that is known: all of a network of 16 bits, in 6 MB.
const KNOWN: usize = 1 << 16;
/// Wrong codes of all who have used theirs up that are answered at once…
const AT_ONCE: i32 = 50;
/// …and the time in which there is one more: 60 in ten minutes in all.
const ONE_MORE: Duration = Duration::from_secs(60);
/// The same for each pad that is alive, since each has a code that can be hit: at one try in as many
/// times 8.8 s as there are pads, some code is found once in two hundred years. With as many own tries, in a hundred.
const ONE_MORE_OF_PAD: Duration = Duration::from_millis(8_800);
/// Own tries that who guesses on has to make up for: ten minutes.
const DEBT: i32 = -10;
/// After so long an address has its own tries again.
const DAY: Duration = Duration::from_secs(86_400);
const MINUTE: Duration = Duration::from_secs(60);
const TEN_MINUTES: Duration = Duration::from_secs(600);

/// Wrong tries at codes, of each address and in all.
pub(super) struct Tries {
    of_address: WindowCounter<Origin>,
    of_day: WindowCounter<Origin>,
    lately: WindowCounter<()>,
    /// Tries that are left to those who have used up their own, and since when.
    left: i32,
    since: Option<Instant>,
    told: Option<Instant>,
}

/// Somebody has to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wait {
    pub(super) left: Duration,
    /// Whether it is for what this address did alone, and not also for what others tried.
    pub(super) own: bool,
}

impl Tries {
    pub(super) fn new() -> Self {
        Self {
            of_address: WindowCounter::new(OF_ADDRESS, MINUTE),
            of_day: WindowCounter::new(OWN, DAY).remembering(KNOWN),
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
        if self.of_day.wait(from, now).is_none() {
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

    const CODES: f64 = 729_000_000.0;

    fn v4(last: u16) -> Origin {
        let [high, low] = last.to_be_bytes();
        Origin::from(IpAddr::V4(Ipv4Addr::new(10, 0, high, low)))
    }

    /// Wrong codes that are answered, of `addresses` who try one every `pace` each, for `time`.
    fn answered(addresses: u16, pads: usize, pace: Duration, time: Duration) -> u32 {
        let (mut tries, begun) = (Tries::new(), Instant::now());
        let (mut now, mut answered) = (begun, 0);
        while now < begun + time {
            for from in (0..addresses).map(v4) {
                if tries.may(from, pads, now).is_ok() {
                    tries.wrong(from, now);
                    answered += 1;
                }
            }
            now += pace;
        }
        answered
    }

    #[test]
    fn sixty_wrong_codes_are_answered_in_ten_minutes_and_then_one_a_minute() {
        let of = |time| answered(6, 1, Duration::from_secs(5), time);
        assert!((55..=60).contains(&of(TEN_MINUTES)), "{}", of(TEN_MINUTES));
        assert!(of(DAY) <= 50 + 24 * 60, "{}", of(DAY));
    }

    #[test]
    fn a_code_is_found_once_in_more_than_a_hundred_years() {
        for (addresses, pads) in [(1, 1), (6, 13), (6, 100), (6, 256), (150, 13), (3_600, 1)] {
            // The first fifty come once, and not every day.
            let answered = answered(addresses, pads, TEN_MINUTES, DAY).saturating_sub(50).max(1);
            let years = CODES / pads as f64 / f64::from(answered) / 365.25;
            assert!(years > 100.0, "{addresses} addresses, {pads} pads: {years:.0} years");
        }
    }

    #[test]
    fn a_newcomer_waits_for_no_guesser() {
        let mut tries = Tries::new();
        let now = Instant::now();
        for n in 0..50_000 {
            assert_eq!(tries.may(v4(n), 1, now), Ok(()), "{n}");
            tries.wrong(v4(n), now);
        }
        assert_eq!(tries.may(v4(50_001), 1, now), Ok(()));
    }

    #[test]
    fn who_mistyped_waits_for_no_guesser_and_who_guesses_on_does() {
        let mut tries = Tries::new();
        let now = Instant::now();
        (0..OWN - 1).for_each(|_| tries.wrong(v4(0), now));
        for from in (1..800).map(v4) {
            for _ in 0..9 {
                if tries.may(from, 1, now).is_ok() {
                    tries.wrong(from, now);
                }
            }
        }
        assert_eq!(tries.may(v4(0), 1, now), Ok(()), "her own tries are used up by nobody else");
        tries.wrong(v4(0), now);
        let ten_and_one = ONE_MORE * 11;
        assert_eq!(tries.may(v4(0), 1, now), Err(Wait { left: ten_and_one, own: false }));
        assert_eq!(tries.may(v4(0), 1, now + DAY), Ok(()), "the next day");
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
