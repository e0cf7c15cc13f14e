//! What comes too early, and what comes from someone else: held, bounded, tried again.

use crate::support::cases::{ROOT, joins, store};
use crate::support::oracle::{HISTORY, live};
use crate::support::update::{Id, Place, deletion, gap, kind, one, string, update};
use fadepad_store::SeatId;
use fadepad_store::{Applied, Author, Refused, Store, Unfit};
use fadepad_store::{DocLimits, IDS_PER_SEAT};

/// What `client` types at `clock`, after its own last unit.
fn typed(client: u64, clock: u64, text: &str) -> Vec<u8> {
    let place = if clock == 0 { ROOT } else { Place::After(Id(client, clock - 1)) };
    one(client, clock, vec![string(&place, text)])
}

fn apply(store: &mut Store, author: Author, update: &[u8]) -> Applied {
    store.apply(author, update).expect("an honest update is not refused")
}

#[test]
fn a_gap_waits_until_it_is_filled_and_asks_only_once() {
    let mut store = store();
    let late = typed(1, 2, "c");
    assert!(apply(&mut store, HISTORY, &late).held);
    assert_eq!(apply(&mut store, HISTORY, &late), Applied::default(), "it waits already");
    assert!(store.take_delta().is_none(), "what is held reaches nobody");
    let taken = apply(&mut store, HISTORY, &typed(1, 0, "ab"));
    assert_eq!(taken, Applied { structs: true, ..Applied::default() });
    assert_eq!((store.state_vector(), store.stats().held), (vec![1, 1, 3], 0));
    assert_eq!(store.take_delta().expect("all of it"), store.full());
}

#[test]
fn a_chain_of_waiting_parts_comes_through_at_once() {
    let mut store = store();
    for client in (2..500).rev() {
        let part = one(client, 0, vec![string(&Place::After(Id(client - 1, 0)), "x")]);
        assert!(apply(&mut store, HISTORY, &part).held);
    }
    assert_eq!(store.stats().held, 498);
    assert!(apply(&mut store, HISTORY, &typed(1, 0, "x")).structs);
    assert_eq!((store.stats().clients, store.stats().held), (499, 0));
    joins(&mut store);
}

#[test]
fn sections_of_one_update_may_depend_on_each_other_in_any_order() {
    let parts = (0..50_u64).flat_map(|clock| {
        let other = |client: u64, clock| Place::After(Id(client, clock));
        let one = if clock == 0 { ROOT } else { other(2, clock - 1) };
        [(1, string(&one, "a")), (2, string(&other(1, clock), "b"))]
    });
    let mut sections = [(1, 0, Vec::new()), (2, 0, Vec::new())];
    for (client, part) in parts {
        sections[client - 1].2.push(part);
    }
    let mut swapped = sections.clone();
    swapped.reverse();
    for sections in [sections, swapped] {
        let mut store = store();
        assert!(!apply(&mut store, HISTORY, &update(&sections, &[])).held);
        assert_eq!(store.state_vector(), [2, 2, 50, 1, 50]);
    }
}

#[test]
fn deletions_of_what_is_unknown_wait_and_are_never_sent() {
    let mut store = store();
    assert!(apply(&mut store, HISTORY, &deletion(1, &[(1, 2), (5, 1)])).held);
    assert!(!apply(&mut store, HISTORY, &deletion(1, &[(2, 1)])).held, "known already");
    assert_eq!((store.stats().held, &store.full()[..]), (2, &[0, 0][..]));
    let taken = apply(&mut store, HISTORY, &typed(1, 0, "ab"));
    assert!(taken.structs && taken.deletes);
    assert_eq!(store.full()[store.full().len() - 5..], [1, 1, 1, 1, 1]);
    apply(&mut store, HISTORY, &typed(1, 2, "cdefg"));
    assert_eq!(store.full()[store.full().len() - 7..], [1, 1, 2, 1, 2, 5, 1]);
    assert_eq!(store.stats().held, 0);
    joins(&mut store);
}

