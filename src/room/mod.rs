//! One pad = one task. A guest is a guest: the room has one kind of member, the seat, and does not
//! know which transport brought it.

mod activity;
mod asking;
pub mod budget;
pub mod call;
mod calling;
mod close;
mod codes;
pub mod decided;
pub mod encoder;
pub mod ended;
pub mod filling;
mod health;
pub mod here;
pub mod history;
mod host_commands;
pub mod life;
pub mod lobby;
pub mod log;
pub mod message;
mod messages;
pub mod outbound;
mod pad;
mod phase;
mod pipe;
pub mod presence;
mod record_end;
pub mod retention;
pub mod seats;
pub mod seed;
pub mod state;
mod supervise;
mod task;
pub mod task_writer;
pub mod token_bucket;
mod warnings;

use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};

use self::budget::{Account, Budget};
use self::encoder::Sink;
use self::filling::Filled;
use self::history::History;
use self::log::Log;
use self::message::{Arrival, HostCommand, Message, Overview, Receipt, Ticket};
use self::outbound::{Listener, Outbound, Sent};
use crate::base::close::CloseCode;
use crate::base::ids::SeatId;
use crate::base::limits::MAX_VIEWER_MESSAGE;
use crate::base::shards::Shard;

/// What a room's task hears. Seats and the server send, the task receives; what is full makes the
/// sender wait, and nothing may be repeated.
enum Inbox {
    Arrive {
        arrival: Arrival,
        outlet: Arc<Outbound>,
        reply: oneshot::Sender<Result<(), CloseCode>>,
    },
    Depart(SeatId),
    /// With the memory that a large message takes while it waits.
    Say(SeatId, Message, Option<Ticket>, Option<Box<Account>>),
    Behind(SeatId),
    Look(oneshot::Sender<Overview>),
    End(oneshot::Sender<Receipt>),
    Steer(HostCommand, oneshot::Sender<Overview>),
    Guessing(u32),
    History,
    Filled(Vec<u64>, oneshot::Sender<Filled>),
    Leave(CloseCode),
    Fail,
}

/// A way to a room. Cheap to clone; the room does not live by it.
#[derive(Clone)]
pub struct RoomHandle {
    inbox: mpsc::Sender<Inbox>,
    log: Arc<Log>,
    shard: Shard,
    budget: Budget,
}

impl RoomHandle {
    /// Takes a seat. What the guest has to know first is already on its way when this returns.
    ///
    /// # Errors
    /// The code to close the connection with: ended, full, or restarting.
    pub async fn join(&self, arrival: Arrival, voice: Sink) -> Result<Seat, CloseCode> {
        let Arrival { wall, origin, .. } = arrival;
        let listener = Listener { wall, origin, budget: self.budget.clone() };
        let outlet = Arc::new(Outbound::new(voice, Arc::clone(&self.log), listener, now()));
        // The farewell's place is kept from the start, so that leaving can never wait or fail.
        let farewell = self.inbox.clone().reserve_owned().await.map_err(|_| GONE)?;
        let (reply, answer) = oneshot::channel();
        let outlet_of_room = Arc::clone(&outlet);
        self.send(Inbox::Arrive { arrival, outlet: outlet_of_room, reply }).await?;
        answer.await.map_err(|_| GONE)??;
        let (inbox, budget) = (self.inbox.clone(), self.budget.clone());
        Ok(Seat { id: arrival.seat, outlet, inbox, farewell: Some(farewell), budget })
    }

    /// The thread that the room lives on; a guest who is served there waits for no other.
    #[must_use]
    pub fn shard(&self) -> &Shard {
        &self.shard
    }

    /// The room as others may see it; `None` where it is over.
    pub async fn look(&self) -> Option<Overview> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::Look(reply)).await.ok()?;
        answer.await.ok()
    }

    /// Ends the pad at once, without a last call; `None` where it is over already.
    pub async fn end(&self) -> Option<Receipt> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::End(reply)).await.ok()?;
        answer.await.ok()
    }

    /// Steers the pad's life by the host's word; returns what came of it.
    pub async fn steer(&self, steering: HostCommand) -> Option<Overview> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::Steer(steering, reply)).await.ok()?;
        answer.await.ok()
    }

    /// Sends everyone away without ending the pad's life: a restart with the same secret goes on
    /// with it.
    pub async fn go_away(&self) {
        let _ = self.send(Inbox::Leave(CloseCode::GoingAway)).await;
    }

    /// Makes the room's task panic: for the tests of what follows.
    #[doc(hidden)]
    pub async fn fail(&self) {
        let _ = self.send(Inbox::Fail).await;
    }

    async fn send(&self, message: Inbox) -> Result<(), CloseCode> {
        self.inbox.send(message).await.map_err(|_| GONE)
    }
}

