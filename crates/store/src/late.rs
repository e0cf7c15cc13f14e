//! Deletions that came before what they delete, bounded.

use std::collections::BTreeMap;

/// Deletions of units that have not come yet: disjoint ranges for each client.
pub(crate) struct LateDeletes {
    clients: BTreeMap<u64, Vec<(u32, u32)>>,
    count: usize,
    max: usize,
}

impl LateDeletes {
    pub(crate) fn new(max: usize) -> Self {
        Self { clients: BTreeMap::new(), count: 0, max }
    }

    pub(crate) fn count(&self) -> usize {
        self.count
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether the next one is forgotten.
    pub(crate) fn is_full(&self) -> bool {
        self.count == self.max
    }

    /// Remembers a range. True when some of it was not there already; a full list forgets it.
    pub(crate) fn add(&mut self, client: u64, start: u32, end: u32) -> bool {
        // Repeats take no place.
        if self.covers(client, start, end) {
            return false;
        }
        // Forgotten, and told as waiting all the same: so the sender is asked again.
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
    pub(crate) fn covers(&self, client: u64, start: u32, end: u32) -> bool {
        self.clients.get(&client).is_some_and(|ranges| covered(ranges, start, end))
    }

    /// Takes out what lies below `state`.
    pub(crate) fn take_below(&mut self, client: u64, state: u32) -> Vec<(u32, u32)> {
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
pub(crate) fn covered(ranges: &[(u32, u32)], start: u32, end: u32) -> bool {
    let after = ranges.partition_point(|range| range.0 <= start);
    after > 0 && ranges[after - 1].1 >= end
}
