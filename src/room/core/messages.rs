//! What a room does with one message of a seat: check the rate and the role, take it, answer.

use std::time::Instant;

use bytes::Bytes;
use fadepad_store::{Applied, Author, Refused};
use fadepad_wire::awareness;
use fadepad_wire::extra::ToPage;

use super::presence::Speaker;
use super::seed;
use super::state::{Authors, Room};
use crate::base::close::CloseCode;
use crate::base::ids::{Role, SeatId};
use crate::base::limits::{MAX_REFUSED, MAX_UPDATE};
use crate::base::why::Why;
use crate::room::message::{Effect, EventKind, HostCommand, Message, Outgoing, Said, Whole};

impl Room {
    /// Takes one message of a seat, and tells what became of it where the seat wants to know.
    pub fn handle(&mut self, from: SeatId, said: impl Into<Said>, now: Instant) {
        if self.seats.get(from).is_some_and(|seat| seat.over) {
            return;
        }
        let Said { message, ticket } = said.into();
        self.ticket = ticket;
        self.take(from, message, now);
        // Nothing was said about it: it is taken.
        if let Some(ticket) = self.ticket.take() {
            self.tell(from, Outgoing::Taken(ticket));
        }
    }

    fn take(&mut self, from: SeatId, message: Message, now: Instant) {
        let enforced = self.limits.enforced;
        let Some(kind) = self.seats.get(from).map(|seat| seat.kind) else { return };
        let may_ask = self.may_ask_for_text(kind);
        let Some(seat) = self.seats.get(from) else { return };
        // Before it is looked at: what is refused has cost as much to read.
        if enforced && !seat.may_send(size(&message), now) {
            return self.refuse_by(from, CloseCode::TooFast);
        }
        match message {
            Message::StateVector(_) if !may_ask => {}
            // A wall is nobody, and adds nothing.
            Message::Acknowledge(_)
            | Message::Update { .. }
            | Message::Presence(_)
            | Message::Hello { .. }
            | Message::Answer
            | Message::More
            | Message::Hand(_)
                if !kind.is_somebody() => {}
            Message::StateVector(_) if enforced && !seat.may_be_answered(now) => {
                self.refuse_by(from, CloseCode::TooFast);
            }
            Message::StateVector(vector) => self.answer(from, &vector),
            Message::Acknowledge(vector) => match self.store.common(&vector) {
                Ok(taken) => self.tell(from, Outgoing::Acknowledged(taken)),
                Err(_) => self.refuse_by(from, CloseCode::Malformed),
            },
            Message::Update { bytes, live } => {
                self.update(Author { seat: from, live }, &bytes, now)
            }
            Message::Presence(states) => self.present(from, &states, now),
            Message::Query => {
                if let Some(all) = self.presence.all() {
                    self.tell(from, Outgoing::Presence(all));
                }
            }
            Message::Hello { name, colour } => {
                let asks = seat.hand.is_some();
                self.seats.colour(from, colour);
                if self.seats.name(from, name) {
                    if asks {
                        self.hands_changed(now);
                    }
                    self.event(EventKind::Named(self.all_people()));
                    self.tell_peers_who();
                }
            }
            Message::Answer => self.answer_call(from, now),
            Message::More => self.give_more(from, now),
            Message::Hand(up) => self.raise(from, up, now),
            Message::Ping(n, client) => {
                // Also who may write no more: what they typed before was taken, or not.
                let asks = client.filter(|_| seat.wrote);
                let standing = asks.map(|client| self.store.standing(from, client));
                let foreign = standing.is_some_and(|standing| standing.foreign);
                let clock = standing.map(|standing| standing.clock);
                self.tell(from, Outgoing::Page(ToPage::Pong { n, clock, foreign }.json()));
            }
            Message::Steer(command) => self.take_command(from, command, now),
            Message::Other => {}
            Message::Malformed => self.refuse_by(from, CloseCode::Malformed),
            Message::TooLarge => self.refuse_by(from, CloseCode::TooLarge),
        }
    }

    /// A host's command, where it is one's who may give it.
    fn take_command(&mut self, from: SeatId, command: HostCommand, now: Instant) {
        let Some(seat) = self.seats.get(from) else { return };
        if seat.role < Role::Host {
            return self.refuse(from, Why::NotHost, CloseCode::Forbidden);
        }
        let pass = seat.pass;
        let may = self.may_steer(pass, &command);
        // A slip, and no attack: who made it stays.
        if let Err(not) = may.and_then(|()| self.steer(command, Some(from), now)) {
            self.tell_refused(from, not.why());
        }
    }

    fn answer(&mut self, from: SeatId, vector: &[u8]) {
        // The one-byte vector of an empty document: all joiners share one encoding.
        let lacking = match vector {
            [0] => Ok(self.store.full()),
            _ => self.store.diff(vector),
        };
        match lacking {
            Ok(update) => match self.ticket.take() {
                Some(ticket) => {
                    let vector = self.store.state_vector();
                    self.tell(from, Outgoing::Lacking(ticket, Whole { update, vector }));
                }
                None => self.tell(from, Outgoing::Step2(update)),
            },
            Err(_) => self.refuse_by(from, CloseCode::Malformed),
        }
    }

