//! A pad is begun afresh: another life of its name goes on with the text as the host sees it, and with all that hosts have
//! decided, without the history and the keys of the one before.

use std::sync::Arc;

use bytes::Bytes;
use fadepad_store::Sitter;
use thiserror::Error;
use tokio::time::timeout;

use super::pad::{LifeBefore, Pad, Terms};
use super::{Lobby, Pads};
use crate::base::ids::{EndCause, Epoch, Origin, Person};
use crate::base::limits::{PAD_AT_REST, STOP_GRACE};
use crate::base::names::PadName;
use crate::room::core::budget::Reservation;
use crate::room::core::pass::Pass;
use crate::room::core::plan::LifePlan;
use crate::room::core::seed::{self, Begun};
use crate::room::core::steering::NotSteered;
use crate::room::message::{HostCommand, Receipt};

/// What a life begins with that goes on from another one.
#[derive(Clone)]
pub struct Fresh {
    /// The life that the text was written for: it stands under that life's seed.
    pub epoch: Epoch,
    /// The text, as one update.
    pub text: Bytes,
    /// How far whoever wrote it had read the life before, as a state vector: what others have said since is not in it.
    pub seen: Bytes,
    /// Who wrote it: all of it is theirs, and counted for where they come from.
    pub by: (Pass, Origin),
}

/// Why a pad goes on as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotAfresh {
    /// The text is for another life than the next one: somebody was quicker.
    #[error("the text is for another life than the next one of this pad")]
    OtherLife,
    /// It is no text, or not all of it.
    #[error("that is no whole text of the next life")]
    NoText,
    /// It ends, and people take their copies.
    #[error("the pad ends, and people are taking their copies")]
    Ends,
    /// There is no memory for it now.
    #[error("this server has no room for another pad")]
    Full,
    /// Who asked may not, when it was their turn.
    #[error(transparent)]
    NotSteered(NotSteered),
}

/// A life that begins when the one before is over.
pub(super) struct NextLife {
    before: LifeBefore,
    epoch: Epoch,
    plan: LifePlan,
    begun: Box<Begun>,
    place: Reservation,
}

impl NextLife {
    /// Whether it begins with this end: another one takes all with it.
    pub(super) fn is_of(&self, epoch: Epoch, cause: EndCause) -> bool {
        self.before.epoch == epoch && cause == EndCause::Afresh
    }
}

impl Pads {
    /// The life that was ready to go on from this one is not needed; that of another one stays.
    pub(super) fn drop_next(&mut self, name: &PadName, epoch: Epoch) {
        if self.afresh.get(name).is_some_and(|next| next.before.epoch == epoch) {
            self.afresh.remove(name);
        }
    }
}

impl Lobby {
    /// The life that would be next, while this one lives: a text for it stands under its seed.
    #[must_use]
    pub fn next_epoch(&self, pad: &Pad) -> Epoch {
        let lives = self.pads().ended.lives(&pad.name);
        self.inner.keys.epoch(&pad.name, lives.saturating_add(1))
    }

    /// Ends this life and begins the next one with this text. Whoever asked may be gone meanwhile: it is done all the same.
    ///
    /// # Errors
    /// Where the pad goes on as it is.
    pub async fn afresh(&self, pad: &Pad, fresh: Fresh) -> Result<Pad, NotAfresh> {
        let (lobby, pad) = (self.clone(), pad.clone());
        let begun = self.inner.stop.spawn(async move { lobby.over_to(&pad, fresh).await });
        begun.await.unwrap_or(Err(NotAfresh::Ends))
    }

    async fn over_to(&self, pad: &Pad, fresh: Fresh) -> Result<Pad, NotAfresh> {
        if self.next_epoch(pad) != fresh.epoch {
            return Err(NotAfresh::OtherLife);
        }
        let Fresh { epoch, text, seen, by: (pass, origin) } = fresh;
        let seat = self.next_seat();
        let writer = Sitter { seat, origin: Some(origin), refills: false };
        let store = seed::begun(self.inner.rules.limits.doc, epoch, &text, writer);
        let store = store.ok_or(NotAfresh::NoText)?;
        let by = match pass.person {
            Some(person) => Some((person, name_of(pad, person).await)),
            None => None,
        };
        self.prepare(pad, (epoch, seen), Box::new(Begun { store, seat, by }))?;
        if let Err(not) = end_for_next(pad, pass).await {
            self.pads().drop_next(&pad.name, pad.epoch);
            return Err(not);
        }
        // Where the end can't be written down the next life lives all the same.
        let _ = timeout(STOP_GRACE, self.recorded_end(pad)).await;
        self.get(&pad.name).ok_or(NotAfresh::Ends)
    }

