//! What is told of the cluster at `/readyz` and `/metrics`. The cluster counts, the server tells: neither knows the other.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Something that happens in a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClusterCount {
    /// A frame went out.
    FrameSent,
    /// A frame came.
    FrameReceived,
    /// A frame that came was none of this cluster, or none that a node sends.
    FrameRejected,
    /// A frame did not go out: no engine was there.
    DroppedDown,
    /// A frame did not go out: too much waited.
    DroppedFull,
    /// The engine was there again.
    Reconnect,
    /// Frames were lost on a line that stood.
    Overrun,
    /// A frame of another node was found missing.
    Gap,
    /// A pad was compared with another node's, and taken over where it differed.
    Resync,
}

/// How many kinds there are.
const COUNTS: usize = ClusterCount::Resync as usize + 1;

/// The figures of one node. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct ClusterFigures(Arc<Figures>);

#[derive(Debug, Default)]
struct Figures {
    connected: AtomicBool,
    nodes: AtomicU64,
    counts: [AtomicU64; COUNTS],
}

impl ClusterFigures {
    /// It has happened once more.
    pub fn count(&self, what: ClusterCount) {
        self.0.counts[what as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// How often it has happened.
    #[must_use]
    pub fn counted(&self, what: ClusterCount) -> u64 {
        self.0.counts[what as usize].load(Ordering::Relaxed)
    }

    /// Says whether the engine is there.
    pub fn set_connected(&self, connected: bool) {
        self.0.connected.store(connected, Ordering::Relaxed);
    }

    /// Whether the engine is there.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.0.connected.load(Ordering::Relaxed)
    }

    /// Says how many other nodes live.
    pub fn set_nodes(&self, nodes: u64) {
        self.0.nodes.store(nodes, Ordering::Relaxed);
    }

    /// How many other nodes live.
    #[must_use]
    pub fn nodes(&self) -> u64 {
        self.0.nodes.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_counted_for_itself_and_by_all_who_have_the_figures() {
        let figures = ClusterFigures::default();
        let other = figures.clone();
        other.count(ClusterCount::FrameSent);
        other.count(ClusterCount::Resync);
        other.count(ClusterCount::Resync);
        let counted = [ClusterCount::FrameSent, ClusterCount::Gap, ClusterCount::Resync];
        assert_eq!(counted.map(|what| figures.counted(what)), [1, 0, 2]);
        other.set_connected(true);
        other.set_nodes(3);
        assert_eq!((figures.is_connected(), figures.nodes()), (true, 3));
    }
}
