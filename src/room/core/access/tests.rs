//! What hosts decide, and what follows for whom.

use std::net::{IpAddr, Ipv4Addr};

use super::*;
use crate::base::ids::SeatId;
use crate::room::core::seat_kind::SeatKind;

const ANNA: Person = Person(1);
const MILO: Person = Person(2);

fn pass(role: Role, person: impl Into<Option<Person>>) -> Pass {
    Pass { role, generation: 0, person: person.into() }
}

#[test]
fn a_key_allows_what_it_says_until_the_host_decides_otherwise() {
    let access = Access::default();
    for role in [Role::View, Role::Edit, Role::Host] {
        assert_eq!(access.role(pass(role, ANNA)), Ok(role));
        assert_eq!(access.role(pass(role, None)), Ok(role));
    }
    access.change(AccessChange::Writing(Writing::Picked));
    assert_eq!(access.role(pass(Role::Edit, ANNA)), Ok(Role::View));
    assert_eq!(access.role(pass(Role::Edit, None)), Ok(Role::View), "nor by the link alone");
    assert_eq!(access.role(pass(Role::Host, ANNA)), Ok(Role::Host));
    access.change(AccessChange::Role(MILO, Some(Role::Edit)));
    assert_eq!(access.role(pass(Role::View, MILO)), Ok(Role::Edit), "the pencil was passed");
    access.change(AccessChange::Writing(Writing::Everyone));
    assert_eq!(access.role(pass(Role::View, MILO)), Ok(Role::View), "all told, and anew");
    assert_eq!(access.role(pass(Role::Edit, ANNA)), Ok(Role::Edit));
    access.change(AccessChange::Role(ANNA, Some(Role::View)));
    assert_eq!(access.role(pass(Role::Edit, ANNA)), Ok(Role::View));
    access.change(AccessChange::Role(ANNA, None));
    assert_eq!(access.role(pass(Role::Edit, ANNA)), Ok(Role::Edit));
}

#[test]
fn who_is_host_no_more_is_none_when_everyone_writes_again() {
    let access = Access::default();
    access.change(AccessChange::Role(ANNA, Some(Role::View)));
    access.change(AccessChange::Writing(Writing::Everyone));
    assert_eq!(access.role(pass(Role::Host, ANNA)), Ok(Role::View), "that was said of her alone");
    access.change(AccessChange::Role(ANNA, Some(Role::Edit)));
    access.change(AccessChange::Writing(Writing::Everyone));
    assert_eq!(access.role(pass(Role::Host, ANNA)), Ok(Role::Edit));
    access.change(AccessChange::Writing(Writing::Picked));
    assert_eq!(access.role(pass(Role::Host, ANNA)), Ok(Role::View));
    access.change(AccessChange::Role(ANNA, None));
    assert_eq!(access.role(pass(Role::Host, ANNA)), Ok(Role::Host));
}

#[test]
fn who_may_only_read_still_may_only_when_everyone_writes_again() {
    let access = Access::default();
    access.change(AccessChange::Role(ANNA, Some(Role::View)));
    for writing in [Writing::Picked, Writing::Everyone] {
        access.change(AccessChange::Writing(writing));
        assert_eq!(access.role(pass(Role::Edit, ANNA)), Ok(Role::View), "{writing:?}");
    }
    assert_eq!(access.role(pass(Role::Edit, MILO)), Ok(Role::Edit));
    access.change(AccessChange::Role(ANNA, None));
    assert_eq!(access.role(pass(Role::Edit, ANNA)), Ok(Role::Edit));
}

