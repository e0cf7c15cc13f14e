//! The threads that pads are spread over. A room lives on one of them with all who sit in it, so that
//! no lock is waited for on the way of a keystroke.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{io, thread};

use tokio::runtime::{Builder, Handle};
use tokio::time::timeout;
use tokio_util::sync::{CancellationToken, DropGuard};

/// A thread with an event loop of its own.
#[derive(Clone, Debug)]
pub struct Shard {
    pub(super) tasks: Handle,
    home: bool,
}

impl Shard {
    /// Whether it is the server's own thread, which accepts connections and answers requests.
    #[must_use]
    pub fn is_home(&self) -> bool {
        self.home
    }
}

/// All of them. Dropping it ends those that it started, with the tasks that are left there.
#[derive(Debug)]
pub struct Shards {
    shards: Vec<Shard>,
    next: AtomicUsize,
    _ends: DropGuard,
}

impl Shards {
    /// Starts so many threads, counting the caller's own, whose event loop is running.
    ///
    /// # Errors
    /// Where the system gives no further thread or event loop.
    pub fn start(threads: usize) -> io::Result<Self> {
        let over = CancellationToken::new();
        // From here on, so that what was started ends also where the next can't be.
        let ends = over.clone().drop_guard();
        let mut shards = vec![Shard { tasks: Handle::current(), home: true }];
        for n in 1..threads {
            let runtime = Builder::new_current_thread().enable_all().build()?;
            shards.push(Shard { tasks: runtime.handle().clone(), home: false });
            let over = over.clone();
            let work = move || runtime.block_on(over.cancelled());
            thread::Builder::new().name(format!("pads-{n}")).spawn(work)?;
        }
        Ok(Self { shards, next: AtomicUsize::new(1), _ends: ends })
    }

    /// Whether every thread does something new within this time.
    pub async fn answer(&self, within: Duration) -> bool {
        for shard in &self.shards {
            if !matches!(timeout(within, shard.tasks.spawn(async {})).await, Ok(Ok(()))) {
                return false;
            }
        }
        true
    }

    /// The thread for the next room: in turn, so that none has two while another has none. The
    /// server's own comes last, since it has all pages and joins to serve.
    pub fn next(&self) -> Shard {
        let turn = self.next.fetch_add(1, Ordering::Relaxed);
        self.shards[turn % self.shards.len()].clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn threads_that_work_answer_and_one_that_is_stuck_does_not() {
        let shards = Shards::start(2).unwrap();
        assert!(shards.answer(Duration::from_secs(20)).await);
        let (go_on, stuck) = std::sync::mpsc::sync_channel::<()>(1);
        shards.shards[1].tasks.spawn(async move { stuck.recv() });
        assert!(!shards.answer(Duration::from_millis(50)).await);
        drop(go_on);
        assert!(shards.answer(Duration::from_secs(20)).await);
    }
}
