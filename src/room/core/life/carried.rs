//! A life as it goes from one machine to another: times that are left, since the clocks of two machines differ.

use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::{Life, Phase};
use crate::base::ids::EndCause;

/// What is left of a life, in milliseconds.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct LifeCarried {
    /// `waiting`, `alive` or `fading`.
    state: String,
    /// To the end of the grace, where that runs.
    fades_in_ms: Option<u64>,
    /// The grace after the last person.
    grace_ms: u64,
    /// Whether it ends the pad.
    fades: bool,
    /// To the end in any case.
    ends_in_ms: u64,
    /// Why it ends then.
    why: String,
    hard_end_in_ms: u64,
    /// To the moment from which people are told of the end; none where they were.
    warns_in_ms: Option<u64>,
    last_call_ms: u64,
    /// To the last call before that end.
    calls_in_ms: u64,
    /// Minutes that people have asked for before it.
    extended: u8,
}

/// The longest time that is taken from elsewhere: sums of times never overflow.
const LONGEST: Duration = Duration::from_secs(3_650 * 86_400);

fn ms(time: Duration) -> u64 {
    time.as_millis().try_into().unwrap_or(u64::MAX)
}

fn time(ms: u64) -> Duration {
    Duration::from_millis(ms).min(LONGEST)
}

impl LifeCarried {
    /// Whether nobody has been there yet.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.state == Phase::Waiting.name()
    }
}

impl Life {
    /// What is left of it. `None` where it ends already: people are taking their copies.
    #[must_use]
    pub fn carried(&self, now: Instant) -> Option<LifeCarried> {
        if self.call.is_some() || matches!(self.phase, Phase::Ended(_)) {
            return None;
        }
        Some(self.to_carry(now))
    }

    /// The same, also where a last call runs: who took the pad before that goes on.
    #[must_use]
    pub fn to_carry(&self, now: Instant) -> LifeCarried {
        let left = |at: Instant| ms(at.saturating_duration_since(now));
        LifeCarried {
            state: self.phase.name().to_owned(),
            fades_in_ms: match self.phase {
                Phase::Fading(until) => Some(left(until)),
                _ => None,
            },
            grace_ms: ms(self.grace),
            fades: self.fades,
            ends_in_ms: left(self.end),
            why: self.end_cause.name().to_owned(),
            hard_end_in_ms: left(self.hard_end),
            warns_in_ms: (!self.warned).then(|| left(self.warn_from)),
            last_call_ms: ms(self.last_call),
            calls_in_ms: left(self.call_from),
            extended: self.extended,
        }
    }

    /// The same life at another machine. People are still on their way: until [`Life::awaited`] its grace does not run for them.
    #[must_use]
    pub fn taken(carried: &LifeCarried, now: Instant) -> Option<Self> {
        let at = |left: u64| now + time(left);
        let phase = match (carried.state.as_str(), carried.fades_in_ms) {
            ("fading", Some(left)) => Phase::Fading(at(left)),
            ("waiting" | "alive", None) => Phase::Waiting,
            _ => return None,
        };
        Some(Self {
            phase,
            grace: time(carried.grace_ms),
            fades: carried.fades,
            end: at(carried.ends_in_ms),
            end_cause: EndCause::from_name(&carried.why)?,
            hard_end: at(carried.hard_end_in_ms),
            warn_from: at(carried.warns_in_ms.unwrap_or_default()),
            warned: carried.warns_in_ms.is_none(),
            blank: false,
            last_call: time(carried.last_call_ms),
            call_from: at(carried.calls_in_ms),
            call: None,
            extended: carried.extended,
            shared: false,
        })
    }

