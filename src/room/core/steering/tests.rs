//! What is decided in a room's turn, whatever was so when it was asked for.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};

use super::*;
use crate::base::close::CloseCode;
use crate::base::door::{Door, KnockTicket};
use crate::base::ids::{Epoch, Origin, SeatId};
use crate::base::limits::{Limits, MAX_DECIDED};
use crate::room::core::access::Access;
use crate::room::core::budget::Budget;
use crate::room::core::handing::{HandOn, NotHanded};
use crate::room::core::knocking::AtDoor;
use crate::room::core::knocks::{KnockState, Knocker, Look, Way};
use crate::room::core::life::{Life, LifeTimes};
use crate::room::core::plan::LifePlan;
use crate::room::core::rates::MINUTE;
use crate::room::core::seat_kind::SeatKind;
use crate::room::core::state::Opening;
use crate::room::core::title::Title;
use crate::room::message::{Arrival, Effect, EventKind, Message, Outgoing};

/// She came by the host's link.
const ANNA: Pass = own(Role::Host, 1);
/// He is host by her hand.
const MILO: Pass = own(Role::Edit, 2);
const GUEST: Pass = own(Role::Edit, 3);

const fn own(role: Role, person: u128) -> Pass {
    Pass { role, generation: 0, person: Some(Person(person)) }
}

fn from(last: u8) -> Origin {
    IpAddr::from(Ipv4Addr::new(10, 0, 0, last)).into()
}

fn arrival(pass: Pass, seat: u64) -> Arrival {
    let Pass { role, generation, person } = pass;
    let (own, person) = (person.is_some(), person.unwrap_or(Person(u128::from(seat) << 64)));
    let (origin, tab) = (Some(from(seat.try_into().unwrap())), None);
    Arrival { seat: SeatId(seat), kind: SeatKind::Page, person, own, role, generation, origin, tab }
}

/// A pad with Anna in seat 1, Milo in seat 2 and a guest in seat 3.
fn room(now: Instant) -> (Room, Access) {
    let (access, limits) = (Access::default(), Limits::default());
    let times = LifeTimes { grace: MINUTE, lifetime: 60 * MINUTE, last_call: MINUTE };
    let opening = Opening {
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
    };
    let mut room = Room::open(opening, now);
    for (pass, seat) in [(ANNA, 1), (MILO, 2), (GUEST, 3)] {
        room.arrive(arrival(pass, seat), now).unwrap();
    }
    room.steer(role(MILO, Some(Role::Host)), None, now).unwrap();
    room.take_outputs();
    (room, access)
}

fn role(of: Pass, role: Option<Role>) -> HostCommand {
    HostCommand::Access(AccessChange::Role(of.person.unwrap(), role))
}

fn show_out(of: Pass, address: bool) -> HostCommand {
    HostCommand::ShowOut { person: of.person.unwrap(), address }
}

fn door(door: Door) -> HostCommand {
    HostCommand::Access(AccessChange::Door(door))
}

fn knocker(person: u128, last: u8) -> Knocker {
    let (person, origin, generation) = (Person(person), from(last), 0);
    let (role, way, device, look) = (Role::Edit, Way::Code, "phone", Look::default());
    Knocker { person, role, generation, origin, way, device, look }
}

fn knock(room: &mut Room, who: Knocker, now: Instant) -> KnockState {
    let ticket = KnockTicket(who.person.0);
    room.at_door(AtDoor::Knock(ticket, who), now).standing.unwrap()
}

fn asks(room: &mut Room, person: u128, now: Instant) -> KnockState {
    room.at_door(AtDoor::Ask(KnockTicket(person), None), now).standing.unwrap()
}

