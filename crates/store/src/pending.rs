//! What came too early: parts of updates that wait for what they refer to, bounded and indexed.

use std::collections::{BTreeMap, BTreeSet};

use fadepad_lib0::Reader;

use crate::error::Refused;
use crate::ids::{Author, SeatId};
use crate::structs::{ContentKind, read_struct};

/// What a held part waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum WaitsFor {
    /// That this unit is known.
    Unit {
        /// Client id.
        client: u64,
        /// Clock of the unit.
        clock: u32,
    },
    /// That this seat leaves: the part extends an id that the seat owns.
    Seat(SeatId),
}

/// Why a struct is not taken now.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NotTaken {
    /// It must wait.
    WaitsFor(WaitsFor),
    /// It never will be.
    Refuse(Refused),
}

impl From<WaitsFor> for NotTaken {
    fn from(wait: WaitsFor) -> Self {
        Self::WaitsFor(wait)
    }
}

impl<R: Into<Refused>> From<R> for NotTaken {
    fn from(refused: R) -> Self {
        Self::Refuse(refused.into())
    }
}

/// A section, or what is left of it: structs of one client that follow each other.
pub(crate) struct Section<B> {
    pub(crate) author: Author,
    pub(crate) client: u64,
    /// Clock of the first struct that is left.
    pub(crate) clock: u32,
    /// Structs left.
    pub(crate) left: u32,
    pub(crate) bytes: B,
    /// Where the first struct that is left starts in `bytes`.
    pub(crate) at: usize,
}

impl<B: AsRef<[u8]>> Section<B> {
    /// The clock after its last struct. Its bytes were read before, and are read again.
    fn end(&self) -> u32 {
        let (mut reader, mut clock) = (Reader::starting_at(self.rest(), 0), self.clock);
        for _ in 0..self.left {
            clock += read_struct(&mut reader, self.client, clock).map_or(0, |part| part.len);
        }
        clock
    }

    /// The clock up to which it says what there is: over a gap its client waits itself.
    fn end_of_known(&self) -> u32 {
        let (mut reader, mut clock) = (Reader::starting_at(self.rest(), 0), self.clock);
        for _ in 0..self.left {
            match read_struct(&mut reader, self.client, clock) {
                Ok(part) if part.kind != ContentKind::Skip => clock += part.len,
                _ => break,
            }
        }
        clock
    }

    /// The structs that are left.
    pub(crate) fn rest(&self) -> &[u8] {
        &self.bytes.as_ref()[self.at..]
    }
}

/// A section that owns its bytes.
pub(crate) type Held = Section<Box<[u8]>>;

/// A seat holds one part for each place, so that repeats replace each other.
type Key = (SeatId, u64, u32);

/// What a held part costs beside its bytes: entries of the maps.
const OVERHEAD: usize = 128;

/// Held parts by place, and by what they wait for.
pub(crate) struct Pending {
    parts: BTreeMap<Key, (WaitsFor, Held)>,
    waiting: BTreeSet<(WaitsFor, Key)>,
    /// Bytes each seat holds: who floods loses their own parts first.
    shares: BTreeMap<SeatId, usize>,
    /// Seats of which a part was dropped that has not come again.
    cut: BTreeSet<SeatId>,
    bytes: usize,
    max_bytes: usize,
    max_parts: usize,
}

