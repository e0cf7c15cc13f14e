//! Which nodes there are: each says every second that it is there.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::frame::HeartBeat;
use super::incarnation::Incarnation;

/// A node that was silent for this long is not asked for anything new.
pub(super) const SUSPECT_AFTER: Duration = Duration::from_secs(5);

/// All nodes that were heard of late.
#[derive(Debug, Default)]
pub(super) struct NodeTable(BTreeMap<Incarnation, KnownNode>);

#[derive(Clone, Copy, Debug)]
struct KnownNode {
    beat: HeartBeat,
    heard: Instant,
}

impl NodeTable {
    /// A node says that it is there.
    pub(super) fn hear(&mut self, node: Incarnation, beat: HeartBeat, now: Instant) {
        self.0.insert(node, KnownNode { beat, heard: now });
    }

    /// A line hears a node that may not have said anything here itself: it is there, and its death is to be noticed too.
    pub(super) fn meet(&mut self, node: Incarnation, now: Instant) {
        let beat = HeartBeat { leaving: false, pads: 0, people: 0, ended: 0 };
        self.0.entry(node).or_insert(KnownNode { beat, heard: now });
    }

    /// Forgets those that were silent for so long, and tells which.
    pub(super) fn bury(&mut self, dead_after: Duration, now: Instant) -> Vec<Incarnation> {
        let is_dead = |known: &KnownNode| now.saturating_duration_since(known.heard) >= dead_after;
        let dead = self.0.iter().filter(|(_, known)| is_dead(known)).map(|(node, _)| *node);
        let dead: Vec<_> = dead.collect();
        self.0.retain(|node, _| !dead.contains(node));
        dead
    }

    /// Those to which a pad may be brought.
    pub(super) fn live(&self, now: Instant) -> Vec<Incarnation> {
        let is_live = |known: &&KnownNode| {
            now.saturating_duration_since(known.heard) < SUSPECT_AFTER && !known.beat.leaving
        };
        self.0.iter().filter(|(_, known)| is_live(known)).map(|(node, _)| *node).collect()
    }

    /// How many are there, and how many of them were silent for a while.
    pub(super) fn count(&self, now: Instant) -> (usize, usize) {
        let silent =
            |known: &&KnownNode| now.saturating_duration_since(known.heard) >= SUSPECT_AFTER;
        (self.0.len(), self.0.values().filter(silent).count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_silent_node_is_asked_for_nothing_new_and_then_is_dead() {
        let (now, mut nodes) = (Instant::now(), NodeTable::default());
        let beat = HeartBeat { leaving: false, pads: 1, people: 1, ended: 0 };
        let [one, two, three] = [1, 2, 3].map(Incarnation);
        nodes.hear(one, beat, now);
        nodes.hear(two, beat, now + SUSPECT_AFTER);
        nodes.hear(three, HeartBeat { leaving: true, ..beat }, now + SUSPECT_AFTER);
        assert_eq!(nodes.live(now + SUSPECT_AFTER), [two], "one is silent, three goes");
        assert_eq!(nodes.count(now + SUSPECT_AFTER), (3, 1));
        assert_eq!(nodes.bury(2 * SUSPECT_AFTER, now + 2 * SUSPECT_AFTER), [one]);
        assert_eq!(nodes.bury(2 * SUSPECT_AFTER, now + 2 * SUSPECT_AFTER), []);
    }

    #[test]
    fn a_node_that_only_a_line_has_heard_dies_as_others_and_one_that_is_known_stays_as_it_is() {
        let (now, mut nodes) = (Instant::now(), NodeTable::default());
        let [one, two] = [1, 2].map(Incarnation);
        let beat = HeartBeat { leaving: true, pads: 1, people: 1, ended: 0 };
        nodes.hear(two, beat, now);
        nodes.meet(one, now + SUSPECT_AFTER);
        nodes.meet(two, now + SUSPECT_AFTER);
        assert_eq!(nodes.live(now + SUSPECT_AFTER), [one], "two has said that it goes");
        assert_eq!(nodes.bury(SUSPECT_AFTER, now + SUSPECT_AFTER), [two]);
        assert_eq!(nodes.bury(SUSPECT_AFTER, now + 2 * SUSPECT_AFTER), [one]);
    }
}
