//! What was cut off the list of waiting parts comes back by asking: until nothing is missing.

use std::sync::Arc;
use std::time::Instant;

use crate::store::oracle::{live, rounds as rounds_of};
use crate::support::talk::Talk;
use crate::support::{Guest, Heard, Plan, TestServer};
use fadepad::base::ids::Role;
use fadepad::base::limits::Limits;
use fadepad_store::DocLimits;
use fadepad_store::{Author, Store};
use fadepad_wire::sync;
use tokio::task::JoinSet;

const SEATS: usize = 8;

/// Asks and is answered, until nothing is missing; returns how often.
fn rounds(store: &mut Store, talk: &Talk) -> usize {
    for round in 0.. {
        let missing = store.missing();
        if missing.is_empty() || round == 10 {
            return round;
        }
        for seat in missing {
            let history = talk.lacking(&store.state_vector());
            store.apply(Author { seat, live: false }, &history).expect("honest history");
        }
    }
    0
}

#[test]
fn a_talk_cut_over_eight_seats_out_of_order_is_whole_after_a_question_or_two() {
    for (people, seed) in [(SEATS, 1), (2, 2)] {
        let talk = Talk::of(people, 10_000, seed);
        let mut store = Store::new(DocLimits { held_parts: 1_000, ..DocLimits::default() });
        // All have begun to type, so that each owns an id; then one is far ahead of the next.
        let (begun, rest) = talk.letters.split_at(1_000);
        let turn = |n: usize| live(n as u64 % SEATS as u64 + 1);
        let rest = (0..SEATS)
            .flat_map(|seat| rest.iter().skip(seat).step_by(SEATS).map(move |l| (seat, l)));
        for (n, letter) in begun.iter().enumerate().chain(rest) {
            store.apply(turn(n), &talk.update(letter)).expect("an honest letter");
        }
        let lacked = talk.lacking(&store.state_vector()).len();
        assert!(lacked > 10_000, "much is missing: {lacked}");
        assert!(rounds(&mut store, &talk) <= 4);
        assert_eq!((talk.lacking(&store.state_vector()), store.stats().held), (vec![0, 0], 0));
    }
}

/// `FADEPAD_ROUNDS` seeds, and what each costs: with 100 of them the dearest was no outlier.
#[test]
fn in_whatever_order_eight_seats_bring_a_long_talk_it_is_whole_after_a_question_or_two() {
    let mut costs = Vec::new();
    for seed in 1..=rounds_of(2) {
        let mut random = fastrand::Rng::with_seed(seed);
        let talk = Talk::of(random.usize(2..=SEATS), 26_000, seed);
        let mut store = Store::new(DocLimits::default());
        // Each brings every eighth letter, in its order or, as over a bad line, in pieces; some are far ahead.
        let mut lines: Vec<Vec<usize>> = (0..SEATS)
            .map(|seat| (0..talk.letters.len()).filter(|n| n % SEATS == seat).rev().collect())
            .collect();
        for line in &mut lines {
            let size = if random.bool() { 64 } else { 1 };
            line.chunks_mut(size).for_each(|piece| random.shuffle(piece));
        }
        let haste: Vec<usize> = lines.iter().map(|_| random.usize(2..200)).collect();
        let begun = Instant::now();
        while lines.iter().any(|line| !line.is_empty()) {
            let seat = random.usize(..SEATS);
            for _ in 0..random.usize(..haste[seat]) {
                let Some(n) = lines[seat].pop() else { break };
                let update = talk.update(&talk.letters[n]);
                store.apply(live(seat as u64 + 1), &update).expect("an honest letter");
            }
        }
        let asked = rounds(&mut store, &talk);
        costs.push((begun.elapsed(), seed));
        assert!(asked <= 4, "seed {seed}: asked {asked} times, {:?}", store.stats());
        let lacks = (talk.lacking(&store.state_vector()), store.stats().held);
        assert_eq!(lacks, (vec![0, 0], 0), "seed {seed}");
    }
    costs.sort();
    eprintln!("from {:?} to {:?}", costs[0], costs[costs.len() - 1]);
}

/// Says letters, then answers whatever it is asked.
async fn say(mut guest: Guest, talk: Arc<Talk>, own: Vec<usize>) {
    for n in own {
        guest.send(sync::update(&talk.update(&talk.letters[n]))).await;
    }
    loop {
        match guest.hear().await {
            Heard::Step1(vector) => guest.send(sync::step2(&talk.lacking(&vector))).await,
            Heard::Closed(code) => panic!("closed with {code}"),
            _ => {}
        }
    }
}

/// Nobody sends anything by himself any more: the room asks.
#[tokio::test]
async fn the_room_asks_until_nothing_is_missing() {
    let mut limits = Limits { enforced: false, ..Limits::default() };
    limits.doc.held_parts = 100;
    for people in [2, SEATS] {
        let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
        let talk = Arc::new(Talk::of(people, 2_000, 7));
        let mut guests = JoinSet::new();
        for seat in 0..SEATS {
            let mut guest = server.guest(Role::Edit).await;
            assert!(matches!(guest.hear().await, Heard::Step1(_)), "an editor is asked at first");
            // Out of order: each socket's letters come from the end of the talk to its beginning.
            let own = (0..talk.letters.len()).filter(|n| n % SEATS == seat).rev().collect();
            guests.spawn(say(guest, Arc::clone(&talk), own));
        }
        let whole = "x".repeat(talk.letters.len());
        let mut late = server.guest(Role::View).await;
        late.sync().await;
        tokio::select! {
            () = late.reads(&whole) => {}
            broken = guests.join_next() => panic!("{broken:?}"),
        }
    }
}

/// A question that is not answered, as by a page that sleeps, is no reason to wait for the next message.
#[tokio::test(start_paused = true)]
async fn who_does_not_answer_is_asked_again_though_nobody_says_anything() {
    let server = TestServer::new().await;
    let talk = Talk::of(1, 3, 7);
    let mut guest = server.guest(Role::Edit).await;
    assert!(matches!(guest.hear().await, Heard::Step1(_)), "an editor is asked at first");
    guest.send(sync::update(&talk.update(&talk.letters[2]))).await;
    let mut asked = 0;
    // Once as it comes, the others on the room's own.
    while asked < 3 {
        match guest.hear().await {
            Heard::Step1(_) => asked += 1,
            Heard::Closed(code) => panic!("closed with {code}"),
            _ => {}
        }
    }
}
