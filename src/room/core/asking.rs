//! Asks until nothing is missing: what came too early was held or cut, and whoever sent it may send
//! nothing more by himself.

use std::time::{Duration, Instant};

use super::state::Room;
use crate::base::limits::{ASK_AGAIN, ASK_SELDOM};
use crate::room::message::Outgoing;

/// When seats are asked next for what the pad lacks.
#[derive(Debug)]
pub(in crate::room) struct Asking {
    pub(in crate::room) at: Option<Instant>,
    wait: Duration,
    /// The structs and the waiting parts of the last time: where they are the same, nobody knew more.
    last: (usize, usize),
}

impl Default for Asking {
    fn default() -> Self {
        Self { at: None, wait: ASK_AGAIN, last: (0, 0) }
    }
}

impl Room {
    /// Something waits that did not wait before.
    pub(in crate::room) fn is_missing(&mut self, now: Instant) {
        let soon = now + ASK_AGAIN;
        self.asking.at = Some(self.asking.at.map_or(soon, |at| at.min(soon)));
    }

    /// Asks everyone who may know what is missing; more seldom while nobody does.
    pub(in crate::room) fn ask_again(&mut self, now: Instant) {
        if self.asking.at.is_none_or(|at| now < at) {
            return;
        }
        let mut missing = self.store.missing();
        missing.retain(|seat| self.seats.get(*seat).is_some());
        if missing.is_empty() {
            // Who comes next is asked by his arrival.
            self.asking = Asking::default();
            return;
        }
        let stats = self.store.stats();
        let seen = (stats.structs, stats.held);
        let Asking { wait, last, .. } = self.asking;
        let wait = if seen == last { (wait * 2).min(ASK_SELDOM) } else { ASK_AGAIN };
        self.asking = Asking { at: Some(now + wait), wait, last: seen };
        let vector = self.store.state_vector();
        for seat in missing {
            if self.seats.get(seat).is_some_and(|seat| seat.may_ask(now)) {
                self.tell(seat, Outgoing::Step1(vector.clone()));
            }
        }
    }
}