#[test]
fn the_pencil_goes_from_one_to_the_next_and_takes_nothing_from_hosts() {
    let access = Access::default();
    let write = |person| access.role(pass(Role::Edit, person)).is_ok_and(|role| role >= Role::Edit);
    access.change(AccessChange::Pencil(ANNA));
    assert_eq!((write(ANNA), write(MILO), access.writing()), (true, false, Writing::Picked));
    access.change(AccessChange::Role(Person(3), Some(Role::Edit)));
    access.change(AccessChange::Pencil(MILO));
    assert_eq!((write(ANNA), write(MILO), write(Person(3))), (false, true, true));
    access.change(AccessChange::Pencil(Person(4)));
    assert_eq!(access.role(pass(Role::Host, Person(4))), Ok(Role::Host), "a host by key");
    access.change(AccessChange::Role(MILO, Some(Role::Host)));
    access.change(AccessChange::Pencil(MILO));
    assert_eq!(access.role(pass(Role::View, MILO)), Ok(Role::Host), "and one who was made it");
    access.change(AccessChange::Pencil(ANNA));
    assert_eq!(access.role(pass(Role::View, MILO)), Ok(Role::Host));
    access.change(AccessChange::ShowOut { person: ANNA, from: BTreeSet::new() });
    assert_eq!(access.pencil(), None);
    access.change(AccessChange::Pencil(Person(3)));
    access.change(AccessChange::Role(Person(3), Some(Role::View)));
    assert_eq!((access.pencil(), write(Person(3))), (None, false));
    access.change(AccessChange::Pencil(Person(3)));
    access.change(AccessChange::Writing(Writing::Everyone));
    assert_eq!((access.pencil(), write(ANNA)), (None, false), "she is out");
    assert_eq!(access.role(pass(Role::View, Person(3))), Ok(Role::View));
}

#[test]
fn who_was_shown_out_stays_out_and_nobody_else_does() {
    let access = Access::default();
    let from = Origin::from(IpAddr::from(Ipv4Addr::new(10, 0, 0, 7)));
    access.change(AccessChange::ShowOut { person: ANNA, from: BTreeSet::from([from]) });
    assert_eq!(access.role(pass(Role::Edit, ANNA)), Err(Barred::ShownOut));
    assert_eq!(access.role(pass(Role::Edit, MILO)), Ok(Role::Edit));
    assert_eq!(access.door_for(from), Door::Knock);
    assert_eq!(access.door_for(IpAddr::from(Ipv4Addr::LOCALHOST).into()), Door::Open);
    access.change(AccessChange::Role(ANNA, None));
    assert_eq!(access.role(pass(Role::Edit, ANNA)), Ok(Role::Edit), "let in again");
    assert_eq!(access.door_for(from), Door::Open, "and with her whoever comes from there");
}

#[test]
fn a_key_that_nobody_came_with_before_somebody_was_shown_out_is_worth_its_link() {
    let (access, from) = (Access::default(), Origin::from(IpAddr::from(Ipv4Addr::LOCALHOST)));
    let passes = |who: Person| access.pass_door(pass(Role::Edit, who), from);
    access.change(AccessChange::LetIn(MILO));
    access.change(AccessChange::Door(Door::Knock));
    assert_eq!(passes(ANNA), Ok(()), "nobody was shown out");
    let out = BTreeSet::new();
    access.change(AccessChange::ShowOut { person: Person(3), from: out });
    assert_eq!((passes(ANNA), passes(MILO)), (Err(Barred::MustKnock), Ok(())));
    assert_eq!(access.pass_door(pass(Role::Host, ANNA), from), Ok(()), "as the host's link");
    let later = Person(Person::last().0 + 1);
    assert_eq!(passes(later), Ok(()), "it was fetched since");
    assert_eq!(access.carried().pass_door(pass(Role::Edit, ANNA), from), passes(ANNA));
    access.change(AccessChange::LetIn(ANNA));
    access.change(AccessChange::Role(Person(4), None));
    access.change(AccessChange::Pencil(Person(5)));
    assert_eq!([ANNA, Person(4), Person(5)].map(passes), [Ok(()); 3], "by the host's hand");
    access.change(AccessChange::Door(Door::Closed));
    assert_eq!(passes(Person(6)), Err(Barred::Closed));
    access.change(AccessChange::Door(Door::Open));
    assert_eq!(passes(Person(6)), Ok(()));
}

#[test]
fn a_closed_door_lets_nobody_new_in_and_everybody_else_comes_and_goes() {
    let (access, from) = (Access::default(), Origin::from(IpAddr::from(Ipv4Addr::LOCALHOST)));
    for (door, guest) in [
        (Door::Open, Ok(())),
        (Door::Knock, Err(Barred::MustKnock)),
        (Door::Closed, Err(Barred::Closed)),
    ] {
        access.change(AccessChange::Door(door));
        for role in [Role::View, Role::Edit] {
            assert_eq!(access.pass_door(pass(role, None), from), guest);
            assert_eq!(access.pass_door(pass(role, ANNA), from), Ok(()));
        }
        assert_eq!(access.pass_door(pass(Role::Host, None), from), Ok(()));
        assert_eq!(access.pass_door(Pass::OF_INSTANCE, from), Ok(()));
    }
}

