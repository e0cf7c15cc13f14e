//! Who may extend which client id: while a seat lives, only it extends the ids that it claimed.
//! Else a forged struct at a guest's next clock would win over what the guest types.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::SeatId;
use crate::limits::IDS_PER_SEAT;

/// How a client id stands, for a seat that writes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// So many units of it are taken: what comes after them is held or refused.
    pub clock: u32,
    /// Another living seat owns it, and what this one writes with it waits.
    pub foreign: bool,
}

/// Client ids and the living seats that own them.
#[derive(Debug, Default)]
pub(crate) struct Owners {
    seats: BTreeMap<u64, SeatId>,
    ids: BTreeMap<SeatId, Vec<u64>>,
    /// The seat of other machines, whose own stores have asked all this.
    trusted: Option<SeatId>,
    changes: u64,
}

impl Owners {
    pub(crate) fn of(&self, client: u64) -> Option<SeatId> {
        self.seats.get(&client).copied()
    }

    /// `seat` owns `client` from now on, where nobody does and it owns few others.
    pub(crate) fn claim(&mut self, seat: SeatId, client: u64) {
        // Whoever extended it first has it until they leave.
        if self.of(client).is_some() {
            return;
        }
        if self.is_trusted(seat) {
            return;
        }
        let ids = self.ids.entry(seat).or_default();
        // Else one seat could extend each id that it knows by a letter, and keep their people from
        // their own.
        if ids.len() < IDS_PER_SEAT {
            ids.push(client);
            self.seats.insert(client, seat);
            self.changes += 1;
        }
    }

    pub(crate) fn release(&mut self, seat: SeatId) {
        for client in self.ids.remove(&seat).unwrap_or_default() {
            self.seats.remove(&client);
            self.changes += 1;
        }
    }

    pub(crate) fn trust(&mut self, seat: Option<SeatId>) {
        self.trusted = seat;
    }

    pub(crate) fn trusted(&self) -> Option<SeatId> {
        self.trusted
    }

    /// Whether it extends whatever comes by it.
    pub(crate) fn is_trusted(&self, seat: SeatId) -> bool {
        self.trusted == Some(seat)
    }

    /// The trusted seat owns these of which nobody else does, and no others. True where others are free now.
    pub(crate) fn lend(&mut self, ids: &BTreeSet<u64>) -> bool {
        let Some(trusted) = self.trusted else { return false };
        let before = self.ids.remove(&trusted).unwrap_or_default();
        for id in &before {
            self.seats.remove(id);
        }
        let now: Vec<u64> = ids.iter().filter(|id| self.of(**id).is_none()).copied().collect();
        self.seats.extend(now.iter().map(|id| (*id, trusted)));
        let freed = before.iter().any(|id| self.of(*id).is_none());
        self.ids.insert(trusted, now);
        freed
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = (u64, SeatId)> {
        self.seats.iter().map(|(id, seat)| (*id, *seat))
    }

    /// Counts up with each id that anybody has begun or ceased to own, but the trusted seat.
    pub(crate) fn changes(&self) -> u64 {
        self.changes
    }
}
