//! What is remembered of ended pads: when and why, and which lives can't come back. No content.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::base::ids::Epoch;
use crate::base::limits::MAX_TOMBSTONES;
use crate::base::names::PadName;
use crate::room::message::Receipt;

/// The last ended life of a name.
#[derive(Clone, Copy, Debug)]
pub struct Tombstone {
    /// That life.
    pub epoch: Epoch,
    /// When it ended.
    pub at: Instant,
    /// What was left of it.
    pub receipt: Receipt,
    /// The grace it had.
    pub grace: Duration,
    /// How many lives of this name have ended: only the next one can be opened.
    pub lives: u32,
    /// Until then a key of that life could be valid.
    until: Instant,
}

/// All tombstones of a house.
#[derive(Debug, Default)]
pub struct Tombs {
    tombs: HashMap<PadName, Tombstone>,
}

impl Tombs {
    /// How many lives of this name have ended.
    #[must_use]
    pub fn lives(&self, name: &PadName) -> u32 {
        self.tombs.get(name).map_or(0, |tomb| tomb.lives)
    }

    /// The last ended life of this name.
    #[must_use]
    pub fn get(&self, name: &PadName) -> Option<Tombstone> {
        self.tombs.get(name).copied()
    }

    /// Names whose last life has ended.
    pub fn names(&self) -> impl Iterator<Item = &PadName> {
        self.tombs.keys()
    }

    /// Remembers that a life has ended, for as long as a key of it could be valid.
    pub fn bury(
        &mut self,
        name: PadName,
        epoch: Epoch,
        receipt: Receipt,
        (grace, valid): (Duration, Duration),
        now: Instant,
    ) {
        let lives = self.lives(&name) + 1;
        let tomb = Tombstone { epoch, at: now, receipt, grace, lives, until: now + valid };
        self.tombs.insert(name, tomb);
    }

    /// Whether another pad could be remembered after its end. Where not, none is opened: a pad
    /// that nobody remembers could be brought back by an old key.
    pub fn has_room(&mut self, now: Instant) -> bool {
        if self.tombs.len() >= MAX_TOMBSTONES {
            self.tombs.retain(|_, tomb| now < tomb.until);
        }
        self.tombs.len() < MAX_TOMBSTONES
    }
}