impl Pending {
    pub(crate) fn new(max_bytes: usize, max_parts: usize) -> Self {
        let (parts, waiting, shares, cut) = Default::default();
        Self { parts, waiting, shares, cut, bytes: 0, max_bytes, max_parts }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    pub(crate) fn parts(&self) -> usize {
        self.parts.len()
    }

    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Keeps a part. True when it was not there already.
    pub(crate) fn hold(&mut self, wait: WaitsFor, mut part: Held) -> bool {
        let key = (part.author.seat, part.client, part.clock);
        // Whoever sends less of it once more does not shorten what is held.
        let old = self.remove(key).filter(|old| old.rest().starts_with(part.rest()));
        let new = old.is_none();
        part = old.unwrap_or(part);
        let cost = part.bytes.len() + OVERHEAD;
        self.bytes += cost;
        *self.shares.entry(key.0).or_default() += cost;
        self.waiting.insert((wait, key));
        self.parts.insert(key, (wait, part));
        // The new part is among those that may go: a flood drops itself.
        while self.bytes > self.max_bytes || self.parts.len() > self.max_parts {
            self.evict();
        }
        new
    }

    /// Drops what the seat has said one by one and this part says again: where somebody is asked for all that they have, the
    /// letters that they sent before would keep it out, again and again.
    pub(crate) fn drop_within<B: AsRef<[u8]>>(&mut self, part: &Section<B>) {
        let (seat, client, clock) = (part.author.seat, part.client, part.clock);
        let later = (seat, client, clock.saturating_add(1));
        if part.left < 2 || self.parts.range(later..=(seat, client, u32::MAX)).next().is_none() {
            return;
        }
        let end = part.end_of_known();
        let inside = self.parts.range(later..(seat, client, end.max(later.2)));
        let inside = inside.filter(|(_, (_, other))| other.end() <= end);
        let inside: Vec<Key> = inside.map(|(key, _)| *key).collect();
        inside.into_iter().for_each(|key| drop(self.remove(key)));
    }

    /// Takes out all parts that waited for units of `client` below `state`.
    pub(crate) fn wake_client(&mut self, client: u64, state: u32, woken: &mut Vec<Held>) {
        // The smallest key of all behind it: what is waited for alone decides.
        let bound = |clock| (WaitsFor::Unit { client, clock }, (SeatId(0), 0, 0));
        self.wake(bound(0), bound(state), woken);
    }

    /// Takes out all parts that waited for `seat` to leave. Its own parts claim nothing any more.
    pub(crate) fn wake_seat(&mut self, seat: SeatId, woken: &mut Vec<Held>) {
        for (_, (_, part)) in self.parts.range_mut((seat, 0, 0)..=(seat, u64::MAX, u32::MAX)) {
            part.author.live = false;
        }
        let after = (SeatId(u64::MAX), u64::MAX, u32::MAX);
        self.wake((WaitsFor::Seat(seat), (SeatId(0), 0, 0)), (WaitsFor::Seat(seat), after), woken);
    }

    /// Drops all parts that waited for `seat` to leave.
    pub(crate) fn drop_for_seat(&mut self, seat: SeatId) {
        let first = (WaitsFor::Seat(seat), (SeatId(0), 0, 0));
        let last = (WaitsFor::Seat(seat), (SeatId(u64::MAX), u64::MAX, u32::MAX));
        let keys: Vec<Key> = self.waiting.range(first..=last).map(|entry| entry.1).collect();
        keys.into_iter().for_each(|key| drop(self.remove(key)));
    }

    fn wake(&mut self, from: (WaitsFor, Key), until: (WaitsFor, Key), woken: &mut Vec<Held>) {
        let keys: Vec<Key> = self.waiting.range(from..until).map(|entry| entry.1).collect();
        woken.extend(keys.into_iter().filter_map(|key| self.remove(key)));
    }

    fn remove(&mut self, key: Key) -> Option<Held> {
        let (wait, part) = self.parts.remove(&key)?;
        self.waiting.remove(&(wait, key));
        let cost = part.bytes.len() + OVERHEAD;
        self.bytes -= cost;
        if let Some(share) = self.shares.get_mut(&key.0) {
            *share -= cost;
            if *share == 0 {
                self.shares.remove(&key.0);
            }
        }
        Some(part)
    }

    /// Drops a part: one that waits for another seat, which brings the same itself when it is asked;
    /// else the last of the seat that holds most, since what comes before it is needed first. It
    /// comes again with the seat's next step 2.
    fn evict(&mut self) {
        let for_seat = self.waiting.last().filter(|(wait, _)| matches!(wait, WaitsFor::Seat(_)));
        let last_of_most = || {
            let (seat, _) = self.shares.iter().max_by_key(|share| share.1)?;
            let all = (*seat, 0, 0)..=(*seat, u64::MAX, u32::MAX);
            self.parts.range(all).next_back().map(|entry| *entry.0)
        };
        if let Some(key) = for_seat.map(|entry| entry.1).or_else(last_of_most) {
            self.cut.insert(key.0);
            self.remove(key);
        }
    }

    /// Drops what is held of all other seats than these, and forgets what of theirs was cut: returns whose. Whoever may still
    /// write brings it again when they are asked.
    pub(crate) fn keep_of(&mut self, stays: impl Fn(SeatId) -> bool) -> BTreeSet<SeatId> {
        let known = self.shares.keys().chain(&self.cut);
        let gone: BTreeSet<SeatId> = known.filter(|seat| !stays(**seat)).copied().collect();
        for seat in gone.iter().copied() {
            let all = (seat, 0, 0)..=(seat, u64::MAX, u32::MAX);
            let keys = Vec::from_iter(self.parts.range(all).map(|entry| *entry.0));
            keys.into_iter().for_each(|key| drop(self.remove(key)));
            self.cut.remove(&seat);
        }
        gone
    }

    /// Whether anything of this seat waits.
    pub(crate) fn holds(&self, seat: SeatId) -> bool {
        self.shares.contains_key(&seat)
    }

    /// Something of this seat was not kept.
    pub(crate) fn note_cut(&mut self, seat: SeatId) {
        self.cut.insert(seat);
    }

    /// The seat says all that it has, or is gone.
    pub(crate) fn forget_cut(&mut self, seat: SeatId) {
        self.cut.remove(&seat);
    }

    /// Seats of which something waits or was dropped, and seats that are waited for.
    pub(crate) fn missing(&self) -> BTreeSet<SeatId> {
        // Also who lacks nothing is asked where others wait for them: they alone may extend their
        // ids.
        let holding = self.shares.keys().chain(&self.cut).copied();
        let first = (WaitsFor::Seat(SeatId(0)), (SeatId(0), 0, 0));
        let owners = self.waiting.range(first..).filter_map(|(wait, _)| match wait {
            WaitsFor::Seat(owner) => Some(*owner),
            WaitsFor::Unit { .. } => None,
        });
        holding.chain(owners).collect()
    }

    /// Drops what waits for a seat and is known meanwhile. `state` is the next clock of a client.
    pub(crate) fn drop_known(&mut self, state: impl Fn(u64) -> u32) {
        let first = (WaitsFor::Seat(SeatId(0)), (SeatId(0), 0, 0));
        let keys = self.waiting.range(first..).map(|(_, key)| *key);
        let is_known = |key: &Key| self.parts[key].1.end() <= state(key.1);
        // Another has brought the same, or it was held for an owner who has written it.
        let known: Vec<Key> = keys.filter(is_known).collect();
        known.into_iter().for_each(|key| drop(self.remove(key)));
    }
}
