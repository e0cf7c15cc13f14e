//! Which decisions of hosts a machine has followed.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Another machine of the same cluster, as the room tells them apart.
pub type NodeNumber = u64;

/// How many decisions of each machine were followed: a version vector.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub(super) struct Versions(BTreeMap<NodeNumber, u32>);

impl Versions {
    fn of(&self, node: NodeNumber) -> u32 {
        self.0.get(&node).copied().unwrap_or_default()
    }

    pub(super) fn count(&mut self, node: NodeNumber) {
        *self.0.entry(node).or_default() += 1;
    }

    /// Whether these come before others, after them, or beside them (`None`).
    pub(super) fn compare(&self, other: &Self) -> Option<Ordering> {
        let nodes = || self.0.keys().chain(other.0.keys());
        let less = nodes().any(|node| self.of(*node) < other.of(*node));
        let more = nodes().any(|node| self.of(*node) > other.of(*node));
        match (less, more) {
            (false, false) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Less),
            (false, true) => Some(Ordering::Greater),
            (true, true) => None,
        }
    }

    /// An order among those that come beside each other, the same at every machine.
    pub(super) fn rank(&self) -> (u64, Vec<(NodeNumber, u32)>) {
        let all: Vec<_> = self.0.iter().map(|(node, count)| (*node, *count)).collect();
        (all.iter().map(|entry| u64::from(entry.1)).sum(), all)
    }

    pub(super) fn join(&mut self, other: &Self) {
        for (node, count) in &other.0 {
            let own = self.0.entry(*node).or_default();
            *own = (*own).max(*count);
        }
    }

    /// In 8 bytes (FNV-1a): equal where they are.
    pub(super) fn short(&self) -> u64 {
        let bytes = self
            .0
            .iter()
            .flat_map(|(node, count)| node.to_be_bytes().into_iter().chain(count.to_be_bytes()));
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions(of: &[(u64, u32)]) -> Versions {
        Versions(of.iter().copied().collect())
    }

    #[test]
    fn decisions_come_after_those_that_they_know_of_and_beside_the_others() {
        let (none, one) = (versions(&[]), versions(&[(1, 1)]));
        assert_eq!(none.compare(&one), Some(Ordering::Less));
        assert_eq!(one.compare(&none), Some(Ordering::Greater));
        assert_eq!(one.compare(&versions(&[(1, 1)])), Some(Ordering::Equal));
        assert_eq!(one.compare(&versions(&[(2, 1)])), None);
        let mut both = one.clone();
        both.join(&versions(&[(2, 1)]));
        assert_eq!(both.compare(&one), Some(Ordering::Greater));
        assert_ne!(both.short(), one.short());
        assert!(versions(&[(2, 1)]).rank() > one.rank(), "two at once have one order");
    }
}
