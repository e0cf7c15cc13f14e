//! Connections that owe a request: opened, and no head yet, or not all of the body. They cost nothing to
//! make, so one address has a share of them, and the oldest goes where there is no more place.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::sync::Notify;

use crate::base::limits::MAX_HALF_OPEN;
use crate::base::lock::lock;

/// All of them. Cheap to clone; all clones are one.
#[derive(Clone, Default)]
pub(super) struct HalfOpen(Arc<Mutex<Waiting>>);

#[derive(Default)]
struct Waiting {
    /// Numbers in the order of their coming.
    next: u64,
    all: BTreeMap<u64, (IpAddr, Arc<Notify>)>,
    of: HashMap<IpAddr, VecDeque<u64>>,
}

/// One connection, for as long as it is open.
pub(super) struct Connection {
    registry: HalfOpen,
    address: IpAddr,
    number: Mutex<Option<u64>>,
    given_up: Arc<Notify>,
}

impl HalfOpen {
    /// A connection has been opened, and owes its first request.
    pub(super) fn open(&self, address: IpAddr) -> Connection {
        let (number, given_up) = (Mutex::new(None), Arc::default());
        let connection = Connection { registry: self.clone(), address, number, given_up };
        let number = connection.register();
        connection.have_a_share(number);
        connection
    }

    /// Gives up the oldest of all; false where none owes anything.
    pub(super) fn give_up_oldest(&self) -> bool {
        let mut waiting = self.waiting();
        let oldest = waiting.all.keys().next().copied();
        oldest.is_some_and(|number| waiting.give_up(number))
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        lock(&self.0)
    }
}

impl Waiting {
    fn give_up(&mut self, number: u64) -> bool {
        let given_up = self.remove(number);
        if let Some(given_up) = &given_up {
            given_up.notify_one();
        }
        given_up.is_some()
    }

    fn remove(&mut self, number: u64) -> Option<Arc<Notify>> {
        let (address, given_up) = self.all.remove(&number)?;
        if let Some(numbers) = self.of.get_mut(&address) {
            numbers.retain(|other| *other != number);
            if numbers.is_empty() {
                self.of.remove(&address);
            }
        }
        Some(given_up)
    }
}

impl Connection {
    /// It was answered, and owes the next request from now on: that is what a browser keeps open, so
    /// it is given up only where there is no place at all.
    pub(super) fn owes_another(&self) {
        self.register();
    }

    fn register(&self) -> u64 {
        let mut waiting = self.registry.waiting();
        let number = waiting.next;
        waiting.next += 1;
        waiting.all.insert(number, (self.address, Arc::clone(&self.given_up)));
        drop(waiting);
        *self.number() = Some(number);
        number
    }

    /// Who has asked for nothing at all yet is one of a share.
    fn have_a_share(&self, number: u64) {
        let mut waiting = self.registry.waiting();
        let numbers = waiting.of.entry(self.address).or_default();
        numbers.push_back(number);
        let oldest = (numbers.len() > MAX_HALF_OPEN).then(|| numbers[0]);
        if let Some(oldest) = oldest {
            waiting.give_up(oldest);
        }
    }

    /// Its request is here whole.
    pub(super) fn is_heard(&self) {
        if let Some(number) = self.number().take() {
            self.registry.waiting().remove(number);
        }
    }

    /// Waits until it is given up for newer ones.
    pub(super) async fn given_up(&self) {
        self.given_up.notified().await;
    }

    fn number(&self) -> MutexGuard<'_, Option<u64>> {
        lock(&self.number)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.is_heard();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt as _;

    fn is_given_up(connection: &Connection) -> bool {
        connection.given_up().now_or_never().is_some()
    }

    #[test]
    fn of_one_address_the_oldest_goes_and_who_has_asked_stays() {
        let (registry, eve) = (HalfOpen::default(), IpAddr::from([10, 0, 0, 1]));
        let ann = registry.open(IpAddr::from([10, 0, 0, 2]));
        let asked = registry.open(eve);
        asked.is_heard();
        let held: Vec<_> = (0..MAX_HALF_OPEN + 3).map(|_| registry.open(eve)).collect();
        let gone: Vec<_> = held.iter().map(is_given_up).collect();
        assert_eq!(gone.iter().filter(|gone| **gone).count(), 3);
        assert!(gone[..3].iter().all(|gone| *gone), "the oldest");
        assert!(!is_given_up(&ann) && !is_given_up(&asked));
        drop(held);
        assert!(registry.give_up_oldest() && is_given_up(&ann));
        assert!(!registry.give_up_oldest(), "nobody owes anything");
        assert!(registry.waiting().of.is_empty());
        asked.owes_another();
        assert!(registry.give_up_oldest() && is_given_up(&asked));
    }
}
