//! What is said at a pad's door, and who hears of it: hosts read who waits, walls how many do.

use std::time::Instant;

use fadepad_wire::extra::{self, ToPage};

use super::access_change::AccessChange;
use super::knocks::{Knock, KnockState, Knocker, Look, NotHeard};
use super::life::seconds;
use super::seat_kind::SeatKind;
use super::state::Room;
use crate::base::door::{Door, KnockTicket};
use crate::base::ids::{Person, SeatId};
use crate::room::message::{Effect, EventKind, Outgoing};

/// What somebody at the door asks.
#[derive(Clone, Debug)]
pub enum AtDoor {
    /// To come in.
    Knock(KnockTicket, Knocker),
    /// What has become of it; they may appear otherwise from now on.
    Ask(KnockTicket, Option<Look>),
    /// Nothing for now: their page goes away, and is perhaps loaded again.
    GoAway(KnockTicket),
    /// Nothing any more.
    Leave(KnockTicket),
}

/// What they are answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// What has become of it, or why nobody heard it.
    pub standing: Result<KnockState, NotHeard>,
    /// Whom they wait for, where that is one person with a name.
    pub host: Option<String>,
}

impl Room {
    /// Somebody without a seat says something at the door.
    pub fn at_door(&mut self, said: AtDoor, now: Instant) -> Answered {
        let gone = self.knocks.forget(now);
        let (standing, changed) = match said {
            AtDoor::Knock(ticket, who) => match self.at_once(&who) {
                Some(state) => (Ok(state), false),
                None => {
                    let begun = self.knocks.begin(ticket, who.clone(), now);
                    if begun.is_ok() {
                        self.tell_server_of(who, false);
                    }
                    (begun.map(|()| KnockState::Waits), begun.is_ok())
                }
            },
            AtDoor::Ask(ticket, look) => {
                let name = |knock: &Knock| knock.who.look.name.clone();
                let before = self.knocks.of(ticket).map(name);
                let (standing, changed) = self.knocks.ask(ticket, look, now);
                let waits = self.knocks.of(ticket).filter(|knock| Some(name(knock)) != before);
                let renamed = waits.map(|knock| knock.who.clone());
                renamed.into_iter().for_each(|who| self.tell_server_of(who, true));
                (Ok(standing), changed)
            }
            AtDoor::GoAway(ticket) => (Ok(KnockState::Waits), self.knocks.go_away(ticket)),
            AtDoor::Leave(ticket) => (Ok(KnockState::Gone), self.knocks.leave(ticket)),
        };
        if gone || changed {
            self.knocks_changed(now);
        }
        Answered { standing, host: self.seats.host() }
    }

    /// What becomes of a knock for which nobody has to wait: since who knocks was sent to the door hosts may have made new links,
    /// or have opened or closed it.
    fn at_once(&self, who: &Knocker) -> Option<KnockState> {
        let (access, pass) = (&self.access, who.pass());
        match access.door_for(who.origin) {
            _ if !access.is_current(pass) => Some(KnockState::Gone),
            Door::Closed => Some(KnockState::Gone),
            Door::Open if !access.is_out(who.person) => Some(KnockState::In(pass)),
            Door::Open | Door::Knock => None,
        }
    }

    fn tell_server_of(&mut self, who: Knocker, again: bool) {
        let (of, was_out) = (self.knocks.waiting().count(), self.access.is_out(who.person));
        self.event(EventKind::Knock { who, of, was_out, again });
    }

    /// A host answers somebody who waits. Who was shown out is so no more when let in.
    pub(super) fn answer_knock(&mut self, person: Person, let_in: bool, now: Instant) {
        if !self.knocks.answer(person, let_in, now) {
            return;
        }
        if let_in {
            self.access.change(AccessChange::LetIn(person));
        }
        self.event(EventKind::Answered(person, let_in));
        self.knocks_changed(now);
        // Where they come from nobody has to knock any more because of them.
        self.look_at_door(now);
    }

    /// A host decides what somebody may do: who knocks meanwhile is let in by that.
    pub(super) fn let_in_by_role(&mut self, change: &AccessChange, now: Instant) {
        if let AccessChange::Role(person, _) = *change
            && self.knocks.answer(person, true, now)
        {
            self.event(EventKind::Answered(person, true));
            self.knocks_changed(now);
        }
    }

