//! One client with its documents.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use bytes::Bytes;
use fadepad_wire::frame;
use fadepad_wire::hocuspocus::{self, DocumentMessage, DocumentName, ProviderFrame};
use tokio::sync::Notify;

use super::Visitor;
use super::document::Document;
use super::encode::DocumentEncoder;
use crate::base::clock::now;
use crate::base::close::CloseCode;
use crate::base::ids::{Person, Role, SeatId};
use crate::base::limits::{IDLE, JOIN_DEADLINE, MAX_JOINS, MAX_TOPICS};
use crate::base::names::PadName;
use crate::doors::mux::{Mux, Plain};
use crate::doors::sizes::MessageSizes;
use crate::room::core::seat_kind::SeatKind;
use crate::room::core::token_bucket::TokenBucket;
use crate::room::lobby::{Admission, Entrant};
use crate::room::message::Arrival;
use crate::room::send::encoder::Sink;
use crate::room::send::log::Log;
use crate::room::send::outbound::{Listener, Outbound, Pipe};

/// What a provider is told whose document has a name that no pad has.
const NO_NAME: &str = "a pad's name has a-z, 0-9, - and _, at most 64 of them";
/// And one that has too many on one connection.
const TOO_MANY: &str = "too many documents on one connection";

/// A client's documents, and what it hears beside them.
pub(super) struct Line {
    visitor: Visitor,
    pub(super) mux: Mux,
    pub(super) wake: Arc<Notify>,
    /// For what belongs to no seat: refusals, pongs, the close.
    control: Arc<Outbound>,
    /// By their addresses.
    documents: HashMap<Box<str>, Document>,
    pub(super) sizes: MessageSizes,
    /// The last key that opened a pad.
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

impl Line {
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
            documents: HashMap::new(),
            sizes: MessageSizes::new(&limits.doc),
            key: None,
            person: None,
            messages: TokenBucket::new(limits.messages, limits.messages_burst, now),
            joins: TokenBucket::new(MAX_JOINS.0, MAX_JOINS.1, now),
            heard: now,
            part_came: Arc::default(),
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

    /// Whether it has shown a key.
    pub(super) fn is_known(&self) -> bool {
        self.key.is_some()
    }

    /// Whether something waits for the connection to have room.
    pub(super) fn is_blocked(&self) -> bool {
        self.mux.is_full()
            || self.control.is_blocked()
            || self.documents.values().any(|document| document.seat.is_blocked())
    }

    /// The connection has room again: the rest of a frame first, then every document what it missed.
    pub(super) async fn resume(&mut self) {
        if self.mux.flush().is_err_and(|e| e.kind() == std::io::ErrorKind::WouldBlock) {
            return;
        }
        if self.control.is_blocked() {
            self.control.resume(now());
        }
        for document in self.documents.values().filter(|document| document.seat.is_blocked()) {
            document.seat.resume().await;
        }
    }

    /// The client is there.
    pub(super) fn is_heard(&mut self) {
        self.heard = now();
        self.documents.values().for_each(|document| document.seat.heard());
    }

    /// Something that no room hears: only counted.
    pub(super) fn count(&mut self) -> Result<(), CloseCode> {
        let enforced = self.visitor.lobby.rules().limits.enforced;
        let fine = !enforced || self.messages.take(1, now());
        fine.then_some(()).ok_or(CloseCode::TooFast)
    }

    /// The next instant at which [`Self::pass_time`] has something to do.
    pub(super) fn deadline(&self) -> Instant {
        let idle = self.heard + IDLE;
        self.join_by.map_or(idle, |join_by| join_by.min(idle))
    }

    /// `Err` where the client has shown no key in time, or was silent for too long: while it has a document it
    /// answers a ping.
    pub(super) fn pass_time(&mut self) -> Result<(), CloseCode> {
        let now = now();
        if self.part_came.swap(false, Ordering::Relaxed) {
            self.is_heard();
        }
        if self.join_by.is_some_and(|join_by| now >= join_by) {
            return Err(CloseCode::KeyInvalid);
        }
        if now >= self.heard + IDLE { Err(CloseCode::FellBehind) } else { Ok(()) }
    }

    /// Lets go of documents that are over. `Err` where the whole connection is: by reconnecting a provider comes
    /// back to all of its documents, and it has no other way to one.
    pub(super) fn tidy(&mut self) -> Result<(), CloseCode> {
        let mut over = Ok(());
        self.documents.retain(|_, document| {
            if document.seat.is_room_gone() && !document.seat.is_over() {
                document.seat.close(CloseCode::Restarting);
            }
            if !document.seat.is_over() {
                return true;
            }
            match document.seat.closed_with() {
                Some(code) => {
                    (self.visitor.noted)(self.key.as_deref(), code);
                    if !code.is_final() {
                        over = Err(code);
                    }
                }
                None => over = Err(CloseCode::FellBehind),
            }
            if document.seat.is_late() {
                over = Err(CloseCode::FellBehind);
            }
            false
        });
        if self.control.is_over() { Err(CloseCode::FellBehind) } else { over }
    }

