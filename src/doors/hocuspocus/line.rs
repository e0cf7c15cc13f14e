//! One client with its documents.

use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use fadepad_wire::frame;
use fadepad_wire::hocuspocus::{self, DocumentMessage, DocumentName, ProviderFrame};

use super::HocuspocusClient;
use super::document::Document;
use super::encode::DocumentEncoder;
use crate::base::close::CloseCode;
use crate::base::ids::{Role, SeatId};
use crate::base::limits::MAX_TOPICS;
use crate::base::names::PadName;
use crate::doors::many::{Dialect, ManySeats};
use crate::doors::visitor::Visitor;
use crate::room::core::seat_kind::SeatKind;
use crate::room::lobby::{Admission, Entrant};
use crate::room::message::Arrival;
use crate::room::send::outbound::Pipe;

/// What a provider is told whose document has a name that no pad has.
const NO_NAME: &str = "a pad's name has a-z, 0-9, - and _, at most 64 of them";
/// And one that has too many on one connection.
const TOO_MANY: &str = "too many documents on one connection";

/// A client's documents, by their addresses.
pub(super) struct DocumentLine {
    many: ManySeats<Document>,
    seeded: bool,
}

impl Dialect for DocumentLine {
    type Member = Document;

    fn many(&self) -> &ManySeats<Document> {
        &self.many
    }

    fn many_mut(&mut self) -> &mut ManySeats<Document> {
        &mut self.many
    }

    fn is_known(&self) -> bool {
        self.many.key.is_some()
    }

    /// By reconnecting a provider comes back to all of its documents, and it has no other way to one.
    fn tidy(&mut self) -> Result<(), CloseCode> {
        self.many.tidy(|_, _, code| match code {
            Some(code) if code.is_final() => Ok(()),
            code => Err(code.unwrap_or(CloseCode::FellBehind)),
        })
    }

    async fn hear(&mut self, frame: &Bytes, is_text: bool) -> Result<(), CloseCode> {
        if is_text { Err(CloseCode::Malformed) } else { self.hear_frame(frame).await }
    }
}

impl DocumentLine {
    pub(super) fn new(client: HocuspocusClient, pipe: Box<dyn Pipe>, now: Instant) -> Self {
        let HocuspocusClient { visitor, seeded } = client;
        Self { many: ManySeats::new(visitor, pipe, now), seeded }
    }

    /// Takes one message.
    async fn hear_frame(&mut self, frame: &Bytes) -> Result<(), CloseCode> {
        match hocuspocus::read(frame).map_err(|_| CloseCode::Malformed)? {
            ProviderFrame::Ping => {
                self.many.count()?;
                self.say(&hocuspocus::pong());
            }
            ProviderFrame::Pong => self.many.count()?,
            ProviderFrame::Of(address, DocumentMessage::Token(token)) => {
                self.many.count()?;
                self.come(address, token).await?;
            }
            ProviderFrame::Of(address, DocumentMessage::Close) => {
                self.many.count()?;
                self.many.members.remove(address.0);
            }
            ProviderFrame::Of(address, said) => match self.many.members.get_mut(address.0) {
                Some(document) => document.hear(said, frame).await,
                // It was refused, or is over, and its provider has not heard of that yet.
                None => self.many.count()?,
            },
        }
        Ok(())
    }

    /// Answers a key: with a seat, or with the reason why not. One that comes anew begins the document anew.
    async fn come(&mut self, address: DocumentName<'_>, token: &str) -> Result<(), CloseCode> {
        self.many.count_join()?;
        self.many.members.remove(address.0);
        let name: Result<PadName, _> = address.name().parse();
        let refused = match (name, self.many.members.len()) {
            (Err(_), _) => NO_NAME.to_owned(),
            (_, MAX_TOPICS..) => TOO_MANY.to_owned(),
            (Ok(name), _) => match self.take_seat(address, &name, token).await {
                Ok(document) => {
                    self.many.members.insert(address.0.into(), document);
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
        let Visitor { lobby, token: own, origin, may_open, .. } = &self.many.visitor;
        lobby.summon(name).await;
        let (key, origin) = (if token.is_empty() { own.as_str() } else { token }, Some(*origin));
        let who = Entrant { key, from: origin, seeded: self.seeded, may_open: Some(&**may_open) };
        let entered = lobby.enter(name, who).map_err(|denied| denied.code());
        let Admission { role, pass, pad } = entered?;
        let key = Some(key.into());
        self.many.key = key;
        self.many.has_shown_key();
        let person = pass.person.map_or_else(|| self.many.stranger(), Ok)?;
        let seat = self.many.visitor.lobby.next_seat();
        let arrival = Arrival {
            seat,
            kind: SeatKind::YChannel,
            person,
            own: pass.person.is_some(),
            role: pass.role,
            generation: pass.generation,
            origin,
            tab: None,
        };
        let words = Arc::new(self.encoder(address, name, seat));
        let sink = self.many.sink(Arc::clone(&words) as Arc<_>);
        // Who writes may bring history at any time, also when they are let write later.
        if role.max(pass.role) >= Role::Edit {
            self.many.sizes.writes();
        }
        Ok(Document::new(pad.room.join(arrival, sink).await?, words))
    }

    /// Members whose provider names the document as we do share their frames.
    fn encoder(&self, address: DocumentName<'_>, name: &PadName, seat: SeatId) -> DocumentEncoder {
        let own = (address.0 != name.as_str()).then_some(seat);
        DocumentEncoder::new(address.0, own)
    }

    fn say(&self, message: &[u8]) {
        self.many.say(frame::binary(message));
    }
}
