//! The document store: what a room remembers of its pad.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use bytes::Bytes;

use crate::client::Client;
use crate::context::Contexts;
use crate::digest::Digest;
use crate::error::{Malformed, Refused};
use crate::ids::{Author, SeatId};
use crate::late::LateDeletes;
use crate::limits::{DocLimits, WORTH_KEEPING};
use crate::owners::{Owners, Standing};
use crate::pending::Pending;
use crate::runs::Ptr;
use crate::shares::Shares;

/// What an update changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Structs were taken.
    pub structs: bool,
    /// Content was deleted.
    pub deletes: bool,
    /// Something waits that was not waiting before: ask the sender for what is missing (step 1).
    pub held: bool,
    /// Somebody else said something too early that is asked for again: see [`missing`](Store::missing).
    pub unsaid: bool,
}

impl Applied {
    /// Is there anything to broadcast?
    #[must_use]
    pub fn changed(self) -> bool {
        self.structs || self.deletes
    }
}

/// The size of a store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Runs of structs.
    pub structs: usize,
    /// Client ids.
    pub clients: usize,
    /// Bytes of the full state, estimated within some per cent.
    pub bytes: usize,
    /// Parts of updates and deletions that wait for what they refer to.
    pub held: usize,
    /// Bytes of the held parts, with what it costs to hold them.
    pub held_bytes: usize,
}

/// All structs of one document: it takes Yjs v1 updates and answers with them, and never
/// integrates anything. Deleted content is erased at once.
pub struct Store {
    pub(crate) limits: DocLimits,
    pub(crate) clients: Vec<Client>,
    /// Index of each client id.
    pub(crate) by_id: BTreeMap<u64, u32>,
    /// The id looked up last and its index: typing comes in rows.
    last: Option<(u64, u32)>,
    pub(crate) contexts: Contexts,
    pub(crate) owners: Owners,
    pub(crate) pending: Pending,
    pub(crate) late: LateDeletes,
    pub(crate) shares: Shares,
    /// Client ids of which nothing lives, and that count no more.
    pub(crate) erased: usize,
    /// Runs of all clients.
    pub(crate) structs: usize,
    /// Estimate of the encoded size.
    pub(crate) bytes: usize,
    /// Clients that got structs since the last delta.
    pub(crate) grown: Vec<u32>,
    /// Ranges below the marks that were deleted since the last delta: client, start, end.
    pub(crate) gone: Vec<(u32, u32, u32)>,
    /// Types that are deleted, and what hangs below them not yet.
    pub(crate) dead: Vec<Ptr>,
    full: Option<Bytes>,
    /// The full state was asked for since the last rest.
    asked: bool,
    /// The encoded delete set, which every diff ends with.
    delete_set: Option<Bytes>,
    digest: Option<Digest>,
}

impl Store {
    /// An empty document.
    #[must_use]
    pub fn new(limits: DocLimits) -> Self {
        Self {
            limits,
            clients: Vec::new(),
            by_id: BTreeMap::new(),
            last: None,
            contexts: Contexts::default(),
            owners: Owners::default(),
            pending: Pending::new(limits.held_bytes, limits.held_parts),
            late: LateDeletes::new(limits.held_parts),
            shares: Shares::default(),
            erased: 0,
            structs: 0,
            bytes: 0,
            grown: Vec::new(),
            gone: Vec::new(),
            dead: Vec::new(),
            full: None,
            asked: false,
            delete_set: None,
            digest: None,
        }
    }

    /// Takes what is new of a v1 update. What refers to unknown things is held until they come.
    ///
    /// # Errors
    /// Malformed: nothing was taken. Unfit or too large: what does not follow the refused struct
    /// stays taken and is in the next delta; of what was here nothing is deleted.
    pub fn apply(&mut self, author: Author, update: &[u8]) -> Result<Applied, Refused> {
        self.merge(author, update)
    }

    /// Drops what is held of all other seats than these, also of those that are gone: whoever may write no more has nothing
    /// taken later either. Returns whose that was.
    pub fn keep_held_of(&mut self, stays: impl Fn(SeatId) -> bool) -> BTreeSet<SeatId> {
        let mut dropped = self.pending.keep_of(&stays);
        dropped.extend(self.late.keep_of(stays));
        dropped
    }

    /// The seat is gone: what it owned is free, and what was held because of it is tried again.
    pub fn release(&mut self, seat: SeatId) -> Applied {
        // Free before what waited for it is tried again. The account is closed last: what is taken
        // now is weighed there.
        self.owners.release(seat);
        self.pending.forget_cut(seat);
        let taken = self.retry(seat);
        self.late.leave(seat, self.pending.holds(seat));
        self.shares.close(seat);
        taken
    }

    /// What the store took since the last call, as one v1 update for peers that have all before.
    pub fn take_delta(&mut self) -> Option<Bytes> {
        if self.grown.is_empty() && self.gone.is_empty() {
            return None;
        }
        let delta = self.encode_delta();
        for index in self.grown.drain(..) {
            let client = &mut self.clients[index as usize];
            client.mark = client.next;
        }
        self.gone.clear();
        Some(delta)
    }

    /// The encoded state vector: which structs are known.
    #[must_use]
    pub fn state_vector(&self) -> Vec<u8> {
        self.encode_state_vector()
    }

    /// What a peer with this encoded state vector lacks, as a v1 update with the whole delete set.
    ///
    /// # Errors
    /// The state vector is malformed; its counts are checked before anything is allocated.
    pub fn diff(&mut self, state_vector: &[u8]) -> Result<Bytes, Malformed> {
        let known = super::check::state_vector(state_vector)?;
        // All who know nothing share one encoding.
        if known.is_empty() {
            return Ok(self.full());
        }
        let deletes = self.delete_set();
        Ok(self.encode_diff(&known, &deletes))
    }