#[test]
fn what_is_held_is_bounded_and_a_flood_displaces_only_itself() {
    let limits = DocLimits { held_parts: 100, held_bytes: 40_000, ..DocLimits::default() };
    let mut store = Store::new(limits);
    let honest = one(7, 0, vec![string(&Place::After(Id(6, 0)), "honest")]);
    assert!(apply(&mut store, live(2), &honest).held);
    for client in 1_000..21_000 {
        apply(
            &mut store,
            live(3),
            &one(client, 0, vec![string(&Place::After(Id(5, 0)), &"x".repeat(200))]),
        );
        apply(&mut store, live(3), &deletion(client, &[(9, 1)]));
        assert!(store.stats().held <= 200 && store.stats().held_bytes <= 40_000);
    }
    apply(&mut store, live(4), &typed(6, 0, "ab"));
    assert_eq!(store.state_vector(), [2, 7, 6, 6, 2], "the honest part was still there");
}

#[test]
fn a_longer_part_replaces_a_shorter_one_and_not_the_other_way() {
    let mut store = store();
    let place = Place::After(Id(6, 0));
    let short = one(7, 0, vec![string(&place, "a")]);
    let long = one(7, 0, vec![string(&place, "a"), string(&Place::After(Id(7, 0)), "b")]);
    for part in [&short, &long, &short] {
        apply(&mut store, live(2), part);
        assert_eq!(store.stats().held, 1);
    }
    apply(&mut store, live(3), &typed(6, 0, "x"));
    assert_eq!(store.state_vector(), [2, 7, 2, 6, 1]);
}

#[test]
fn what_is_said_again_as_a_whole_takes_the_place_of_its_parts() {
    let mut store = store();
    for clock in (1..200).rev() {
        assert!(apply(&mut store, live(2), &typed(7, clock, "x")).held);
    }
    assert!(apply(&mut store, live(3), &typed(7, 9, "x")).held, "another's stays");
    assert_eq!(store.stats().held, 200);
    let before = store.stats().held_bytes;
    let letter = |clock: u64| string(&Place::After(Id(7, clock - 1)), "x");
    // A gap says nothing of what is in it.
    let gapped = one(7, 1, vec![letter(1), gap(kind::SKIP, 100), letter(102)]);
    apply(&mut store, live(2), &gapped);
    assert_eq!(store.stats().held, 200);
    let whole = one(7, 1, (1..150).map(letter).collect());
    apply(&mut store, Author { seat: SeatId(2), live: false }, &whole);
    assert_eq!(store.stats().held, 52, "one for 149, and what it does not say");
    assert!(store.stats().held_bytes < before / 2);
    apply(&mut store, live(2), &typed(7, 0, "x"));
    assert!(store.missing().is_empty());
    assert_eq!((store.state_vector(), store.stats().held), (vec![1, 7, 200, 1], 0));
}

#[test]
fn only_its_seat_extends_an_id_while_it_lives() {
    let mut store = store();
    apply(&mut store, live(1), &typed(9, 0, "honest"));
    let forged = typed(9, 6, " EVIL");
    assert!(apply(&mut store, live(2), &forged).held);
    assert!(
        !apply(&mut store, Author { seat: SeatId(3), live: false }, &forged).structs,
        "history is held too"
    );
    apply(&mut store, live(1), &typed(9, 6, " words"));
    let full = store.full();
    assert!(full.windows(12).any(|window| window == b"honest words"));
    assert_eq!(store.release(SeatId(1)), Applied::default(), "the victim's own words stay");
    assert_eq!((store.full(), store.stats().held), (full, 0));
}