#[test]
fn new_links_of_one_role_end_the_old_ones_of_that_role_alone() {
    let access = Access::default();
    access.change(AccessChange::NewLinks(Role::Edit, None));
    assert_eq!(access.role(pass(Role::Edit, ANNA)), Err(Barred::Revoked));
    assert_eq!(access.role(pass(Role::View, ANNA)), Ok(Role::View));
    let fresh = Pass { generation: access.generation(Role::Edit), ..pass(Role::Edit, None) };
    assert_eq!(access.role(fresh), Ok(Role::Edit));
    access.change(AccessChange::Role(MILO, Some(Role::Host)));
    assert_eq!(access.role(pass(Role::Edit, MILO)), Ok(Role::Host), "hosts go on");
    access.change(AccessChange::Role(MILO, None));
    assert_eq!(access.role(pass(Role::Edit, MILO)), Err(Barred::Revoked), "as before");
    access.change(AccessChange::Role(MILO, Some(Role::Host)));
    access.change(AccessChange::NewLinks(Role::Edit, None));
    access.change(AccessChange::Role(MILO, None));
    assert_eq!(access.role(pass(Role::Edit, MILO)), Ok(Role::Edit), "nobody meant them");
    access.change(AccessChange::NewLinks(Role::Edit, None));
    assert_eq!(access.role(pass(Role::Edit, MILO)), Err(Barred::Revoked), "now they did");
}

#[test]
fn new_links_end_nothing_of_who_comes_by_the_instances_key_and_the_pencil_is_the_hosts() {
    let access = Access::default();
    let pass = Pass { person: Some(ANNA), ..Pass::OF_INSTANCE };
    access.change(AccessChange::NewLinks(Role::Edit, None));
    assert_eq!(access.role(pass), Ok(Role::Edit));
    access.change(AccessChange::Writing(Writing::Picked));
    assert_eq!(access.role(pass), Ok(Role::View));
    access.change(AccessChange::ShowOut { person: ANNA, from: BTreeSet::new() });
    assert_eq!(access.role(pass), Err(Barred::ShownOut));
}

#[test]
fn however_often_links_are_made_anew_the_first_open_nothing_again() {
    let access = Access::default();
    for _ in 0..=u32::from(u16::MAX) {
        access.change(AccessChange::NewLinks(Role::View, None));
    }
    assert_eq!(access.generation(Role::View), Pass::OF_NO_LINK - 1);
    assert_eq!(access.role(pass(Role::View, None)), Err(Barred::Revoked));
}

#[test]
fn new_links_of_hosts_end_all_of_the_old_but_that_of_who_makes_them() {
    let access = Access::default();
    access.change(AccessChange::Role(MILO, Some(Role::Host)));
    access.change(AccessChange::NewLinks(Role::Host, Some(ANNA)));
    assert_eq!(access.role(pass(Role::Host, ANNA)), Ok(Role::Host));
    assert_eq!(access.role(pass(Role::Edit, MILO)), Ok(Role::Host), "by a host's hand");
    for person in [None, Some(Person(3))] {
        assert_eq!(access.role(pass(Role::Host, person)), Err(Barred::Revoked));
    }
    assert_eq!(access.role(pass(Role::Edit, Person(3))), Ok(Role::Edit));
    access.change(AccessChange::NewLinks(Role::Host, Some(Person(4))));
    assert_eq!(access.role(pass(Role::Host, ANNA)), Err(Barred::Revoked), "another's hand");
}

/// Has it noted as a room does; whether it was.
fn note(access: &Access, change: AccessChange) -> bool {
    let room = access.has_room_for(&HostCommand::Access(change.clone()));
    if room {
        access.change(change);
    }
    room
}

fn out(person: Person) -> AccessChange {
    AccessChange::ShowOut { person, from: BTreeSet::new() }
}

