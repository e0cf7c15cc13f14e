//! A pad is handed on to another machine: this room tells its people where it goes and lives until they have gone over, and the
//! other one takes what is still written here meanwhile.

use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use fadepad_store::Author;
use fadepad_wire::extra::ToPage;

use super::access::AccessCarried;
use super::going::Going;
use super::life::{LifeCarried, seconds};
use super::pass::Pass;
use super::seat_kind::SeatKind;
use super::seed;
use super::state::Room;
use crate::base::ids::{Role, SeatId};
use crate::base::limits::{HAND_ON_WITHIN, TAKER_GONE};
use crate::room::message::{EventKind, Outgoing};

/// What the other machine wants.
#[derive(Clone, Debug)]
pub enum HandOn {
    /// The pad as it is: nothing changes by that.
    Look,
    /// People are to go over. It asks again and again, each time for what it has not seen.
    Go {
        /// Where people find it there: the beginnings of links, the likeliest first.
        to: Arc<[String]>,
        /// What it has, as a state vector.
        seen: Bytes,
        /// Whether it comes for the last files: from then on none is taken here, until it is gone.
        seals: bool,
    },
    /// It has all that it needs: here the pad is over.
    Over {
        /// What it has.
        seen: Bytes,
    },
}

/// A pad as it goes over.
#[derive(Clone, Debug)]
pub struct PadCarried {
    /// What is left of its life.
    pub life: LifeCarried,
    /// What its hosts have decided.
    pub access: AccessCarried,
    /// What they call it, where one has ever said so.
    pub title: Option<Option<String>>,
    /// All that stands in it.
    pub text: Bytes,
}

/// What the other machine is told.
#[derive(Clone, Debug)]
pub enum Handed {
    /// The pad.
    Pad(Box<PadCarried>),
    /// What it has not seen.
    Words {
        /// As one update.
        update: Bytes,
        /// Pages that are still here.
        pages: usize,
        /// Whether they have had the time to go.
        late: bool,
    },
}

/// Why it is not handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHanded {
    /// It ends, and people are taking their copies.
    Ends,
    /// It is over.
    Over,
    /// Another machine is taking it.
    Elsewhere,
    /// Nobody was told to go.
    NotGoing,
    /// What it is said to have seen is no state vector.
    Malformed,
    /// Who asks has not come by a host's link, or is host no more by the time of their turn.
    NotOwner,
}

impl Room {
    /// Does what the other machine wants, for who may still have that in this turn: what signs the keys of the life goes along, which
    /// is more than a host has by another's hand.
    ///
    /// # Errors
    /// Where the pad stays here.
    pub fn hand_on_by(
        &mut self,
        pass: Pass,
        step: HandOn,
        now: Instant,
    ) -> Result<Handed, NotHanded> {
        let may = pass.role == Role::Host && self.access.role(pass) == Ok(Role::Host);
        if !may && self.ended.is_none() {
            return Err(NotHanded::NotOwner);
        }
        self.hand_on(step, now)
    }

    /// Does what the other machine wants.
    ///
    /// # Errors
    /// Where the pad stays here.
    pub(super) fn hand_on(&mut self, step: HandOn, now: Instant) -> Result<Handed, NotHanded> {
        if self.ended.is_some() {
            return Err(NotHanded::Over);
        }
        match step {
            HandOn::Look => {
                // What goes over already does so in a last call, too: files that came meanwhile are asked for by this.
                let life = match &self.going {
                    Some(_) => self.life.to_carry(now),
                    None => self.life.carried(now).ok_or(NotHanded::Ends)?,
                };
                let (access, title) = (self.access.to_carry(), self.title.told());
                let text = self.store.full();
                Ok(Handed::Pad(Box::new(PadCarried { life, access, title, text })))
            }
            HandOn::Go { to, seen, seals } => {
                let update = self.store.diff(&seen).map_err(|_| NotHanded::Malformed)?;
                self.go(to, now)?;
                self.going.iter_mut().for_each(|going| going.sealed |= seals);
                let late = self.going.as_ref().is_some_and(|going| now >= going.until);
                Ok(Handed::Words { update, pages: self.pages(), late })
            }
            HandOn::Over { seen } => {
                let update = self.store.diff(&seen).map_err(|_| NotHanded::Malformed)?;
                let going = self.going.take().ok_or(NotHanded::NotGoing)?;
                let pages = self.pages();
                self.event(EventKind::HandedOn { to: going.to });
                self.life.hand_on();
                self.tick(now);
                Ok(Handed::Words { update, pages, late: true })
            }
        }
    }

    /// Pages that go over by themselves: who has no word for that is not waited for.
    fn pages(&self) -> usize {
        self.seats.all().filter(|(_, seat)| seat.kind == SeatKind::Page).count()
    }

    fn go(&mut self, to: Arc<[String]>, now: Instant) -> Result<(), NotHanded> {
        match &mut self.going {
            Some(going) if going.to != to => return Err(NotHanded::Elsewhere),
            Some(going) => going.heard = now,
            None if self.life.call().is_some() => return Err(NotHanded::Ends),
            None => {
                self.going =
                    Some(Going { to, until: now + HAND_ON_WITHIN, heard: now, sealed: false });
                self.tell_pages(self.moved_message(now));
            }
        }
        Ok(())
    }

    /// Where it goes; nowhere, where the other machine is not heard any more.
    fn moved_message(&self, now: Instant) -> String {
        let (to, in_s) = match &self.going {
            Some(going) => (&*going.to, seconds(going.until.saturating_duration_since(now))),
            None => (&[][..], 0),
        };
        ToPage::Moved { to: to.iter().map(Into::into).collect(), in_s }.json()
    }

    /// Who sits down while others are leaving hears where to.
    pub(super) fn tell_where_to(&mut self, seat: SeatId, now: Instant) {
        if self.going.is_some() {
            self.tell(seat, Outgoing::Page(self.moved_message(now)));
        }
    }

    /// Whether no file is taken any more, as another machine takes the pad and fetches the last of them.
    #[must_use]
    pub fn takes_no_files(&self) -> bool {
        self.ended.is_some() || self.going.as_ref().is_some_and(|going| going.sealed)
    }

    /// When the other machine has been silent for too long.
    pub(super) fn taker_gone_at(&self) -> Option<Instant> {
        self.going.as_ref().map(|going| going.heard + TAKER_GONE)
    }

    /// Where it is silent the pad stays: its people are told, and those who have gone come back by themselves.
    pub(super) fn forget_taker(&mut self, now: Instant) {
        if self.taker_gone_at().is_some_and(|at| now >= at) {
            self.going = None;
            self.tell_pages(self.moved_message(now));
            self.event(EventKind::NotHandedOn);
        }
    }

    /// What was written at the machine that this pad was taken from: whose it is, is not known here. Returns all that this room has,
    /// as a state vector; `None` where there is no room for it.
    pub fn bring(&mut self, update: &[u8]) -> Option<Vec<u8>> {
        let seat = self.begun_by?;
        if !self.account.has_room_for(update.len()) {
            return None;
        }
        let author = Author { seat, live: false };
        let applied = self.store.apply(author, update);
        self.account.set(self.store.stats().bytes);
        self.life.set_blank(seed::is_blank(&self.store, self.epoch));
        self.note(author, applied.ok()?);
        Some(self.store.state_vector())
    }

    /// Nobody comes over any more who has not come.
    pub fn awaited(&mut self, now: Instant) {
        self.life.awaited(now);
        self.plan.note(&self.life);
        self.tick(now);
    }
}
