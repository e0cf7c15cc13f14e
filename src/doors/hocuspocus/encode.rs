//! How the room's words are said to a Hocuspocus provider.

use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use fadepad_wire::{frame, hocuspocus, sync};
use serde::Deserialize;

use crate::base::close::CloseCode;
use crate::base::ids::{Role, SeatId};
use crate::room::message::{Gathered, Outgoing};
use crate::room::send::encoder::{Encoder, EncodingKey};

/// The ticket of an update, which its provider counts until it is told what became of it.
pub(super) const TYPED: &str = "update";
/// The ticket of a question what is lacking.
pub(super) const ASKED: &str = "step 1";

const FORM: &str = "hocuspocus";

/// One provider's dialect.
#[derive(Debug)]
pub(super) struct DocumentEncoder {
    /// The document as its provider names it.
    address: Box<str>,
    /// The seat, where nobody else's bytes are for it.
    own: Option<SeatId>,
    /// Whether it may only read.
    reads: AtomicBool,
}

/// What is told of one's own role, as one comes in or later.
#[derive(Deserialize)]
#[serde(tag = "t", rename_all = "lowercase")]
enum RoleMessage {
    Welcome { role: Box<str> },
    Role { role: Box<str> },
}

impl DocumentEncoder {
    pub(super) fn new(address: &str, own: Option<SeatId>) -> Self {
        Self { address: address.into(), own, reads: AtomicBool::new(false) }
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Whether its provider may only read, as far as it was told.
    pub(super) fn reads(&self) -> bool {
        self.reads.load(Ordering::Relaxed)
    }

    pub(super) fn frame(&self, message: &[u8]) -> Bytes {
        frame::binary(message)
    }

    /// What became of an update.
    pub(super) fn status(&self, taken: bool) -> Bytes {
        self.frame(&hocuspocus::sync_status(&self.address, taken))
    }

    /// A message of y-protocols of about so many bytes.
    fn y(&self, room: usize, message: impl FnOnce(&mut Vec<u8>)) -> Bytes {
        let head = self.address.len() + 2 * sync::HEAD;
        frame::binary_of(head + room, |out| hocuspocus::put_y(out, &self.address, message))
    }

    fn awareness(&self, states: &[u8]) -> Bytes {
        self.y(states.len(), |out| out.extend_from_slice(&sync::awareness(states)))
    }

    fn step1(&self, vector: &[u8]) -> Bytes {
        self.y(vector.len(), |out| out.extend_from_slice(&sync::step1(vector)))
    }

    fn step2(&self, update: &[u8]) -> Bytes {
        self.y(update.len(), |out| sync::put_step2(out, update))
    }

    /// Says what it may do, where this tells of it.
    fn role(&self, json: &str) -> Bytes {
        let told = serde_json::from_str(json).ok();
        let Some(RoleMessage::Welcome { role } | RoleMessage::Role { role }) = told else {
            return Bytes::new();
        };
        let reads = &*role == Role::View.name();
        self.reads.store(reads, Ordering::Relaxed);
        self.frame(&hocuspocus::authenticated(&self.address, !reads))
    }
}

impl Encoder for DocumentEncoder {
    fn form(&self) -> EncodingKey {
        self.own.map_or(EncodingKey::of(FORM), |seat| EncodingKey::of_one(FORM, seat))
    }

    fn shared(&self, gathered: &Gathered) -> Bytes {
        let people = self.people(gathered);
        let update = gathered.update.as_ref();
        let update = update.map(|update| self.y(update.len(), |out| sync::put_update(out, update)));
        match update {
            Some(update) if people.is_empty() => update,
            Some(update) => [update, people].concat().into(),
            None => people,
        }
    }

    fn people(&self, gathered: &Gathered) -> Bytes {
        let here = gathered.presence.as_ref();
        here.map(|here| self.awareness(&here.states)).unwrap_or_default()
    }

    fn note(&self, note: &Outgoing) -> Bytes {
        match note {
            Outgoing::Welcome { json, .. } | Outgoing::Page(json) => self.role(json),
            Outgoing::Step1(vector) => self.step1(vector),
            Outgoing::Step2(update) | Outgoing::Acknowledged(update) => self.step2(update),
            Outgoing::Presence(here) => self.awareness(&here.states),
            Outgoing::Gone(states) => self.awareness(states),
            // Its provider counts one answer of its own to each question, also who only reads.
            Outgoing::Lacking(_, whole) if self.reads() => {
                [self.step1(&whole.vector), self.step2(&whole.update)].concat().into()
            }
            Outgoing::Lacking(_, whole) => self.step2(&whole.update),
            Outgoing::Taken(ticket) if &**ticket == TYPED => self.status(true),
            Outgoing::Refused(ticket, _) if &**ticket == TYPED => self.status(false),
            Outgoing::Taken(_) | Outgoing::Refused(..) | Outgoing::Denied | Outgoing::Peers(_) => {
                Bytes::new()
            }
        }
    }

    /// The connection stays, since it may have other documents.
    fn close(&self, code: CloseCode) -> Bytes {
        self.frame(&hocuspocus::close(&self.address, code.why().word()))
    }

    fn ping(&self) -> Bytes {
        frame::ping()
    }

    fn keep_alive(&self) -> Bytes {
        self.frame(&hocuspocus::ping())
    }
}