#[test]
fn when_the_seat_has_left_what_was_held_is_tried_again() {
    let mut store = store();
    apply(&mut store, live(1), &typed(9, 0, "a"));
    let second_tab =
        update(&[(9, 1, vec![string(&Place::After(Id(9, 0)), "b")])], &[(9, vec![(0, 1)])]);
    let taken = apply(&mut store, live(2), &second_tab);
    let known = Applied { deletes: true, held: true, ..Applied::default() };
    assert_eq!(taken, known, "anyone may delete");
    store.take_delta();
    assert_eq!(store.release(SeatId(1)), Applied { structs: true, ..Applied::default() });
    assert_eq!(store.state_vector(), [1, 9, 2]);
    assert!(store.take_delta().is_some());
    assert!(apply(&mut store, live(4), &typed(9, 2, "c")).held, "seat 2 owns it now: it was live");
    assert!(store.release(SeatId(2)).structs);
}

#[test]
fn a_part_of_a_seat_that_left_claims_nothing() {
    let mut store = store();
    apply(&mut store, live(2), &one(9, 0, vec![string(&Place::After(Id(8, 0)), "b")]));
    store.release(SeatId(2));
    assert!(apply(&mut store, live(3), &typed(8, 0, "a")).structs);
    assert_eq!(store.stats().clients, 2, "it was taken");
    assert!(apply(&mut store, live(4), &typed(9, 1, "c")).structs, "and is nobody's");
}

#[test]
fn history_claims_nothing_and_live_updates_do() {
    let mut store = store();
    apply(&mut store, HISTORY, &typed(9, 0, "a"));
    assert!(apply(&mut store, live(5), &typed(9, 1, "b")).structs);
    assert!(apply(&mut store, live(6), &typed(9, 2, "c")).held);
    assert!(apply(&mut store, live(5), &typed(9, 2, "d")).structs, "it is his");
}

#[test]
fn repeating_what_is_known_of_another_seat_is_no_forgery() {
    let mut store = store();
    apply(&mut store, live(1), &typed(9, 0, "abc"));
    assert_eq!(apply(&mut store, live(2), &typed(9, 0, "abc")), Applied::default());
    assert_eq!(apply(&mut store, live(2), &typed(9, 0, "ab")), Applied::default());
}

#[test]
fn a_seat_owns_few_ids() {
    let mut store = store();
    for client in 0..IDS_PER_SEAT as u64 {
        apply(&mut store, live(1), &typed(client, 0, "a"));
    }
    assert!(apply(&mut store, live(1), &typed(99, 0, "a")).structs, "taken, but not owned");
    assert!(apply(&mut store, live(2), &typed(99, 1, "b")).structs);
    assert!(apply(&mut store, live(2), &typed(0, 1, "b")).held, "the first ones are owned");
}

#[test]
fn an_unfit_update_does_not_lose_what_others_had_waiting() {
    let mut store = store();
    apply(&mut store, live(2), &one(7, 0, vec![string(&Place::After(Id(6, 0)), "waits")]));
    let unfit = one(6, 0, vec![string(&ROOT, "x"), string(&Place::In(Id(6, 0), None), "unfit")]);
    assert!(store.apply(live(3), &unfit).is_err());
    assert_eq!(store.state_vector(), [2, 7, 5, 6, 1]);
    joins(&mut store);
}

#[test]
fn what_is_refused_takes_nothing_of_others_with_it_and_deletes_nothing() {
    let mut store = store();
    apply(&mut store, live(1), &typed(1, 0, "old"));
    store.take_delta();
    // As after a restart: somebody brings what all have written, and one of them wrote what does not fit.
    let below = string(&Place::In(Id(7, 0), None), "unfit");
    let sections = [
        (9, 0, vec![string(&Place::After(Id(5, 2)), "ann")]),
        (7, 0, vec![string(&ROOT, "x"), below, string(&Place::After(Id(7, 0)), "after it")]),
        (5, 0, vec![string(&ROOT, "bob")]),
        (3, 0, vec![string(&Place::After(Id(7, 9)), "beside it")]),
    ];
    let refused = store.apply(HISTORY, &update(&sections, &[(1, vec![(0, 3)])]));
    assert!(matches!(refused, Err(Refused::Unfit(Unfit::Parent))), "{refused:?}");
    assert_eq!(store.state_vector(), [4, 9, 3, 7, 1, 5, 3, 1, 3]);
    assert_eq!(store.stats().held, 0);
    let has = |full: &[u8], words: &str| full.windows(3).any(|w| w == words.as_bytes());
    let (full, delta) = (store.full(), store.take_delta().expect("what was taken"));
    assert!(has(&full, "old") && has(&full, "ann") && has(&full, "bob"), "{full:x?}");
    assert!(has(&delta, "ann") && has(&delta, "bob"), "{delta:x?}");
    joins(&mut store);
}

