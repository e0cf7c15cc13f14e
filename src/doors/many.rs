//! One connection with many seats, as Phoenix and Hocuspocus have it: all that is the same whatever is spoken on it. Their
//! doors say how a message is read, and what becomes of a connection when one of its seats is over.

use std::collections::HashMap;
use std::future::Future;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use bytes::Bytes;
use tokio::sync::Notify;
use tokio::time::timeout;

use super::conn::WriteHalf;
use super::intake::{Bounds, Largest};
use super::mux::{Mux, Plain};
use super::sizes::MessageSizes;
use super::socket::{Heard, Incoming, Socket};
use super::visitor::{Closed, Visitor};
use crate::base::clock::now;
use crate::base::close::CloseCode;
use crate::base::ids::Person;
use crate::base::limits::{BEFORE_JOIN, CLOSE_GRACE, IDLE, JOIN_DEADLINE, MAX_JOINS};
use crate::base::stop::Stop;
use crate::room::Seat;
use crate::room::core::token_bucket::TokenBucket;
use crate::room::send::encoder::{Encoder, Sink};
use crate::room::send::log::Log;
use crate::room::send::outbound::{Listener, Outbound, Pipe};

/// A topic or a document: a seat, spoken to as its door does.
pub(super) trait Member: Send + 'static {
    /// The seat.
    fn seat(&self) -> &Seat;
}

/// How one client is spoken with.
pub(super) trait Dialect: Send {
    /// What it calls a seat.
    type Member: Member;

    fn many(&self) -> &ManySeats<Self::Member>;

    fn many_mut(&mut self) -> &mut ManySeats<Self::Member>;

    /// Whether it has shown a key.
    fn is_known(&self) -> bool;

    /// Lets go of seats that are over; `Err` where the whole connection is.
    fn tidy(&mut self) -> Result<(), CloseCode>;

    /// Takes one message, in a text or a binary frame.
    fn hear(
        &mut self,
        frame: &Bytes,
        is_text: bool,
    ) -> impl Future<Output = Result<(), CloseCode>> + Send;

    /// The next instant at which [`Self::pass_time`] has something to do.
    fn deadline(&self) -> Instant {
        self.many().deadline()
    }

    /// `Err` where the client has shown no key in time, or was silent for too long.
    fn pass_time(&mut self) -> impl Future<Output = Result<(), CloseCode>> + Send {
        let passed = self.many_mut().pass_time();
        async move { passed }
    }
}

/// A client's seats, and what it hears beside them.
pub(super) struct ManySeats<M> {
    pub(super) visitor: Visitor,
    mux: Mux,
    pub(super) wake: Arc<Notify>,
    /// For what belongs to no seat: heartbeats, refusals, pongs, the close.
    control: Arc<Outbound>,
    /// By the topics or addresses that the client knows them by.
    pub(super) members: HashMap<Box<str>, M>,
    pub(super) sizes: MessageSizes,
    /// It sent what its protocol's own server would refuse as well, and is let go for it, but not blamed.
    pub(super) excused: bool,
    /// The last key that it has come into a pad with.
    pub(super) key: Option<Box<str>>,
    /// Who it is by this connection alone.
    person: Option<Person>,
    messages: TokenBucket,
    joins: TokenBucket,
    heard: Instant,
    /// Part of a long message has come since.
    part_came: Arc<AtomicBool>,
    /// A stranger has shown a key until then.
    join_by: Option<Instant>,
}

impl<M: Member> ManySeats<M> {
    pub(super) fn new(visitor: Visitor, pipe: Box<dyn Pipe>, now: Instant) -> Self {
        let wake = Arc::<Notify>::default();
        let mux = Mux::new(pipe, Arc::clone(&wake));
        let sink =
            Sink { pipe: Box::new(mux.clone()), dialect: Arc::new(Plain), wake: Arc::clone(&wake) };
        let limits = visitor.lobby.rules().limits;
        let (origin, budget) = (Some(visitor.origin), visitor.lobby.budget().clone());
        let listener = Listener { hears_text: false, origin, budget };
        Self {
            control: Arc::new(Outbound::new(sink, Arc::new(Log::default()), listener, now)),
            join_by: visitor.stranger.as_ref().map(|_| now + JOIN_DEADLINE),
            visitor,
            mux,
            wake,
            members: HashMap::new(),
            sizes: MessageSizes::new(&limits.doc),
            excused: false,
            key: None,
            person: None,
            messages: TokenBucket::new(limits.messages, limits.messages_burst, now),
            joins: TokenBucket::new(MAX_JOINS.0, MAX_JOINS.1, now),
            heard: now,
            part_came: Arc::default(),
        }
    }

