//! A pad that goes on here and began at another machine: with its epoch, its keys and its code. And where pads are found that
//! were handed on from here.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use bytes::Bytes;
use fadepad_store::Sitter;
use thiserror::Error;

use super::codes::Behind;
use super::ended::{EndedPad, LastEnd};
use super::pad::{LifeBefore, Pad, Terms};
use super::{Lobby, Pads};
use crate::base::clock::{now, unix_now};
use crate::base::codes::JoinCode;
use crate::base::ids::{EndCause, Epoch, Role};
use crate::base::keys::LifeSecret;
use crate::base::limits::PAD_AT_REST;
use crate::base::names::PadName;
use crate::room::core::access::Access;
use crate::room::core::handing::PadCarried;
use crate::room::core::life::{Life, seconds};
use crate::room::core::plan::LifePlan;
use crate::room::core::seed::{self, Begun};
use crate::room::core::title::Title;
use crate::room::message::{Event, EventKind};

/// A life as it comes from another machine.
#[derive(Debug)]
pub struct LifeTaken {
    /// The pad's name.
    pub name: PadName,
    /// The life: it goes on, so that people's pages take it for the one that they know.
    pub epoch: Epoch,
    /// What signs its keys.
    pub secret: LifeSecret,
    /// The code that is on its QR.
    pub code: JoinCode,
    /// Whether it began with the empty paragraph of our page.
    pub seeded: bool,
    /// The life that it was begun afresh from, and how far its text goes in that, as a state vector.
    pub before: Option<(Epoch, Bytes)>,
    /// The pad.
    pub pad: PadCarried,
}

/// Why it does not go on here.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotTakenOver {
    /// A pad of this name is alive here.
    #[error(
        "a pad named \"{0}\" is open here already: end it first, or take this one at another machine"
    )]
    Alive(PadName),
    /// This very life has ended here.
    #[error("this pad has ended here")]
    Ended,
    /// It is not what one of ours sends.
    #[error("that is no pad as a Fadepad hands it on")]
    Malformed,
    /// It does not fit.
    #[error("this server has no room for it")]
    Full,
}

/// Where lives are found that were handed on: so many of the last are known.
#[derive(Debug, Default)]
pub(super) struct HandedLives {
    to: HashMap<Epoch, Arc<[String]>>,
    order: VecDeque<Epoch>,
}

/// More than one machine hands on while anybody still has one of the old addresses.
const MOST: usize = 64;

impl HandedLives {
    fn note(&mut self, epoch: Epoch, to: Arc<[String]>) {
        if self.to.insert(epoch, to).is_none() {
            self.order.push_back(epoch);
        }
        if self.order.len() > MOST
            && let Some(oldest) = self.order.pop_front()
        {
            self.to.remove(&oldest);
        }
    }

    /// It is here again. Its place goes too: left, it would drop what is noted of the same life later.
    fn forget(&mut self, epoch: Epoch) {
        if self.to.remove(&epoch).is_some() {
            self.order.retain(|known| *known != epoch);
        }
    }
}

