//! Who follows a pad's text without a seat: programs, which a host reads of.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use crate::base::ids::Person;
use crate::base::lock::lock;

/// One who follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFollower {
    /// What it calls itself; empty where it says nothing.
    pub name: String,
    /// Whose key it shows, where that is somebody's own.
    pub person: Option<Person>,
}

/// All who follow one pad, in the order of their coming. Each holds a connection, and so is counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Followers(Arc<Mutex<AllFollowers>>);

#[derive(Debug, Default)]
struct AllFollowers {
    next: u64,
    here: BTreeMap<u64, TextFollower>,
}

impl Followers {
    pub(super) fn add(&self, follower: TextFollower) -> Following {
        let mut all = lock(&self.0);
        let id = all.next;
        all.next += 1;
        all.here.insert(id, follower);
        drop(all);
        Following { all: self.clone(), id }
    }

    pub(super) fn all(&self) -> Vec<TextFollower> {
        lock(&self.0).here.values().cloned().collect()
    }
}

/// One of them, for as long as this lives.
#[derive(Debug)]
pub struct Following {
    all: Followers,
    id: u64,
}

impl Drop for Following {
    fn drop(&mut self) {
        lock(&self.all.0).here.remove(&self.id);
    }
}