    /// Says goodbye to the whole connection.
    pub(super) fn close(&mut self, code: CloseCode) {
        // Else each of them would say a goodbye of its own in front of this one.
        self.documents.clear();
        self.control.close(code, now());
    }

    /// Answers the client's own close; nothing of any document follows it.
    pub(super) fn answer_close(&mut self, answer: Bytes) {
        self.documents.clear();
        self.control.answer_close(answer, now());
    }

    /// Takes one message.
    pub(super) async fn hear(&mut self, frame: &Bytes) -> Result<(), CloseCode> {
        match hocuspocus::read(frame).map_err(|_| CloseCode::Malformed)? {
            ProviderFrame::Ping => {
                self.count()?;
                self.say(&hocuspocus::pong());
            }
            ProviderFrame::Pong => self.count()?,
            ProviderFrame::Of(address, DocumentMessage::Token(token)) => {
                self.count()?;
                self.come(address, token).await?;
            }
            ProviderFrame::Of(address, DocumentMessage::Close) => {
                self.count()?;
                self.documents.remove(address.0);
            }
            ProviderFrame::Of(address, said) => match self.documents.get_mut(address.0) {
                Some(document) => document.hear(said, frame).await,
                // It was refused, or is over, and its provider has not heard of that yet.
                None => self.count()?,
            },
        }
        Ok(())
    }

    /// Answers a key: with a seat, or with the reason why not. One that comes anew begins the document anew.
    async fn come(&mut self, address: DocumentName<'_>, token: &str) -> Result<(), CloseCode> {
        if self.visitor.lobby.rules().limits.enforced && !self.joins.take(1, now()) {
            return Err(CloseCode::TooFast);
        }
        self.documents.remove(address.0);
        let name: Result<PadName, _> = address.name().parse();
        let refused = match (name, self.documents.len()) {
            (Err(_), _) => NO_NAME.to_owned(),
            (_, MAX_TOPICS..) => TOO_MANY.to_owned(),
            (Ok(name), _) => match self.take_seat(address, &name, token).await {
                Ok(document) => {
                    self.documents.insert(address.0.into(), document);
                    return Ok(());
                }
                Err(code) => code.why().word().to_owned(),
            },
        };
        self.say(&hocuspocus::denied(address.0, &refused));
        Ok(())
    }

    async fn take_seat(
        &mut self,
        address: DocumentName<'_>,
        name: &PadName,
        token: &str,
    ) -> Result<Document, CloseCode> {
        let key = if token.is_empty() { self.visitor.token.as_str() } else { token };
        let seeded = self.visitor.seeded;
        let from = Some(self.visitor.origin);
        let who = Entrant { key, from, seeded, may_open: Some(&*self.visitor.may_open) };
        let entered = self.visitor.lobby.enter(name, who).map_err(|denied| denied.code());
        let Admission { role, pass, pad } = entered?;
        self.key = Some(key.into());
        self.visitor.stranger = None;
        self.join_by = None;
        let person = pass.person.map_or_else(|| self.stranger(), Ok)?;
        let seat = self.visitor.lobby.next_seat();
        let arrival = Arrival {
            seat,
            kind: SeatKind::YChannel,
            person,
            own: pass.person.is_some(),
            role: pass.role,
            generation: pass.generation,
            origin: Some(self.visitor.origin),
            tab: None,
        };
        let words = Arc::new(self.encoder(address, name, seat));
        let sink = Sink {
            pipe: Box::new(self.mux.clone()),
            dialect: Arc::clone(&words) as Arc<_>,
            wake: Arc::clone(&self.wake),
        };
        // Who writes may bring history at any time, also when they are let write later.
        if role.max(pass.role) >= Role::Edit {
            self.sizes.writes();
        }
        Ok(Document::new(pad.room.join(arrival, sink).await?, words))
    }

    /// Members whose provider names the document as we do share their frames.
    fn encoder(&self, address: DocumentName<'_>, name: &PadName, seat: SeatId) -> DocumentEncoder {
        let own = (address.0 != name.as_str()).then_some(seat);
        DocumentEncoder::new(address.0, own)
    }

    /// Who this client is where its key is nobody's own: the same in all of its documents.
    fn stranger(&mut self) -> Result<Person, CloseCode> {
        if self.person.is_none() {
            self.person = Some(Person::new().map_err(|_| CloseCode::Restarting)?);
        }
        self.person.ok_or(CloseCode::Restarting)
    }

    fn say(&self, message: &[u8]) {
        self.control.send(frame::binary(message), now());
    }
}
