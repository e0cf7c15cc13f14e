//! Asks until nothing is missing: what came too early was held or cut, and whoever sent it may send
//! nothing more by themselves.

use std::time::Instant;

use super::missing::Missing;
use super::state::Room;
use crate::room::message::Outgoing;

impl Room {
    /// Asks everyone who may know what is missing; more seldom while nobody does.
    pub(super) fn ask_again(&mut self, now: Instant) {
        if !self.missing.is_due(now) {
            return;
        }
        let mut missing = self.store.missing();
        missing.retain(|seat| self.seats.get(*seat).is_some());
        if missing.is_empty() {
            // Whoever comes next is asked as they arrive.
            self.missing = Missing::default();
            return;
        }
        let stats = self.store.stats();
        self.missing.asked((stats.structs, stats.held), now);
        let vector = self.store.state_vector();
        for seat in missing {
            if self.seats.get(seat).is_some_and(|seat| seat.may_ask(now)) {
                self.tell(seat, Outgoing::Step1(vector.clone()));
            }
        }
    }
}