#[test]
fn what_a_host_asked_for_is_not_done_when_they_are_none_in_its_turn() {
    let now = Instant::now();
    let (mut room, access) = room(now);
    let calls = || vec![door(Door::Closed)];
    assert_eq!(room.steer_by(Some(MILO), calls(), now), Ok(()));
    room.steer_by(Some(ANNA), vec![role(MILO, Some(Role::View)), door(Door::Open)], now).unwrap();
    assert_eq!(room.steer_by(Some(MILO), calls(), now), Err(NotSteered::NotHost));
    room.steer_by(Some(ANNA), vec![show_out(MILO, false)], now).unwrap();
    let out = NotSteered::Barred(Barred::ShownOut);
    assert_eq!(room.steer_by(Some(MILO), calls(), now), Err(out));
    assert_eq!(access.door(), Door::Open);
}

#[test]
fn of_two_who_make_new_host_links_at_once_the_first_does() {
    let now = Instant::now();
    let (mut room, access) = room(now);
    let other = own(Role::Host, 4);
    let links = |by: Pass| vec![HostCommand::Access(AccessChange::NewLinks(Role::Host, by.person))];
    assert_eq!(room.steer_by(Some(MILO), links(MILO), now), Err(NotSteered::NotOwner));
    assert_eq!(room.steer_by(Some(ANNA), links(ANNA), now), Ok(()));
    let revoked = NotSteered::Barred(Barred::Revoked);
    assert_eq!(room.steer_by(Some(other), links(other), now), Err(revoked));
    assert_eq!(access.generation(Role::Host), 1);
}

#[test]
fn of_several_things_that_are_asked_for_together_all_are_done_or_none() {
    let now = Instant::now();
    let (mut room, access) = room(now);
    let both = vec![door(Door::Closed), role(ANNA, Some(Role::View))];
    assert_eq!(room.steer_by(Some(ANNA), both.clone(), now), Err(NotSteered::Oneself));
    assert_eq!(room.steer_by(Some(MILO), both, now), Err(NotSteered::NotOwner));
    assert_eq!(access.door(), Door::Open);
}

#[test]
fn who_came_by_a_host_link_of_before_is_taken_from_like_any_guest() {
    let now = Instant::now();
    let (mut room, _) = room(now);
    let former = own(Role::Host, 4);
    room.arrive(arrival(former, 4), now).unwrap();
    let out = || vec![show_out(former, false)];
    assert_eq!(room.steer_by(Some(MILO), out(), now), Err(NotSteered::NotOwner));
    let links = HostCommand::Access(AccessChange::NewLinks(Role::Host, ANNA.person));
    room.steer_by(Some(ANNA), vec![links], now).unwrap();
    room.arrive(arrival(own(Role::Edit, 4), 5), now).unwrap();
    assert_eq!(room.steer_by(Some(MILO), out(), now), Ok(()));
    assert_eq!(
        room.steer_by(Some(MILO), vec![show_out(ANNA, false)], now),
        Err(NotSteered::NotOwner)
    );
}

#[test]
fn the_pencil_goes_to_nobody_who_never_was_here_or_was_shown_out() {
    let now = Instant::now();
    let (mut room, access) = room(now);
    let pencil = |to: Pass| vec![HostCommand::Access(AccessChange::Pencil(to.person.unwrap()))];
    let nobody = own(Role::Edit, u128::MAX);
    assert_eq!(room.steer_by(Some(ANNA), pencil(nobody), now), Err(NotSteered::Nobody));
    assert_eq!(access.role(GUEST), Ok(Role::Edit), "everyone writes on");
    room.steer_by(Some(ANNA), vec![show_out(GUEST, false)], now).unwrap();
    assert_eq!(room.steer_by(Some(ANNA), pencil(GUEST), now), Err(NotSteered::ShownOut));
    let many = Pass { person: None, ..GUEST };
    room.arrive(arrival(many, 4), now).unwrap();
    let here = Pass { person: Some(arrival(many, 4).person), ..many };
    assert_eq!(room.steer_by(Some(ANNA), pencil(here), now), Ok(()), "by the link, and here");
    room.depart(SeatId(2), now);
    assert_eq!(room.steer_by(Some(ANNA), pencil(MILO), now), Ok(()), "whose phone sleeps");
}

