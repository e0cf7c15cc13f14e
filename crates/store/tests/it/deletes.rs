//! What deleting leaves, what is joined, and where a state is cut.

use crate::support::cases::{ROOT, apply, is_taken, joins, store_with};
use crate::support::update::{
    Id, Place, any, deletion, gap, item, kind, one, string, text, type_ref, typed, update, var,
};

#[test]
fn a_run_without_the_same_right_neighbour_is_not_joined() {
    // Client 5 types a; client 2 appends X; client 5 types b between: `abX` must not become `aXb`.
    let mut store = is_taken(&[
        one(5, 0, vec![string(&ROOT, "a")]),
        one(2, 0, vec![string(&Place::After(Id(5, 0)), "X")]),
        one(5, 1, vec![string(&Place::Between(Id(5, 0), Id(2, 0)), "b")]),
    ]);
    assert_eq!(store.stats().structs, 3);
    // Deleted, they are told apart as well; a GC has no neighbours.
    assert!(apply(&mut store, &deletion(5, &[(0, 2)])).expect("taken").deletes);
    assert_eq!(store.stats().structs, 3);
}

#[test]
fn what_is_deleted_joins_and_takes_no_room() {
    let word: String = "word ".repeat(1_000);
    let mut store = is_taken(&[one(1, 0, vec![string(&ROOT, &word)])]);
    let before = store.stats().bytes;
    for clock in (0..5_000).rev() {
        apply(&mut store, &deletion(1, &[(clock, 1)])).expect("taken");
    }
    assert_eq!(store.stats().structs, 1);
    assert!(
        before > 5_000 && store.stats().bytes < 60,
        "{before} bytes, then {}",
        store.stats().bytes
    );
    assert!(store.full().len() < 30);
    joins(&mut store);
}

#[test]
fn with_a_type_its_whole_subtree_becomes_gc() {
    let under = |clock, key| Place::In(Id(1, clock), key);
    let mut store = is_taken(&[
        one(
            1,
            0,
            vec![
                typed(&ROOT, type_ref::XML_ELEMENT),
                any(&under(0, Some("id")), &[&[119, 1, 97]]),
                typed(&under(0, None), type_ref::XML_TEXT),
                string(&under(2, None), "hello"),
            ],
        ),
        one(2, 0, vec![string(&Place::After(Id(1, 7)), " world")]),
        deletion(1, &[(0, 1)]),
    ]);
    let expected = [
        &[2, 1, 2, 0, 0, 6][..],
        &[2, 1, 0, 1, 1],
        &text("text"),
        &[1, 0, 7],
        &[2, 2, 1, 0, 6, 1, 1, 0, 8],
    ]
    .concat();
    assert_eq!(store.full()[..], expected, "the type stays Deleted, what hung below it is GC");
    // What an offline peer had put there, before or after, ends the same.
    let late =
        one(3, 0, vec![string(&Place::After(Id(2, 5)), "!"), string(&Place::After(Id(3, 0)), "?")]);
    assert!(apply(&mut store, &late).expect("taken").structs);
    assert_eq!(store.full()[..6], [3, 1, 3, 0, 0, 2]);
    joins(&mut store);
}

#[test]
fn a_delta_names_of_a_text_that_goes_what_its_author_has_named_and_no_more() {
    let mut store = is_taken(&[
        one(3, 0, vec![typed(&ROOT, type_ref::XML_TEXT)]),
        one(2, 0, vec![string(&Place::In(Id(3, 0), None), "seen")]),
        one(1, 0, vec![string(&Place::After(Id(2, 3)), "unseen")]),
    ]);
    store.take_delta();
    // The text is named first, as yjs writes it: its letters are told all the same.
    let taken_away = update(&[], &[(3, vec![(0, 1)]), (2, vec![(0, 4)])]);
    assert!(apply(&mut store, &taken_away).expect("taken").deletes);
    assert_eq!(store.take_delta().expect("a delta"), taken_away);
    assert_eq!(store.full()[..5], [3, 1, 3, 0, 1], "and all of them are gone");
    joins(&mut store);
}

#[test]
fn a_deletion_that_cuts_a_surrogate_pair_leaves_two_replacements() {
    for (clock, left) in [(1, "x\u{fffd}"), (2, "\u{fffd}y")] {
        let mut store = is_taken(&[one(1, 0, vec![string(&ROOT, "x😀y")])]);
        let range = if clock == 1 { (2, 2) } else { (0, 2) };
        apply(&mut store, &deletion(1, &[range])).expect("taken");
        let full = store.full();
        assert!(full.windows(left.len()).any(|window| window == left.as_bytes()), "{full:x?}");
        joins(&mut store);
    }
}

#[test]
fn a_diff_never_starts_inside_a_surrogate_pair() {
    let mut store = store_with(&[one(1, 0, vec![string(&ROOT, "x😀y")])]);
    let diff = store.diff(&[1, 1, 2]).expect("a fine vector");
    assert_eq!(diff[..4], [1, 1, 1, 1], "one unit earlier, and the section says so");
    assert!(diff.windows(4).any(|window| window == "😀".as_bytes()));
    let pair_first = store.diff(&[1, 1, 3]).expect("a fine vector");
    assert_eq!(pair_first[..4], [1, 1, 1, 3]);
}

#[test]
fn a_known_part_is_skipped_even_inside_a_surrogate_pair() {
    let mut store = store_with(&[one(1, 0, vec![string(&ROOT, "ab")])]);
    assert!(!apply(&mut store, &one(1, 0, vec![string(&ROOT, "ab")])).expect("known").changed());
    assert!(
        apply(&mut store, &one(1, 0, vec![string(&ROOT, "abcd")])).expect("half known").structs
    );
    assert_eq!(store.state_vector(), [1, 1, 4]);
    // yjs makes U+FFFD of the half that is new.
    apply(&mut store, &one(1, 3, vec![string(&Place::After(Id(1, 2)), "😀!")])).expect("taken");
    let full = store.full();
    assert!(full.windows(8).any(|window| window == "abcd\u{fffd}!".as_bytes()), "{full:x?}");
}

#[test]
fn gc_and_skip_are_taken_and_stepped_over() {
    let mut store = is_taken(&[one(1, 0, vec![gap(kind::GC, 3), gap(kind::GC, 2)])]);
    assert_eq!(store.stats().structs, 1, "GC joins GC");
    // A GC whose first unit is known as text is GC from there on, and so is what follows it.
    let mut half = is_taken(&[one(1, 0, vec![string(&ROOT, "a")])]);
    apply(&mut half, &one(1, 0, vec![gap(kind::GC, 2), string(&Place::After(Id(1, 1)), "b")]))
        .expect("taken");
    assert_eq!(half.stats().structs, 2);
    joins(&mut half);
    let with_hole = one(1, 5, vec![string(&ROOT, "a"), gap(kind::SKIP, 2), string(&ROOT, "b")]);
    let taken = apply(&mut store, &with_hole).expect("honest");
    assert!(taken.structs && taken.held);
    assert_eq!(store.state_vector(), [1, 1, 6]);
    assert!(
        apply(&mut store, &one(1, 6, vec![item(kind::DELETED, &ROOT, &var(2))]))
            .expect("taken")
            .structs
    );
    assert_eq!((store.state_vector(), store.stats().held), (vec![1, 1, 9], 0));
    joins(&mut store);
}