/// A page's undo keeps what was deleted, so it is said whole beside its deletion.
#[test]
fn what_a_refused_update_brings_deleted_comes_deleted() {
    for author in [HISTORY, live(1)] {
        let mut store = store();
        apply(&mut store, author, &typed(1, 0, "old"));
        store.take_delta();
        let unfit = string(&Place::In(Id(1, 0), None), "unfit");
        let after_it = |client, text| string(&Place::After(Id(client, 3)), text);
        let sections = [
            // It waits for what stands behind it, and goes on in this very update.
            (9, 0, vec![string(&Place::After(Id(5, 7)), "cupsblot")]),
            (7, 0, vec![unfit]),
            (5, 0, vec![string(&ROOT, "slip"), after_it(5, "bobs")]),
            (1, 3, vec![string(&Place::After(Id(1, 2)), "slop")]),
        ];
        let deletes = [
            (9, vec![(0, 1), (4, 4)]),
            (1, vec![(0, 7)]),
            (5, vec![(0, 4), (8, 90)]),
            (7, vec![(0, 5)]),
        ];
        let refused = store.apply(author, &update(&sections, &deletes));
        assert!(matches!(refused, Err(Refused::Unfit(Unfit::Parent))), "{refused:?}");
        assert_eq!((store.state_vector(), store.stats().held), (vec![3, 9, 8, 5, 8, 1, 7], 0));
        for told in [store.full(), store.take_delta().expect("what was taken")] {
            let has = |words: &str| told.windows(words.len()).any(|w| w == words.as_bytes());
            assert!(!has("slip") && !has("slop") && !has("blot") && !has("cups"), "{told:x?}");
            assert!(has("bobs") && has("ups"), "what its author has alive: {told:x?}");
        }
        let old = store.full();
        assert!(old.windows(3).any(|w| w == b"old"), "and it deletes nothing that was here");
        joins(&mut store);
    }
}

#[test]
fn nobody_deletes_ahead_what_another_who_is_there_will_write() {
    let mut store = store();
    let (ann, eve) = (live(1), live(2));
    apply(&mut store, ann, &typed(1, 0, "ab"));
    store.take_delta();
    assert!(apply(&mut store, eve, &deletion(1, &[(1, 5_000)])).held, "told, and asked again");
    assert!(store.missing().contains(&eve.seat), "it may have come too early");
    store.release(eve.seat);
    apply(&mut store, ann, &typed(1, 2, "cd"));
    let (full, delta) = (store.full(), store.take_delta().expect("both"));
    assert!(full.windows(2).any(|window| window == b"cd"), "{full:x?}");
    assert!(delta.windows(2).any(|window| window == b"cd"), "{delta:x?}");
    joins(&mut store);
}

#[test]
fn whoever_wrote_what_was_deleted_before_it_came_is_told() {
    let mut store = store();
    assert!(apply(&mut store, live(2), &deletion(1, &[(1, 1)])).held);
    apply(&mut store, live(2), &typed(1, 0, "abc"));
    let delta = store.take_delta().expect("what was typed");
    // one client, one range: clock 1, one unit
    assert!(delta.ends_with(&[1, 1, 1, 1, 1]), "{delta:x?}");
    assert_eq!(delta, store.full());
}

