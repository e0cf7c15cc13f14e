//! The life of a pad: `waiting → alive ⇄ fading → ended`, with a last call before an end that finds
//! people. Pure; time is an argument.

mod carried;

use std::time::{Duration, Instant};

pub use self::carried::LifeCarried;
use super::call::{Answers, By, LastCall};
pub use super::phase::{Phase, seconds};
use super::retention::Retention;
use crate::base::ids::EndCause;
use crate::base::limits::{DECIDED_WITHIN, LAST_MINUTES};

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
    hard_end: Instant,
    warn_from: Instant,
    warned: bool,
    /// Whether there is nothing that could be copied: then nobody is asked.
    blank: bool,
    /// How long people are offered a copy; none: an end comes at once.
    last_call: Duration,
    /// When that begins before `end`.
    call_from: Instant,
    call: Option<LastCall>,
    /// Minutes that people have asked for before `end`: also who comes back to it has no more of them.
    extended: u8,
    /// Whether other machines have the pad too: they decide together that its grace is over.
    shared: bool,
}

/// The times that a pad is opened with.
#[derive(Clone, Copy, Debug)]
pub struct LifeTimes {
    /// The time it outlives its last person.
    pub grace: Duration,
    /// The time after which it ends in any case.
    pub lifetime: Duration,
    /// How long people are offered a copy before an end that finds them.
    pub last_call: Duration,
}

impl Life {
    /// Begins a life.
    #[must_use]
    pub fn new(now: Instant, times: LifeTimes) -> Self {
        let LifeTimes { grace, lifetime, last_call } = times;
        let warning = LAST_MINUTES.min(lifetime / 10);
        let hard_end = now + lifetime;
        Self {
            phase: Phase::Waiting,
            grace,
            fades: true,
            end: hard_end,
            end_cause: EndCause::MaxLifetime,
            hard_end,
            warn_from: hard_end - warning,
            warned: false,
            blank: false,
            last_call,
            call_from: hard_end - last_call.min(lifetime),
            call: None,
            extended: 0,
            shared: false,
        }
    }

    /// Whether other machines have the pad too.
    pub fn share(&mut self, shared: bool) {
        self.shared = shared;
    }

    /// Nobody is with it anywhere, and the grace is over.
    pub fn expire(&mut self) {
        if matches!(self.phase, Phase::Fading(_)) {
            self.phase = Phase::Ended(self.told_or(EndCause::Faded));
        }
    }

    /// It has ended at another machine, and so here.
    pub fn end_as_told(&mut self, cause: EndCause) {
        if !matches!(self.phase, Phase::Ended(_)) {
            self.phase = Phase::Ended(cause);
        }
    }

    /// When a grace that runs ends it here: where machines decide it together, no later than they do at the longest.
    fn over_at(&self, until: Instant) -> Instant {
        if self.shared { until + DECIDED_WITHIN } else { until }
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
        // The time first: whoever comes in the instant of the end is too late.
        self.tick(now);
        if matches!(self.phase, Phase::Ended(_)) {
            return false;
        }
        // Once more as one who is here: an end that is near calls them at once.
        self.phase = Phase::Alive;
        self.tick(now);
        true
    }

    /// The last one has left: the grace begins. An end that only its time brings needs no call now.
    pub fn all_left(&mut self, now: Instant) {
        if !matches!(self.phase, Phase::Ended(_)) {
            // What the host keeps waits for its end, however long nobody is here.
            let until = if self.fades { now + self.grace } else { self.end };
            self.phase = Phase::Fading(until);
            self.call.take_if(|call| matches!(call.by(), By::Time(_)));
        }
    }

    /// The host decides anew. Nothing outlives the hard end.
    pub fn keep(&mut self, keep: Retention, now: Instant) {
        // Each decision replaces the one before it: what is not said anew holds no longer.
        (self.end, self.end_cause) = (self.hard_end, EndCause::MaxLifetime);
        self.fades = matches!(keep, Retention::Grace(_));
        match keep {
            Retention::Grace(grace) => self.grace = grace,
            Retention::For(time) if now + time < self.hard_end => {
                (self.end, self.end_cause) = (now + time, EndCause::Announced);
            }
            Retention::For(_) | Retention::Always => {}
        }
        let left = self.end.saturating_duration_since(now);
        // Of a short time its last tenth: a warning that comes with the decision warns nobody.
        self.warn_from = self.end - LAST_MINUTES.min(left / 10);
        self.warned = false;
        self.call_from = self.end - self.last_call.min(left);
        // The minutes were given before an end that is none any more. A call that the host began
        // goes on.
        self.extended = 0;
        self.call.take_if(|call| matches!(call.by(), By::Time(_)));
        // Nobody is here: the time that runs begins anew, by what is decided now.
        if matches!(self.phase, Phase::Fading(_)) {
            self.all_left(now);
        }
        self.tick(now);
    }