    /// A way to send what the WebSocket library answers by itself.
    fn aside(&self) -> impl Fn(Bytes) + Send + Unpin + use<M> {
        let control = Arc::clone(&self.control);
        move |frame| {
            control.send(frame, now());
        }
    }

    /// A way to note that the client is there while its message is still coming.
    fn alive(&self) -> impl Fn() + Send + use<M> {
        let part_came = Arc::clone(&self.part_came);
        move || part_came.store(true, Ordering::Relaxed)
    }

    /// It has shown a key that opens a pad.
    pub(super) fn has_shown_key(&mut self) {
        self.visitor.stranger = None;
        self.join_by = None;
    }

    /// Who this client is where its key is nobody's own: the same in all of its pads.
    pub(super) fn stranger(&mut self) -> Result<Person, CloseCode> {
        if self.person.is_none() {
            self.person = Some(Person::new().map_err(|_| CloseCode::Restarting)?);
        }
        self.person.ok_or(CloseCode::Restarting)
    }

    /// Where the frames of one more seat go.
    pub(super) fn sink(&self, dialect: Arc<dyn Encoder>) -> Sink {
        Sink { pipe: Box::new(self.mux.clone()), dialect, wake: Arc::clone(&self.wake) }
    }

    /// Says something that belongs to no seat.
    pub(super) fn say(&self, frame: Bytes) {
        self.control.send(frame, now());
    }

    /// Whether something waits for the connection to have room.
    pub(super) fn is_blocked(&self) -> bool {
        self.mux.is_full()
            || self.control.is_blocked()
            || self.members.values().any(|member| member.seat().is_blocked())
    }

    /// The connection has room again: every seat hears what it missed.
    pub(super) async fn resume(&mut self) {
        // The rest of a frame first: whatever came in the middle of it, no client could read on.
        if self.mux.flush().is_err_and(|e| e.kind() == io::ErrorKind::WouldBlock) {
            return;
        }
        if self.control.is_blocked() {
            self.control.resume(now());
        }
        for member in self.members.values().filter(|member| member.seat().is_blocked()) {
            member.seat().resume().await;
        }
    }

    /// The client is there.
    pub(super) fn is_heard(&mut self) {
        self.heard = now();
        self.members.values().for_each(|member| member.seat().heard());
    }

    fn is_enforced(&self) -> bool {
        self.visitor.lobby.rules().limits.enforced
    }

    /// Something that no room hears, such as a pong: only counted.
    pub(super) fn count(&mut self) -> Result<(), CloseCode> {
        let fine = !self.is_enforced() || self.messages.take(1, now());
        fine.then_some(()).ok_or(CloseCode::TooFast)
    }

    /// Counts a join.
    pub(super) fn count_join(&mut self) -> Result<(), CloseCode> {
        let fine = !self.is_enforced() || self.joins.take(1, now());
        fine.then_some(()).ok_or(CloseCode::TooFast)
    }

    /// The next instant at which [`Self::pass_time`] has something to do.
    pub(super) fn deadline(&self) -> Instant {
        let idle = self.heard + IDLE;
        self.join_by.map_or(idle, |join_by| join_by.min(idle))
    }

    /// `Err` where the client has shown no key in time, or was silent for too long: while it has a seat it answers a ping.
    pub(super) fn pass_time(&mut self) -> Result<(), CloseCode> {
        let now = now();
        // A large message by a slow line comes for minutes, and who sends it is there all the time.
        if self.part_came.swap(false, Ordering::Relaxed) {
            self.is_heard();
        }
        if self.join_by.is_some_and(|join_by| now >= join_by) {
            return Err(CloseCode::KeyInvalid);
        }
        if now >= self.heard + IDLE { Err(CloseCode::FellBehind) } else { Ok(()) }
    }

