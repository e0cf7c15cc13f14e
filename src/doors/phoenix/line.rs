//! One client with its topics, whatever carries its messages.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use bytes::Bytes;
use fadepad_wire::phoenix::{Head, Message};
use tokio::sync::Notify;

use super::Visitor;
use super::channel::{Channel, Push};
use super::encode::{self, Reply};
use crate::base::clock::now;
use crate::base::close::CloseCode;
use crate::base::ids::Person;
use crate::base::limits::{IDLE, JOIN_DEADLINE, MAX_JOINS, RENEWAL};
use crate::base::why::Why;
use crate::doors::mux::{Mux, Plain};
use crate::doors::sizes::MessageSizes;
use crate::room::core::token_bucket::TokenBucket;
use crate::room::send::encoder::Sink;
use crate::room::send::log::Log;
use crate::room::send::outbound::{Listener, Outbound, Pipe};

/// A client's topics, and what it hears beside them.
pub(super) struct Line {
    pub(super) visitor: Visitor,
    pub(super) mux: Mux,
    pub(super) wake: Arc<Notify>,
    /// For what belongs to no seat: heartbeats, refusals, pongs, the close.
    pub(super) control: Arc<Outbound>,
    pub(super) channels: HashMap<String, Channel>,
    pub(super) sizes: MessageSizes,
    /// It sent what Phoenix would refuse as well, and is let go for it, but not blamed.
    pub(super) excused: bool,
    /// The last key that it has joined with.
    pub(super) key: Option<Box<str>>,
    /// Who it is by this connection alone.
    pub(super) person: Option<Person>,
    messages: TokenBucket,
    pub(super) joins: TokenBucket,
    heard: Instant,
    renewed: Instant,
    /// Part of a long message has come since.
    part_came: Arc<AtomicBool>,
    /// A stranger has joined until then.
    join_by: Option<Instant>,
}

impl Line {
    pub(super) fn new(visitor: Visitor, pipe: Box<dyn Pipe>, now: Instant) -> Self {
        let wake = Arc::<Notify>::default();
        let mux = Mux::new(pipe, Arc::clone(&wake));
        let sink =
            Sink { pipe: Box::new(mux.clone()), dialect: Arc::new(Plain), wake: Arc::clone(&wake) };
        let limits = visitor.lobby.rules().limits;
        let (origin, budget) = (Some(visitor.origin), visitor.lobby.budget().clone());
        let listener = Listener { hears_text: false, origin, budget };
        let join_by = visitor.stranger.as_ref().map(|_| now + JOIN_DEADLINE);
        Self {
            control: Arc::new(Outbound::new(sink, Arc::new(Log::default()), listener, now)),
            visitor,
            mux,
            wake,
            channels: HashMap::new(),
            sizes: MessageSizes::new(&limits.doc),
            excused: false,
            key: None,
            person: None,
            messages: TokenBucket::new(limits.messages, limits.messages_burst, now),
            joins: TokenBucket::new(MAX_JOINS.0, MAX_JOINS.1, now),
            heard: now,
            renewed: now,
            part_came: Arc::default(),
            join_by,
        }
    }

    /// A way to send what the WebSocket library answers by itself.
    pub(super) fn aside(&self) -> impl Fn(Bytes) + Send + use<> {
        let control = Arc::clone(&self.control);
        move |frame| {
            control.send(frame, now());
        }
    }

    /// A way to note that the client is there while its message is still coming.
    pub(super) fn alive(&self) -> impl Fn() + Send + use<> {
        let part_came = Arc::clone(&self.part_came);
        move || part_came.store(true, Ordering::Relaxed)
    }

    /// Whether it has taken a seat, and so shown a key.
    pub(super) fn has_joined(&self) -> bool {
        !self.channels.is_empty()
    }

    /// It has shown a key.
    pub(super) fn is_known(&mut self) {
        self.visitor.stranger = None;
        self.join_by = None;
    }

    /// Whether something waits for the connection to have room.
    pub(super) fn is_blocked(&self) -> bool {
        self.mux.is_full()
            || self.control.is_blocked()
            || self.channels.values().any(|channel| channel.seat.is_blocked())
    }

    /// The connection has room again: the rest of a frame first, then every topic what it missed.
    pub(super) async fn resume(&mut self) {
        // The rest of a frame first: whatever came in the middle of it, no client could read on.
        if self.mux.flush().is_err_and(|e| e.kind() == std::io::ErrorKind::WouldBlock) {
            return;
        }
        if self.control.is_blocked() {
            self.control.resume(now());
        }
        for channel in self.channels.values().filter(|channel| channel.seat.is_blocked()) {
            channel.seat.resume().await;
        }
    }

    /// The client is there.
    pub(super) fn is_heard(&mut self) {
        self.heard = now();
        self.channels.values().for_each(|channel| channel.seat.heard());
    }

    /// Something that is no message, such as a pong: only counted.
    pub(super) fn count(&mut self) -> Result<(), CloseCode> {
        let enforced = self.visitor.lobby.rules().limits.enforced;
        let fine = !enforced || self.messages.take(1, now());
        fine.then_some(()).ok_or(CloseCode::TooFast)
    }

