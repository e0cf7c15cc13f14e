//! The worst that one can ask of the store takes time in proportion to its bytes.

use crate::support::cases::{KEY, NULL, ROOT, apply, store};
use crate::support::meter::measure;
use crate::support::oracle::HISTORY;
use crate::support::update::{
    Deletes, Id, Place, Section, any, deletion, one, string, type_ref, typed, update,
};
use fadepad_store::{Author, Store};
use std::time::Duration;

/// CPU time that a measurement takes at least: the system counts in ticks of some milliseconds.
const LEAST_TIME: Duration = Duration::from_millis(60);
/// What the ticks may be wrong by.
const TICKS: Duration = Duration::from_millis(10);

/// Twice as much may take three times as long, not four; the best of some tries counts.
fn is_near_linear(what: &str, size: u64, work: impl Fn(u64) -> Duration) {
    let (mut repeats, mut total) = (0, Duration::ZERO);
    while total < LEAST_TIME && repeats < 200 {
        total += work(size);
        repeats += 1;
    }
    let sum = |size| (0..repeats).map(|_| work(size)).sum::<Duration>();
    let mut last = String::new();
    for _ in 0..4 {
        let (once, twice) = (sum(size), sum(2 * size));
        if twice <= once * 3 + TICKS {
            return;
        }
        last = format!("{what}: {repeats} times {size} took {once:?}, {} took {twice:?}", 2 * size);
    }
    panic!("{last}");
}

/// The time that these updates take one after the other.
fn time_of(store: &mut Store, updates: impl IntoIterator<Item = Vec<u8>>) -> Duration {
    let updates: Vec<Vec<u8>> = updates.into_iter().collect();
    let author = Author { live: true, ..HISTORY };
    let (_, cost) = measure(|| {
        for update in &updates {
            store.apply(author, update).expect("it is fit");
        }
    });
    cost.time
}

fn every_other(units: u64) -> Vec<(u64, u64)> {
    (0..units / 2).map(|at| (2 * at, 1)).collect()
}

#[test]
fn deleting_every_other_unit_is_near_linear() {
    let nulls = |units: u64| any(&Place::Root("array", None), &vec![NULL; units as usize]);
    for (what, content) in [
        ("ASCII", (|units| string(&ROOT, &"x".repeat(units as usize))) as fn(u64) -> Vec<u8>),
        ("accents", |units| string(&ROOT, &"é".repeat(units as usize))),
        ("emoji", |units| string(&ROOT, &"😀".repeat(units as usize / 2))),
        ("a list", nulls),
    ] {
        is_near_linear(&format!("one delete set over {what}"), 30_000, |units| {
            let mut store = store();
            apply(&mut store, &one(1, 0, vec![content(units)])).expect("taken");
            let time = time_of(&mut store, [deletion(1, &every_other(units))]);
            assert!(store.stats().structs as u64 >= units / 2, "{what}");
            time
        });
        is_near_linear(&format!("descending deletions in {what}"), 15_000, |units| {
            let mut store = store();
            apply(&mut store, &one(1, 0, vec![content(units)])).expect("taken");
            time_of(
                &mut store,
                every_other(units).into_iter().rev().map(|range| deletion(1, &[range])),
            )
        });
    }
}

#[test]
fn large_elements_in_a_list_do_not_make_a_cut_dear() {
    is_near_linear("elements of 500 bytes", 1_000, |count| {
        let element = [&[117, 0xf4, 3][..], &[126; 500]].concat();
        let mut store = store();
        let list = any(&Place::Root("array", None), &vec![&element[..]; count as usize]);
        apply(&mut store, &one(1, 0, vec![list])).expect("taken");
        time_of(&mut store, every_other(count).into_iter().rev().map(|range| deletion(1, &[range])))
    });
}

#[test]
fn repeating_a_wide_deletion_over_a_dead_document_is_cheap() {
    let mut store = store();
    apply(&mut store, &one(1, 0, vec![string(&ROOT, "x")])).expect("taken");
    // Each deleted alone and with another right neighbour: none can be joined.
    let parts =
        (1..20_000).map(|clock| one(1, clock, vec![string(&Place::Before(Id(1, clock - 1)), "x")]));
    time_of(&mut store, parts);
    apply(&mut store, &deletion(1, &[(0, 20_000)])).expect("taken");
    assert_eq!(store.stats().structs, 20_000);
    let time = time_of(&mut store, vec![deletion(1, &[(0, 1 << 20)]); 1_000]);
    assert!(time < Duration::from_millis(100), "1,000 took {time:?}");
}