#[test]
fn nobody_deletes_ahead_what_another_will_write_with_an_id_that_nobody_owns_yet() {
    for ann in [live(1), Author { seat: SeatId(1), live: false }] {
        let mut store = store();
        let eve = live(2);
        assert!(apply(&mut store, eve, &deletion(1, &[(0, 5_000)])).held);
        let taken = apply(&mut store, ann, &typed(1, 0, "typed in a tunnel"));
        assert_eq!(taken, Applied { structs: true, unsaid: true, ..Applied::default() });
        assert!(!store.full().ends_with(&[1, 1, 1, 0, 17]), "nothing of it is deleted");
        assert!(store.missing().contains(&eve.seat), "it may have meant what is here now");
        assert_eq!(store.stats().held, 1, "of what is not here yet it is still said");
        // It says so again, as everyone may delete what is here.
        let again = Author { live: false, ..eve };
        assert!(apply(&mut store, again, &deletion(1, &[(0, 17)])).deletes);
        joins(&mut store);
    }
}

#[test]
fn what_somebody_deleted_ahead_leaves_with_them_but_where_their_own_words_still_wait() {
    let mut store = store();
    apply(&mut store, live(2), &deletion(1, &[(0, 9)]));
    assert_eq!(store.stats().held, 1);
    store.release(SeatId(2));
    assert_eq!(store.stats().held, 0);
    // Typed, deleted again, and gone: what it stands beside is on its way.
    let waits = one(7, 0, vec![string(&Place::After(Id(6, 0)), "slip")]);
    apply(&mut store, live(3), &waits);
    apply(&mut store, live(3), &deletion(7, &[(0, 4)]));
    store.release(SeatId(3));
    assert!(apply(&mut store, live(4), &typed(6, 0, "x")).deletes);
    assert_eq!(store.state_vector(), [2, 7, 4, 6, 1]);
    assert!(!store.full().windows(4).any(|window| window == b"slip"));
}

#[test]
fn who_fills_the_list_of_what_is_deleted_ahead_forgets_their_own_first() {
    let limits = DocLimits { held_parts: 100, ..DocLimits::default() };
    let mut store = Store::new(limits);
    for client in 0..10_000 {
        apply(&mut store, live(3), &deletion(client, &[(0, 1), (5, 1)]));
        assert!(store.stats().held <= 100);
    }
    assert!(apply(&mut store, live(2), &deletion(70_000, &[(0, 4)])).held);
    assert!(!store.missing().contains(&SeatId(2)), "nothing of it was forgotten");
    assert!(store.missing().contains(&SeatId(3)));
    assert_eq!(store.stats().held, 100);
    assert!(apply(&mut store, live(2), &typed(70_000, 0, "slip")).deletes);
    assert_eq!(store.stats().held, 99);
}

#[test]
fn who_may_write_no_more_has_nothing_deleted_later_either() {
    let mut store = store();
    apply(&mut store, live(2), &deletion(1, &[(0, 9)]));
    let dropped = store.keep_held_of(|seat| seat != SeatId(2));
    assert_eq!(dropped.into_iter().collect::<Vec<_>>(), [SeatId(2)]);
    assert_eq!(store.stats().held, 0);
    assert!(!apply(&mut store, live(2), &typed(1, 0, "abc")).deletes);
}

#[test]
fn what_is_held_of_a_seat_that_may_write_no_more_is_dropped_and_the_others_wait_on() {
    let mut store = store();
    let by = |seat| Author { seat: SeatId(seat), live: false };
    assert!(apply(&mut store, by(1), &typed(1, 2, "c")).held);
    assert!(apply(&mut store, by(2), &typed(2, 2, "c")).held);
    let dropped = store.keep_held_of(|seat| seat == SeatId(2));
    assert_eq!(dropped.into_iter().collect::<Vec<_>>(), [SeatId(1)]);
    assert_eq!(store.stats().held, 1);
    assert!(store.keep_held_of(|seat| seat == SeatId(2)).is_empty(), "once");
    for client in [1, 2] {
        apply(&mut store, HISTORY, &typed(client, 0, "ab"));
    }
    assert_eq!(store.state_vector(), vec![2, 2, 3, 1, 2]);
}
