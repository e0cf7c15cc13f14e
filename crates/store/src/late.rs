//! Deletions that came before what they delete, bounded. Each is its seat's: it is in force at once where that seat brings
//! what it names, and is asked for again where another does. Else whoever knows an id could delete ahead what its owner
//! writes next.

use std::collections::BTreeMap;

use crate::ids::SeatId;

/// Disjoint, joined, ascending ranges of clocks.
type Ranges = Vec<(u32, u32)>;

/// Deletions of units that have not come yet: ranges of each client, by who said so.
pub(crate) struct LateDeletes {
    said: BTreeMap<(u64, SeatId), Ranges>,
    /// Ranges of each seat, and whether it has left.
    seats: BTreeMap<SeatId, (usize, bool)>,
    count: usize,
    max: usize,
}

/// What units that have come mean for the deletions of them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Due {
    /// Said by who brought them.
    pub(crate) now: Ranges,
    /// Others who said so, and who are here: each may say it again.
    pub(crate) ask: Vec<SeatId>,
}

impl LateDeletes {
    pub(crate) fn new(max: usize) -> Self {
        let (said, seats) = Default::default();
        Self { said, seats, count: 0, max }
    }

    pub(crate) fn count(&self) -> usize {
        self.count
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Remembers a range. True when some of it was not there already. Of whom one is forgotten, since there are too many, stands in
    /// `forgotten`: of who holds most, and that may be the new one.
    pub(crate) fn add(
        &mut self,
        key: (u64, SeatId),
        (start, end): (u32, u32),
        forgotten: &mut Option<SeatId>,
    ) -> bool {
        let (_, by) = key;
        // Repeats take no place.
        if self.covers(key, (start, end)) {
            return false;
        }
        if self.count >= self.max && !self.make_room(by, forgotten) {
            *forgotten = Some(by);
            return true;
        }
        let ranges = self.said.entry(key).or_default();
        let first = ranges.partition_point(|range| range.1 < start);
        let last = ranges.partition_point(|range| range.0 <= end);
        let touched = &ranges[first..last];
        let from = touched.first().map_or(start, |range| range.0.min(start));
        let until = touched.last().map_or(end, |range| range.1.max(end));
        let joined = touched.len();
        ranges.splice(first..last, [(from, until)]);
        self.note(by, 1, joined);
        true
    }

    /// Forgets a range of who holds most. False where that is `by`.
    fn make_room(&mut self, by: SeatId, forgotten: &mut Option<SeatId>) -> bool {
        let most = self.seats.iter().max_by_key(|seat| seat.1.0).map(|seat| (*seat.0, seat.1.0));
        let own = self.seats.get(&by).map_or(0, |seat| seat.0);
        let Some((most, _)) = most.filter(|(_, count)| *count > own) else { return false };
        let Some(key) = self.said.keys().rev().find(|key| key.1 == most).copied() else {
            return false;
        };
        if let Some(ranges) = self.said.get_mut(&key) {
            ranges.pop();
            if ranges.is_empty() {
                self.said.remove(&key);
            }
        }
        if self.seats.get(&most).is_some_and(|seat| !seat.1) {
            *forgotten = Some(most);
        }
        self.note(most, 0, 1);
        true
    }

    /// Keeps the books: of this seat so many came and so many went.
    fn note(&mut self, seat: SeatId, more: usize, less: usize) {
        self.count = self.count + more - less;
        let (count, _) = self.seats.entry(seat).or_default();
        *count = *count + more - less;
        if *count == 0 {
            self.seats.remove(&seat);
        }
    }

    /// Has this seat said all of the range?
    pub(crate) fn covers(&self, key: (u64, SeatId), (start, end): (u32, u32)) -> bool {
        self.said.get(&key).is_some_and(|ranges| covered(ranges, start, end))
    }

    /// Takes out what lies below `state`, up to which `by` has brought a client's units.
    pub(crate) fn take_below(&mut self, by: SeatId, client: u64, state: u32) -> Due {
        let mut due = Due::default();
        let all = (client, SeatId(0))..=(client, SeatId(u64::MAX));
        let seats: Vec<SeatId> = self.said.range(all).map(|entry| entry.0.1).collect();
        for seat in seats {
            let taken = self.take_of((client, seat), state);
            if seat == by {
                due.now = taken;
            } else if !taken.is_empty() && self.seats.get(&seat).is_none_or(|seat| !seat.1) {
                due.ask.push(seat);
            }
        }
        due
    }

    fn take_of(&mut self, key: (u64, SeatId), state: u32) -> Ranges {
        let Some(ranges) = self.said.get_mut(&key) else { return Ranges::new() };
        let known = ranges.partition_point(|range| range.0 < state);
        let mut taken: Ranges = ranges.drain(..known).collect();
        let less = taken.len();
        let mut more = 0;
        if let Some(last) = taken.last_mut()
            && last.1 > state
        {
            ranges.insert(0, (state, last.1));
            last.1 = state;
            more = 1;
        }
        if ranges.is_empty() {
            self.said.remove(&key);
        }
        self.note(key.1, more, less);
        taken
    }

    /// The seat has left. What it said stays where parts of it wait that may be what was meant.
    pub(crate) fn leave(&mut self, seat: SeatId, has_parts: bool) {
        if has_parts {
            if let Some((_, has_left)) = self.seats.get_mut(&seat) {
                *has_left = true;
            }
        } else {
            self.keep_of(|other| other != seat);
        }
    }

    /// Forgets what all other seats than these have said: returns whose that was.
    pub(crate) fn keep_of(&mut self, stays: impl Fn(SeatId) -> bool) -> Vec<SeatId> {
        let gone: Vec<_> = self.seats.keys().copied().filter(|seat| !stays(*seat)).collect();
        if !gone.is_empty() {
            self.said.retain(|key, _| stays(key.1));
            self.seats.retain(|seat, _| stays(*seat));
            self.count = self.seats.values().map(|seat| seat.0).sum();
        }
        gone
    }
}

/// Is `start..end` inside one of these disjoint, joined, ascending ranges?
pub(crate) fn covered(ranges: &[(u32, u32)], start: u32, end: u32) -> bool {
    let after = ranges.partition_point(|range| range.0 <= start);
    after > 0 && ranges[after - 1].1 >= end
}