    fn update(&mut self, author: Author, bytes: &Bytes, now: Instant) {
        let Author { seat: from, live } = author;
        let Some(seat) = self.seats.get(from) else { return };
        // It has answered the room's first question, and hears of others: what it shows after that
        // may be an echo.
        seat.may_come_back = false;
        if seat.role < Role::Edit {
            return self.refuse_viewer(from);
        }
        // What somebody has from before may be as large as a pad. What one types is not.
        if live && bytes.len() > MAX_UPDATE {
            return self.refuse_by(from, CloseCode::TooLarge);
        }
        // Asked first, since the store can't give back what it has merged.
        if !self.account.has_room_for(bytes.len()) {
            return self.refuse(from, Why::ServerFull, CloseCode::TooLarge);
        }
        let applied = self.store.apply(author, bytes);
        // Whatever came of it: of a refused update the beginning may have stayed.
        self.account.set(self.store.stats().bytes);
        // Until the first word stands there; whether it is gone again, a tick sees.
        if self.life.is_blank() {
            self.life.set_blank(seed::is_blank(&self.store, self.epoch));
        }
        match applied {
            Ok(taken) => {
                self.note(author, taken);
                self.tell_of_new_ids();
                if taken.held || taken.unsaid {
                    self.missing.note(now);
                }
                // At once, where the sender has only to send more. Who else may know is asked on a
                // timer.
                if taken.held && self.seats.get(from).is_some_and(|seat| seat.may_ask(now)) {
                    self.tell(from, Outgoing::Step1(self.store.state_vector()));
                }
            }
            Err(refused) => {
                // What came before the refused part stays, and the next flush brings it.
                self.authors = Authors::Many;
                self.has_history = true;
                if let Refused::Share { .. } = refused {
                    self.warn_of_filling(from, now);
                }
                self.refuse_by(from, refused.into());
            }
        }
    }

    fn refuse_viewer(&mut self, from: SeatId) {
        let Some(seat) = self.seats.get(from) else { return };
        seat.refused += 1;
        let refused = seat.refused;
        // Whose key lets them write has only not heard of what the host decided, and breaks nothing.
        let decided = seat.pass.role >= Role::Edit;
        match (self.ticket.take(), refused) {
            (Some(ticket), _) => self.tell(from, Outgoing::Refused(ticket, Why::ReadOnly)),
            // Told once: a client that does not understand goes on sending.
            (None, 1) => self.tell_reads_only(from),
            _ => {}
        }
        if refused >= MAX_REFUSED {
            let code = if decided { CloseCode::ReadOnly } else { CloseCode::Forbidden };
            self.show_out(from, code);
        }
    }

    /// What this seat said while it might write, and what waited until now, is not taken.
    pub(super) fn refuse_held(&mut self, of: SeatId) {
        if self.seats.get(of).is_some_and(|seat| !seat.over && seat.role < Role::Edit) {
            self.tell_reads_only(of);
        }
    }

    fn tell_reads_only(&mut self, to: SeatId) {
        let Some(seat) = self.seats.get(to) else { return };
        let told = match seat.kind.hears_life() {
            true => Outgoing::Page(ToPage::Refused { why: Why::ReadOnly.word() }.json()),
            false => Outgoing::Denied,
        };
        self.tell(to, told);
    }

    fn present(&mut self, from: SeatId, states: &[u8], now: Instant) {
        let Some(person) = self.seats.who(from) else { return };
        let Some(seat) = self.seats.get(from) else { return };
        let (may_come_back, role) = (seat.may_come_back, seat.role);
        match self.presence.take(
            Speaker { seat: from, person, role, elsewhere: false },
            states,
            now,
        ) {
            Ok(accepted) => {
                // Who says what is known may be an echo. Only a seat that has heard of nobody yet
                // is believed.
                let back = accepted.repeated.into_iter().filter(|_| may_come_back);
                self.outputs.extend(accepted.contested.into_iter().chain(back).map(Effect::Probe));
                for (client, clock) in accepted.revive {
                    let gone = awareness::Entry { client, clock, json: awareness::GONE };
                    self.tell(from, Outgoing::Gone(awareness::encode([gone].into_iter())));
                }
                self.add_author(from);
            }
            Err(bad) => self.refuse_by(from, bad.close_code()),
        }
    }

    fn refuse_by(&mut self, seat: SeatId, code: CloseCode) {
        self.refuse(seat, code.why(), code);
    }

    fn refuse(&mut self, seat: SeatId, why: Why, code: CloseCode) {
        self.tell_refused(seat, why);
        self.show_out(seat, code);
    }

    /// Closes it for what it said.
    fn show_out(&mut self, from: SeatId, code: CloseCode) {
        if let Some(seat) = self.seats.get(from) {
            seat.over = true;
        }
        self.outputs.push(Effect::Close(from, code));
    }

    fn tell_refused(&mut self, seat: SeatId, why: Why) {
        // Who asked is told under the name of their message, a page in its own words. To others the
        // close has to say it.
        if let Some(ticket) = self.ticket.take() {
            self.tell(seat, Outgoing::Refused(ticket, why));
        } else if self.seats.get(seat).is_some_and(|seat| seat.kind.hears_life()) {
            self.tell(seat, Outgoing::Page(ToPage::Refused { why: why.word() }.json()));
        }
    }

    pub(super) fn note(&mut self, author: Author, taken: Applied) {
        if taken.structs || taken.deletes {
            self.add_author(author.seat);
        }
        // Its deletions are those of a whole text: also what went with a line, unseen by who took that away.
        self.has_history |= taken.deletes && !author.live;
    }

    fn add_author(&mut self, seat: SeatId) {
        self.authors = match self.authors {
            Authors::None => Authors::One(seat),
            Authors::One(known) if known == seat => Authors::One(seat),
            _ => Authors::Many,
        };
    }
}

pub(in crate::room) fn size(message: &Message) -> usize {
    match message {
        Message::StateVector(bytes)
        | Message::Acknowledge(bytes)
        | Message::Presence(bytes)
        | Message::Update { bytes, .. } => bytes.len(),
        _ => 0,
    }
}
