//! Whether who comes now gets a seat.

use std::time::Duration;

use thiserror::Error;

use super::Lobby;

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unready {
    /// People are offered their copies, or have had them.
    #[error("the server is about to end")]
    Leaving,
    /// What lives there waits.
    #[error("a thread of the server does not answer")]
    Stuck,
}

impl Lobby {
    /// Whether the server stays, and every thread begins something new within this time.
    ///
    /// # Errors
    /// What is in the way.
    pub async fn readiness(&self, within: Duration) -> Result<(), Unready> {
        if self.inner.stop.is_leaving() {
            return Err(Unready::Leaving);
        }
        let answer = self.inner.shards.answer(within).await;
        answer.then_some(()).ok_or(Unready::Stuck)
    }
}
