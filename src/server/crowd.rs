//! How many are here at once, in all and of one address.

use crate::base::lock::lock;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard};

/// A bounded crowd. Cheap to clone; all clones are one.
#[derive(Clone)]
pub(super) struct Crowd(Arc<CrowdBounds>);

struct CrowdBounds {
    most: usize,
    most_of_one: usize,
    /// Never held across an await.
    counts: Mutex<Counts>,
}

#[derive(Default)]
struct Counts {
    all: usize,
    of: HashMap<IpAddr, usize>,
}

/// One of them, until this is dropped.
pub(super) struct InCrowd {
    crowd: Crowd,
    address: IpAddr,
}

impl Crowd {
    /// At most so many in all and of one address, where that is enforced.
    pub(super) fn new(most: usize, most_of_one: usize, enforced: bool) -> Self {
        let bound = |n| if enforced { n } else { usize::MAX };
        let (most, most_of_one) = (bound(most), bound(most_of_one));
        Self(Arc::new(CrowdBounds { most, most_of_one, counts: Mutex::default() }))
    }

    /// Lets one more in; `None` where there are too many.
    pub(super) fn enter(&self, address: IpAddr) -> Option<InCrowd> {
        let mut counts = self.counts();
        let of_one = counts.of.get(&address).copied().unwrap_or(0);
        if counts.all >= self.0.most || of_one >= self.0.most_of_one {
            return None;
        }
        counts.all += 1;
        counts.of.insert(address, of_one + 1);
        drop(counts);
        Some(InCrowd { crowd: self.clone(), address })
    }

    /// How many are here.
    pub(super) fn len(&self) -> usize {
        self.counts().all
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        lock(&self.0.counts)
    }
}

impl Drop for InCrowd {
    fn drop(&mut self) {
        let mut counts = self.crowd.counts();
        counts.all = counts.all.saturating_sub(1);
        if let Some(count) = counts.of.get_mut(&self.address) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                counts.of.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_has_its_share_and_all_have_theirs() {
        let address = |n| IpAddr::from([10, 0, 0, n]);
        let crowd = Crowd::new(3, 2, true);
        let first = crowd.enter(address(1));
        let _second = crowd.enter(address(1)).unwrap();
        assert!(first.is_some() && crowd.enter(address(1)).is_none());
        let _other = crowd.enter(address(2)).unwrap();
        assert!(crowd.enter(address(3)).is_none(), "all are here");
        drop(first);
        assert!(crowd.enter(address(1)).is_some());
        assert_eq!(crowd.counts().of.len(), 2, "who is gone is forgotten");
        let unlimited = Crowd::new(1, 1, false);
        assert!((0..9).map(|_| unlimited.enter(address(1))).all(|here| here.is_some()));
    }
}