    /// The next instant at which [`Self::pass_time`] has something to do.
    pub(super) fn deadline(&self) -> Instant {
        let idle = (self.heard + IDLE).min(self.renewed + RENEWAL);
        self.join_by.map_or(idle, |join_by| join_by.min(idle))
    }

    /// Renews who is shown; `Err` where the client has been silent for too long.
    pub(super) async fn pass_time(&mut self) -> Result<(), CloseCode> {
        let now = now();
        // A large message by a slow line comes for minutes, and who sends it is there all the time.
        if self.part_came.swap(false, Ordering::Relaxed) {
            self.is_heard();
        }
        if self.join_by.is_some_and(|join_by| now >= join_by) {
            return Err(CloseCode::KeyInvalid);
        }
        if now >= self.heard + IDLE {
            return Err(CloseCode::FellBehind);
        }
        if now >= self.renewed + RENEWAL {
            self.renewed = now;
            for channel in self.channels.values_mut() {
                channel.renew().await;
            }
        }
        Ok(())
    }

    /// Lets go of topics that are over; `Err` where the whole connection is.
    pub(super) fn tidy(&mut self) -> Result<(), CloseCode> {
        let mut over = Ok(());
        self.channels.retain(|_, channel| {
            if channel.seat.is_room_gone() && !channel.seat.is_over() {
                channel.seat.close(CloseCode::Restarting);
            }
            let code = channel.seat.closed_with();
            if let Some(code) = code.filter(|_| channel.seat.is_over()) {
                (self.visitor.noted)(self.key.as_deref(), code);
                // It goes for the whole server: no other topic of this client lives on.
                if code == CloseCode::GoingAway {
                    over = Err(code);
                }
            }
            // What takes nothing can't be told that one of its topics is over.
            if channel.seat.is_over() && channel.seat.is_late() {
                over = Err(CloseCode::FellBehind);
            } else if channel.seat.is_over() && code.is_none() {
                self.control.send(channel.words.about_join("phx_error"), now());
            }
            !channel.seat.is_over()
        });
        if self.control.is_over() { Err(CloseCode::FellBehind) } else { over }
    }

    /// Says goodbye to the whole connection.
    pub(super) fn close(&mut self, code: CloseCode) {
        // Else each of them would say a goodbye of its own in front of this one.
        self.channels.clear();
        self.control.close(code, now());
    }

    /// Answers the client's own close; nothing of any topic follows it.
    pub(super) fn answer_close(&mut self, answer: Bytes) {
        self.channels.clear();
        self.control.answer_close(answer, now());
    }

    /// Takes one message; `frame` is what its payload lies in.
    pub(super) async fn hear(
        &mut self,
        message: Message<'_>,
        frame: &Bytes,
    ) -> Result<(), CloseCode> {
        match (message.topic.as_str(), message.event.as_str()) {
            ("phoenix", "heartbeat") => {
                self.count()?;
                self.reply(head_of_reply(None, &message), "ok", b"{}");
            }
            (_, "phx_join") => {
                self.count()?;
                self.join(message).await?;
            }
            (_, "phx_leave") => {
                self.count()?;
                self.leave(&message);
            }
            _ => self.push(message, frame).await?,
        }
        Ok(())
    }

    async fn push(&mut self, message: Message<'_>, frame: &Bytes) -> Result<(), CloseCode> {
        let Some(channel) = self.channels.get_mut(&message.topic) else {
            self.count()?;
            self.reply(
                head_of_reply(None, &message),
                "error",
                &encode::reason(Why::UnmatchedTopic, None),
            );
            return Ok(());
        };
        if !channel.words.is_of(message.join_ref.as_deref()) {
            // It was meant for an earlier join.
            return self.count();
        }
        let Message { reference, event, payload, .. } = message;
        channel.hear(Push { event: &event, payload, frame, reference }).await;
        Ok(())
    }

    fn leave(&mut self, message: &Message<'_>) {
        let current = |channel: &Channel| channel.words.is_of(message.join_ref.as_deref());
        let channel = match self.channels.get(&message.topic) {
            Some(channel) if current(channel) => self.channels.remove(&message.topic),
            _ => None,
        };
        let join = message.join_ref.as_deref();
        self.reply(head_of_reply(join, message), "ok", b"{}");
        if let Some(channel) = channel {
            self.control.send(channel.words.about_join("phx_close"), now());
        }
    }

    /// Replies to a message of no member, or of one that is none any more.
    pub(super) fn reply(&self, head: Head<'_>, status: &str, response: &[u8]) {
        let reply = Reply { version: self.visitor.version, head, status };
        self.control.send(reply.with(|out| out.extend_from_slice(response)), now());
    }
}

/// What stands before the reply to this message.
pub(super) fn head_of_reply<'a>(join_ref: Option<&'a str>, to: &'a Message<'_>) -> Head<'a> {
    encode::head_of_reply(join_ref, to.reference.as_deref(), &to.topic)
}
