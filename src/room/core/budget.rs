//! The bytes of all pads, sockets and unfinished messages together: none may take the memory of the
//! others.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use crate::base::lock::lock;
use fadepad_store::Origin;

/// The part of all memory (one in so many) that may wait to go out to guests who do not read.
const UNREAD: usize = 4;

/// A server's memory for all that guests bring. Cheap to clone; all clones count together.
#[derive(Clone, Debug)]
pub struct Budget {
    most: usize,
    used: Arc<AtomicUsize>,
    unread: Arc<Mutex<UnreadSums>>,
}

/// What waits to go out, in all and by where its guests come from.
#[derive(Debug, Default)]
struct UnreadSums {
    used: usize,
    by: HashMap<Option<Origin>, usize>,
}

impl Budget {
    /// Returns a budget of this many bytes.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { most, used: Arc::default(), unread: Arc::default() }
    }

    /// Takes so many bytes for what one guest does not read, until it has gone out. `None` where the
    /// server has no more, or where those who come from there would hold more than what is left
    /// for all others: so no number of guests uses up the rest, and it is nobody's memory for pads.
    /// One alone may be larger where nothing else waits: in little memory a large pad could be joined
    /// by nobody, who would try again and again.
    #[must_use]
    pub fn take_unread(&self, origin: Option<Origin>, bytes: usize) -> Option<Unread> {
        let mut unread = self.unread();
        // Looked up and taken under one lock: two that come at once would both find the last room.
        let left = (self.most / UNREAD).saturating_sub(unread.used);
        let theirs = unread.by.get(&origin).copied().unwrap_or(0);
        let is_alone = unread.used == 0;
        if !is_alone && theirs.saturating_add(bytes) > left.saturating_sub(bytes) {
            return None;
        }
        let account = self.take(bytes)?;
        unread.used += bytes;
        *unread.by.entry(origin).or_default() += bytes;
        Some(Unread { account, origin })
    }

    fn unread(&self) -> MutexGuard<'_, UnreadSums> {
        lock(&self.unread)
    }

    /// Takes so many bytes for as long as what is returned is kept; `None` where there are no more.
    #[must_use]
    pub fn take(&self, bytes: usize) -> Option<Reservation> {
        let mut account = self.account();
        account.grow_to(bytes).then_some(account)
    }

    /// Opens an account that nothing was taken for yet.
    #[must_use]
    pub fn account(&self) -> Reservation {
        Reservation { budget: self.clone(), used: 0 }
    }
}

/// What one pad, socket or message takes of the budget; given back when it is dropped.
#[derive(Debug)]
pub struct Reservation {
    budget: Budget,
    used: usize,
}

impl Reservation {
    /// Whether the server has more memory for this many bytes.
    #[must_use]
    pub fn has_room_for(&self, more: usize) -> bool {
        let used = self.budget.used.load(Ordering::Relaxed);
        used.saturating_add(more) <= self.budget.most
    }

    /// Takes so many bytes in all; false, and nothing changes, where the server has no more.
    pub fn grow_to(&mut self, used: usize) -> bool {
        // Not one step with the taking: rooms on two threads may both find the last room. The bound
        // is of a machine's memory, and a message too many does no harm.
        let fits = self.has_room_for(used.saturating_sub(self.used));
        if fits {
            self.set(used);
        }
        fits
    }

    /// Notes what it takes now.
    pub fn set(&mut self, used: usize) {
        if used >= self.used {
            self.budget.used.fetch_add(used - self.used, Ordering::Relaxed);
        } else {
            self.budget.used.fetch_sub(self.used - used, Ordering::Relaxed);
        }
        self.used = used;
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        self.set(0);
    }
}

/// Bytes that wait to go out to one guest; given back when they are out.
#[derive(Debug)]
pub struct Unread {
    account: Reservation,
    origin: Option<Origin>,
}

impl Drop for Unread {
    fn drop(&mut self) {
        let bytes = self.account.used;
        let mut unread = self.account.budget.unread();
        unread.used -= bytes;
        if let Some(theirs) = unread.by.get_mut(&self.origin) {
            *theirs -= bytes;
            if *theirs == 0 {
                unread.by.remove(&self.origin);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_does_not_read_holds_no_more_than_is_left_for_others() {
        let budget = Budget::new(4_000);
        let origin = |n: u8| Some(Origin::from(std::net::IpAddr::from([10, 0, 0, n])));
        let held: Vec<_> = std::iter::from_fn(|| budget.take_unread(origin(1), 100)).collect();
        assert_eq!(held.len(), 5, "half of a quarter");
        let other = budget.take_unread(origin(2), 250);
        assert!(other.is_some() && budget.take_unread(origin(2), 100).is_none());
        assert!(budget.take_unread(None, 100).is_some());
        assert!(budget.take(3_250).is_some(), "the rest is for pads");
        drop((held, other));
        assert!(budget.take_unread(origin(1), 500).is_some() && budget.unread().by.is_empty());
    }

    #[test]
    fn what_is_large_for_this_memory_waits_alone() {
        let budget = Budget::new(4_000);
        let text = budget.take(1_000);
        assert!(budget.take_unread(None, 3_001).is_none(), "there is no more");
        let large = budget.take_unread(None, 2_000);
        assert!(large.is_some() && budget.take_unread(None, 1).is_none());
        drop(large);
        assert!(budget.take_unread(None, 2_000).is_some() && text.is_some());
    }

    #[test]
    fn more_than_there_is_can_not_be_taken() {
        let budget = Budget::new(100);
        let kept = budget.take(60);
        assert!(kept.is_some() && budget.take(41).is_none());
        let mut other = budget.take(40).unwrap();
        assert!(!other.grow_to(41) && other.grow_to(10));
        drop(kept);
        assert!(other.grow_to(100));
    }

    #[test]
    fn what_one_pad_takes_another_lacks_until_it_is_gone() {
        let budget = Budget::new(100);
        let (mut one, two) = (budget.account(), budget.account());
        one.set(70);
        assert!(two.has_room_for(30) && !two.has_room_for(31));
        one.set(20);
        assert!(two.has_room_for(80));
        drop(one);
        assert!(two.has_room_for(100));
    }
}
