//! Each check of a struct against its place, and what deleting leaves, one by one.

use crate::support::cases::{KEY, NULL, ROOT, apply, is_taken, is_unfit, joins, store_with};
use crate::support::oracle::HISTORY;
use crate::support::update::{
    Id, Place, any, deletion, gap, item, kind, one, string, text, type_ref, typed, update,
};
use fadepad_store::DocLimits;
use fadepad_store::{Refused, Store, Unfit};

/// An update with one type of client 1 in root `text`.
fn with_type(number: u8) -> Vec<u8> {
    one(1, 0, vec![typed(&ROOT, number)])
}

fn inside(key: Option<&'static str>) -> Place {
    Place::In(Id(1, 0), key)
}

#[test]
fn a_parent_that_never_was_a_type_is_refused() {
    let mut store = store_with(&[one(1, 0, vec![string(&ROOT, "ab"), any(&ROOT, &[NULL])])]);
    for clock in 0..3 {
        is_unfit(
            &mut store,
            &one(2, 0, vec![string(&Place::In(Id(1, clock), None), "x")]),
            Unfit::Parent,
        );
    }
}

#[test]
fn what_is_put_into_a_dead_type_is_gc() {
    let mut store = store_with(&[with_type(type_ref::MAP), deletion(1, &[(0, 1)])]);
    let taken =
        apply(&mut store, &one(2, 0, vec![any(&inside(Some("k")), &[NULL])])).expect("taken");
    assert!(taken.structs);
    assert_eq!(store.full()[..7], [2, 1, 2, 0, 0, 1, 1], "client 2: one GC of length 1");
    joins(&mut store);
}

#[test]
fn neighbours_of_different_lists_are_refused() {
    let mut store = store_with(&[one(
        1,
        0,
        vec![string(&ROOT, "a"), string(&Place::Root("other", None), "b"), any(&KEY, &[NULL])],
    )]);
    for (left, right) in [(0, 1), (1, 0), (0, 2), (2, 0)] {
        let place = Place::Between(Id(1, left), Id(1, right));
        is_unfit(&mut store, &one(2, 0, vec![string(&place, "x")]), Unfit::Context);
    }
}

#[test]
fn a_map_value_with_a_right_neighbour_is_refused() {
    let mut store =
        store_with(&[one(1, 0, vec![any(&KEY, &[NULL]), any(&Place::After(Id(1, 0)), &[NULL])])]);
    let before = Place::Before(Id(1, 0));
    is_unfit(&mut store, &one(2, 0, vec![any(&before, &[NULL])]), Unfit::KeyOrder);
    is_unfit(&mut store, &one(2, 0, vec![item(kind::DELETED, &before, &[1])]), Unfit::KeyOrder);
    let between = Place::Between(Id(1, 0), Id(1, 1));
    is_unfit(&mut store, &one(2, 0, vec![any(&between, &[NULL])]), Unfit::KeyOrder);
}

#[test]
fn only_values_go_under_a_key() {
    let mut store = store_with(&[with_type(type_ref::MAP)]);
    let format = [text("b"), text("true")].concat();
    for place in [KEY, inside(Some("k"))] {
        is_unfit(&mut store, &one(2, 0, vec![string(&place, "x")]), Unfit::KeyContent);
        is_unfit(
            &mut store,
            &one(2, 0, vec![item(kind::EMBED, &place, &text("1"))]),
            Unfit::KeyContent,
        );
        is_unfit(
            &mut store,
            &one(2, 0, vec![item(kind::FORMAT, &place, &format)]),
            Unfit::KeyContent,
        );
    }
    for (client, value) in [
        any(&KEY, &[NULL]),
        item(kind::BINARY, &KEY, &[1, 255]),
        typed(&KEY, type_ref::XML_ELEMENT),
        item(kind::DOC, &KEY, &[&text("guid")[..], &[118, 0]].concat()),
        item(kind::DELETED, &KEY, &[3]),
    ]
    .into_iter()
    .enumerate()
    {
        is_taken(&[one(client as u64 + 2, 0, vec![value])]);
    }
}

#[test]
fn several_values_under_a_key_come_only_with_their_deletion() {
    let three = any(&KEY, &[NULL, NULL, NULL]);
    is_unfit(&mut store_with(&[]), &one(1, 0, vec![three.clone()]), Unfit::KeyContent);
    let partly = update(&[(1, 0, vec![three.clone()])], &[(1, vec![(0, 2)])]);
    is_unfit(&mut store_with(&[]), &partly, Unfit::KeyContent);
    let covered = update(&[(1, 0, vec![three.clone()])], &[(1, vec![(1, 2), (0, 1)])]);
    let mut store = is_taken(&[covered]);
    let deleted =
        [&[1, 1, 1, 0, 0x21, 1][..], &text("map"), &text("k"), &[3, 1, 1, 1, 0, 3]].concat();
    assert_eq!(store.full()[..], deleted, "taken as deleted");
    // The deletion may have come before.
    let mut store = store_with(&[]);
    assert!(apply(&mut store, &deletion(1, &[(0, 3)])).expect("held").held);
    assert!(apply(&mut store, &one(1, 0, vec![three])).expect("taken").structs);
    assert_eq!(store.full()[..], deleted);
}

