//! The life of a pad: `waiting → alive ⇄ fading → ended`. Pure; time is an argument.

use std::time::{Duration, Instant};

use super::keep::Keep;
pub use super::phase::{Phase, seconds};
use crate::base::ids::EndCause;
use crate::base::limits::LAST_MINUTES;

/// One pad's life and what decides over it.
#[derive(Clone, Debug)]
pub struct Life {
    phase: Phase,
    grace: Duration,
    /// Whether the grace ends it; otherwise `end` alone does.
    fades: bool,
    /// The end in any case: the hard end, or an earlier one of the host's.
    end: Instant,
    /// Why it ends then.
    end_cause: EndCause,
    /// A countdown of the host's that still can be stopped.
    countdown: Option<Instant>,
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
            fades: true,
            end: hard_end,
            end_cause: EndCause::MaxLifetime,
            countdown: None,
            hard_end,
            warn_from: hard_end - warning,
            warned: false,
        }
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
            let until = if self.fades { now + self.grace } else { self.end };
            self.phase = Phase::Fading(until);
        }
    }

    /// The host decides anew. Nothing outlives the hard end.
    pub fn keep(&mut self, keep: Keep, now: Instant) {
        (self.end, self.end_cause) = (self.hard_end, EndCause::MaxLifetime);
        self.fades = matches!(keep, Keep::Grace(_));
        match keep {
            Keep::Grace(grace) => self.grace = grace,
            Keep::For(time) if now + time < self.hard_end => {
                (self.end, self.end_cause) = (now + time, EndCause::Announced);
            }
            Keep::For(_) | Keep::Always => {}
        }
        let left = self.end.saturating_duration_since(now);
        self.warn_from = self.end - LAST_MINUTES.min(left / 10);
        self.warned = false;
        if matches!(self.phase, Phase::Fading(_)) {
            self.all_left(now);
        }
    }

    /// The host ends it after this time; until then it can be stopped.
    pub fn end_in(&mut self, time: Duration, now: Instant) {
        if time.is_zero() && !matches!(self.phase, Phase::Ended(_)) {
            self.phase = Phase::Ended(EndCause::Host);
        }
        self.countdown = Some(now + time);
    }

    /// The host lets it live after all. False where nothing was counting down.
    pub fn stop_countdown(&mut self) -> bool {
        self.countdown.take().is_some()
    }

    /// Time left of the host's countdown.
    #[must_use]
    pub fn countdown(&self, now: Instant) -> Option<Duration> {
        self.countdown.map(|at| at.saturating_duration_since(now))
    }

    /// Time has passed. True where people should hear of it.
    pub fn tick(&mut self, now: Instant) -> bool {
        let ended = match self.phase {
            Phase::Ended(_) => return false,
            _ if self.countdown.is_some_and(|at| now >= at) => EndCause::Host,
            _ if now >= self.end => self.end_cause,
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
        let fade = match self.phase {
            Phase::Ended(_) => return None,
            Phase::Fading(until) => until,
            _ => self.end,
        };
        let warning = (!self.warned).then_some(self.warn_from);
        [Some(fade), Some(self.end), warning, self.countdown].into_iter().flatten().min()
    }

    /// What the host has decided, as people hear it: whether the pad fades after the last person.
    #[must_use]
    pub fn fades(&self) -> bool {
        self.fades
    }

    /// Time to the end that people should know of: the grace that runs, an end that the host chose,
    /// or the last minutes before the hard end.
    #[must_use]
    pub fn ends_in(&self, now: Instant) -> Option<Duration> {
        let host_chose = self.end < self.hard_end;
        let end = match self.phase {
            Phase::Fading(until) => until.min(self.end),
            Phase::Ended(_) => now,
            _ if now >= self.warn_from || host_chose => self.end,
            _ => return None,
        };
        Some(end.saturating_duration_since(now))
    }

    /// Time to the end that comes whatever the host decides.
    #[must_use]
    pub fn hard_end_in(&self, now: Instant) -> Duration {
        self.hard_end.saturating_duration_since(now)
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

    #[test]
    fn the_host_chooses_the_end_and_it_comes_whoever_is_there() {
        let (mut life, start) = life();
        life.arrive(start);
        life.keep(Keep::For(2 * GRACE), start);
        assert_eq!(life.ends_in(start), Some(2 * GRACE));
        life.all_left(start);
        life.tick(start + GRACE);
        assert_eq!(life.phase().name(), "fading", "it is kept for the time that was chosen");
        assert!(life.arrive(start + GRACE));
        life.tick(start + 2 * GRACE);
        assert_eq!(life.phase(), Phase::Ended(EndCause::Announced));
    }

    #[test]
    fn kept_pads_live_without_people_up_to_the_hard_end() {
        let (mut life, start) = life();
        life.arrive(start);
        life.all_left(start);
        life.keep(Keep::Always, start);
        life.tick(start + 20 * GRACE);
        assert_eq!(life.phase().name(), "fading");
        life.keep(Keep::Grace(GRACE), start + 20 * GRACE);
        life.tick(start + 21 * GRACE);
        assert_eq!(life.phase(), Phase::Ended(EndCause::Faded));
        let (mut long, start) = self::life();
        long.keep(Keep::For(9 * DAY), start);
        long.tick(start + DAY);
        assert_eq!(long.phase(), Phase::Ended(EndCause::MaxLifetime));
    }

    #[test]
    fn a_countdown_can_be_stopped() {
        let (mut life, start) = life();
        let ten = Duration::from_secs(10);
        life.arrive(start);
        life.end_in(ten, start);
        assert_eq!(life.deadline(), Some(start + ten));
        assert!(life.stop_countdown() && !life.stop_countdown());
        life.tick(start + ten);
        assert_eq!(life.phase(), Phase::Alive);
        life.end_in(ten, start + ten);
        life.tick(start + 2 * ten);
        assert_eq!(life.phase(), Phase::Ended(EndCause::Host));
    }
}