#[test]
fn sections_that_wait_for_each_other_are_near_linear() {
    is_near_linear("a ladder of two clients in one update", 8_000, |rungs| {
        let after = |client, clock| Place::After(Id(client, clock));
        let left = (0..rungs)
            .map(|at| string(&if at == 0 { ROOT } else { after(2, at - 1) }, "a"))
            .collect();
        let right = (0..rungs).map(|at| string(&after(1, at), "b")).collect();
        time_of(&mut store(), [update(&[(2, 0, right), (1, 0, left)], &[])])
    });
    is_near_linear("a chain of many clients in one update", 8_000, |clients| {
        let mut sections: Vec<Section> = (1..clients)
            .map(|client| (client, 0, vec![string(&Place::After(Id(client + 1, 0)), "a")]))
            .collect();
        sections.push((clients, 0, vec![string(&ROOT, "a")]));
        time_of(&mut store(), [update(&sections, &[])])
    });
    is_near_linear("a chain of updates, the last one first", 1_000, |clients| {
        let part = |client: u64, place| one(client, 0, vec![string(&place, "a")]);
        let chain = (1..clients).map(|client| part(client, Place::After(Id(client + 1, 0))));
        time_of(&mut store(), chain.chain([part(clients, ROOT)]))
    });
}

#[test]
fn values_under_one_key_that_come_with_their_deletions_are_near_linear() {
    is_near_linear("covered runs under a key", 8_000, |count| {
        let first = any(&KEY, &[NULL, NULL]);
        let more = (1..count).map(|at| any(&Place::After(Id(1, 2 * at - 1)), &[NULL, NULL]));
        let structs = std::iter::once(first).chain(more).collect();
        let deletes: Deletes = (1, (0..count).map(|at| (2 * at, 2)).rev().collect());
        time_of(&mut store(), [update(&[(1, 0, structs)], &[deletes])])
    });
}

#[test]
fn many_keys_many_roots_and_many_children_are_near_linear() {
    is_near_linear("a type with many children that dies", 8_000, |count| {
        let child = |clock| {
            vec![
                typed(&Place::In(Id(1, 0), None), type_ref::MAP),
                any(&Place::In(Id(1, clock), Some("k")), &[NULL]),
            ]
        };
        let children = (0..count).flat_map(|at| child(2 * at + 1));
        let structs = std::iter::once(typed(&ROOT, type_ref::ARRAY)).chain(children).collect();
        let mut store = store();
        let time = time_of(&mut store, [one(1, 0, structs), deletion(1, &[(0, 1)])]);
        assert_eq!(store.stats().structs, 2, "one Deleted, one GC");
        time
    });
    is_near_linear("two people who type in turn in one paragraph", 8_000, |count| {
        let in_turn = (0..count).map(|at| {
            let place = if at < 2 {
                Place::In(Id(9, 0), None)
            } else {
                Place::After(Id(at % 2 + 1, at / 2 - 1))
            };
            one(at % 2 + 1, at / 2, vec![string(&place, "x")])
        });
        let mut store = store();
        apply(&mut store, &one(9, 0, vec![typed(&ROOT, type_ref::XML_TEXT)])).expect("taken");
        let updates: Vec<Vec<u8>> = in_turn.collect();
        let (_, cost) = measure(|| {
            for update in &updates {
                apply(&mut store, update).expect("it is fit");
            }
            apply(&mut store, &deletion(9, &[(0, 1)])).expect("it dies");
        });
        assert_eq!(store.stats().structs, 3);
        cost.time
    });
    is_near_linear("many clients", 8_000, |clients| {
        let mut store = store();
        let time = time_of(
            &mut store,
            (0..clients).map(|client| one(client, 0, vec![string(&ROOT, "x")])),
        );
        let vector = store.state_vector();
        time + measure(|| store.diff(&vector).expect("its own")).1.time
    });
}
