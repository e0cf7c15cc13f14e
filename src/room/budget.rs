//! The bytes of all pads, sockets and unfinished messages together: none may take the memory of the
//! others.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A server's memory for all that guests bring. Cheap to clone; all clones count together.
#[derive(Clone, Debug)]
pub struct Budget {
    most: usize,
    used: Arc<AtomicUsize>,
}

impl Budget {
    /// Returns a budget of this many bytes.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { most, used: Arc::default() }
    }

    /// Takes so many bytes for as long as what is returned is kept; `None` where there are no more.
    #[must_use]
    pub fn take(&self, bytes: usize) -> Option<Account> {
        let mut account = self.account();
        account.grow_to(bytes).then_some(account)
    }

    /// Opens an account that nothing was taken for yet.
    #[must_use]
    pub fn account(&self) -> Account {
        Account { budget: self.clone(), used: 0 }
    }
}

/// What one pad, socket or message takes of the budget; given back when it is dropped.
#[derive(Debug)]
pub struct Account {
    budget: Budget,
    used: usize,
}

impl Account {
    /// Whether the server has more memory for this many bytes.
    #[must_use]
    pub fn has_room_for(&self, more: usize) -> bool {
        let used = self.budget.used.load(Ordering::Relaxed);
        used.saturating_add(more) <= self.budget.most
    }

    /// Takes so many bytes in all; false, and nothing changes, where the server has no more.
    pub fn grow_to(&mut self, used: usize) -> bool {
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

impl Drop for Account {
    fn drop(&mut self) {
        self.set(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