    /// Whether the pad holds nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.blank
    }

    /// Notes whether the pad holds nothing that people could want a copy of.
    pub fn set_blank(&mut self, blank: bool) {
        self.blank = blank;
    }

    /// It is to end: at once where nobody is here, there is nothing to copy, or the time is none, else
    /// with a last call of this time, or of the usual one, which goes on where one runs already.
    pub fn end(&mut self, by: By, time: Option<Duration>, now: Instant) {
        let usual = time.is_none() && self.call.is_some();
        let time = time.unwrap_or_else(|| self.usual_call());
        match self.phase {
            Phase::Ended(_) => {}
            // Ended once more, without a time: nobody gets less of it than they were told.
            Phase::Alive if usual => {}
            // The system does not wait, whatever time a host would give.
            Phase::Alive if self.is_stopped() && !time.is_zero() => {}
            Phase::Alive if !time.is_zero() => {
                // No call outlasts an end that comes anyway.
                let at = (now + time).min(self.end);
                self.call = Some(LastCall::new(by, now..at, self.hard_end));
            }
            // Nobody is here who could be asked, or there is no time for it.
            _ => self.phase = Phase::Ended(by.cause()),
        }
    }

    /// Its text goes on in another life, and this one is over. False where it ends already: people are taking their copies.
    pub fn give_over(&mut self) -> bool {
        let may = self.call.is_none() && !matches!(self.phase, Phase::Ended(_));
        if may {
            self.phase = Phase::Ended(EndCause::Afresh);
        }
        may
    }

    /// It goes on at another machine, and here it is over. False where it is over already.
    pub fn hand_on(&mut self) -> bool {
        let may = !matches!(self.phase, Phase::Ended(_));
        if may {
            self.phase = Phase::Ended(EndCause::HandedOn);
        }
        may
    }

    /// The program is stopped within this time, whatever people still ask for.
    pub fn end_within(&mut self, limit: Duration, now: Instant) {
        let running = self.call.is_some();
        self.end(By::Stop, None, now);
        // People who are being asked keep what they have of their time, as far as the limit
        // reaches.
        let time = if running { limit } else { self.usual_call().min(limit) };
        if let Some(call) = &mut self.call {
            call.hurry(now + time, now + limit);
        }
    }

    /// The program goes: over at once, for the reason that people have been told, where a call runs.
    pub fn leave(&mut self) {
        if !matches!(self.phase, Phase::Ended(_)) {
            self.phase = Phase::Ended(self.told_or(EndCause::Stopped));
        }
    }

    /// Why it ends: who was called reads the same afterwards, whatever brings the end about.
    fn told_or(&self, cause: EndCause) -> EndCause {
        self.call.as_ref().map_or(cause, |call| call.by().cause())
    }

    fn usual_call(&self) -> Duration {
        if self.blank { Duration::ZERO } else { self.last_call }
    }

    fn is_stopped(&self) -> bool {
        self.call.as_ref().is_some_and(|call| *call.by() == By::Stop)
    }

    /// The host lets it live after all. False where nothing of the host's was ending it.
    pub fn stay(&mut self, now: Instant) -> bool {
        let Some(call) = self.call.take_if(|call| call.by().may_stay()) else { return false };
        // Its time would be over again at the next tick: with the end its cause has to go.
        if matches!(call.by(), By::Time(_)) {
            self.keep(Retention::Grace(self.grace), now);
        }
        true
    }

    /// Gives everyone another minute; false where there is none left to give.
    pub fn extend(&mut self) -> bool {
        let Some(call) = &mut self.call else { return false };
        let Some(at) = call.extend() else { return false };
        // Counted beside the call, which is forgotten when the last one leaves: coming back gives
        // no new minutes.
        self.extended += u8::from(matches!(call.by(), By::Time(_)));
        // Else the end would come in the middle of the minute that was given.
        self.end = self.end.max(at);
        true
    }

    /// So many have answered the call. True where that is news.
    pub fn count(&mut self, answers: Answers, now: Instant) -> bool {
        self.call.as_mut().is_some_and(|call| call.count(answers, now))
    }

    /// The last call that runs.
    #[must_use]
    pub fn call(&self) -> Option<&LastCall> {
        self.call.as_ref()
    }

    /// Time has passed. True where people should hear of it.
    pub fn tick(&mut self, now: Instant) -> bool {
        let called = self.call.as_ref().is_some_and(|call| now >= call.ends());
        let ended = match self.phase {
            Phase::Ended(_) => return false,
            _ if called || now >= self.end => self.told_or(self.end_cause),
            Phase::Fading(until) if now >= self.over_at(until) => self.told_or(EndCause::Faded),
            phase => {
                // Before an end that nobody has called: whoever is here is offered a copy, where
                // there is anything to copy.
                let asks = phase == Phase::Alive && !self.blank && self.call.is_none();
                let call = asks && now >= self.call_from;
                if call {
                    let by = By::Time(self.end_cause);
                    let call = LastCall::new(by, now..self.end, self.hard_end);
                    self.call = Some(call.extended(self.extended));
                }
                let first = !self.warned && now >= self.warn_from;
                self.warned |= first;
                return first || call;
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
            Phase::Fading(until) => self.over_at(until),
            _ => self.end,
        };
        let warning = (!self.warned).then_some(self.warn_from);
        let call = match &self.call {
            Some(call) => Some(call.ends()),
            None => (self.phase == Phase::Alive && !self.blank).then_some(self.call_from),
        };
        [Some(fade), Some(self.end), warning, call].into_iter().flatten().min()
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
            Phase::Fading(until) => {
                // A last call goes on for who may come back, and no longer than it would have.
                let called = self.call.as_ref().map_or(self.end, LastCall::ends);
                until.min(self.end).min(called)
            }
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
mod tests;
