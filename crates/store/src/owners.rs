//! Who may extend which client id: while a seat lives, only it extends the ids that it claimed.
//! Else a forged struct at a guest's next clock would win over what the guest types.

use std::collections::BTreeMap;

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
        let ids = self.ids.entry(seat).or_default();
        // Else one seat could extend each id that it knows by a letter, and keep their people from
        // their own.
        if ids.len() < IDS_PER_SEAT {
            ids.push(client);
            self.seats.insert(client, seat);
        }
    }

    pub(crate) fn release(&mut self, seat: SeatId) {
        for client in self.ids.remove(&seat).unwrap_or_default() {
            self.seats.remove(&client);
        }
    }
}