#[test]
fn a_page_is_told_why_what_its_host_decides_is_not_done() {
    let now = Instant::now();
    let (mut room, _) = room(now);
    for (command, why) in [
        (show_out(ANNA, false), "not_host"),
        (role(MILO, Some(Role::View)), "oneself"),
        (HostCommand::Access(AccessChange::Pencil(Person(99))), "nobody"),
        (HostCommand::Knock { person: Person(99), let_in: true }, "nobody"),
    ] {
        room.handle(SeatId(2), Message::Steer(command), now);
        let told = room.take_outputs();
        let refused = |effect: &Effect| matches!(effect, Effect::To(SeatId(2), Outgoing::Page(json)) if json.contains(why));
        assert!(told.iter().any(refused), "{why}: {told:?}");
        assert!(
            !told.iter().any(|effect| matches!(effect, Effect::Close(..) | Effect::Bar(..))),
            "{told:?}"
        );
    }
}

#[test]
fn the_second_of_two_hosts_who_answer_a_knock_hears_that_nobody_waits() {
    let now = Instant::now();
    let (mut room, _) = room(now);
    room.steer(door(Door::Knock), None, now).unwrap();
    assert_eq!(knock(&mut room, knocker(9, 9), now), KnockState::Waits);
    let answer = |let_in| vec![HostCommand::Knock { person: Person(9), let_in }];
    assert_eq!(room.steer_by(Some(ANNA), answer(true), now), Ok(()));
    let late = room.steer_by(Some(MILO), answer(false), now);
    assert_eq!(late, Err(NotSteered::NobodyWaits));
    assert_eq!(asks(&mut room, 9, now), KnockState::In(knocker(9, 9).pass()));
}

#[test]
fn letting_in_who_was_shown_out_with_their_address_lets_in_their_neighbours_who_wait() {
    let now = Instant::now();
    let (mut room, _) = room(now);
    room.steer(show_out(GUEST, true), None, now).unwrap();
    let (guest, neighbour) = (knocker(3, 3), knocker(9, 3));
    for who in [guest.clone(), neighbour.clone()] {
        assert_eq!(knock(&mut room, who, now), KnockState::Waits);
    }
    room.steer(HostCommand::Knock { person: Person(3), let_in: true }, None, now).unwrap();
    assert_eq!(asks(&mut room, 9, now), KnockState::In(neighbour.pass()), "the door is open");
    assert_eq!(asks(&mut room, 3, now), KnockState::In(guest.pass()));
    assert!(room.knocks(now).is_empty());
}

#[test]
fn who_was_sent_to_knock_waits_at_no_door_that_was_opened_or_closed_meanwhile() {
    let now = Instant::now();
    let (mut room, _) = room(now);
    let who = knocker(9, 9);
    assert_eq!(knock(&mut room, who.clone(), now), KnockState::In(who.pass()), "it is open");
    room.steer(door(Door::Closed), None, now).unwrap();
    assert_eq!(knock(&mut room, who.clone(), now), KnockState::Gone);
    room.take_outputs();
    room.steer(door(Door::Knock), None, now).unwrap();
    assert_eq!(knock(&mut room, who, now), KnockState::Waits);
    room.steer(show_out(GUEST, false), None, now).unwrap();
    room.steer(door(Door::Open), None, now).unwrap();
    assert_eq!(knock(&mut room, knocker(3, 3), now), KnockState::Waits, "by a host's hand alone");
    let knocks = |effect: &&Effect| matches!(effect, Effect::Event(event) if matches!(event.kind, EventKind::Knock { .. }));
    assert_eq!(room.take_outputs().iter().filter(knocks).count(), 2, "of who waits, hosts hear");
}

