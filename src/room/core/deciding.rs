//! What a host decides about who comes in and who writes takes hold: at every seat at once.

use std::collections::HashSet;
use std::time::Instant;

use fadepad_wire::extra::{Decision, ToPage};

use super::access_change::AccessChange;
use super::pass::Barred;
use super::seat_kind::SeatKind;
use super::seats::SeatState;
use super::state::{Authors, Room};
use crate::base::ids::{Role, SeatId};
use crate::room::message::{Effect, EventKind, Outgoing};

impl Room {
    pub(super) fn decide(&mut self, change: AccessChange, from: Option<SeatId>, now: Instant) {
        let change = match change {
            AccessChange::NewLinks(role, None) => {
                AccessChange::NewLinks(role, from.and_then(|seat| self.seats.who(seat)))
            }
            change => change,
        };
        self.access.change(change.clone());
        self.links = self.access.generations();
        // Two who decide see what the other does. Whoever becomes a host just now hears it below.
        let by = from.and_then(|seat| self.seats.named(seat)).map(Into::into);
        let who = from.and_then(|seat| self.seats.who(seat)).map(|who| who.to_string());
        if let AccessChange::NewLinks(role, _) = change {
            self.tell_hosts(&ToPage::NewLinks { role: role.name(), by, who });
            self.event(EventKind::NewLinks(role));
        } else {
            self.tell_server(&change);
            let did = self.decision(&change);
            let (writing, door, pin, pencil) = self.access_now();
            let told = ToPage::Access { writing, door, pin, pencil, by, who, did };
            self.tell_hosts(&told);
        }
        self.tell_walls();
        self.turn_away(&change, now);
        self.let_in_by_role(&change, now);
        self.look_at_door(now);
        self.hold(now);
    }

    /// What was decided at another machine takes hold here.
    pub(super) fn hold_decisions(&mut self, now: Instant) {
        self.follow_links(now);
        let (writing, door, pin, pencil) = self.access_now();
        let told = ToPage::Access { writing, door, pin, pencil, by: None, who: None, did: None };
        self.tell_hosts(&told);
        self.tell_walls();
        self.look_at_door(now);
        self.hold(now);
    }

    /// Where somebody has come by later links than this room knew of, those of before open nothing any more.
    pub fn follow_links(&mut self, now: Instant) {
        let (known, links) = (self.links, self.access.generations());
        if known == links {
            return;
        }
        self.links = links;
        let roles = [Role::View, Role::Edit, Role::Host];
        for role in roles.into_iter().filter(|of| known.of(*of) != links.of(*of)) {
            self.event(EventKind::NewLinks(role));
            self.turn_away(&AccessChange::NewLinks(role, None), now);
        }
        self.hold(now);
    }

    fn hold(&mut self, now: Instant) {
        let may_write = |seat: &SeatState| {
            self.access.role(seat.pass).is_ok_and(|role| seat.kind.role(role) >= Role::Edit)
        };
        let writers = self.seats.all().filter(|(_, seat)| may_write(seat)).map(|(id, _)| id);
        let writers: HashSet<SeatId> = writers.collect();
        // What others sent too early is not taken now either, when what it waits for comes.
        let dropped = self.store.keep_held_of(|seat| writers.contains(&seat));
        for (seat, role) in self.decided_anew() {
            match role {
                Ok(role) => self.give_role((seat, role), now),
                Err(barred) => {
                    // Gone from the list before the connection is: nothing that it still says is taken.
                    self.depart(seat, now);
                    self.outputs.push(Effect::Bar(seat, barred.code()));
                }
            }
        }
        // It was said in time and never taken: after their role they hear that it will not be.
        for seat in dropped {
            self.refuse_held(seat);
        }
    }

    fn tell_server(&mut self, change: &AccessChange) {
        self.event(match change {
            AccessChange::Door(door) => EventKind::Door(*door),
            AccessChange::Pin(pin) => EventKind::Pin(pin.is_some()),
            AccessChange::Writing(writing) => EventKind::Writing(*writing),
            AccessChange::Pencil(person) => EventKind::Pencil(*person),
            AccessChange::Role(person, role) => EventKind::Role(*person, *role),
            AccessChange::ShowOut { person, .. } => EventKind::ShownOut(*person),
            AccessChange::TextOnWalls(shown) => EventKind::TextOnWalls(*shown),
            // Told where they are made, and where the knock is answered.
            AccessChange::NewLinks(..) | AccessChange::LetIn(_) => return,
        });
    }

