//! What came too early: parts of updates that wait for what they refer to, bounded and indexed.

use std::collections::{BTreeMap, BTreeSet};

use super::error::Refused;
use super::store::Author;
use crate::base::ids::SeatId;

/// What a held part waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wait {
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
pub(super) enum Stop {
    /// It must wait.
    Wait(Wait),
    /// It never will be.
    Refuse(Refused),
}

impl From<Wait> for Stop {
    fn from(wait: Wait) -> Self {
        Self::Wait(wait)
    }
}

impl<R: Into<Refused>> From<R> for Stop {
    fn from(refused: R) -> Self {
        Self::Refuse(refused.into())
    }
}

/// A section, or what is left of it: structs of one client that follow each other.
pub(super) struct Section<B> {
    pub(super) author: Author,
    pub(super) client: u64,
    /// Clock of the first struct that is left.
    pub(super) clock: u32,
    /// Structs left.
    pub(super) left: u32,
    pub(super) bytes: B,
    /// Where the first struct that is left starts in `bytes`.
    pub(super) at: usize,
}

impl<B: AsRef<[u8]>> Section<B> {
    /// The structs that are left.
    pub(super) fn rest(&self) -> &[u8] {
        &self.bytes.as_ref()[self.at..]
    }
}

/// A section that owns its bytes.
pub(super) type Held = Section<Box<[u8]>>;

/// A seat holds one part for each place, so that repeats replace each other.
type Key = (SeatId, u64, u32);

/// What a held part costs beside its bytes: entries of the maps.
const OVERHEAD: usize = 128;

/// Held parts by place, and by what they wait for.
pub(super) struct Pending {
    parts: BTreeMap<Key, (Wait, Held)>,
    waiting: BTreeSet<(Wait, Key)>,
    /// Bytes each seat holds: who floods loses his own parts first.
    shares: BTreeMap<SeatId, usize>,
    bytes: usize,
    max_bytes: usize,
    max_parts: usize,
}

impl Pending {
    pub(super) fn new(max_bytes: usize, max_parts: usize) -> Self {
        let (parts, waiting, shares) = Default::default();
        Self { parts, waiting, shares, bytes: 0, max_bytes, max_parts }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    pub(super) fn parts(&self) -> usize {
        self.parts.len()
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Keeps a part. True when it was not there already.
    pub(super) fn hold(&mut self, wait: Wait, mut part: Held) -> bool {
        let key = (part.author.seat, part.client, part.clock);
        let old = self.remove(key).filter(|old| old.rest().starts_with(part.rest()));
        let new = old.is_none();
        part = old.unwrap_or(part);
        let cost = part.bytes.len() + OVERHEAD;
        self.bytes += cost;
        *self.shares.entry(key.0).or_default() += cost;
        self.waiting.insert((wait, key));
        self.parts.insert(key, (wait, part));
        while self.bytes > self.max_bytes || self.parts.len() > self.max_parts {
            self.evict();
        }
        new
    }

    /// Takes out all parts that waited for units of `client` below `state`.
    pub(super) fn wake_client(&mut self, client: u64, state: u32, woken: &mut Vec<Held>) {
        let bound = |clock| (Wait::Unit { client, clock }, (SeatId(0), 0, 0));
        self.wake(bound(0), bound(state), woken);
    }

    /// Takes out all parts that waited for `seat` to leave. Its own parts claim nothing any more.
    pub(super) fn wake_seat(&mut self, seat: SeatId, woken: &mut Vec<Held>) {
        for (_, (_, part)) in self.parts.range_mut((seat, 0, 0)..=(seat, u64::MAX, u32::MAX)) {
            part.author.live = false;
        }
        let after = (SeatId(u64::MAX), u64::MAX, u32::MAX);
        self.wake((Wait::Seat(seat), (SeatId(0), 0, 0)), (Wait::Seat(seat), after), woken);
    }

    fn wake(&mut self, from: (Wait, Key), until: (Wait, Key), woken: &mut Vec<Held>) {
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

    /// Drops a part of the seat that holds most. It comes again with the seat's next step 2.
    fn evict(&mut self) {
        let Some((seat, _)) = self.shares.iter().max_by_key(|share| share.1) else { return };
        let first = self.parts.range((*seat, 0, 0)..).next().map(|entry| *entry.0);
        if let Some(key) = first {
            self.remove(key);
        }
    }
}

/// Deletions of units that have not come yet: disjoint ranges for each client.
pub(super) struct LateDeletes {
    clients: BTreeMap<u64, Vec<(u32, u32)>>,
    count: usize,
    max: usize,
}

impl LateDeletes {
    pub(super) fn new(max: usize) -> Self {
        Self { clients: BTreeMap::new(), count: 0, max }
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Remembers a range. True when some of it was not there already; a full list forgets it.
    pub(super) fn add(&mut self, client: u64, start: u32, end: u32) -> bool {
        if self.covers(client, start, end) {
            return false;
        }
        if self.count == self.max {
            return true;
        }
        let ranges = self.clients.entry(client).or_default();
        let first = ranges.partition_point(|range| range.1 < start);
        let last = ranges.partition_point(|range| range.0 <= end);
        let touched = &ranges[first..last];
        let from = touched.first().map_or(start, |range| range.0.min(start));
        let until = touched.last().map_or(end, |range| range.1.max(end));
        self.count = self.count + 1 - touched.len();
        ranges.splice(first..last, [(from, until)]);
        true
    }

    /// Is all of the range there?
    pub(super) fn covers(&self, client: u64, start: u32, end: u32) -> bool {
        self.clients.get(&client).is_some_and(|ranges| covered(ranges, start, end))
    }

    /// Takes out what lies below `state`.
    pub(super) fn take_below(&mut self, client: u64, state: u32) -> Vec<(u32, u32)> {
        let Some(ranges) = self.clients.get_mut(&client) else { return Vec::new() };
        let known = ranges.partition_point(|range| range.0 < state);
        let mut taken: Vec<_> = ranges.drain(..known).collect();
        if let Some(last) = taken.last_mut()
            && last.1 > state
        {
            ranges.insert(0, (state, last.1));
            last.1 = state;
            self.count += 1;
        }
        self.count -= taken.len();
        if ranges.is_empty() {
            self.clients.remove(&client);
        }
        taken
    }
}

/// Is `start..end` inside one of these disjoint, joined, ascending ranges?
pub(super) fn covered(ranges: &[(u32, u32)], start: u32, end: u32) -> bool {
    let after = ranges.partition_point(|range| range.0 <= start);
    after > 0 && ranges[after - 1].1 >= end
}
