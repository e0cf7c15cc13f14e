//! How long the copies of a pad live that nobody sits at. There is no owner: every node that has one decides for itself by
//! what it has heard, and may be wrong as long as no text is lost by that. Pure; time is an argument. `linger/model.rs` tries
//! every short history of three nodes.
//!
//! * Where people are with the pad elsewhere, a copy without any goes once one of theirs holds the same.
//! * Where nobody is with it anywhere, the grace runs at some nodes alike, by ages and not by clocks: the youngest counts.
//! * When it is over, a node says so and waits: who knows of somebody says hello, and it stays. Else it erases the pad.

#[cfg(test)]
mod model;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::incarnation::Incarnation;

/// How long the others have to say that somebody is here after all.
pub const VETO_WITHIN: Duration = Duration::from_secs(2);

/// How long a copy stays after its last person: they may only have reloaded the page.
pub const STAYS_FOR: Duration = Duration::from_secs(10);

/// A node that was asked to keep a copy and has not said hello with it is asked again, or another is.
pub const ADOPTED_WITHIN: Duration = Duration::from_secs(3);

/// Two ages that were told in words are the same within this.
const SLACK: Duration = Duration::from_secs(1);

/// What a copy has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LingerStep {
    /// Say to all that nobody has been here for longer than the grace.
    SayExpiring,
    /// It is over: erase the pad, and tell everyone.
    Erase,
    /// Others have it: let go of this copy, and of nothing else.
    LetGo,
    /// Ask this node to keep a copy.
    Adopt(Incarnation),
}

/// What another node has said of its copy.
#[derive(Clone, Copy, Debug)]
pub struct OtherCopy {
    /// People who are with it.
    pub people: u64,
    /// How long none has been.
    pub alone_for: Duration,
    /// Whether it holds what this one holds.
    pub same: bool,
    /// Whether it is about to go.
    pub leaving: bool,
}

#[derive(Clone, Copy, Debug)]
struct Other {
    people: u64,
    alone_since: Instant,
    same: bool,
}

/// One copy of one pad, as far as it decides whether it is needed.
#[derive(Clone, Debug)]
pub struct Linger {
    own: Incarnation,
    /// How many nodes keep a pad that nobody is with.
    copies: usize,
    /// Chooses which: different ones for different pads.
    salt: u64,
    people: u64,
    /// When the last person was seen here, or went down with another node.
    alone_since: Instant,
    /// When this copy was last needed here.
    empty_since: Instant,
    others: BTreeMap<Incarnation, Other>,
    expiring: Option<Instant>,
    asked: Option<Instant>,
}

impl Linger {
    /// A copy that begins with nobody, and of a pad that nobody has been with for so long.
    #[must_use]
    pub fn new((own, copies, salt): (Incarnation, usize, u64), alone_since: Instant) -> Self {
        Self {
            own,
            copies: copies.max(1),
            salt,
            people: 0,
            alone_since,
            empty_since: alone_since,
            others: BTreeMap::new(),
            expiring: None,
            asked: None,
        }
    }

    /// So many people are here now.
    pub fn set_people(&mut self, people: u64, now: Instant) {
        if self.people > 0 || people > 0 {
            self.alone_since = now;
            self.empty_since = now;
            self.expiring = None;
        }
        self.people = people;
    }

    /// Another node has told of its copy.
    pub fn hear(&mut self, node: Incarnation, said: OtherCopy, now: Instant) {
        if said.leaving {
            return self.forget(node, now);
        }
        let OtherCopy { people, alone_for, same, .. } = said;
        // Who is with it counts from now on, also where that is the last that is heard of them.
        let alone_since = if people > 0 { now } else { before(now, alone_for) };
        if people > 0 {
            self.expiring = None;
        }
        self.others.insert(node, Other { people, alone_since, same });
    }

    /// Whether another copy holds what this one holds.
    pub fn set_same(&mut self, node: Incarnation, same: bool) {
        if let Some(other) = self.others.get_mut(&node) {
            other.same = same;
        }
    }

    /// This copy has changed: nobody is known to hold the same.
    pub fn change(&mut self) {
        self.others.values_mut().for_each(|other| other.same = false);
    }

    /// A node is gone, or its copy is.
    pub fn forget(&mut self, node: Incarnation, now: Instant) {
        if let Some(other) = self.others.remove(&node) {
            // Its people are about to come here, and have the whole grace for that.
            let since = if other.people > 0 { now } else { other.alone_since };
            self.alone_since = self.alone_since.max(since);
        }
    }

