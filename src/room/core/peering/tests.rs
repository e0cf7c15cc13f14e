//! Two machines with one pad, room to room: what a line brings from one to the other, here by hand.

use std::time::Duration;

use super::*;
use crate::base::ids::Epoch;
use crate::base::limits::{ALL_ANSWERED, Limits};
use crate::room::core::access::Access;
use crate::room::core::access_change::AccessChange;
use crate::room::core::budget::Budget;
use crate::room::core::life::{Life, LifeTimes};
use crate::room::core::plan::LifePlan;
use crate::room::core::rates::MINUTE;
use crate::room::core::seat_kind::SeatKind;
use crate::room::core::state::Opening;
use crate::room::core::title::Title;
use crate::room::message::{Arrival, Effect, HostCommand, Message};
use yrs::{Doc, ReadTxn as _, StateVector, Text as _, Transact as _};

const LINE: SeatId = SeatId(99);
const ANNA: Person = Person(1);
const MILO: Person = Person(2);

fn arrival(seat: u64, kind: SeatKind, person: Person, role: Role) -> Arrival {
    let (generation, origin, tab, seat) = (0, None, None, SeatId(seat));
    Arrival { seat, kind, person, own: true, role, generation, origin, tab }
}

fn machine(number: NodeNumber, now: Instant) -> Room {
    let times = LifeTimes { grace: MINUTE, lifetime: 60 * MINUTE, last_call: MINUTE };
    let limits = Limits::default();
    let opening = Opening {
        pad: "notes".parse().unwrap(),
        epoch: Epoch(1),
        plan: LifePlan::new(Life::new(now, times)),
        access: Access::default(),
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
    room.arrive(arrival(LINE.0, SeatKind::Peer(number), Person(0), Role::Edit), now).unwrap();
    room.take_outputs();
    room
}

/// Two machines; Anna hosts at the first, and Milo writes at the second.
fn two(now: Instant) -> (Room, Room) {
    let (mut a, mut b) = (machine(1, now), machine(2, now));
    a.arrive(arrival(1, SeatKind::Page, ANNA, Role::Host), now).unwrap();
    b.arrive(arrival(2, SeatKind::Page, MILO, Role::Edit), now).unwrap();
    carry((&mut a, 1), &mut b, now);
    carry((&mut b, 2), &mut a, now);
    (a, b)
}

/// Brings to the second all that the first has to say. Returns what the first does besides.
fn carry((from, number): (&mut Room, NodeNumber), to: &mut Room, now: Instant) -> Vec<Effect> {
    let gathered = from.gather();
    if let Some(update) = gathered.update.filter(|_| gathered.author != Some(LINE)) {
        to.hear_peers(PeerWord::Update(update), now);
    }
    let outputs = from.take_outputs();
    for output in &outputs {
        let Effect::To(LINE, Outgoing::Peers(news)) = output else { continue };
        let word = match news {
            PeerNews::Here => continue,
            PeerNews::Decided => match from.hear_peers(PeerWord::Decided, now) {
                PeerAnswer::Bytes(json) => PeerWord::Decisions(json),
                other => panic!("{other:?}"),
            },
            PeerNews::Command(json) => PeerWord::Command(json.clone().into()),
        };
        to.hear_peers(word, now);
    }
    to.hear_peers(PeerWord::Here(number, look(from, now).here), now);
    outputs
}

fn look(room: &mut Room, now: Instant) -> Replica {
    match room.hear_peers(PeerWord::Look, now) {
        PeerAnswer::Replica(replica) => *replica,
        other => panic!("{other:?}"),
    }
}

/// Somebody's page that types: each time the update of what is new.
struct Page(Doc, StateVector);

impl Page {
    fn new(client: u64) -> Self {
        Self(Doc::with_client_id(client), StateVector::default())
    }

    fn types(&mut self, words: &str) -> Message {
        let text = self.0.get_or_insert_text("t");
        text.push(&mut self.0.transact_mut(), words);
        let txn = self.0.transact();
        let update = txn.encode_diff_v1(&self.1);
        self.1 = txn.state_vector();
        Message::Update { bytes: update.into(), live: true }
    }
}

#[test]
fn what_is_written_at_either_machine_is_at_both() {
    let now = Instant::now();
    let (mut a, mut b) = two(now);
    a.handle(SeatId(1), Page::new(7).types("Anna's"), now);
    b.handle(SeatId(2), Page::new(8).types("Milo's"), now);
    assert_ne!(look(&mut a, now).digest, look(&mut b, now).digest);
    carry((&mut a, 1), &mut b, now);
    carry((&mut b, 2), &mut a, now);
    assert_eq!(look(&mut a, now).digest, look(&mut b, now).digest);
}

#[test]
fn who_has_moved_writes_on_with_their_own_ids_and_nobody_writes_with_those_of_another_machine() {
    let now = Instant::now();
    let (mut a, mut b) = two(now);
    let mut anna = Page::new(7);
    a.handle(SeatId(1), anna.types("one"), now);
    carry((&mut a, 1), &mut b, now);
    let before = look(&mut b, now).digest;
    let mut forged = Page::new(7);
    forged.types("one");
    b.handle(SeatId(2), forged.types("!"), now);
    assert_eq!(look(&mut b, now).digest, before, "Anna lives elsewhere, and so does her id");
    // Her first connection is not known to be dead yet.
    b.arrive(arrival(3, SeatKind::Page, ANNA, Role::Host), now).unwrap();
    b.handle(SeatId(3), anna.types("two"), now);
    let moved = look(&mut b, now).digest;
    assert_ne!(moved, before);
    carry((&mut b, 2), &mut a, now);
    assert_eq!(look(&mut a, now).digest, moved, "also where she was");
}

#[test]
fn what_a_host_decides_takes_hold_at_the_other_machine() {
    let now = Instant::now();
    let (mut a, mut b) = two(now);
    b.take_outputs();
    for command in [
        HostCommand::Title(Some("Minutes".into())),
        HostCommand::Access(AccessChange::Door(crate::base::door::Door::Knock)),
        HostCommand::ShowOut { person: MILO, address: false },
    ] {
        a.steer(command, Some(SeatId(1)), now).unwrap();
    }
    carry((&mut a, 1), &mut b, now);
    assert_eq!(b.title(), Some("Minutes".into()));
    assert_eq!(b.access.door(), crate::base::door::Door::Knock);
    let closed =
        |effect: &Effect| matches!(effect, Effect::Close(SeatId(2), _) | Effect::Bar(SeatId(2), _));
    assert!(carry((&mut b, 2), &mut a, now).iter().any(closed), "Milo was shown out");
    assert_eq!(look(&mut a, now).decisions, look(&mut b, now).decisions);
    assert_eq!(a.access.to_carry(), b.access.to_carry());
}

#[test]
fn a_last_call_runs_at_both_and_waits_for_the_people_of_both() {
    let now = Instant::now();
    let (mut a, mut b) = two(now);
    a.handle(SeatId(1), Page::new(7).types("words"), now);
    carry((&mut a, 1), &mut b, now);
    a.steer(HostCommand::End(None), None, now).unwrap();
    carry((&mut a, 1), &mut b, now);
    assert!(b.ending(now).is_some());
    carry((&mut b, 2), &mut a, now);
    a.handle(SeatId(1), Message::Answer, now);
    a.tick(now + MINUTE / 2);
    assert!(a.ended().is_none(), "Milo takes his copy");
    b.handle(SeatId(2), Message::Answer, now + MINUTE / 2);
    carry((&mut b, 2), &mut a, now + MINUTE / 2);
    a.tick(now + MINUTE / 2 + ALL_ANSWERED);
    assert_eq!(a.ended().map(|receipt| receipt.cause), Some(EndCause::Host));
    assert!(matches!(b.hear_peers(PeerWord::Ended(EndCause::Host), now), PeerAnswer::Taken(_)));
    assert!(b.ended().is_some(), "an end beats what is written meanwhile");
}

#[test]
fn people_at_another_machine_keep_a_pad_alive_and_its_grace_is_decided_together() {
    let now = Instant::now();
    let (mut a, mut b) = two(now);
    assert_eq!(a.overview(now).people.people, 2);
    a.depart(SeatId(1), now);
    carry((&mut a, 1), &mut b, now);
    assert_eq!(a.overview(now).state, "alive");
    let told = b.hear_peers(PeerWord::Ended(EndCause::Faded), now);
    assert!(matches!(told, PeerAnswer::Refused), "Milo is there");
    a.hear_peers(PeerWord::Forget(2), now);
    assert_eq!(a.overview(now).state, "fading");
    a.tick(now + MINUTE);
    assert!(a.ended().is_none(), "another machine may know better");
    a.hear_peers(PeerWord::Expired, now + MINUTE);
    assert_eq!(a.ended().map(|receipt| receipt.cause), Some(EndCause::Faded));
    b.depart(SeatId(2), now);
    b.hear_peers(PeerWord::Here(1, NodeHere::default()), now);
    b.tick(now + MINUTE + Duration::from_secs(16));
    assert!(b.ended().is_some(), "also where nobody decides any more");
}

#[test]
fn a_machine_that_is_alone_again_decides_alone() {
    let now = Instant::now();
    let (mut a, _) = two(now);
    a.depart(SeatId(1), now);
    a.depart(LINE, now);
    assert_eq!(a.overview(now).state, "fading");
    a.tick(now + MINUTE);
    assert!(a.ended().is_some());
}