    /// What a peer with this encoded state vector and the store both have, as a v1 update that names it and holds none of
    /// its content: who has it takes nothing of that, and knows then that it is here.
    ///
    /// # Errors
    /// The state vector is malformed; its counts are checked before anything is allocated.
    pub fn common(&self, state_vector: &[u8]) -> Result<Bytes, Malformed> {
        let known = super::check::state_vector(state_vector)?;
        Ok(self.encode_common(&known))
    }

    /// What tells this document from others: equal where the same structs are known and the same content is deleted. What is
    /// held does not count. Made once until the next change.
    pub fn digest(&mut self) -> Digest {
        if let Some(digest) = self.digest {
            return digest;
        }
        let digest = Digest::of(&self.encode_state_vector(), &self.delete_set());
        self.digest = Some(digest);
        digest
    }

    /// The whole document as one v1 update. A large one is encoded once until the next change or
    /// rest.
    pub fn full(&mut self) -> Bytes {
        self.asked = true;
        if let Some(full) = &self.full {
            return full.clone();
        }
        let deletes = self.delete_set();
        let full = self.encode_diff(&[], &deletes);
        // A small one is made faster than its copy, which outlives the moment, leaves a hole in
        // memory.
        if full.len() >= WORTH_KEEPING {
            self.full = Some(full.clone());
        }
        full
    }

    /// Forgets the encoded full state where nobody has asked for it since the last rest: it weighs
    /// as much as the pad. True where there is none now.
    pub fn rest(&mut self) -> bool {
        if !std::mem::take(&mut self.asked) {
            self.forget_full();
        }
        self.full.is_none()
    }

    /// Forgets the encoded full state.
    pub fn forget_full(&mut self) {
        self.full = None;
    }

    /// The size of the store.
    #[must_use]
    pub fn stats(&self) -> Stats {
        Stats {
            structs: self.structs,
            clients: self.clients.len(),
            bytes: self.bytes,
            held: self.pending.parts() + self.late.count(),
            held_bytes: self.pending.bytes(),
        }
    }

    /// Whether nobody but this client has anything left, and it nothing after its first `units`.
    #[must_use]
    pub fn holds_no_more_than(&self, client: u64, units: u32) -> bool {
        let written = self.clients.iter().any(|each| {
            let known = if each.id == client { units } else { 0 };
            each.next > known && each.runs.next_live(known).is_some()
        });
        !written && self.stats().held == 0
    }

    /// This seat brings what the stores of other machines have taken: it may extend any client id, and owns those that are
    /// [lent](Self::lend) to it.
    pub fn trust(&mut self, seat: SeatId) {
        self.owners.trust(Some(seat));
    }

    /// Nobody is trusted any more.
    pub fn distrust(&mut self) {
        self.owners.trust(None);
    }

    /// People at other machines write with these client ids: the trusted seat owns them, but those that a seat here owns. What
    /// was held because of others that it owned is tried again.
    pub fn lend(&mut self, ids: &BTreeSet<u64>) -> Applied {
        let waits = self.owners.lend(ids).then(|| self.owners.trusted()).flatten();
        waits.map_or(Applied::default(), |seat| self.retry(seat))
    }

    /// The same where the trusted seat gives some back to somebody who has come here: what others have written with them was
    /// none of theirs, and is dropped.
    pub fn give_back(&mut self, ids: &BTreeSet<u64>) {
        if self.owners.lend(ids)
            && let Some(seat) = self.owners.trusted()
        {
            self.pending.drop_for_seat(seat);
        }
    }

    /// Client ids and the living seats that own them.
    pub fn owned(&self) -> impl Iterator<Item = (u64, SeatId)> {
        self.owners.all()
    }

    /// Counts up whenever a seat begins or ceases to own a client id.
    #[must_use]
    pub fn owners_changes(&self) -> u64 {
        self.owners.changes()
    }

    /// How a client id stands for this seat, which writes with it.
    pub fn standing(&mut self, seat: SeatId, client: u64) -> Standing {
        let foreign = self.owners.of(client).is_some_and(|owner| owner != seat);
        Standing { clock: self.next_clock(client), foreign }
    }

    fn delete_set(&mut self) -> Bytes {
        if let Some(deletes) = &self.delete_set {
            return deletes.clone();
        }
        let deletes = self.encode_delete_set();
        self.delete_set = Some(deletes.clone());
        deletes
    }

    /// Structs came or went.
    pub(crate) fn touch(&mut self, deletes: bool) {
        self.full = None;
        self.digest = None;
        if deletes {
            self.delete_set = None;
        }
    }

    pub(crate) fn index_of(&mut self, client: u64) -> Option<u32> {
        if let Some((id, index)) = self.last
            && id == client
        {
            return Some(index);
        }
        let index = *self.by_id.get(&client)?;
        self.last = Some((client, index));
        Some(index)
    }

    /// The next clock of a client id: 0 for an unknown one.
    pub(crate) fn next_clock(&mut self, client: u64) -> u32 {
        self.index_of(client).map_or(0, |index| self.clients[index as usize].next)
    }

    /// Remembers a client from now on.
    pub(crate) fn push_client(&mut self, client: Client) -> u32 {
        let (id, index) = (client.id, client.index);
        self.clients.push(client);
        self.by_id.insert(id, index);
        self.last = Some((id, index));
        index
    }
}

/// Sizes only: what people wrote must never reach a log.
impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("stats", &self.stats()).finish_non_exhaustive()
    }
}
