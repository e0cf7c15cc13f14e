//! What nodes want of the engine between them: that it carries frames, at most once, and says when it may have lost
//! some. All else (order over a loss, what was missed, who is there) is the nodes' own matter.

use std::time::Duration;

use bytes::Bytes;
use thiserror::Error;
use tokio::sync::watch;

#[cfg(test)]
use super::memory::{MemoryNode, MemorySubscription};
use super::nats::{NatsLine, NatsSubscription};
use super::subject::Subject;

/// The largest frame in bytes: what an engine takes as it comes (1 MiB), less what it adds itself.
pub const MAX_FRAME: usize = (1 << 20) - (4 << 10);

/// A node's line to all others. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Engine {
    /// NATS.
    Nats(NatsLine),
    /// One that lies in this process, and fails as it is told.
    #[cfg(test)]
    Memory(MemoryNode),
}

/// The state of a node's line to the engine. The two numbers only grow, so that who looks seldom still sees that something
/// was missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EngineState {
    /// Whether the engine is there.
    pub connected: bool,
    /// How often it has come: from the second time on frames were missed in between.
    pub connections: u64,
    /// How often frames were lost on a line that stood: they came, or were to go, faster than they were taken.
    pub overruns: u64,
}

/// A frame that has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The frame.
    pub bytes: Bytes,
    /// Where its sender waits for an answer.
    pub reply_to: Option<Subject>,
}

/// Why a frame does not go out. It is lost: who wants it there has to see to it when the engine's state changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unsent {
    /// There is no engine.
    #[error("the cluster's engine is not there")]
    Down,
    /// More waits to go out than may.
    #[error("too much waits to go to the cluster's engine")]
    Full,
    /// The frame is larger than [`MAX_FRAME`].
    #[error("a frame of {0} bytes is larger than the cluster's engine takes")]
    TooLarge(usize),
}

/// Why a question has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoAnswer {
    /// Nobody else listens there: said at once.
    #[error("nobody listens there")]
    NoResponders,
    /// Nobody has answered in time.
    #[error("nobody has answered in time")]
    TimedOut,
    /// It was not sent.
    #[error(transparent)]
    Unsent(#[from] Unsent),
}

impl Engine {
    /// Sends a frame to all other nodes that listen there. Never waits.
    ///
    /// # Errors
    /// When the frame is lost already.
    pub fn publish(&self, subject: &Subject, bytes: Bytes) -> Result<(), Unsent> {
        check_size(&bytes)?;
        match self {
            Self::Nats(line) => line.publish(subject, bytes),
            #[cfg(test)]
            Self::Memory(node) => node.publish(subject, bytes),
        }
    }

    /// Listens to what other nodes send there from now on. Where the engine is not there, it begins with the engine.
    ///
    /// # Errors
    /// Where the engine takes nothing more.
    pub async fn subscribe(&self, subject: &Subject) -> Result<Subscription, Unsent> {
        match self {
            Self::Nats(line) => line.subscribe(subject).await.map(Subscription::Nats),
            #[cfg(test)]
            Self::Memory(node) => Ok(Subscription::Memory(node.subscribe(subject))),
        }
    }

    /// Asks the other nodes that listen there, and returns the first answer within this time.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn request(
        &self,
        subject: &Subject,
        bytes: Bytes,
        wait: Duration,
    ) -> Result<Bytes, NoAnswer> {
        check_size(&bytes)?;
        match self {
            Self::Nats(line) => line.request(subject, bytes, wait).await,
            #[cfg(test)]
            Self::Memory(node) => node.request(subject, bytes, wait).await,
        }
    }

    /// The state of the line, now and whenever it changes.
    #[must_use]
    pub fn state(&self) -> watch::Receiver<EngineState> {
        match self {
            Self::Nats(line) => line.state(),
            #[cfg(test)]
            Self::Memory(node) => node.state(),
        }
    }
}

fn check_size(bytes: &Bytes) -> Result<(), Unsent> {
    if bytes.len() > MAX_FRAME { Err(Unsent::TooLarge(bytes.len())) } else { Ok(()) }
}

/// What others send to one subject, until this is dropped.
#[derive(Debug)]
pub enum Subscription {
    /// Of NATS.
    Nats(NatsSubscription),
    /// Of the engine in this process.
    #[cfg(test)]
    Memory(MemorySubscription),
}

impl Subscription {
    /// The next frame; `None` when none will come any more. Dropped while it waits, it has lost nothing.
    pub async fn next(&mut self) -> Option<Delivery> {
        match self {
            Self::Nats(subscription) => subscription.next().await,
            #[cfg(test)]
            Self::Memory(subscription) => Some(subscription.next().await),
        }
    }
}