    /// What other hosts read of it; nothing where nobody who is here is meant, or another message tells it.
    fn decision(&self, change: &AccessChange) -> Option<Decision<'static>> {
        let name = |person| self.seats.name_of(person).map(Into::into);
        match *change {
            AccessChange::Writing(_) => Some(Decision::Writing),
            AccessChange::Role(person, _) => {
                let of_theirs =
                    self.seats.all().filter(|(id, _)| self.seats.who(*id) == Some(person));
                let roles = of_theirs.filter_map(|(_, seat)| self.access.role(seat.pass).ok());
                let role = roles.max()?.name().into();
                Some(Decision::Role { name: name(person), role })
            }
            AccessChange::Pencil(person) => Some(Decision::Pencil { name: name(person) }),
            AccessChange::ShowOut { person, .. } => {
                let (name, person) = (name(person), person.to_string().into());
                Some(Decision::ShowOut { name, person })
            }
            AccessChange::Pin(_) => Some(Decision::Pin),
            AccessChange::Door(_) => Some(Decision::Door),
            // Everyone hears of the text on walls.
            AccessChange::NewLinks(..) | AccessChange::LetIn(_) | AccessChange::TextOnWalls(_) => {
                None
            }
        }
    }

    /// The page of a host who sits down, or becomes one, hears what is decided. A program can ask by REST.
    pub(super) fn tell_access(&mut self, id: SeatId) {
        let page = |seat: &mut SeatState| seat.kind == SeatKind::Page && seat.is_host();
        if self.seats.get(id).is_some_and(page) {
            let (writing, door, pin, pencil) = self.access_now();
            let told =
                ToPage::Access { writing, door, pin, pencil, by: None, who: None, did: None };
            self.tell(id, Outgoing::Page(told.json()));
        }
    }

    /// Who may write, all told, how new people come in, whether there is a PIN, and who has the pencil.
    fn access_now(&self) -> (&'static str, &'static str, bool, Option<String>) {
        let Self { access, .. } = self;
        let pencil = access.pencil().map(|person| person.to_string());
        (access.writing().name(), access.door().name(), access.pin().is_some(), pencil)
    }

    /// Seats that may do something else than a moment ago.
    fn decided_anew(&self) -> Vec<(SeatId, Result<Role, Barred>)> {
        let asked = self.seats.all().map(|(id, seat)| {
            let role = self.access.role(seat.pass).map(|role| seat.kind.role(role));
            (id, seat.role, role)
        });
        let changed = asked.filter(|(_, before, role)| *role != Ok(*before));
        changed.map(|(id, _, role)| (id, role)).collect()
    }

    fn give_role(&mut self, (id, role): (SeatId, Role), now: Instant) {
        let Some(seat) = self.seats.get(id) else { return };
        let (before, kind) = (std::mem::replace(&mut seat.role, role), seat.kind);
        // What was refused before is no fault of who writes now.
        seat.refused = 0;
        seat.wrote |= role >= Role::Edit;
        let origin = seat.origin;
        let asked = seat.hand.is_some() && role >= Role::Edit;
        if asked {
            seat.hand = None;
        }
        if self.presence.give_role(id, role) {
            // Whoever it is hears it, too.
            self.authors = Authors::Many;
        }
        if before < Role::Edit && role >= Role::Edit {
            self.hold_to_share(id, origin);
        }
        if kind.hears_life() {
            self.tell(id, Outgoing::Page(ToPage::Role { role: role.name() }.json()));
        }
        if before < Role::Host && role == Role::Host {
            self.tell_access(id);
            self.tell_knocks_to(id, now);
            self.tell_hands_to(id, now);
        }
        if asked {
            self.hands_changed(now);
        }
        // What they have typed while they might not write is taken now.
        if before < Role::Edit && kind.is_asked(role) {
            self.tell(id, Outgoing::Step1(self.store.state_vector()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::{Epoch, Person};
    use crate::base::limits::Limits;
    use crate::room::core::access::Access;
    use crate::room::core::budget::Budget;
    use crate::room::core::life::{Life, LifeTimes};
    use crate::room::core::pass::Pass;
    use crate::room::core::plan::LifePlan;
    use crate::room::core::rates::MINUTE;
    use crate::room::core::state::Opening;
    use crate::room::core::title::Title;
    use crate::room::message::Arrival;

    #[test]
    fn later_links_end_the_old_ones_also_where_nobody_tells_the_room_of_them() {
        let (now, access, limits) = (Instant::now(), Access::default(), Limits::default());
        let times = LifeTimes { grace: MINUTE, lifetime: 60 * MINUTE, last_call: MINUTE };
        let mut room = Room::open(
            Opening {
                pad: "notes".parse().unwrap(),
                epoch: Epoch(1),
                plan: LifePlan::new(Life::new(now, times)),
                access: access.clone(),
                title: Title::default(),
                limits,
                seeded: true,
                resumed: false,
                begun: None,
                awaits: true,
                saves: false,
                budget: Budget::new(limits.memory),
            },
            now,
        );
        let (seat, person, kind) = (SeatId(1), Person(1), SeatKind::Page);
        let (own, role, generation, origin, tab) = (true, Role::Edit, 0, None, None);
        let arrival = Arrival { seat, kind, person, own, role, generation, origin, tab };
        room.arrive(arrival, now).unwrap();
        room.take_outputs();
        room.follow_links(now);
        assert!(room.take_outputs().is_empty());
        assert!(access.learn(Pass { role, generation: 3, person: None }));
        room.follow_links(now);
        let out = room.take_outputs();
        let closes = |effect: &Effect| matches!(effect, Effect::Bar(SeatId(1), _));
        assert!(out.iter().any(closes), "{out:?}");
        room.follow_links(now);
        assert!(room.take_outputs().is_empty(), "once");
    }
}
