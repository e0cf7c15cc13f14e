//! Who fills the pad: each seat has a share, and the host sees whose is how large.

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::message::{Arrival, EventKind};
use super::state::Room;
use super::{Inbox, RoomHandle};
use crate::base::ids::{Person, Role, SeatId};
use crate::doc::{Share, Sitter};
use crate::wire::extra::ToPage;

/// The host is told at most this often that somebody has used up a share.
const TELL_AGAIN: Duration = Duration::from_secs(60);

/// People that are told of.
const MOST: usize = 20;

/// What somebody has put into the pad, as far as it is still there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filler {
    /// The name, where one was told.
    pub name: Option<String>,
    /// Whether somebody of them is here.
    pub here: bool,
    /// What is theirs.
    pub share: Share,
}

/// What a room knows about that beside its store.
#[derive(Debug, Default)]
pub(super) struct Filling {
    /// Whether first syncs bring back what everyone wrote.
    pub(super) refills: bool,
    /// Seats that are gone, and of which something is here.
    left: BTreeMap<SeatId, (Person, Option<String>)>,
    told: Option<Instant>,
}

impl RoomHandle {
    /// Who has put most into the pad, and what is left in it; `None` where it is over.
    pub async fn fillers(&self) -> Option<(Vec<Filler>, Share)> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::Fillers(reply)).await.ok()?;
        answer.await.ok()
    }

    /// Its people bring back what they wrote before. A new room's inbox has a place for this.
    pub(super) fn expect_history(&self) {
        let _ = self.inbox.try_send(Inbox::History);
    }
}

impl Filling {
    pub(super) fn new(refills: bool) -> Self {
        Self { refills, ..Self::default() }
    }
}

impl Room {
    /// Holds a seat that writes to its share, which it has with others from the same address.
    pub(super) fn hold_to_share(&mut self, arrival: Arrival) {
        if self.limits.enforced && arrival.role >= Role::Edit && !arrival.wall {
            let refills = self.filling.refills;
            self.store.seat(Sitter { seat: arrival.seat, origin: arrival.origin, refills });
        }
    }

    /// People bring back what a room knew before it failed, or its house was started again.
    pub fn expect_history(&mut self) {
        self.filling.refills = true;
    }

    /// A seat leaves; what it brought stays with its name.
    pub(super) fn remember_filler(&mut self, seat: SeatId) {
        let left = &mut self.filling.left;
        left.retain(|seat, _| self.store.share_of(*seat) != Share::default());
        if let Some(who) = self.seats.who(seat)
            && self.store.share_of(seat) != Share::default()
        {
            left.insert(seat, (who, self.seats.named(seat)));
        }
    }

    /// Who has put most into the pad, the largest shares first. A person with several devices, or
    /// who came several times, is one.
    #[must_use]
    pub fn fillers(&self) -> Vec<Filler> {
        let mut fillers: HashMap<Person, Filler> = HashMap::new();
        for (seat, share) in self.store.shares() {
            let (who, name, here) = match (self.seats.who(seat), self.filling.left.get(&seat)) {
                (Some(who), _) => (who, self.seats.named(seat), true),
                (None, Some((who, name))) => (*who, name.clone(), false),
                // The seed is nobody's.
                (None, None) => continue,
            };
            let unknown = || Filler { name: None, here: false, share: Share::default() };
            let filler = fillers.entry(who).or_insert_with(unknown);
            filler.name = name.or(filler.name.take());
            filler.here |= here;
            filler.share += share;
        }
        let mut fillers: Vec<Filler> = fillers.into_values().collect();
        fillers.sort_by_key(|filler| std::cmp::Reverse((filler.share.bytes, filler.share.ids)));
        fillers.truncate(MOST);
        fillers
    }

    /// What nobody has taken yet.
    #[must_use]
    pub fn free(&self) -> Share {
        self.store.free()
    }

    /// A seat wanted more than its share.
    pub(super) fn warn_of_filling(&mut self, seat: SeatId, now: Instant) {
        let told = |at: Instant| now.saturating_duration_since(at) < TELL_AGAIN;
        if self.filling.told.is_some_and(told) {
            return;
        }
        self.filling.told = Some(now);
        let (name, share) = (self.seats.named(seat), self.store.share_of(seat));
        let Share { bytes, ids, .. } = share;
        self.warn(&ToPage::Filling { name: name.as_deref(), bytes, client_ids: ids });
        self.event(EventKind::Filling { name, share });
    }
}