/// A room that does not answer has failed or has just ended: who comes back learns which.
const GONE: CloseCode = CloseCode::Restarting;

/// A guest's place in a room. Dropping it leaves, on every path.
pub struct Seat {
    id: SeatId,
    outlet: Arc<Outbound>,
    inbox: mpsc::Sender<Inbox>,
    farewell: Option<mpsc::OwnedPermit<Inbox>>,
    budget: Budget,
}

impl Seat {
    /// Hands a message to the room; waits while the room is busy. False when the room is gone.
    pub async fn say(&self, message: Message) -> bool {
        self.hand_over(message, None).await
    }

    /// Whether what this guest has from before is still to come.
    #[must_use]
    pub fn history(&self) -> History {
        self.outlet.history.clone()
    }

    /// Hands over a message whose fate the guest wants to know. False when the room is gone.
    pub async fn say_told(&self, message: Message, ticket: Ticket) -> bool {
        self.hand_over(message, Some(ticket)).await
    }

    async fn hand_over(&self, message: Message, ticket: Option<Ticket>) -> bool {
        if matches!(message, Message::Update { live: false, .. }) {
            self.outlet.history.came();
        }
        let size = messages::size(&message);
        let held = (size > MAX_VIEWER_MESSAGE).then(|| self.budget.take(size).map(Box::new));
        if held.as_ref().is_some_and(Option::is_none) {
            // It was whole, and would wait: there may be room later.
            self.close(CloseCode::Full);
            return true;
        }
        match self.inbox.try_send(Inbox::Say(self.id, message, ticket, held.flatten())) {
            Ok(()) => true,
            // Boxed, since every idle connection holds the future that waits here.
            Err(TrySendError::Full(message)) => Box::pin(self.inbox.send(message)).await.is_ok(),
            Err(TrySendError::Closed(_)) => false,
        }
    }

    /// Sends something that the room need not know of, in its turn among the room's frames.
    pub fn send(&self, frame: Bytes) {
        self.outlet.send(frame, now());
    }

    /// Notes that the guest was heard: it is not dead.
    pub fn heard(&self) {
        self.outlet.heard(now());
    }

    /// Returns a way to note the same while a message is still coming.
    pub fn alive(&self) -> impl Fn() + Send + use<> {
        let outlet = Arc::clone(&self.outlet);
        move || outlet.heard(now())
    }

    /// Returns a way to send frames that do not come from the room, such as pongs.
    pub fn aside(&self) -> impl Fn(Bytes) + Send + use<> {
        let outlet = Arc::clone(&self.outlet);
        move |frame| {
            outlet.send(frame, now());
        }
    }

    /// The code that this connection was closed with, where the room or the server closed it.
    #[must_use]
    pub fn closed_with(&self) -> Option<CloseCode> {
        self.outlet.closed_with()
    }

    /// The socket has room again: writes what the guest missed.
    pub async fn resume(&self) {
        if self.outlet.resume(now()) == Sent::Behind {
            let asked = self.inbox.send(Inbox::Behind(self.id)).await;
            if asked.is_err() {
                // Nobody is left who could tell what he missed.
                self.outlet.give_up(GONE, now());
            }
        }
    }

    /// Waits until the guest's task has something to do: the socket was full, or it is over.
    pub async fn woken(&self) {
        self.outlet.woken().await;
    }

    /// Whether the socket is full.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.outlet.is_blocked()
    }

    /// Whether the last frame is out, or the connection broke.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.outlet.is_over()
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
        self.outlet.close(code, now());
    }

    /// Closes the guest's connection with a frame that says why in its own words.
    pub fn close_saying(&self, code: CloseCode, frame: Bytes) {
        self.outlet.close_saying(code, frame, now());
    }

    /// Answers the guest's own close; nothing follows the answer.
    pub fn answer_close(&self, answer: Bytes) {
        self.outlet.answer_close(answer, now());
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        if let Some(place) = self.farewell.take() {
            place.send(Inbox::Depart(self.id));
        }
    }
}

/// The server's clock: monotonic, and paused in tests that pause tokio's.
fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}
