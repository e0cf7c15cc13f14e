//! One stop signal for the whole server, and a count of every task that runs in it.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::task::JoinHandle;
use tokio_util::sync::{CancellationToken, WaitForCancellationFuture};
use tokio_util::task::TaskTracker;

use super::shards::Shard;

/// Handed down from the app: tells when to stop, and counts who has not yet.
#[derive(Clone, Debug, Default)]
pub struct Stop {
    token: CancellationToken,
    tasks: TaskTracker,
    leaving: Arc<AtomicBool>,
}

impl Stop {
    /// Returns a signal that nobody has given yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs a task that is waited for when the server stops.
    pub fn spawn<F>(&self, task: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.tasks.spawn(task)
    }

    /// Runs a task that the signal ends wherever it waits: for what has nothing to finish.
    pub fn spawn_until_stopped(&self, task: impl Future<Output = ()> + Send + 'static) {
        let token = self.token.clone();
        self.tasks.spawn(async move {
            tokio::select! {
                () = task => {}
                () = token.cancelled() => {}
            }
        });
    }

    /// The same as [`spawn`](Self::spawn) on this thread.
    pub fn spawn_on<F>(&self, shard: &Shard, task: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.tasks.spawn_on(task, &shard.tasks)
    }

    /// Gives the signal.
    pub fn stop(&self) {
        self.token.cancel();
    }

    /// Whether the signal was given.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.token.is_cancelled()
    }

    /// Says whether the signal will come once people have their copies.
    pub fn set_leaving(&self, leaving: bool) {
        self.leaving.store(leaving, Ordering::Relaxed);
    }

    /// Whether the signal was given, or will come once people have their copies.
    #[must_use]
    pub fn is_leaving(&self) -> bool {
        self.is_stopping() || self.leaving.load(Ordering::Relaxed)
    }

    /// Waits until the signal is given.
    pub fn stopped(&self) -> WaitForCancellationFuture<'_> {
        self.token.cancelled()
    }

    /// Waits until every task has ended. Give the signal first.
    pub async fn finished(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }

    /// How many tasks have not ended.
    #[must_use]
    pub fn running(&self) -> usize {
        self.tasks.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_signal_ends_what_has_nothing_to_finish_and_waits_for_the_rest() {
        let (stop, (done, is_done)) = (Stop::new(), tokio::sync::oneshot::channel());
        stop.spawn_until_stopped(std::future::pending());
        stop.spawn(async move {
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            done.send(()).unwrap();
        });
        tokio::task::yield_now().await;
        assert_eq!(stop.running(), 2);
        stop.stop();
        stop.finished().await;
        assert_eq!(is_done.await, Ok(()));
    }
}
