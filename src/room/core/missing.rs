//! When the seats of a room are asked for what their updates refer to and the pad lacks. Pure; time is
//! an argument.

use std::time::{Duration, Instant};

use crate::base::limits::{ASK_AGAIN, ASK_SELDOM};

/// When seats are asked next.
#[derive(Debug)]
pub(super) struct Missing {
    at: Option<Instant>,
    wait: Duration,
    /// The structs and the waiting parts of the last time: where they are the same, nobody knew more.
    last: (usize, usize),
}

impl Default for Missing {
    fn default() -> Self {
        Self { at: None, wait: ASK_AGAIN, last: (0, 0) }
    }
}

impl Missing {
    /// The instant at which seats are asked.
    pub(super) fn at(&self) -> Option<Instant> {
        self.at
    }

    /// Whether it has come.
    pub(super) fn is_due(&self, now: Instant) -> bool {
        self.at.is_some_and(|at| now >= at)
    }

    /// Something waits that did not wait before.
    pub(super) fn note(&mut self, now: Instant) {
        let soon = now + ASK_AGAIN;
        self.at = Some(self.at.map_or(soon, |at| at.min(soon)));
    }

    /// Seats were asked while so many structs were there, and so many parts waited.
    pub(super) fn asked(&mut self, seen: (usize, usize), now: Instant) {
        // What nobody has is asked for ever more seldom: who had it may never come back.
        self.wait = if seen == self.last { (self.wait * 2).min(ASK_SELDOM) } else { ASK_AGAIN };
        (self.at, self.last) = (Some(now + self.wait), seen);
    }
}
