//! What a room does with one message of a seat: check the rate and the role, take it, answer.

use std::time::Instant;

use bytes::Bytes;

use super::message::{EventKind, Message, Note, Output};
use super::presence::BadPresence;
use super::state::{Authors, Room};
use crate::base::close::CloseCode;
use crate::base::ids::{Role, SeatId};
use crate::base::limits::{MAX_REFUSED, MAX_UPDATE};
use crate::doc::{Author, Refused, Taken};
use crate::wire::awareness;
use crate::wire::extra::ToPage;

impl Room {
    /// Takes one message of a seat.
    pub fn handle(&mut self, from: SeatId, message: Message, now: Instant) {
        let enforced = self.limits.enforced;
        let Some(seat) = self.seats.get(from) else { return };
        if enforced && !seat.may_send(size(&message), now) {
            return self.refuse(from, "too_fast", CloseCode::TooFast);
        }
        match message {
            // A wall is nobody, and the text is not for it.
            Message::StateVector(_)
            | Message::Update { .. }
            | Message::Presence(_)
            | Message::Hello { .. }
                if seat.wall => {}
            Message::StateVector(_) if enforced && !seat.may_be_answered(now) => {
                self.refuse(from, "too_fast", CloseCode::TooFast);
            }
            Message::StateVector(vector) => self.answer(from, &vector),
            Message::Update { bytes, live } => self.update(from, &bytes, live, now),
            Message::Presence(states) => self.present(from, &states, now),
            Message::Query => {
                if let Some(all) = self.presence.all() {
                    self.tell(from, Note::Presence(all));
                }
            }
            Message::Hello { person, name } => {
                if self.seats.name(from, person, name) {
                    self.event(EventKind::Joined(self.seats.people()));
                }
            }
            Message::Ping(n) => self.tell(from, Note::Page(ToPage::Pong { n }.json())),
            Message::Steer(steering) if seat.role == Role::Host => self.steer(steering, now),
            Message::Steer(_) => self.refuse(from, "not_host", CloseCode::Forbidden),
            Message::Other => {}
            Message::Malformed => self.refuse(from, "malformed", CloseCode::Malformed),
            Message::TooLarge => self.refuse(from, "too_large", CloseCode::TooLarge),
        }
    }

    fn answer(&mut self, from: SeatId, vector: &[u8]) {
        // The one-byte vector of an empty document: all joiners share one encoding.
        let lacking = match vector {
            [0] => Ok(self.store.full()),
            _ => self.store.diff(vector),
        };
        match lacking {
            Ok(update) => self.tell(from, Note::Step2(update)),
            Err(_) => self.refuse(from, "malformed", CloseCode::Malformed),
        }
    }

    fn update(&mut self, from: SeatId, bytes: &Bytes, live: bool, now: Instant) {
        let Some(seat) = self.seats.get(from) else { return };
        if seat.role < Role::Edit {
            return self.refuse_viewer(from);
        }
        if live && bytes.len() > MAX_UPDATE {
            return self.refuse(from, "too_large", CloseCode::TooLarge);
        }
        if !self.account.has_room_for(bytes.len()) {
            return self.refuse(from, "server_full", CloseCode::TooLarge);
        }
        let applied = self.store.apply(Author { seat: from, live }, bytes);
        self.account.set(self.store.stats().bytes);
        match applied {
            Ok(taken) => {
                self.note(from, taken);
                if taken.held && self.seats.get(from).is_some_and(|seat| seat.may_ask(now)) {
                    self.tell(from, Note::Step1(self.store.state_vector()));
                }
            }
            Err(refused) => {
                // What came before the refused part stays, and the next flush brings it.
                self.authors = Authors::Many;
                match refused {
                    Refused::TooLarge { .. } => self.refuse(from, "too_large", CloseCode::TooLarge),
                    _ => self.refuse(from, "malformed", CloseCode::Malformed),
                }
            }
        }
    }

    fn refuse_viewer(&mut self, from: SeatId) {
        let Some(seat) = self.seats.get(from) else { return };
        seat.refused += 1;
        match (seat.refused, seat.page) {
            (1, true) => {
                let json = ToPage::Refused { why: "read_only" }.json();
                self.tell(from, Note::Page(json));
            }
            (1, false) => self.tell(from, Note::Denied),
            (MAX_REFUSED.., _) => self.outputs.push(Output::Close(from, CloseCode::Forbidden)),
            _ => {}
        }
    }

    fn present(&mut self, from: SeatId, states: &[u8], now: Instant) {
        match self.presence.take(from, states, now) {
            Ok(accepted) => {
                for client in accepted.claimed {
                    if !self.store.claim(from, client) {
                        self.presence.disown(client);
                    }
                }
                let contested = accepted.contested.into_iter().map(Output::Doubt);
                self.outputs.extend(contested);
                for (client, clock) in accepted.revive {
                    let gone = awareness::Entry { client, clock, json: awareness::GONE };
                    let note = Note::Presence(awareness::encode([gone].into_iter()));
                    self.tell(from, note);
                }
                self.add_author(from);
            }
            Err(BadPresence::TooLarge) => self.refuse(from, "too_large", CloseCode::TooLarge),
            Err(BadPresence::Malformed) => self.refuse(from, "malformed", CloseCode::Malformed),
        }
    }

    fn refuse(&mut self, seat: SeatId, why: &'static str, code: CloseCode) {
        if self.seats.get(seat).is_some_and(|seat| seat.page) {
            self.tell(seat, Note::Page(ToPage::Refused { why }.json()));
        }
        self.outputs.push(Output::Close(seat, code));
    }

    pub(super) fn note(&mut self, from: SeatId, taken: Taken) {
        if taken.structs || taken.deletes {
            self.add_author(from);
        }
    }

    fn add_author(&mut self, seat: SeatId) {
        self.authors = match self.authors {
            Authors::None => Authors::One(seat),
            Authors::One(known) if known == seat => Authors::One(seat),
            _ => Authors::Many,
        };
    }
}

fn size(message: &Message) -> usize {
    match message {
        Message::StateVector(bytes) | Message::Presence(bytes) | Message::Update { bytes, .. } => {
            bytes.len()
        }
        _ => 0,
    }
}
