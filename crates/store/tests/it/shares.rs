//! Whose the parts of a document are, and that nobody can take the rest of it.
//! Longer: `FADEPAD_ROUNDS=20000`, other seeds: `FADEPAD_SEED`.

use crate::support::oracle::{for_seeds, live, rounds};
use crate::support::update::{Id, Place, deletion, one, string};
use crate::support::wild::Wild;
use fadepad_store::DocLimits;
use fadepad_store::{Author, Refused, Share, Sitter, Store};
use fadepad_store::{Origin, SeatId};

const ROOT: Place = Place::Root("text", None);

/// What all seats hold together.
fn sum(store: &Store) -> Share {
    store.shares().fold(Share::default(), |mut sum, (_, share)| {
        sum += share;
        sum
    })
}

fn sitter(seat: u64, from: u8) -> Sitter {
    let origin = Some(Origin::from(std::net::IpAddr::from([10, 0, 0, from])));
    Sitter { seat: SeatId(seat), origin, refills: false }
}

#[test]
fn whatever_happens_every_byte_is_somebodys() {
    for_seeds(rounds(300), |_, seed| {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut wild = Wild::new(seed);
        let mut store = Store::new(DocLimits { bytes: 20_000, ..DocLimits::default() });
        for seat in 1..5 {
            store.seat(sitter(seat, seat as u8 / 2));
        }
        for turn in 0..20 + seed % 60 {
            let update = wild.update(&store);
            let seat = SeatId(random.u64(1..7));
            let _ = store.apply(Author { seat, live: random.bool() }, &update);
            if random.u8(..) < 20 {
                store.release(seat);
            }
            let (all, stats) = (sum(&store), store.stats());
            if all.bytes != stats.bytes || all.ids > stats.clients || all.unseen > all.bytes {
                return Err(format!("turn {turn}: {all:?} are not {stats:?}"));
            }
        }
        Ok(())
    });
}

/// Types a letter under a client id of its own.
fn letter(store: &mut Store, seat: u64, client: u64) -> Result<(), Refused> {
    store.apply(live(seat), &one(client, 0, vec![string(&ROOT, "x")])).map(|_| ())
}

#[test]
fn a_text_that_stands_from_the_start_is_counted_for_who_wrote_it_and_their_address() {
    let mut store = Store::new(DocLimits { bytes: 10_000, ..DocLimits::default() });
    store.count_for(sitter(1, 1));
    let words = |n: usize| vec![string(&ROOT, &"x".repeat(n))];
    store.apply(live(1), &one(1, 0, words(8_000))).unwrap();
    assert!(store.share_of(SeatId(1)).bytes > 8_000);
    for (seat, from, fits) in [(2, 1, false), (3, 2, true)] {
        store.seat(sitter(seat, from));
        let taken = store.apply(live(seat), &one(seat, 0, words(400)));
        assert_eq!(taken.is_ok(), fits, "{seat}");
    }
}

#[test]
fn ids_of_which_nothing_is_left_count_no_more() {
    let mut store = Store::new(DocLimits { clients: 10, ..DocLimits::default() });
    store.seat(sitter(1, 1));
    for client in 1..=5 {
        letter(&mut store, 1, client).expect("half of them");
    }
    assert_eq!(letter(&mut store, 1, 6), Err(Refused::Share { what: "client ids" }));
    store.apply(live(1), &deletion(3, &[(0, 1)])).expect("a deletion");
    assert_eq!(store.free().ids, 6);
    letter(&mut store, 1, 6).expect("one is free again");
    // The one that was erased comes back with what its owner types next.
    let next = one(3, 1, vec![string(&Place::After(Id(3, 0)), "y")]);
    assert_eq!(store.apply(live(1), &next), Err(Refused::Share { what: "client ids" }));
    store.apply(live(1), &deletion(6, &[(0, 1)])).expect("a deletion");
    store.apply(live(1), &next).expect("room for it");
    assert_eq!(store.share_of(SeatId(1)).ids, 5);
}

#[test]
fn erased_ids_are_bounded_too() {
    let mut store = Store::new(DocLimits { clients: 10, ..DocLimits::default() });
    let mut taken = 0;
    for client in 1..=40 {
        if letter(&mut store, client, client).is_err() {
            break;
        }
        store.apply(live(client), &deletion(client, &[(0, 1)])).expect("a deletion");
        taken += 1;
    }
    assert_eq!((taken, store.stats().clients), (20, 20));
}

#[test]
fn a_seat_has_half_of_what_is_free_and_an_address_three_quarters() {
    let mut store = Store::new(DocLimits { bytes: 100_000, ..DocLimits::default() });
    let mut fill = |seat: u64, from: u8| {
        store.seat(sitter(seat, from));
        let mut clock = 0;
        loop {
            let place = if clock == 0 { ROOT } else { Place::After(Id(seat, clock - 1)) };
            let more = one(seat, clock, vec![string(&place, &"x".repeat(100))]);
            if store.apply(live(seat), &more).is_err() {
                break;
            }
            clock += 100;
        }
        store.release(SeatId(seat));
        clock
    };
    let near = |bytes: u64, most: u64| bytes <= most && bytes + 1_000 > most;
    assert!(near(fill(1, 1), 50_000));
    assert!(near(fill(2, 1), 25_000));
    assert!(fill(3, 1) < 300);
    let others: Vec<u64> = (2..5).map(|from| fill(u64::from(from) + 10, from)).collect();
    assert!(near(others[0], 12_500) && near(others[1], 6_300), "{others:?}");
}

#[test]
fn who_types_on_under_an_id_answers_for_it() {
    let mut store = Store::new(DocLimits::default());
    (1..=2).for_each(|seat| store.seat(sitter(seat, seat as u8)));
    let history = one(7, 0, vec![string(&ROOT, "what everyone wrote")]);
    store.apply(Author { seat: SeatId(1), live: false }, &history).expect("history");
    let brought = store.share_of(SeatId(1));
    assert_eq!((brought.ids, store.share_of(SeatId(2))), (1, Share::default()));
    store.apply(live(2), &one(7, 19, vec![string(&Place::After(Id(7, 18)), "!")])).expect("typed");
    assert_eq!(store.share_of(SeatId(1)), Share::default());
    assert_eq!(store.share_of(SeatId(2)).bytes, brought.bytes + 1);
}