    /// Whether somebody is with the pad, here or elsewhere.
    #[must_use]
    pub fn has_people(&self) -> bool {
        self.people > 0 || self.others.values().any(|other| other.people > 0)
    }

    /// People at other nodes.
    #[must_use]
    pub fn elsewhere(&self) -> u64 {
        self.others.values().map(|other| other.people).sum()
    }

    /// How long nobody has been with the pad, as far as is known here; nothing while somebody is.
    #[must_use]
    pub fn alone_for(&self, now: Instant) -> Duration {
        if self.has_people() { Duration::ZERO } else { now.saturating_duration_since(self.since()) }
    }

    /// The same as far as this copy knows by itself, which is what it tells others: what it has heard is theirs to tell, and
    /// would never grow old if it were told on.
    #[must_use]
    pub fn own_alone_for(&self, now: Instant) -> Duration {
        if self.people > 0 {
            Duration::ZERO
        } else {
            now.saturating_duration_since(self.alone_since)
        }
    }

    /// Another node says that the grace is over. True where this one knows better, and has to say hello.
    #[must_use]
    pub fn objects(&self, grace: Option<Duration>, now: Instant) -> bool {
        self.has_people() || grace.is_none_or(|grace| self.alone_for(now) + SLACK < grace)
    }

    /// What there is to do now. `grace`: none where the pad does not fade. `nodes`: all others that are alive, and stay.
    pub fn next(
        &mut self,
        grace: Option<Duration>,
        nodes: &[Incarnation],
        now: Instant,
    ) -> Option<LingerStep> {
        if self.people > 0 {
            return None;
        }
        let unneeded = now.saturating_duration_since(self.empty_since) >= STAYS_FOR;
        if self.has_people() {
            self.expiring = None;
            let kept = self.others.values().any(|other| other.people > 0 && other.same);
            return (kept && unneeded).then_some(LingerStep::LetGo);
        }
        let over = grace.is_some_and(|grace| self.alone_for(now) >= grace);
        match self.expiring {
            _ if !over => self.expiring = None,
            None => {
                self.expiring = Some(now);
                return Some(LingerStep::SayExpiring);
            }
            Some(at) => {
                let waited = now.saturating_duration_since(at) >= VETO_WITHIN;
                return waited.then_some(LingerStep::Erase);
            }
        }
        self.keep_copies(nodes, unneeded, now)
    }

    /// Some nodes keep it: not all, and more than one.
    fn keep_copies(
        &mut self,
        nodes: &[Incarnation],
        unneeded: bool,
        now: Instant,
    ) -> Option<LingerStep> {
        let rank = |node: &Incarnation| std::cmp::Reverse(weight(self.salt, *node));
        let mut holders: Vec<Incarnation> = self.others.keys().copied().collect();
        holders.push(self.own);
        holders.sort_by_key(rank);
        let place = holders.iter().position(|node| *node == self.own).unwrap_or(0);
        if place >= self.copies {
            let first = holders[..self.copies].iter();
            let kept = first.into_iter().all(|node| self.others.get(node).is_some_and(|o| o.same));
            return (kept && unneeded).then_some(LingerStep::LetGo);
        }
        // One of them looks for a further one: the first.
        let waits =
            self.asked.is_some_and(|asked| now.saturating_duration_since(asked) < ADOPTED_WITHIN);
        if holders.len() >= self.copies || place > 0 || waits {
            return None;
        }
        let free = nodes.iter().filter(|node| !holders.contains(node));
        let next = free.min_by_key(|node| rank(node)).copied()?;
        self.asked = Some(now);
        Some(LingerStep::Adopt(next))
    }

    fn since(&self) -> Instant {
        let others = self.others.values().map(|other| other.alone_since);
        others.max().map_or(self.alone_since, |others| others.max(self.alone_since))
    }
}

fn before(now: Instant, age: Duration) -> Instant {
    now.checked_sub(age).unwrap_or(now)
}

/// The weight of a node for a pad: the same at every node, and another order for every pad (rendezvous hashing).
#[must_use]
pub fn weight(salt: u64, node: Incarnation) -> u64 {
    // The finaliser of SplitMix64: no relation of the two numbers is left.
    let mut x = salt ^ node.0.rotate_left(32);
    x = (x ^ x >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ x >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ x >> 31
}
