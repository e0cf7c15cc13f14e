//! What the host decides about a pad's life, and how everyone hears of it.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use fadepad_wire::extra::{self, ToPage};

use super::access_change::AccessChange;
use super::call::By;
use super::life::{Phase, seconds};
use super::retention::Retention;
use super::seed;
use super::state::Room;
use super::steering::NotSteered;
use crate::base::ids::{Person, Role, SeatId};
use crate::base::limits::MAX_UPDATE;
use crate::room::message::{Arrival, EventKind, HostCommand, Overview};

impl Room {
    /// The host decides about the pad's life: from this seat, or by the server.
    ///
    /// # Errors
    /// Why it is not done.
    pub fn steer(
        &mut self,
        command: HostCommand,
        from: Option<SeatId>,
        now: Instant,
    ) -> Result<(), NotSteered> {
        self.can_steer(&command, now)?;
        self.carry_out(command, from, now);
        Ok(())
    }

    pub(super) fn carry_out(&mut self, command: HostCommand, from: Option<SeatId>, now: Instant) {
        // As things stand now, and not at the last tick: without text nobody is asked.
        self.life.set_blank(seed::is_blank(&self.store, self.epoch));
        let name = from.map_or_else(|| self.seats.host(), |seat| self.seats.named(seat));
        self.tell_peers(&command, name.clone());
        match command {
            HostCommand::End(time) => {
                self.end_by(By::Host(name), time, now);
                if let Some(host) = from {
                    self.excuse(host);
                }
            }
            HostCommand::Stop(limit) => {
                self.life.end_within(limit, now);
                // Who began to end it has not decided this, and is asked as all are.
                self.excused.clear();
                self.called = false;
            }
            HostCommand::Leave => self.life.leave(),
            HostCommand::Stay => self.stay(now),
            // Where people take their copies already it stays as it is, and who asked sees that by the receipt.
            HostCommand::Afresh => drop(self.life.give_over()),
            HostCommand::Keep(keep) => self.keep(keep, now),
            HostCommand::Title(title) => {
                self.title.set(title);
                let told = self.title_message();
                told.into_iter().for_each(|json| self.tell_pages(json));
            }
            HostCommand::Access(change) => self.decide(change, from, now),
            HostCommand::Knock { person, let_in } => self.answer_knock(person, let_in, now),
            HostCommand::ShowOut { person, address } => {
                self.show_person_out((person, address), from, now);
            }
        }
        // Beside the room: one that fails in the next moment leaves it to the room that takes over.
        self.plan.note(&self.life);
        self.tick(now);
    }

    /// A seat of this person, where they are here: one that has a name before any other.
    #[must_use]
    pub fn seat_of(&self, person: Person) -> Option<SeatId> {
        let of_theirs =
            || self.seats.all().map(|(id, _)| id).filter(|id| self.seats.who(*id) == Some(person));
        of_theirs().find(|id| self.seats.named(*id).is_some()).or_else(|| of_theirs().next())
    }

    /// This person goes, and where the address is meant nobody new comes in from where they are.
    pub(super) fn show_person_out(
        &mut self,
        (person, address): (Person, bool),
        from: Option<SeatId>,
        now: Instant,
    ) {
        let known = self.seats.origins_of(person);
        let origins = if address { known } else { BTreeSet::new() };
        self.decide(AccessChange::ShowOut { person, from: origins }, from, now);
    }

    pub(super) fn end_by(&mut self, by: By, time: Option<Duration>, now: Instant) {
        self.life.end(by, time, now);
        // Whoever ended it before is asked again: it is another's end now.
        self.excused.clear();
        // A time that was chosen anew is told, also where a call runs already.
        self.called &= time.is_none();
    }

    pub(super) fn stay(&mut self, now: Instant) {
        let before = self.life.fades();
        if self.life.stay(now) && self.life.fades() != before {
            self.announce_life(now);
        }
    }

    fn keep(&mut self, keep: Retention, now: Instant) {
        self.life.keep(keep, now);
        self.announce_life(now);
        // Who waits for the first person does not fade.
        if let (Phase::Fading(_), Some(ends_in)) = (self.life.phase(), self.life.ends_in(now)) {
            self.event(EventKind::Fading { ends_in });
        }
    }

    /// What the pad is called, where a host has ever said so.
    pub(super) fn title_message(&self) -> Option<String> {
        let title = self.title.told()?.map(Into::into);
        Some(ToPage::Title { title }.json())
    }

    pub(super) fn announce_life(&mut self, now: Instant) {
        self.tell_pages(self.life_message(now, None));
    }

    pub(super) fn life_message(&self, now: Instant, why: Option<&str>) -> String {
        let life = ToPage::Life {
            state: self.life.phase().name(),
            ends_in_s: self.life.ends_in(now).map(seconds),
            why,
            ttl_s: self.life.grace().as_secs(),
            fades: self.life.fades(),
            hard_end_s: seconds(self.life.hard_end_in(now)),
        };
        life.json()
    }

    pub(super) fn welcome(&self, (arrival, role): (Arrival, Role), now: Instant) -> String {
        let welcome = ToPage::Welcome {
            epoch: self.epoch.to_string(),
            role: role.name(),
            state: self.life.phase().name(),
            ttl_s: self.life.grace().as_secs(),
            ends_in_s: self.life.ends_in(now).map(seconds),
            fades: self.life.fades(),
            hard_end_s: seconds(self.life.hard_end_in(now)),
            limits: extra::PageLimits { update: MAX_UPDATE, pad: self.limits.doc.bytes },
            person: arrival.person.to_string(),
            saves: self.saves,
        };
        welcome.json()
    }

    /// The room as others may see it.
    #[must_use]
    pub fn overview(&self, now: Instant) -> Overview {
        let ending = self.ending(now);
        let called = ending.as_ref().map(|ending| ending.left);
        let ends_in = self.life.ends_in(now);
        Overview {
            state: self.life.phase().name(),
            people: self.all_people(),
            knocks: self.knocks(now).len(),
            bytes: self.store.stats().bytes,
            grace: self.life.grace(),
            ends_in: called.into_iter().chain(ends_in).min(),
            ending,
            fades: self.life.fades(),
            hard_end: self.life.hard_end_in(now),
            ended: self.ended,
        }
    }
}
