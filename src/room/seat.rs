//! A guest's place in a room: what a door says for the guest, and hears of the way out.

use std::sync::Arc;

use bytes::Bytes;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};

use super::core::budget::Inflow;
use super::core::messages;
use super::message::{Message, Said, Ticket};
use super::send::history::History;
use super::send::outbound::{Outbound, Sent};
use super::send::task_writer::Next;
use super::{GONE, Inbox, Large, now};
use crate::base::close::CloseCode;
use crate::base::ids::SeatId;
use crate::base::limits::MAX_VIEWER_MESSAGE;

/// A guest's place in a room. Dropping it leaves, on every path.
pub struct Seat {
    pub(super) id: SeatId,
    pub(super) outbound: Arc<Outbound>,
    pub(super) inbox: mpsc::Sender<Inbox>,
    pub(super) farewell: Option<mpsc::OwnedPermit<Inbox>>,
    pub(super) inflow: Inflow,
}

impl Seat {
    /// Hands a message to the room; waits while the room is busy. False when the room is gone.
    pub async fn say(&self, message: Message) -> bool {
        self.hand_over(message.into()).await
    }

    /// The memory for what this guest brings.
    #[must_use]
    pub fn inflow(&self) -> &Inflow {
        &self.inflow
    }

    /// Whether what this guest has from before is still to come.
    #[must_use]
    pub fn history(&self) -> History {
        self.outbound.history().clone()
    }

    /// Hands over a message whose fate the guest wants to know. False when the room is gone.
    pub async fn say_told(&self, message: Message, ticket: Ticket) -> bool {
        self.hand_over(Said { message, ticket: Some(ticket) }).await
    }

    async fn hand_over(&self, said: Said) -> bool {
        if matches!(said.message, Message::Update { live: false, .. }) {
            self.outbound.history().came();
        }
        let size = messages::size(&said.message);
        if size > MAX_VIEWER_MESSAGE {
            // Boxed, since every idle connection holds the future that waits here.
            return Box::pin(self.hand_over_large(said, size)).await;
        }
        match self.inbox.try_send(Inbox::Say(self.id, said, None)) {
            Ok(()) => true,
            // The same.
            Err(TrySendError::Full(message)) => Box::pin(self.inbox.send(message)).await.is_ok(),
            Err(TrySendError::Closed(_)) => false,
        }
    }

    /// One at a time, and the next is read when the room has looked at it: what others type does not wait behind all
    /// that one brings.
    async fn hand_over_large(&self, said: Said, size: usize) -> bool {
        let Some(memory) = self.inflow.take(size).map(Box::new) else {
            // It was whole, and would wait: there may be room later.
            self.close(CloseCode::Full);
            return true;
        };
        let (turn, looked_at) = oneshot::channel();
        let held = Large { memory, turn };
        if self.inbox.send(Inbox::Say(self.id, said, Some(held))).await.is_err() {
            return false;
        }
        // Whether it was told so or the room is gone: what comes next finds out.
        let _ = looked_at.await;
        true
    }

    /// Sends something that the room need not know of, in its turn among the room's frames.
    pub fn send(&self, frame: Bytes) {
        self.outbound.send(frame, now());
    }

    /// Notes that the guest was heard: it is not dead.
    pub fn heard(&self) {
        self.outbound.heard(now());
    }

    /// Returns a way to note the same while a message is still coming.
    pub fn alive(&self) -> impl Fn() + Send + use<> {
        let outbound = Arc::clone(&self.outbound);
        move || outbound.heard(now())
    }

    /// Returns a way to send frames that do not come from the room, such as pongs.
    pub fn aside(&self) -> impl Fn(Bytes) + Send + use<> {
        let outbound = Arc::clone(&self.outbound);
        move |frame| {
            outbound.send(frame, now());
        }
    }

    /// The code that this connection was closed with, where the room or the server closed it.
    #[must_use]
    pub fn closed_with(&self) -> Option<CloseCode> {
        self.outbound.closed_with()
    }

    /// The socket has room again: writes what the guest missed.
    pub async fn resume(&self) {
        if self.outbound.resume(now()) == Sent::Behind {
            self.ask().await;
        }
    }

    /// What comes next for a task that writes itself.
    #[must_use]
    pub fn next(&self) -> Next {
        self.outbound.next()
    }

    /// The connection took so many bytes of what was to be written.
    pub fn took(&self, n: usize) {
        self.outbound.took(n, now());
    }

    /// The socket is full.
    pub fn stall(&self) {
        self.outbound.stall();
    }

    /// Everything was flushed; true where nothing new came meanwhile.
    #[must_use]
    pub fn flushed(&self) -> bool {
        self.outbound.flushed()
    }

    /// Asks the room for what fell out of the log.
    pub async fn ask(&self) {
        // May be dropped while it waits for a place: nothing is noted before there is one.
        match self.inbox.reserve().await {
            Ok(place) if self.outbound.fall_behind() => place.send(Inbox::Behind(self.id)),
            Ok(_) => {}
            // Nobody is left who could tell what they missed.
            Err(_) => self.outbound.close(GONE, now()),
        }
    }

    /// Waits until the guest's task has something to do: the socket was full, or it is over.
    pub async fn woken(&self) {
        self.outbound.woken().await;
    }

    /// Whether something waits that can be written on.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.outbound.is_blocked()
    }

    /// Whether something has not gone out, or never did.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.outbound.is_late()
    }

    /// Whether the last frame is out, or the connection broke.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.outbound.is_over()
    }

    /// Whether the room's task is gone.
    #[must_use]
    pub fn is_room_gone(&self) -> bool {
        self.inbox.is_closed()
    }

    /// Waits until the room's task is gone.
    pub async fn room_gone(&self) {
        self.inbox.closed().await;
    }

    /// Closes the guest's connection where the room can't any more.
    pub fn close(&self, code: CloseCode) {
        self.outbound.close(code, now());
    }

    /// Closes the guest's connection with a frame that says why in its own words.
    pub fn close_saying(&self, code: CloseCode, frame: Bytes) {
        self.outbound.close_saying(code, frame, now());
    }

    /// Answers the guest's own close; nothing follows the answer.
    pub fn answer_close(&self, answer: Bytes) {
        self.outbound.answer_close(answer, now());
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        if let Some(place) = self.farewell.take() {
            place.send(Inbox::Depart(self.id));
        }
    }
}
