//! What the parts of a document weigh, in all and in the account of whoever answers for them.

use crate::client::Client;
use crate::encode::CLIENT_OVERHEAD;
use crate::error::Refused;
use crate::ids::{Author, SeatId};
use crate::runs::{NOWHERE, Run};
use crate::shares::{Growth, Share, Sitter};
use crate::store::Store;

impl Store {
    /// Holds a seat to its share of the document from now on.
    pub fn seat(&mut self, sitter: Sitter) {
        self.shares.open(sitter);
    }

    /// Counts what this seat is going to bring, though nobody sits there: for a text that stands from the start.
    pub fn count_for(&mut self, sitter: Sitter) {
        self.shares.count(sitter);
    }

    /// What each seat has brought of what is there, also of seats that are gone.
    pub fn shares(&self) -> impl Iterator<Item = (SeatId, Share)> {
        self.shares.all()
    }

    /// What this seat has brought of what is there.
    #[must_use]
    pub fn share_of(&self, seat: SeatId) -> Share {
        self.shares.get(seat)
    }

    /// The seat that wrote with this client id last; `None` where nobody is known to have.
    #[must_use]
    pub fn writer(&self, client: u64) -> Option<SeatId> {
        let client = &self.clients[*self.by_id.get(&client)? as usize];
        (!client.relayed).then(|| self.shares.seat(client.holder))
    }

    /// What nobody has taken yet.
    #[must_use]
    pub fn free(&self) -> Share {
        Share {
            bytes: self.limits.bytes.saturating_sub(self.bytes),
            unseen: 0,
            ids: self.limits.clients.saturating_sub(self.ids()),
        }
    }

    /// Client ids that count: those that hold something. As many again are remembered for
    /// nothing; the next ones that are erased go on counting.
    fn ids(&self) -> usize {
        self.clients.len() - self.erased
    }

    /// Whether the author may extend this client id by so many bytes.
    pub(crate) fn has_share(
        &mut self,
        author: Author,
        index: Option<u32>,
        bytes: usize,
    ) -> Result<(), Refused> {
        let (holder, free) = (self.shares.of(author.seat), self.free());
        let client = index.map(|index| &self.clients[index as usize]);
        let held = client.map_or(Share::default(), |client| client.share);
        // One of which nothing lived counts again.
        let fresh = Share { bytes, unseen: 0, ids: 1 - held.ids };
        let mut more = fresh;
        // Who extends an id answers for all of it, and has to have room for what others wrote with
        // it.
        if client.is_some_and(|client| client.holder != holder) {
            more += held;
        }
        if fresh.ids > free.ids {
            return Err(Refused::TooLarge { what: "client ids", limit: self.limits.clients });
        }
        self.shares.may(author, Growth { more, fresh, new_id: client.is_none() }, free)
    }

    /// The index of a client id, new or known; the author answers for it from now on.
    pub(crate) fn index_for(&mut self, author: Author, id: u64) -> u32 {
        let holder = self.shares.of(author.seat);
        let Some(index) = self.index_of(id) else { return self.add_client(id, holder) };
        let relayed = self.shares.relays(holder);
        let client = &mut self.clients[index as usize];
        client.relayed = relayed;
        let before = std::mem::replace(&mut client.holder, holder);
        // After a restart somebody brings back everyone's text, and each takes their own over with
        // the next letter.
        if before != holder {
            let share = client.share;
            self.shares.change(before, share, Share::default());
            self.shares.change(holder, Share::default(), share);
        }
        index
    }

    /// A new client weighs its overhead, and counts until it is known that nothing of it lives.
    fn add_client(&mut self, id: u64, holder: u32) -> u32 {
        let share = Share { bytes: CLIENT_OVERHEAD, unseen: 0, ids: 1 };
        let mut client = Client::new(id, self.clients.len() as u32, holder);
        client.share = share;
        client.relayed = self.shares.relays(holder);
        self.bytes += share.bytes;
        self.shares.change(holder, Share::default(), share);
        self.push_client(client)
    }

    /// What these runs weigh.
    pub(crate) fn weight<'a>(&self, client: &Client, runs: impl Iterator<Item = &'a Run>) -> Share {
        let mut sum = Share::default();
        for run in runs {
            let len = self.encoded_len(client, run);
            sum.bytes += len;
            if run.context != NOWHERE && !self.contexts.get(run.context).rules.shown {
                sum.unseen += len;
            }
        }
        sum
    }

    /// Some runs of a client weighed so much, and those in their place now so much.
    pub(crate) fn reweigh(&mut self, index: u32, was: Share, is: Share) {
        self.bytes = self.bytes + is.bytes - was.bytes;
        let client = &mut self.clients[index as usize];
        let before = client.share;
        client.share += is;
        client.share -= was;
        let is_remembered = before.ids == 0 || self.erased < self.limits.clients;
        // An id of which nothing lives is free again, though its clock is remembered: else whoever
        // tries ids out and deletes them would use all of them up.
        client.share.ids = usize::from(client.runs.has_live() || !is_remembered);
        self.erased = self.erased + before.ids - client.share.ids;
        self.shares.change(client.holder, before, client.share);
    }
}
