//! Who fills the pad: each seat has a share, and the host sees whose is how large.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use fadepad_store::{Share, Sitter};
use fadepad_wire::extra::ToPage;

use super::filled::{Filled, Filler, Sat, Somebody, WrittenBy};
use super::state::Room;
use crate::base::ids::{Origin, Person, SeatId};
use crate::room::message::EventKind;

/// The host is told at most this often that somebody has used up a share.
const TELL_AGAIN: Duration = Duration::from_secs(60);

/// People that are told of.
const MOST: usize = 20;

/// Client ids that are asked for at once.
const MOST_ASKED: usize = 64;

impl Room {
    /// Holds a seat that writes to its share, which it has with others from the same address.
    pub(super) fn hold_to_share(&mut self, seat: SeatId, origin: Option<Origin>) {
        if self.limits.enforced {
            let refills = self.filling.refills;
            self.store.seat(Sitter { seat, origin, refills });
        }
    }

    /// People bring back what a room knew before it failed, or its server was started again.
    pub fn expect_history(&mut self) {
        self.filling.refills = true;
    }

    /// A seat leaves; what it brought stays with its name.
    pub(super) fn remember_filler(&mut self, seat: SeatId) {
        // Names are forgotten with the last of what was brought under them.
        let left = &mut self.filling.left;
        left.retain(|seat, _| self.store.share_of(*seat) != Share::default());
        if self.store.share_of(seat) != Share::default() {
            left.extend(self.seats.sat(seat).map(|who| (seat, who)));
        }
    }

    /// Who has put most into the pad, the largest shares first. A person with several devices, or
    /// who came several times, is one.
    #[must_use]
    pub fn fillers(&self) -> Vec<Filler> {
        let mut fillers: HashMap<Person, Filler> = HashMap::new();
        for (seat, share) in self.store.shares() {
            // The seed is nobody's.
            let Some((who, here)) = self.known(seat) else { continue };
            let filler = fillers.entry(who.person).or_default();
            filler.who.name = who.name.or(filler.who.name.take());
            filler.who.here |= here;
            filler.share += share;
        }
        for (client, seat) in self.presence.shown() {
            let filler = self.seats.who(seat).and_then(|who| fillers.get_mut(&who));
            filler.into_iter().for_each(|filler| filler.who.shows.push(client));
        }
        let mut fillers: Vec<Filler> = fillers.into_values().collect();
        fillers.sort_by_key(|filler| std::cmp::Reverse((filler.share.bytes, filler.share.ids)));
        fillers.truncate(MOST);
        fillers
    }

    /// Who writes with these client ids.
    fn writers(&self, clients: &[u64]) -> Vec<WrittenBy> {
        let writer = |client: &u64| {
            let (Sat { person, name, colour }, here) = self.known(self.store.writer(*client)?)?;
            let shown = self.presence.shown();
            let own = shown.filter(|(_, seat)| self.seats.who(*seat) == Some(person));
            let shows: Vec<u64> = own.map(|(client, _)| client).collect();
            // Who has come again sits elsewhere now.
            let here = here || !shows.is_empty();
            let who = Somebody { name, here, shows };
            Some(WrittenBy { client: *client, person, colour, who })
        };
        clients.iter().take(MOST_ASKED).filter_map(writer).collect()
    }

    /// Who sits or sat there, and whether they still do.
    fn known(&self, seat: SeatId) -> Option<(Sat, bool)> {
        if let Some(who) = self.seats.sat(seat) {
            return Some((who, true));
        }
        self.filling.left.get(&seat).map(|who| (who.clone(), false))
    }

    /// Who brought what.
    #[must_use]
    pub fn filled(&self, clients: &[u64]) -> Filled {
        let (by, free) = (self.fillers(), self.store.free());
        Filled { by, free, writers: self.writers(clients) }
    }

    /// A seat wanted more than its share.
    pub(super) fn warn_of_filling(&mut self, seat: SeatId, now: Instant) {
        // Who is refused tries again at once, and the host is not to read of each.
        let told = |at: Instant| now.saturating_duration_since(at) < TELL_AGAIN;
        if self.filling.told.is_some_and(told) {
            return;
        }
        self.filling.told = Some(now);
        let (name, share) = (self.seats.named(seat), self.store.share_of(seat));
        let Share { bytes, ids, .. } = share;
        let shown = name.as_deref().map(Into::into);
        self.tell_hosts(&ToPage::Filling { name: shown, bytes, client_ids: ids });
        self.event(EventKind::Filling { name, share });
    }
}
