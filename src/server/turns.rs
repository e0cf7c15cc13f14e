//! Whose turn it is where one thing is done at a time, and each may be much: who has asked for many waits behind who has asked for one.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard};

use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::base::ids::{Origin, Person};
use crate::base::limits::RENDER_PATIENCE;
use crate::base::lock::lock;
use crate::render::NotRendered;

/// Somebody who waits for a turn: where they are, and who; a link's key is whoever has it there.
pub(super) type TurnTaker = (Origin, Option<Person>);

/// Of so many it is known when they had their last turn.
const KNOWN: usize = 4_096;

static PICTURES: LazyLock<Turns> = LazyLock::new(Turns::default);

/// Turns, one at a time: next is who has waited longest since their own last one, whatever else they wait for. Cheap to clone; all
/// clones are the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Turns(Arc<Mutex<TurnQueue>>);

#[derive(Debug, Default)]
struct TurnQueue {
    taken: bool,
    /// Counts turns, and who comes to wait.
    clock: u64,
    waiting: Vec<WaitingTurn>,
    /// When somebody there, and when this one, had their last turn.
    origins: HashMap<Origin, u64>,
    takers: HashMap<TurnTaker, u64>,
}

#[derive(Debug)]
struct WaitingTurn {
    who: TurnTaker,
    since: u64,
    gives: oneshot::Sender<()>,
}

/// One's turn, until it is dropped.
#[derive(Debug)]
pub struct Turn(Turns);

/// The turn of one who asks for a page with pictures. There is one at a time: each may be a hundred megabytes of work, and whoever
/// asks for many at once takes no more of the processors, from those who type, than who asks for one.
///
/// # Errors
/// It does not come in time.
pub(super) async fn picture_turn(who: TurnTaker) -> Result<Turn, NotRendered> {
    PICTURES.take(who).await
}

impl Turns {
    /// Waits for one's turn.
    ///
    /// # Errors
    /// It does not come in time.
    pub(super) async fn take(&self, who: TurnTaker) -> Result<Turn, NotRendered> {
        let mut asked = {
            let mut queue = self.queue();
            if !queue.taken {
                queue.taken = true;
                queue.note(who);
                return Ok(Turn(self.clone()));
            }
            let (gives, given) = oneshot::channel();
            queue.clock += 1;
            let since = queue.clock;
            queue.waiting.retain(|other| !other.gives.is_closed());
            queue.waiting.push(WaitingTurn { who, since, gives });
            AskedTurn { turns: self.clone(), given: Some(given) }
        };
        timeout(RENDER_PATIENCE, asked.given()).await.map_err(|_| NotRendered::Busy)
    }

    fn pass_on(&self) {
        let mut queue = self.queue();
        while let Some(next) = queue.next() {
            let WaitingTurn { who, gives, .. } = queue.waiting.swap_remove(next);
            // Who has gone meanwhile has had none.
            if gives.send(()).is_ok() {
                queue.note(who);
                return;
            }
        }
        // With nobody waiting, nobody is behind anybody.
        *queue = TurnQueue::default();
    }

    fn queue(&self) -> MutexGuard<'_, TurnQueue> {
        lock(&self.0)
    }
}

impl TurnQueue {
    fn next(&self) -> Option<usize> {
        let last = |who: &TurnTaker| {
            let (origin, taker) = (self.origins.get(&who.0), self.takers.get(who));
            (origin.copied().unwrap_or_default(), taker.copied().unwrap_or_default())
        };
        let waiting = self.waiting.iter().enumerate();
        waiting.min_by_key(|(_, one)| (last(&one.who), one.since)).map(|(at, _)| at)
    }

    fn note(&mut self, who: TurnTaker) {
        self.clock += 1;
        if self.takers.len() >= KNOWN {
            self.takers.clear();
            self.origins.clear();
        }
        self.origins.insert(who.0, self.clock);
        self.takers.insert(who, self.clock);
    }
}

/// A turn that was asked for; where nobody waits for it any more it is the next one's.
struct AskedTurn {
    turns: Turns,
    given: Option<oneshot::Receiver<()>>,
}

impl AskedTurn {
    async fn given(&mut self) -> Turn {
        if let Some(given) = &mut self.given {
            let _ = given.await;
        }
        self.given = None;
        Turn(self.turns.clone())
    }
}

impl Drop for AskedTurn {
    fn drop(&mut self) {
        let Some(mut given) = self.given.take() else { return };
        given.close();
        if given.try_recv().is_ok() {
            self.turns.pass_on();
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.pass_on();
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use tokio::task::yield_now;

    use super::*;

    fn at(address: u8, person: u128) -> TurnTaker {
        (IpAddr::from([10, 0, 0, address]).into(), Some(Person(person)))
    }

    /// In which order these get their turns, who ask in this one.
    async fn order(asked: &[TurnTaker]) -> Vec<TurnTaker> {
        let (turns, had) = (Turns::default(), Arc::new(Mutex::new(Vec::new())));
        let first = turns.take(at(99, 99)).await.unwrap();
        let mut asking = tokio::task::JoinSet::new();
        for who in asked.iter().copied() {
            let (turns, had) = (turns.clone(), Arc::clone(&had));
            asking.spawn(async move {
                let turn = turns.take(who).await.unwrap();
                lock(&had).push(who);
                yield_now().await;
                drop(turn);
            });
            yield_now().await;
        }
        drop(first);
        asking.join_all().await;
        std::mem::take(&mut *lock(&had))
    }

    #[tokio::test(start_paused = true)]
    async fn one_has_a_turn_at_a_time_and_who_waits_too_long_hears_that() {
        let turns = Turns::default();
        let first = turns.take(at(1, 1)).await.unwrap();
        assert_eq!(turns.take(at(2, 2)).await.err(), Some(NotRendered::Busy));
        drop(first);
        let second = turns.take(at(2, 2)).await.unwrap();
        drop(second);
        assert!(turns.take(at(1, 1)).await.is_ok());
    }

    #[tokio::test]
    async fn who_asks_for_one_waits_behind_one_of_each_who_ask_for_many() {
        let (milo, cleo, host) = (at(1, 1), at(2, 2), at(3, 3));
        let asked = [[milo; 5], [cleo; 5]].concat();
        let had = order(&[&asked[..], &[host]].concat()).await;
        assert_eq!(had[..3], [milo, cleo, host]);
        assert_eq!(had.len(), 11, "everyone has all of theirs");
    }

    #[tokio::test]
    async fn who_makes_himself_many_at_one_address_has_no_more_turns() {
        let many: Vec<_> = (10..20).map(|person| at(1, person)).collect();
        let had = order(&[&many[..], &[at(2, 2), at(3, 3)]].concat()).await;
        assert_eq!(had[..3], [at(1, 10), at(2, 2), at(3, 3)]);
    }

    #[tokio::test]
    async fn a_turn_of_who_has_gone_is_the_next_ones() {
        let turns = Turns::default();
        let first = turns.take(at(1, 1)).await.unwrap();
        let mut gone = Box::pin(turns.take(at(2, 2)));
        let mut next = Box::pin(turns.take(at(3, 3)));
        assert!(futures_util::poll!(gone.as_mut()).is_pending());
        assert!(futures_util::poll!(next.as_mut()).is_pending());
        // It is theirs, and they never look.
        drop(first);
        drop(gone);
        next.await.unwrap();
    }
}
