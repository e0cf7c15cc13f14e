//! The life of a pad: `waiting → alive ⇄ fading → ended`. Pure; time is an argument.

use std::time::{Duration, Instant};

use crate::base::ids::EndCause;
use crate::base::limits::LAST_MINUTES;

/// Where a pad stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nobody has come yet: the grace does not run.
    Waiting,
    /// Somebody is there.
    Alive,
    /// Everyone has left; it ends at this instant unless somebody comes.
    Fading(Instant),
    /// It is over and nothing brings it back.
    Ended(EndCause),
}

impl Phase {
    /// The word that users and programs see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Alive => "alive",
            Self::Fading(_) => "fading",
            Self::Ended(_) => "ended",
        }
    }
}

/// Seconds as they are told: rounded up, so that nobody is told less time than there is.
#[must_use]
pub fn seconds(left: Duration) -> u64 {
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
}

/// One pad's life and what decides over it.
#[derive(Clone, Debug)]
pub struct Life {
    phase: Phase,
    grace: Duration,
    hard_end: Instant,
    warn_from: Instant,
    warned: bool,
}

impl Life {
    /// Begins a life that ends at the latest after `lifetime`.
    #[must_use]
    pub fn new(now: Instant, grace: Duration, lifetime: Duration) -> Self {
        let warning = LAST_MINUTES.min(lifetime / 10);
        let hard_end = now + lifetime;
        Self {
            phase: Phase::Waiting,
            grace,
            hard_end,
            warn_from: hard_end - warning,
            warned: false,
        }
    }

    /// Goes on with a life whose room failed: its people are expected back within the grace.
    pub fn resume(&mut self, now: Instant) {
        self.all_left(now);
    }

    /// Where the pad stands.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The time a pad outlives its last person.
    #[must_use]
    pub fn grace(&self) -> Duration {
        self.grace
    }

    /// Somebody comes. False when it is too late: the end and a join at the same instant are
    /// decided here, and only here.
    pub fn arrive(&mut self, now: Instant) -> bool {
        self.tick(now);
        if matches!(self.phase, Phase::Ended(_)) {
            return false;
        }
        self.phase = Phase::Alive;
        true
    }

    /// The last one has left: the grace begins.
    pub fn all_left(&mut self, now: Instant) {
        if !matches!(self.phase, Phase::Ended(_)) {
            self.phase = Phase::Fading(now + self.grace);
        }
    }

    /// The host ends it.
    pub fn end(&mut self) {
        if !matches!(self.phase, Phase::Ended(_)) {
            self.phase = Phase::Ended(EndCause::Host);
        }
    }

    /// Time has passed. True where people should hear of it.
    pub fn tick(&mut self, now: Instant) -> bool {
        let ended = match self.phase {
            Phase::Ended(_) => return false,
            _ if now >= self.hard_end => EndCause::MaxLifetime,
            Phase::Fading(until) if now >= until => EndCause::Faded,
            _ => {
                let first = !self.warned && now >= self.warn_from;
                self.warned |= first;
                return first;
            }
        };
        self.phase = Phase::Ended(ended);
        true
    }

    /// The next instant at which a tick has something to do.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        let end = match self.phase {
            Phase::Ended(_) => return None,
            Phase::Fading(until) => until.min(self.hard_end),
            _ => self.hard_end,
        };
        Some(if self.warned { end } else { end.min(self.warn_from) })
    }

    /// Time to the end that people should know of: the grace that runs, or the last minutes
    /// before the hard end.
    #[must_use]
    pub fn ends_in(&self, now: Instant) -> Option<Duration> {
        let end = match self.phase {
            Phase::Fading(until) => until.min(self.hard_end),
            Phase::Ended(_) => now,
            _ if now >= self.warn_from => self.hard_end,
            _ => return None,
        };
        Some(end.saturating_duration_since(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRACE: Duration = Duration::from_secs(900);
    const DAY: Duration = Duration::from_secs(86_400);
    const MOMENT: Duration = Duration::from_nanos(1);

    fn life() -> (Life, Instant) {
        let now = Instant::now();
        (Life::new(now, GRACE, DAY), now)
    }

    #[test]
    fn nobody_yet_is_not_everyone_gone() {
        let (mut life, start) = life();
        life.tick(start + 10 * GRACE);
        assert_eq!(life.phase(), Phase::Waiting);
    }

    #[test]
    fn it_fades_when_the_last_has_left_and_comes_back_with_the_next() {
        let (mut life, start) = life();
        assert!(life.arrive(start));
        life.all_left(start);
        assert_eq!(life.ends_in(start), Some(GRACE));
        assert!(life.arrive(start + GRACE - MOMENT));
        assert_eq!(life.phase(), Phase::Alive);
        life.tick(start + 2 * GRACE);
        assert_eq!(life.phase(), Phase::Alive);
    }

    #[test]
    fn a_join_in_the_instant_of_the_end_loses_whole() {
        let (mut life, start) = life();
        life.arrive(start);
        life.all_left(start);
        assert!(!life.arrive(start + GRACE));
        assert_eq!(life.phase(), Phase::Ended(EndCause::Faded));
        assert!(!life.arrive(start + GRACE + MOMENT));
    }

    #[test]
    fn the_hard_end_comes_while_people_are_here_and_is_announced() {
        let (mut life, start) = life();
        life.arrive(start);
        assert_eq!(life.ends_in(start), None);
        let warn = life.deadline().unwrap();
        assert!(!life.tick(warn - MOMENT));
        assert!(life.tick(warn));
        assert_eq!(life.ends_in(warn), Some(LAST_MINUTES));
        assert!(!life.tick(warn + MOMENT), "once");
        assert_eq!(life.deadline(), Some(start + DAY));
        assert!(life.tick(start + DAY));
        assert_eq!(life.phase(), Phase::Ended(EndCause::MaxLifetime));
    }
}