    /// What was decided ends what somebody at the door came by: they wait no longer, nor are they let in late.
    pub(super) fn turn_away(&mut self, change: &AccessChange, now: Instant) {
        let access = &self.access;
        let gone = match *change {
            AccessChange::NewLinks(..) => {
                self.knocks.drop_where(|who| !access.is_current(who.pass()))
            }
            AccessChange::ShowOut { person, .. } => {
                self.knocks.drop_where(|who| who.person == person)
            }
            _ => false,
        };
        if gone {
            self.knocks_changed(now);
        }
    }

    /// A host has decided about the door, or about whom it is shut for: who waits may not have to any more.
    pub(super) fn look_at_door(&mut self, now: Instant) {
        let access = &self.access;
        let let_in = self.knocks.door_moved(
            |who| match access.door_for(who.origin) {
                Door::Closed => None,
                Door::Knock => Some(false),
                Door::Open => Some(!access.is_out(who.person)),
            },
            now,
        );
        let Some(let_in) = let_in else { return };
        for person in let_in {
            self.event(EventKind::Answered(person, true));
        }
        self.knocks_changed(now);
    }

    /// Those whose pages have not asked for a while have gone.
    pub(super) fn forget_knocks(&mut self, now: Instant) {
        if self.knocks.forget(now) {
            self.knocks_changed(now);
        }
    }

    /// Who waits.
    #[must_use]
    pub fn knocks(&self, now: Instant) -> Vec<extra::WaitingGuest> {
        let mut all = self.own_knocks(now);
        let nodes = self.peering.iter().flat_map(|peering| peering.nodes.values());
        all.extend(nodes.flat_map(|node| node.knocks.iter().cloned()));
        all
    }

    /// Those of them who wait at this machine.
    pub(super) fn own_knocks(&self, now: Instant) -> Vec<extra::WaitingGuest> {
        let was_out = |knock: &Knock| self.access.is_out(knock.who.person);
        self.knocks.waiting().map(|knock| shown(knock, was_out(knock), now)).collect()
    }

    /// Somebody waits, or does no more, or is called something else.
    fn knocks_changed(&mut self, now: Instant) {
        self.tell_peers_who();
        self.knocked_elsewhere(now);
    }

    /// Whoever waits at another machine may be others now.
    pub(super) fn knocked_elsewhere(&mut self, now: Instant) {
        self.knocked.changed(now);
        self.tell_knocks(now);
    }

    /// Tells of who waits, where it is time.
    pub(super) fn tell_knocks(&mut self, now: Instant) {
        if !self.knocked.take(now) {
            return;
        }
        let who = self.knocks(now);
        let of = who.len();
        self.tell_hosts(&ToPage::Knock { of, who });
        let walls = self.seats.walls();
        if !walls.is_empty() {
            // A name that nobody has let in is for no wall.
            let told = ToPage::Knock { of, who: Vec::new() }.json();
            self.outputs.push(Effect::ToPages(walls, told));
        }
    }

    /// Who comes, or decides from now on, hears of who waits already.
    pub(super) fn tell_knocks_to(&mut self, id: SeatId, now: Instant) {
        let mut who = self.knocks(now);
        let of = who.len();
        let Some(seat) = self.seats.get(id).filter(|_| of > 0) else { return };
        match seat.kind {
            SeatKind::Wall => who.clear(),
            SeatKind::Page if seat.is_host() => {}
            _ => return,
        }
        self.tell(id, Outgoing::Page(ToPage::Knock { of, who }.json()));
    }
}

fn shown(knock: &Knock, was_out: bool, now: Instant) -> extra::WaitingGuest {
    let Knocker { person, role, way, device, look, .. } = &knock.who;
    extra::WaitingGuest {
        id: person.to_string(),
        name: look.name.clone(),
        color: look.colour.map(|colour| colour.to_string()),
        device: (*device).to_owned(),
        way: way.name().to_owned(),
        role: role.name().to_owned(),
        was_out,
        since_s: seconds(knock.waits(now)),
    }
}