#[test]
fn types_nest_100_deep_and_no_deeper() {
    let deep = |depth: u64| {
        let inner = (1..depth)
            .map(|clock| typed(&Place::In(Id(1, clock - 1), None), type_ref::XML_ELEMENT));
        one(1, 0, std::iter::once(typed(&ROOT, type_ref::XML_ELEMENT)).chain(inner).collect())
    };
    is_taken(&[deep(100)]);
    let mut store = store_with(&[]);
    assert_eq!(apply(&mut store, &deep(101)), Err(Refused::Unfit(Unfit::Depth)));
    assert_eq!(store.state_vector(), [1, 1, 100], "what stands before it stays taken");
    joins(&mut store);
}

#[test]
fn content_fits_the_type_that_it_is_in() {
    let content = |place: &Place| {
        vec![
            ("any", any(place, &[NULL])),
            ("binary", item(kind::BINARY, place, &[1, 0])),
            ("string", string(place, "x")),
            ("embed", item(kind::EMBED, place, &text("{}"))),
            ("format", item(kind::FORMAT, place, &[text("b"), text("true")].concat())),
            ("element", typed(place, type_ref::XML_ELEMENT)),
            ("text", typed(place, type_ref::XML_TEXT)),
            ("map", typed(place, type_ref::MAP)),
            ("doc", item(kind::DOC, place, &[&text("guid")[..], &[118, 0]].concat())),
            ("deleted", item(kind::DELETED, place, &[1])),
            ("gc", gap(kind::GC, 1)),
        ]
    };
    let list = ["any", "binary", "element", "text", "map", "doc", "deleted", "gc"];
    let words = ["string", "embed", "format", "element", "text", "map", "deleted", "gc"];
    let xml = ["element", "text", "deleted", "gc"];
    for (number, fits) in [
        (type_ref::ARRAY, &list[..]),
        (type_ref::MAP, &["deleted", "gc"]),
        (type_ref::TEXT, &words),
        (type_ref::XML_TEXT, &words),
        (type_ref::XML_ELEMENT, &xml),
        (type_ref::XML_FRAGMENT, &xml),
    ] {
        for (name, bytes) in content(&inside(None)) {
            let update = one(2, 0, vec![bytes]);
            if fits.contains(&name) {
                is_taken(&[with_type(number), update]);
            } else {
                is_unfit(&mut store_with(&[with_type(number)]), &update, Unfit::Content);
            }
        }
    }
    // The root of our own page is known to be a fragment; others may be anything.
    for (name, bytes) in content(&Place::Root("blocknote", None)) {
        let refused = store_with(&[]).apply(HISTORY, &one(2, 0, vec![bytes])).is_err();
        assert_eq!(refused, !xml.contains(&name), "{name}");
    }
}

#[test]
fn limits_refuse_and_keep_what_was_taken() {
    let limits = DocLimits { structs: 3, clients: 2, bytes: 500, ..DocLimits::default() };
    let large = |refused: Result<_, Refused>| match refused {
        Err(Refused::TooLarge { what, .. }) => what,
        other => panic!("{other:?}"),
    };
    let mut store = Store::new(limits);
    let many = one(1, 0, (0..5).map(|_| string(&ROOT, "a")).collect());
    assert_eq!(large(store.apply(HISTORY, &many)), "structs");
    assert_eq!(store.state_vector(), [1, 1, 3], "three were taken");
    assert!(
        store.take_delta().is_some_and(|delta| delta == store.full()),
        "and are in the next delta"
    );
    // What shortens the document is taken even when it is full, what would split it is not.
    assert!(store.apply(HISTORY, &deletion(1, &[(0, 3)])).expect("it shortens").deletes);
    let mut store = Store::new(limits);
    let long = "x".repeat(300);
    store.apply(HISTORY, &one(1, 0, vec![string(&ROOT, &long)])).expect("it fits");
    assert_eq!(large(store.apply(HISTORY, &one(2, 0, vec![string(&ROOT, &long)]))), "bytes");
    store.apply(HISTORY, &one(2, 0, vec![string(&ROOT, "x")])).expect("it fits");
    assert_eq!(large(store.apply(HISTORY, &one(3, 0, vec![string(&ROOT, "x")]))), "client ids");
    assert_eq!(large(store.apply(HISTORY, &deletion(1, &[(1, 1), (3, 1)]))), "structs");
    joins(&mut store);
}