fn arrival(person: Person, role: Role) -> Arrival {
    let (seat, kind) = (SeatId(1), SeatKind::Page);
    let (own, generation, origin, tab) = (true, 0, None, None);
    Arrival { seat, kind, person, own, role, generation, origin, tab }
}

fn people() -> impl Iterator<Item = Person> {
    (0..MAX_DECIDED as u128).map(Person)
}

#[test]
fn who_was_shown_out_first_stays_out_when_as_many_are_as_may_be() {
    let access = Access::default();
    people().for_each(|person| assert!(note(&access, out(person))));
    let one_more = Person(MAX_DECIDED as u128);
    assert!(!note(&access, out(one_more)), "it is refused");
    assert!(note(&access, out(Person(7))), "who is out already takes no further place");
    assert!(people().all(|person| access.is_out(person)) && !access.is_out(one_more));
    access.change(AccessChange::LetIn(Person(7)));
    assert!(note(&access, out(one_more)));
}

#[test]
fn whom_a_host_has_made_none_is_none_however_many_have_a_role_of_their_own() {
    let access = Access::default();
    let boss = Person(u128::MAX);
    access.came(&arrival(boss, Role::Host), |_| false);
    access.change(AccessChange::Role(boss, Some(Role::View)));
    for person in people() {
        access.came(&arrival(person, Role::Edit), |_| false);
        let noted = note(&access, AccessChange::Role(person, Some(Role::View)));
        assert_eq!(noted, person.0 + 1 < MAX_DECIDED as u128, "{person}: as many as may be");
    }
    assert!(!note(&access, AccessChange::Pencil(Person(MAX_DECIDED as u128 - 1))));
    assert!(
        note(&access, AccessChange::Pencil(Person(0))),
        "who has a role takes no further place"
    );
    access.change(AccessChange::Writing(Writing::Everyone));
    assert_eq!(access.role(pass(Role::Host, boss)), Ok(Role::View), "that was said of them alone");
    assert_eq!(access.decided().no_hosts.len(), 1, "a guest can be none");
}

#[test]
fn whoever_may_have_a_hosts_key_and_was_made_less_is_no_host_by_it_later() {
    let access = Access::default();
    // Nobody has seen them since a restart with the same secret.
    access.change(AccessChange::Role(ANNA, Some(Role::View)));
    access.change(AccessChange::Role(ANNA, Some(Role::Edit)));
    access.change(AccessChange::Writing(Writing::Everyone));
    assert_eq!(access.role(pass(Role::Host, ANNA)), Ok(Role::Edit));
}

#[test]
fn who_came_by_a_hosts_link_of_before_is_a_guest_like_any_when_they_come_by_a_guests() {
    let takes = |person| HostCommand::Access(AccessChange::Role(person, Some(Role::View)));
    let access = Access::default();
    for person in [ANNA, MILO, Person(3)] {
        access.came(&arrival(person, Role::Host), |_| false);
    }
    access.change(AccessChange::Role(MILO, Some(Role::Host)));
    assert!([ANNA, MILO, Person(3)].iter().all(|person| access.is_owners(&takes(*person))));
    access.change(AccessChange::NewLinks(Role::Edit, Some(ANNA)));
    assert!(access.is_owners(&takes(Person(3))), "it was about other links");
    access.change(AccessChange::NewLinks(Role::Host, Some(ANNA)));
    assert!(access.is_owners(&takes(ANNA)), "she has made them");
    assert!(access.is_owners(&takes(MILO)), "nobody meant him");
    assert!(!access.is_owners(&takes(Person(3))));
    assert!(access.learn(Pass { generation: 9, ..pass(Role::Host, None) }));
    assert!(!access.is_owners(&takes(ANNA)), "later links were made elsewhere");
}

#[test]
fn whom_new_links_leave_what_they_have_is_noted_in_a_bounded_list() {
    let access = Access::default();
    for person in 0..3 * MAX_DECIDED as u128 {
        access.change(AccessChange::NewLinks(Role::Host, Some(Person(person))));
        assert_eq!(access.role(pass(Role::Host, Person(person))), Ok(Role::Host));
    }
    assert!(access.decided().spared.len() <= MAX_DECIDED);
}
