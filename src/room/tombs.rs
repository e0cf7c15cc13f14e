//! What is remembered of ended pads: when and why, and which lives can't come back. No content.

use std::collections::{HashMap, HashSet};
use std::time::Instant;

use super::message::Receipt;
use crate::base::ids::{EndCause, Epoch, Person};
use crate::base::limits::MAX_TOMBSTONES;
use crate::base::names::PadName;

/// The last ended life of a name.
#[derive(Clone, Copy, Debug)]
pub struct Tombstone {
    /// Which end it was in this run, from 1.
    pub number: u64,
    /// That life.
    pub epoch: Epoch,
    /// When it ended.
    pub at: Instant,
    /// What was left of it.
    pub receipt: Receipt,
    /// People whose pages told that they dropped their copy.
    pub copies_dropped: usize,
}

/// What is known of the last ended life of a name.
#[derive(Clone, Copy, Debug)]
pub enum Buried {
    /// It ended in this run.
    Here(Tombstone),
    /// It ended in an earlier run, of which no more is known than why.
    Before(EndCause),
}

impl Buried {
    /// Why it ended.
    #[must_use]
    pub fn cause(self) -> EndCause {
        match self {
            Self::Here(tomb) => tomb.receipt.cause,
            Self::Before(cause) => cause,
        }
    }
}

/// What of a tombstone has to survive a restart: no more than this is ever written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grave {
    /// The name.
    pub name: PadName,
    /// How many lives of it have ended: only the next one can be opened.
    pub lives: u32,
    /// Seconds since 1970 until which a key of those lives could be valid.
    pub until: u32,
    /// Why the last of them ended: where the host ended it, a page that slept through it offers
    /// no copy, also after a restart.
    pub cause: EndCause,
}

/// All that has to survive a restart, up to the end of this number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graves {
    /// One a name.
    pub list: Vec<Grave>,
    /// The last end that is among them.
    pub number: u64,
}

#[derive(Debug)]
struct Tomb {
    lives: u32,
    until: u32,
    last: Buried,
    dropped: HashSet<Person>,
}

/// All tombstones of a house.
#[derive(Debug, Default)]
pub struct Tombs {
    tombs: HashMap<PadName, Tomb>,
    /// Ends so far.
    number: u64,
}

impl Tombs {
    /// Goes on with what an earlier run noted.
    #[must_use]
    pub fn load(graves: Vec<Grave>) -> Self {
        let tomb = |grave: Grave| {
            let Grave { name, lives, until, cause } = grave;
            (name, Tomb { lives, until, last: Buried::Before(cause), dropped: HashSet::new() })
        };
        Self { tombs: graves.into_iter().take(MAX_TOMBSTONES).map(tomb).collect(), number: 0 }
    }

    /// How many lives of this name have ended.
    #[must_use]
    pub fn lives(&self, name: &PadName) -> u32 {
        self.tombs.get(name).map_or(0, |tomb| tomb.lives)
    }

    /// The last ended life of this name.
    #[must_use]
    pub fn get(&self, name: &PadName) -> Option<Buried> {
        Some(self.tombs.get(name)?.last)
    }

    /// Names whose last life has ended.
    pub fn names(&self) -> impl Iterator<Item = &PadName> {
        self.tombs.keys()
    }

    /// Remembers that a life has ended, for as long as a key of it could be valid.
    pub fn bury(&mut self, name: PadName, life: (Epoch, Instant, Receipt), until: u32) {
        let lives = self.lives(&name) + 1;
        self.number += 1;
        let (epoch, at, receipt) = life;
        let last = Tombstone { number: self.number, epoch, at, receipt, copies_dropped: 0 };
        let tomb = Tomb { lives, until, last: Buried::Here(last), dropped: HashSet::new() };
        self.tombs.insert(name, tomb);
    }

    /// Notes that a person's page has dropped its copy of that life; returns its
    /// tombstone with all of them. `None` where that life did not end in this run.
    pub fn drop_copy(&mut self, name: &PadName, epoch: Epoch, who: Person) -> Option<Tombstone> {
        let tomb = self.tombs.get_mut(name)?;
        let Buried::Here(last) = &mut tomb.last else { return None };
        if last.epoch != epoch {
            return None;
        }
        if tomb.dropped.len() < last.receipt.people_told {
            tomb.dropped.insert(who);
        }
        last.copies_dropped = tomb.dropped.len();
        Some(*last)
    }

    /// Whether another pad could be remembered after its end. Where not, none is opened: a pad
    /// that nobody remembers could be brought back by an old key.
    pub fn has_room(&mut self, unix_now: u32) -> bool {
        if self.tombs.len() >= MAX_TOMBSTONES {
            self.tombs.retain(|_, tomb| unix_now < tomb.until);
        }
        self.tombs.len() < MAX_TOMBSTONES
    }

    /// What has to survive a restart.
    #[must_use]
    pub fn graves(&self, unix_now: u32) -> Graves {
        let live = self.tombs.iter().filter(|(_, tomb)| unix_now < tomb.until);
        let mut list: Vec<_> = live
            .map(|(name, &Tomb { lives, until, ref last, .. })| Grave {
                name: name.clone(),
                lives,
                until,
                cause: last.cause(),
            })
            .collect();
        list.sort_by(|a, b| a.name.cmp(&b.name));
        Graves { list, number: self.number }
    }
}