    /// Lets go of seats that are over. `goes` says of each what it was closed with and whether the whole connection goes with
    /// it; it may tell the client.
    pub(super) fn tidy(
        &mut self,
        goes: impl Fn(&Outbound, &M, Option<CloseCode>) -> Result<(), CloseCode>,
    ) -> Result<(), CloseCode> {
        let Self { members, visitor, key, control, .. } = self;
        let mut over = Ok(());
        members.retain(|_, member| {
            let seat = member.seat();
            if seat.is_room_gone() && !seat.is_over() {
                seat.close(CloseCode::Restarting);
            }
            if !seat.is_over() {
                return true;
            }
            let code = seat.closed_with();
            if let Some(code) = code {
                (visitor.noted)(key.as_deref(), code);
            }
            // What takes nothing can't be told that one of its seats is over.
            let late = seat.is_late().then_some(Err(CloseCode::FellBehind));
            let goes = late.unwrap_or_else(|| goes(control, member, code));
            if goes.is_err() {
                over = goes;
            }
            false
        });
        if control.is_over() { Err(CloseCode::FellBehind) } else { over }
    }

    /// Says goodbye to the whole connection.
    pub(super) fn close(&mut self, code: CloseCode) {
        // Else each of them would say a goodbye of its own in front of this one.
        self.members.clear();
        self.control.close(code, now());
    }

    /// Answers the client's own close; nothing of any seat follows it.
    fn answer_close(&mut self, answer: Bytes) {
        self.members.clear();
        self.control.answer_close(answer, now());
    }

    /// Writes what is left to say, where the connection takes it soon.
    async fn say_last(&mut self, write_half: &mut WriteHalf) {
        let said = async {
            while self.is_blocked() && self.mux.write_on(write_half).await.is_ok() {
                self.resume().await;
            }
        };
        let _ = timeout(CLOSE_GRACE, said).await;
    }
}

/// Serves a client until one of both goes. Tells why we closed the socket, where it was us.
pub(super) fn enter<D: Dialect>(
    socket: Socket,
    stop: &Stop,
    begin: impl FnOnce(Box<dyn Pipe>) -> D,
) -> impl Future<Output = Option<Closed>> {
    let (halves, mut write_half) = socket.split();
    let mut client = begin(write_half.pipe());
    // No `async fn`: that would hold for each connection what it was called with, beside what it made of it.
    async move {
        let many = client.many();
        let sizes = many.sizes.clone();
        let largest = Largest { ever: sizes.largest(), now: Box::new(move || sizes.most()) };
        let (lobby, origin) = (&many.visitor.lobby, many.visitor.origin);
        let counted = (lobby.budget().inflow(Some(origin)), lobby.rules().limits);
        let bounds = Bounds::new(largest, Box::new(many.alive()), counted);
        let mut incoming = Incoming::new(halves, bounds, many.aside()).await;
        // Nobody makes us hold a large message before they have shown a key.
        incoming.allow(Some(BEFORE_JOIN));
        let code = serve(&mut client, (&mut incoming, &mut write_half), stop).await.err();
        if let Some(code) = code {
            client.many_mut().close(code);
        }
        Box::pin(client.many_mut().say_last(&mut write_half)).await;
        let (excused, key) = (client.many().excused, client.many_mut().key.take());
        // The seats leave before the goodbye is waited for: nobody is shown who has gone.
        drop(client);
        Box::pin(write_half.finish()).await;
        if code.is_some() {
            Box::pin(incoming.linger()).await;
        }
        code.map(|code| Closed { code, key, excused })
    }
}

async fn serve<D: Dialect, A: Fn(Bytes) + Unpin>(
    client: &mut D,
    (incoming, write_half): (&mut Incoming<A>, &mut WriteHalf),
    stop: &Stop,
) -> Result<(), CloseCode> {
    let mut trusted = false;
    loop {
        client.tidy()?;
        tokio::select! {
            heard = incoming.next() => {
                client.many_mut().is_heard();
                match heard {
                    Heard::Closed => return Ok(()),
                    Heard::Goodbye(answer) => {
                        client.many_mut().answer_close(answer);
                        return Ok(());
                    }
                    Heard::TooLarge => return Err(CloseCode::TooLarge),
                    Heard::Refused(code) => return Err(code),
                    Heard::Control => client.many_mut().count()?,
                    Heard::Text(frame) => client.hear(&frame, true).await?,
                    Heard::Binary(frame) => client.hear(&frame, false).await?,
                }
                if !trusted && client.is_known() {
                    trusted = true;
                    incoming.allow(None);
                }
            }
            wrote = client.many().mux.write_on(write_half), if client.many().is_blocked() => match wrote {
                Ok(()) => client.many_mut().resume().await,
                Err(_) => return Ok(()),
            },
            () = client.many().wake.notified() => {}
            () = tokio::time::sleep_until(client.deadline().into()) => client.pass_time().await?,
            () = stop.stopped() => return Err(CloseCode::GoingAway),
        }
    }
}
