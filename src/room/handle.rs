//! A way to a room, for whoever holds one: all of it is said to the room's task.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use fadepad_wire::extra::WaitingGuest;
use tokio::sync::{Semaphore, mpsc, oneshot, watch};

use super::core::budget::Budget;
use super::core::filled::Filled;
use super::core::handing::{HandOn, Handed, NotHanded};
use super::core::knocking::{Answered, AtDoor};
use super::core::pass::Pass;
use super::core::peer_words::{PeerAnswer, PeerWord};
use super::core::persons::Present;
use super::core::steering::NotSteered;
use super::files::PadFiles;
use super::followers::{Followers, Following, TextFollower};
use super::message::{Arrival, HostCommand, Overview, Receipt};
use super::readings::{AsForm, Reading, Rendered};
use super::seat::Seat;
use super::send::encoder::Sink;
use super::send::log::Log;
use super::send::outbound::{Listener, Outbound};
use super::{GONE, Inbox, now};
use crate::base::close::CloseCode;
use crate::base::shards::Shard;
use crate::base::why::Why;

/// A way to a room. Cheap to clone; the room does not live by it.
#[derive(Clone)]
pub struct RoomHandle {
    pub(super) inbox: mpsc::Sender<Inbox>,
    pub(super) log: Arc<Log>,
    pub(super) shard: Shard,
    pub(super) budget: Budget,
    pub(super) changes: watch::Receiver<u64>,
    /// Who renders the pad: one after the other, since the next one may find it done.
    pub(super) readers: Arc<Semaphore>,
    /// Programs that follow the text without a seat.
    pub(super) followers: Followers,
    pub(super) files: PadFiles,
}

impl RoomHandle {
    /// Takes a seat. What the guest has to know first is already on its way when this returns.
    ///
    /// # Errors
    /// The code to close the connection with: ended, full, or restarting.
    pub async fn join(&self, arrival: Arrival, sink: Sink) -> Result<Seat, CloseCode> {
        let Arrival { kind, origin, .. } = arrival;
        let (hears_text, budget) = (kind.hears_text(), self.budget.clone());
        let listener = Listener { hears_text, origin, budget };
        let outbound = Arc::new(Outbound::new(sink, Arc::clone(&self.log), listener, now()));
        // The farewell's place is kept from the start, so that leaving can never wait or fail.
        let farewell = self.inbox.clone().reserve_owned().await.map_err(|_| GONE)?;
        let (reply, answer) = oneshot::channel();
        let outlet_of_room = Arc::clone(&outbound);
        self.send(Inbox::Arrive { arrival, outbound: outlet_of_room, reply }).await?;
        answer.await.map_err(|_| GONE)??;
        let (inbox, inflow) = (self.inbox.clone(), self.budget.inflow(origin));
        Ok(Seat { id: arrival.seat, outbound, inbox, farewell: Some(farewell), inflow })
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
        self.steer(HostCommand::End(Some(Duration::ZERO))).await?.ended
    }

    /// Ends the pad at once, since the program goes: for the reason that people have been told, where they
    /// are being offered their copies.
    pub async fn leave(&self) {
        self.steer(HostCommand::Leave).await;
    }

    /// Steers the pad's life by the word of who runs this server; returns what came of it. `None` where it can't be done, or the
    /// pad is over.
    pub async fn steer(&self, command: HostCommand) -> Option<Overview> {
        self.say_to_steer(None, vec![command]).await.ok()
    }

    /// The same for whoever has this pass, where it lets them: all of it or nothing. The others read who it was.
    ///
    /// # Errors
    /// Why it is not done.
    pub async fn steer_by(
        &self,
        by: Pass,
        commands: Vec<HostCommand>,
    ) -> Result<Overview, NotSteered> {
        self.say_to_steer(Some(by), commands).await
    }

    async fn say_to_steer(
        &self,
        by: Option<Pass>,
        commands: Vec<HostCommand>,
    ) -> Result<Overview, NotSteered> {
        let (reply, answer) = oneshot::channel();
        let said = self.send(Inbox::Steer(by, commands, reply)).await;
        said.map_err(|_| NotSteered::Over)?;
        answer.await.unwrap_or(Err(NotSteered::Over))
    }