#[test]
fn a_knock_is_told_of_as_answered_also_where_the_door_or_a_role_lets_in_who_knocked() {
    let now = Instant::now();
    let (mut room, _) = room(now);
    room.steer(door(Door::Knock), None, now).unwrap();
    for person in [8, 9] {
        assert_eq!(knock(&mut room, knocker(person, 9), now), KnockState::Waits);
    }
    room.take_outputs();
    let answered = |room: &mut Room| {
        let told = room.take_outputs().into_iter().filter_map(|effect| match effect {
            Effect::Event(event) => match event.kind {
                EventKind::Answered(person, let_in) => Some((person.0, let_in)),
                _ => None,
            },
            _ => None,
        });
        told.collect::<Vec<_>>()
    };
    room.steer(role(own(Role::Edit, 8), Some(Role::Edit)), None, now).unwrap();
    assert_eq!(answered(&mut room), [(8, true)]);
    room.steer(door(Door::Open), None, now).unwrap();
    assert_eq!(answered(&mut room), [(9, true)]);
    room.steer(door(Door::Knock), None, now).unwrap();
    assert_eq!(answered(&mut room), [], "once");
}

#[test]
fn nobody_hands_the_pad_on_who_is_host_no_more_when_it_is_their_turn() {
    let now = Instant::now();
    let (mut room, access) = room(now);
    let look = |room: &mut Room, pass| room.hand_on_by(pass, HandOn::Look, now).map(|_| ());
    assert_eq!(look(&mut room, ANNA), Ok(()));
    assert_eq!(look(&mut room, MILO), Err(NotHanded::NotOwner), "a host by another's hand");
    access.change(AccessChange::Role(ANNA.person.unwrap(), Some(Role::View)));
    assert_eq!(look(&mut room, ANNA), Err(NotHanded::NotOwner));
}

#[test]
fn who_was_on_the_way_to_a_seat_by_the_link_finds_the_door_as_it_is_now() {
    let now = Instant::now();
    let (mut room, _) = room(now);
    let many = Pass { person: None, ..GUEST };
    for shut in [Door::Closed, Door::Knock] {
        room.steer(door(shut), None, now).unwrap();
        assert_eq!(room.arrive(arrival(many, 8), now), Err(CloseCode::DoorClosed), "{shut:?}");
    }
    assert_eq!(room.arrive(arrival(GUEST, 8), now), Ok(()), "by a key of their own");
    let hosts = Pass { person: None, ..ANNA };
    assert_eq!(room.arrive(arrival(hosts, 9), now), Ok(()), "by a host's link");
    room.steer(door(Door::Open), None, now).unwrap();
    let shut = HostCommand::Access(AccessChange::ShowOut {
        person: GUEST.person.unwrap(),
        from: BTreeSet::from([from(10)]),
    });
    room.steer(shut, None, now).unwrap();
    assert_eq!(room.arrive(arrival(many, 10), now), Err(CloseCode::DoorClosed));
    assert_eq!(room.arrive(arrival(many, 11), now), Ok(()));
}

#[test]
fn who_comes_as_ever_others_keeps_nobody_from_coming_back_through_a_closed_door() {
    let now = Instant::now();
    let (mut room, access) = room(now);
    let flood = |room: &mut Room, first: u128| {
        for person in first..first + MAX_DECIDED as u128 + 16 {
            room.arrive(arrival(own(Role::Edit, person), 9), now).unwrap();
            room.depart(SeatId(9), now);
        }
        room.take_outputs();
    };
    let (ben, cleo) = (own(Role::Edit, 8), own(Role::Edit, 1 << 64));
    flood(&mut room, 100);
    room.arrive(arrival(ben, 8), now).unwrap();
    room.depart(SeatId(8), now);
    room.steer(role(cleo, Some(Role::View)), None, now).unwrap();
    flood(&mut room, 10_000);
    room.depart(SeatId(3), now);
    room.steer(show_out(own(Role::Edit, 10_000), false), None, now).unwrap();
    room.steer(door(Door::Closed), None, now).unwrap();
    for (who, seat) in [(GUEST, 3), (ben, 8), (cleo, 7)] {
        assert_eq!(room.arrive(arrival(who, seat), now), Ok(()), "{who:?}");
    }
    let never = own(Role::Edit, 99_999);
    assert_eq!(room.arrive(arrival(never, 6), now), Err(CloseCode::DoorClosed), "hoarded");
    assert!(access.knows(Person(1)) && access.knows(Person(2)), "they are here");
}