    /// Has all ready that the next life needs: from the end of this one on nothing can fail.
    fn prepare(
        &self,
        pad: &Pad,
        (epoch, seen): (Epoch, Bytes),
        begun: Box<Begun>,
    ) -> Result<(), NotAfresh> {
        let mut pads = self.pads();
        let alive = pads.alive.get(&pad.name).is_some_and(|alive| alive.epoch == pad.epoch);
        if !alive || pads.afresh.contains_key(&pad.name) {
            return Err(NotAfresh::OtherLife);
        }
        let place = self.inner.budget.take(PAD_AT_REST).ok_or(NotAfresh::Full)?;
        let before = LifeBefore { epoch: pad.epoch, seen };
        // As it was planned before its end is.
        let plan = LifePlan::new(pad.plan.life());
        pads.afresh.insert(pad.name.clone(), NextLife { before, epoch, plan, begun, place });
        Ok(())
    }

    /// The life before is over, and its end noted: the next one begins.
    pub(super) fn begin_afresh(&self, pads: &mut Pads, pad: &Pad, next: NextLife) {
        let NextLife { before, epoch, plan, begun, place } = next;
        let terms = Terms {
            plan,
            access: pad.access.carried(),
            title: pad.title.clone(),
            seeded: true,
            resumed: false,
            begun: Some(begun),
            awaits: false,
            place: Some(place),
            code: None,
            files: Some(pad.room.files().handed_over()),
        };
        let whose = (pad.name.clone(), epoch, pad.expires);
        self.run(pads, whose, (terms, None, Some(Arc::new(before))));
    }

    /// Whose own key of the life before this is: they come over as who they are, in the role that it says, where this one goes on
    /// with its text; and where it is empty, since a code that stands has begun it, who hosted does, also by the host's link. With how far the new text
    /// goes in that life.
    #[must_use]
    pub fn follower(&self, name: &PadName, key: &str) -> Option<(Pad, Pass, Option<Bytes>)> {
        let claims = self.inner.keys.verify(name, key).ok()?;
        let pads = self.pads();
        let pad = pads.alive.get(name).filter(|pad| pad.epoch != claims.epoch)?.clone();
        let pass = Pass::from(claims);
        match pad.before.clone().filter(|before| before.epoch == claims.epoch) {
            Some(before) => pass.person.map(|_| (pad, pass, Some(before.seen.clone()))),
            // Its links are the first of that life, until its hosts make new ones.
            None => {
                pads.hosted(name, claims).then_some((pad, Pass { generation: 0, ..pass }, None))
            }
        }
    }
}

/// Ends the life so that the next one, which stands ready, goes on from it.
async fn end_for_next(pad: &Pad, by: Pass) -> Result<(), NotAfresh> {
    let receipt = match pad.room.steer_by(by, vec![HostCommand::Afresh]).await {
        Err(NotSteered::Over) => None,
        steered => steered.map_err(NotAfresh::NotSteered)?.ended,
    };
    match receipt {
        Some(Receipt { cause: EndCause::Afresh, .. }) => Ok(()),
        _ => Err(NotAfresh::Ends),
    }
}

/// What somebody is called who is here.
async fn name_of(pad: &Pad, person: Person) -> Option<String> {
    let here = pad.room.persons().await?;
    here.into_iter().find(|present| present.person == person)?.name
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::time::{Duration, Instant};

    use super::*;
    use crate::base::ids::SeatId;
    use crate::base::limits::Limits;
    use crate::room::core::budget::Budget;
    use crate::room::core::life::{Life, LifeTimes};
    use crate::room::lobby::codes::Codes;
    use crate::room::lobby::decided::DecidedBefore;
    use crate::room::lobby::ended::EndedPads;
    use crate::room::lobby::taken::HandedLives;

    /// What goes on from this life.
    fn next_of(epoch: Epoch) -> NextLife {
        let (limits, hour) = (Limits::default(), Duration::from_secs(3600));
        let times = LifeTimes { grace: hour, lifetime: hour, last_call: hour };
        let before = LifeBefore { epoch, seen: Bytes::new() };
        let store = seed::seeded(limits.doc, Epoch(epoch.0 + 1));
        NextLife {
            before,
            epoch: Epoch(epoch.0 + 1),
            plan: LifePlan::new(Life::new(Instant::now(), times)),
            begun: Box::new(Begun { store, seat: SeatId(1), by: None }),
            place: Budget::new(limits.memory).take(PAD_AT_REST).unwrap(),
        }
    }

    #[test]
    fn what_did_not_go_on_from_one_life_takes_no_text_from_the_next() {
        let name: PadName = "notes".parse().unwrap();
        let mut pads = Pads {
            alive: HashMap::new(),
            codes: Codes::default(),
            ended: EndedPads::default(),
            before: HashMap::new(),
            afresh: HashMap::from([(name.clone(), next_of(Epoch(2)))]),
            handed: HandedLives::default(),
            decided: DecidedBefore::default(),
        };
        pads.drop_next(&name, Epoch(1));
        assert!(pads.afresh.contains_key(&name), "it goes on from another life");
        pads.drop_next(&name, Epoch(2));
        assert!(pads.afresh.is_empty());
    }
}