    /// Somebody says something at the door; `None` where the pad is over.
    pub async fn at_door(&self, said: AtDoor) -> Option<Answered> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::AtDoor(said, reply)).await.ok()?;
        answer.await.ok()
    }

    /// Who waits there; `None` where the pad is over.
    pub async fn knocks(&self) -> Option<Vec<WaitingGuest>> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::Knocks(reply)).await.ok()?;
        answer.await.ok()
    }

    /// The pad for who reads it in this form; `None` where it is over.
    pub async fn read(&self, form: AsForm) -> Option<Reading> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::Read(form, reply)).await.ok()?;
        answer.await.ok()
    }

    /// Writes one update as a participant who has no connection; `None` where the pad is over.
    pub async fn write_once(&self, who: Arrival, update: Bytes) -> Option<Result<(), Why>> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::Write(who, update, reply)).await.ok()?;
        answer.await.ok()
    }

    /// Hands it on to another machine, step by step, by somebody's pass.
    ///
    /// # Errors
    /// Where the pad stays here, or is over.
    pub async fn hand_on(&self, by: Pass, step: HandOn) -> Result<Handed, NotHanded> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::HandOn(by, step, reply)).await.map_err(|_| NotHanded::Over)?;
        answer.await.map_err(|_| NotHanded::Over)?
    }

    /// Brings what was written at the machine that it was taken from; returns what it has then, as a state vector. `None` where
    /// there is no room for it, or the pad is over.
    pub async fn bring(&self, update: Bytes) -> Option<Vec<u8>> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::Bring(update, reply)).await.ok()?;
        answer.await.ok()?
    }

    /// The line to the other machines that have the pad says something; `None` where it is over.
    pub async fn peers(&self, word: PeerWord) -> Option<PeerAnswer> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::Peer(word, reply)).await.ok()?;
        answer.await.ok()
    }

    /// Nobody comes over from there any more who has not come.
    pub async fn awaited(&self) {
        let _ = self.send(Inbox::Awaited).await;
    }

    /// Brings what was rendered, for the next who reads; `None` where the pad is over.
    pub async fn rendered(&self, rendered: Rendered) -> Option<()> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::Rendered(rendered, reply)).await.ok()?;
        answer.await.ok()
    }

    /// Counts up with each change of the text, and is closed when the room is over.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changes.clone()
    }

    /// One more follows the text without a seat.
    #[must_use]
    pub fn follow(&self, follower: TextFollower) -> Following {
        self.followers.add(follower)
    }

    /// Who does.
    #[must_use]
    pub fn followers(&self) -> Vec<TextFollower> {
        self.followers.all()
    }

    /// Who renders this pad takes the one place here first.
    #[must_use]
    pub fn readers(&self) -> Arc<Semaphore> {
        Arc::clone(&self.readers)
    }

    /// The files of the pad.
    #[must_use]
    pub fn files(&self) -> &PadFiles {
        &self.files
    }

    /// One has come. A room that is busy looks at that by itself.
    pub fn hear_of_file(&self) {
        let _ = self.inbox.try_send(Inbox::NewFile);
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

    /// Who has put most into the pad, what is left in it, and who writes with these client ids;
    /// `None` where it is over.
    pub async fn filled(&self, clients: Vec<u64>) -> Option<Filled> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::Filled(clients, reply)).await.ok()?;
        answer.await.ok()
    }

    /// Everyone who is here; `None` where it is over.
    pub async fn persons(&self) -> Option<Vec<Present>> {
        let (reply, answer) = oneshot::channel();
        self.send(Inbox::Persons(reply)).await.ok()?;
        answer.await.ok()
    }

    /// Its people bring back what they wrote before. A new room's inbox has a place for this.
    pub(in crate::room) fn expect_history(&self) {
        let _ = self.inbox.try_send(Inbox::History);
    }

    /// Somebody came by later links than it knows of. A room that is busy looks at that by itself.
    pub(in crate::room) fn hear_of_links(&self) {
        let _ = self.inbox.try_send(Inbox::NewLinks);
    }

    /// Warns the host's pages that somebody guesses codes: so many wrong ones of late. A room that is
    /// busy is not waited for.
    pub fn warn_of_guessing(&self, wrong: u32) {
        let _ = self.inbox.try_send(Inbox::Guessing(wrong));
    }
}