impl Lobby {
    /// Has a life go on here. Nobody is in it yet.
    ///
    /// # Errors
    /// Where it can't.
    pub fn take_over(&self, life: LifeTaken) -> Result<Pad, NotTakenOver> {
        let LifeTaken { name, epoch, secret, code, seeded, before, pad } = life;
        let mut pads = self.pads();
        if pads.alive.contains_key(&name) {
            return Err(NotTakenOver::Alive(name));
        }
        // What was handed on may come back; what has ended may not.
        let last = pads.ended.get(&name);
        let over =
            |ended: &EndedPad| ended.epoch == epoch && ended.receipt.cause != EndCause::HandedOn;
        if matches!(&last, Some(LastEnd::Here(ended)) if over(ended)) {
            return Err(NotTakenOver::Ended);
        }
        let limits = self.inner.rules.limits;
        let too_many = limits.enforced && pads.alive.len() >= limits.pads;
        if too_many || !pads.ended.has_room(unix_now()) {
            return Err(NotTakenOver::Full);
        }
        let place = self.inner.budget.take(PAD_AT_REST).ok_or(NotTakenOver::Full)?;
        let is_new = pad.life.is_new();
        let life = Life::taken(&pad.life, now()).ok_or(NotTakenOver::Malformed)?;
        let access = Access::taken(&pad.access).ok_or(NotTakenOver::Malformed)?;
        let begun = self.carried(&pad.text).ok_or(NotTakenOver::Malformed)?;
        // By chance it may be another pad's here: then this one has another code.
        let free = pads.codes.find(code).is_none_or(|behind| behind == Behind::Ended(&name));
        let generation = access.generation(Role::Edit);
        let code = free.then_some((generation, code));
        let title = Title::default();
        pad.title.into_iter().for_each(|told| title.set(told));
        let left = seconds(life.hard_end_in(now())).try_into().unwrap_or(u32::MAX);
        let terms = Terms {
            plan: LifePlan::new(life),
            access,
            title,
            seeded,
            resumed: false,
            begun: Some(begun),
            // Of a copy of another machine's the people are there: should nobody be heard of, it fades.
            awaits: self.peers().is_none() || is_new,
            place: Some(place),
            code,
            files: None,
        };
        self.take_up(&pads, (&name, epoch), secret)?;
        let expires = unix_now().saturating_add(left);
        pads.handed.forget(epoch);
        let before = before.map(|(epoch, seen)| Arc::new(LifeBefore { epoch, seen }));
        Ok(self.run(&mut pads, (name, epoch, expires), (terms, None, before)))
    }

    /// Learns its keys. Lives of pads that are forgotten make room.
    fn take_up(
        &self,
        pads: &Pads,
        (name, epoch): (&PadName, Epoch),
        secret: LifeSecret,
    ) -> Result<(), NotTakenOver> {
        let keys = &self.inner.keys;
        // A machine of the same secret has it already.
        if keys.life_secret(name, epoch) == secret {
            return Ok(());
        }
        if !keys.take_up(name, epoch, secret.clone()) {
            let lives =
                |name: &PadName| pads.alive.contains_key(name) || pads.ended.lives(name) > 0;
            keys.forget_taken(lives);
            return keys.take_up(name, epoch, secret).then_some(()).ok_or(NotTakenOver::Full);
        }
        Ok(())
    }

    /// It does not go on here after all: nothing of it is left, and nobody is told of an end.
    pub async fn let_go(&self, pad: &Pad) {
        pad.room.go_away().await;
        self.inner.keys.give_up(&pad.name, pad.epoch);
    }

    /// Tells the host of something that no room knows.
    pub fn tell(&self, pad: &Pad, kind: EventKind) {
        let event = Event { pad: pad.name.clone(), epoch: pad.epoch, kind };
        let _ = self.inner.events.try_send(event);
    }

    fn carried(&self, text: &Bytes) -> Option<Box<Begun>> {
        let seat = self.next_seat();
        let writer = Sitter { seat, origin: None, refills: false };
        let store = seed::carried(self.inner.rules.limits.doc, text, writer)?;
        Some(Box::new(Begun { store, seat, by: None }))
    }

    /// What signs the keys of this pad's life: for the machine that takes it.
    #[must_use]
    pub fn life_secret(&self, pad: &Pad) -> LifeSecret {
        self.inner.keys.life_secret(&pad.name, pad.epoch)
    }

    /// This life is found there from now on.
    pub fn note_handed_on(&self, epoch: Epoch, to: Arc<[String]>) {
        self.pads().handed.note(epoch, to);
    }

    /// Where this life is found, which was handed on from here.
    #[must_use]
    pub fn handed_to(&self, epoch: Epoch) -> Option<Arc<[String]>> {
        self.pads().handed.to.get(&epoch).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_life_that_came_back_and_goes_on_again_is_known_as_long_as_any_other() {
        let (mut handed, to) = (HandedLives::default(), || Arc::from(["http://b".to_owned()]));
        handed.note(Epoch(0), to());
        handed.forget(Epoch(0));
        for epoch in 1..MOST as u64 {
            handed.note(Epoch(epoch), to());
        }
        handed.note(Epoch(0), to());
        assert_eq!((handed.to.len(), handed.order.len()), (MOST, MOST));
        handed.note(Epoch(100), to());
        assert!(handed.to.contains_key(&Epoch(0)) && !handed.to.contains_key(&Epoch(1)));
        assert_eq!((handed.to.len(), handed.order.len()), (MOST, MOST));
    }
}