    /// What the hosts of another machine have decided about it holds here. False where it makes no sense.
    pub fn follow(&mut self, carried: &LifeCarried, now: Instant) -> bool {
        let Some(end_cause) = EndCause::from_name(&carried.why) else { return false };
        let at = |left: u64| now + time(left);
        (self.end, self.end_cause) = (at(carried.ends_in_ms), end_cause);
        self.hard_end = at(carried.hard_end_in_ms);
        self.warn_from = at(carried.warns_in_ms.unwrap_or_default());
        self.warned = carried.warns_in_ms.is_none();
        self.call_from = at(carried.calls_in_ms);
        self.extended = carried.extended;
        let (grace, fades) = (time(carried.grace_ms), carried.fades);
        if (grace, fades) != (self.grace, self.fades) {
            (self.grace, self.fades) = (grace, fades);
            if matches!(self.phase, Phase::Fading(_)) {
                self.all_left(now);
            }
        }
        true
    }

    /// Whoever was to come over has come, or does not: where nobody has, the grace begins.
    pub fn awaited(&mut self, now: Instant) {
        if self.phase == Phase::Waiting {
            self.all_left(now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::core::call::By;
    use crate::room::core::life::LifeTimes;
    use crate::room::core::retention::Retention;

    const MINUTE: Duration = Duration::from_secs(60);

    fn life(now: Instant) -> Life {
        let times = LifeTimes { grace: MINUTE, lifetime: 60 * MINUTE, last_call: MINUTE };
        Life::new(now, times)
    }

    #[test]
    fn what_is_left_of_a_life_is_the_same_elsewhere_whatever_the_clock_there_says() {
        let (now, there) = (Instant::now(), Instant::now() + 1_000 * MINUTE);
        let mut old = life(now);
        old.arrive(now);
        old.keep(Retention::For(20 * MINUTE), now);
        let later = now + 5 * MINUTE;
        let carried = old.carried(later).unwrap();
        let text = serde_json::to_string(&carried).unwrap();
        let mut new = Life::taken(&serde_json::from_str(&text).unwrap(), there).unwrap();
        assert_eq!(new.phase(), Phase::Waiting, "they are on their way");
        assert!(new.arrive(there));
        assert_eq!(new.ends_in(there), old.ends_in(later));
        assert_eq!(new.hard_end_in(there), old.hard_end_in(later));
        assert_eq!((new.fades(), new.grace()), (old.fades(), old.grace()));
        assert_eq!(new.deadline().map(|at| at - there), old.deadline().map(|at| at - later));
    }

    #[test]
    fn a_grace_that_runs_runs_on_and_one_that_waits_for_people_begins_when_they_have_not_come() {
        let now = Instant::now();
        let mut old = life(now);
        old.arrive(now);
        old.all_left(now);
        let carried = old.carried(now + MINUTE / 2).unwrap();
        let new = Life::taken(&carried, now).unwrap();
        assert_eq!(new.phase(), Phase::Fading(now + MINUTE / 2));
        old.arrive(now + MINUTE / 2);
        let mut new = Life::taken(&old.carried(now).unwrap(), now).unwrap();
        new.awaited(now + MINUTE);
        assert_eq!(new.phase(), Phase::Fading(now + 2 * MINUTE));
    }

    #[test]
    fn a_life_that_ends_is_not_handed_on() {
        let now = Instant::now();
        let mut old = life(now);
        old.arrive(now);
        old.end(By::Host(None), None, now);
        assert_eq!(old.carried(now), None);
        old.end(By::Host(None), Some(Duration::ZERO), now);
        assert_eq!(old.carried(now), None);
    }

    #[test]
    fn a_life_that_makes_no_sense_is_none() {
        let now = Instant::now();
        let good = life(now).carried(now).unwrap();
        for bad in [
            LifeCarried { state: "fading".into(), ..good.clone() },
            LifeCarried { state: "ended".into(), ..good.clone() },
            LifeCarried { why: "bored".into(), ..good.clone() },
        ] {
            assert!(Life::taken(&bad, now).is_none(), "{bad:?}");
        }
        let endless = LifeCarried { ends_in_ms: u64::MAX, ..good };
        assert!(Life::taken(&endless, now).is_some(), "no sum overflows");
    }
}
