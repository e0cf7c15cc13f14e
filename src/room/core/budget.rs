//! The bytes of all pads, sockets and unfinished messages together: none may take the memory of the
//! others.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use bytes::Bytes;

use crate::base::limits::MAX_VIEWER_MESSAGE;
use crate::base::lock::lock;
use fadepad_store::Origin;

/// The part of all memory (one in so many) that may wait to go out to guests who do not read.
const UNREAD: usize = 4;

/// The part of all memory (one in so many) that what guests bring may take on its way into pads.
const ARRIVING: usize = 2;

/// A server's memory for all that guests bring. Cheap to clone; all clones count together.
#[derive(Clone, Debug)]
pub struct Budget {
    most: usize,
    used: Arc<AtomicUsize>,
    unread: Arc<Mutex<SharedPart>>,
    arriving: Arc<Mutex<SharedPart>>,
}

/// A part of the memory, and who has taken of it by where they come from.
#[derive(Debug)]
struct SharedPart {
    most: usize,
    used: usize,
    by: HashMap<Option<Origin>, usize>,
}

impl SharedPart {
    fn new(most: usize) -> Mutex<Self> {
        Mutex::new(Self { most, used: 0, by: HashMap::new() })
    }

    /// Whether those who come from there hold no more, with these bytes, than what is left for all others: so no number of
    /// guests uses up the rest. One alone, who has `own` of it, may hold more where nobody else has any: in little memory a
    /// large pad could else be joined by nobody, who would try again and again.
    fn has_room(&self, origin: Option<Origin>, own: usize, more: usize) -> bool {
        let left = self.most.saturating_sub(self.used);
        let theirs = self.by.get(&origin).copied().unwrap_or(0);
        self.used == own || theirs.saturating_add(more) <= left.saturating_sub(more)
    }

    fn add(&mut self, origin: Option<Origin>, bytes: usize) {
        self.used += bytes;
        *self.by.entry(origin).or_default() += bytes;
    }

    fn give_back(&mut self, origin: Option<Origin>, bytes: usize) {
        self.used -= bytes;
        if let Some(theirs) = self.by.get_mut(&origin) {
            *theirs -= bytes;
            if *theirs == 0 {
                self.by.remove(&origin);
            }
        }
    }
}

impl Budget {
    /// Returns a budget of this many bytes.
    #[must_use]
    pub fn new(most: usize) -> Self {
        let part = |of| Arc::new(SharedPart::new(most / of));
        Self { most, used: Arc::default(), unread: part(UNREAD), arriving: part(ARRIVING) }
    }

    /// The bytes that are taken now, and all that there are.
    #[must_use]
    pub fn used(&self) -> (usize, usize) {
        (self.used.load(Ordering::Relaxed), self.most)
    }

    /// Takes so many bytes for what one guest does not read, until it has gone out. `None` where the
    /// server has no more, or where those who come from there would hold more than what is left
    /// for all others: it is nobody's memory for pads.
    #[must_use]
    pub fn take_unread(&self, origin: Option<Origin>, bytes: usize) -> Option<Unread> {
        // Looked up and taken under one lock: two that come at once would both find the last room.
        let mut unread = lock(&self.unread);
        if !unread.has_room(origin, 0, bytes) {
            return None;
        }
        let account = self.take(bytes)?;
        unread.add(origin, bytes);
        Some(Unread { account, origin })
    }

    /// The memory for what those bring who come from there.
    #[must_use]
    pub fn inflow(&self, origin: Option<Origin>) -> Inflow {
        Inflow { budget: self.clone(), origin }
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

    /// These bytes, for which it is: it is given back when nobody has any part of them any more, wherever they have gone.
    #[must_use]
    pub fn held_by(mut self, bytes: Bytes) -> Bytes {
        self.set(bytes.len());
        Bytes::from_owner(HeldBytes { bytes, _memory: self })
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

/// Bytes with their place in the memory of all.
struct HeldBytes {
    bytes: Bytes,
    _memory: Reservation,
}

impl AsRef<[u8]> for HeldBytes {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
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
        let (budget, bytes) = (&self.account.budget, self.account.used);
        lock(&budget.unread).give_back(self.origin, bytes);
    }
}

/// The memory for what those bring who come from one place: messages that are not finished or wait for a busy pad, and bodies.
#[derive(Clone, Debug)]
pub struct Inflow {
    budget: Budget,
    origin: Option<Origin>,
}

impl Inflow {
    /// Opens an account that nothing was taken for yet.
    #[must_use]
    pub fn account(&self) -> Arriving {
        Arriving { account: self.budget.account(), origin: self.origin, shared: 0 }
    }

    /// Takes so many bytes for as long as what is returned is kept; `None` where there are no more.
    #[must_use]
    pub fn take(&self, bytes: usize) -> Option<Arriving> {
        let mut account = self.account();
        account.grow_to(bytes).then_some(account)
    }
}

/// What one message or body takes on its way in; given back when it is dropped.
#[derive(Debug)]
pub struct Arriving {
    account: Reservation,
    origin: Option<Origin>,
    /// What of it stands in the part for all of this.
    shared: usize,
}

impl Arriving {
    /// Takes so many bytes in all; false, and nothing changes, where the server has no more, or where those who come from
    /// there would hold more of the part for this than what is left for all others. What people type is small, and needs no
    /// part of it: large messages keep nobody from that.
    pub fn grow_to(&mut self, used: usize) -> bool {
        if used <= MAX_VIEWER_MESSAGE || used <= self.shared {
            return self.account.grow_to(used.max(self.shared));
        }
        let arriving = Arc::clone(&self.account.budget.arriving);
        let mut arriving = lock(&arriving);
        let more = used - self.shared;
        let fits = arriving.has_room(self.origin, self.shared, more) && self.account.grow_to(used);
        if fits {
            arriving.add(self.origin, more);
            self.shared = used;
        }
        fits
    }
}

impl Drop for Arriving {
    fn drop(&mut self) {
        if self.shared > 0 {
            lock(&self.account.budget.arriving).give_back(self.origin, self.shared);
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
        assert!(budget.take_unread(origin(1), 500).is_some() && lock(&budget.unread).by.is_empty());
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

    #[test]
    fn who_brings_much_at_once_leaves_others_room_for_it_and_pads_half_of_all() {
        const PART: usize = 1 << 20;
        let budget = Budget::new(16 * PART);
        let inflow =
            |n: u8| budget.inflow(Some(Origin::from(std::net::IpAddr::from([10, 0, 0, n]))));
        let of = |n| std::iter::from_fn(|| inflow(n).take(PART)).collect::<Vec<_>>();
        let mut first = of(1);
        assert_eq!(first.len(), 4, "half of a half");
        assert!(!first[0].grow_to(2 * PART) && first[0].grow_to(PART), "nor does one grow");
        let second = of(2);
        assert_eq!(second.len(), 2, "half of what is left");
        assert!(inflow(1).take(MAX_VIEWER_MESSAGE).is_some(), "what is typed goes on");
        assert!(budget.take(10 * PART).is_some(), "the rest is for pads");
        drop((first, second));
        let mut alone = inflow(1).take(9 * PART).unwrap();
        assert!(alone.grow_to(12 * PART) && inflow(2).take(PART).is_none());
        drop(alone);
        assert!(lock(&budget.arriving).by.is_empty() && budget.take(16 * PART).is_some());
    }
}
