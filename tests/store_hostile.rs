//! Bytes made to hurt: every one is taken or refused at once, in little time and memory.

#[allow(unreachable_pub, dead_code, reason = "shared by several test binaries")]
#[path = "support/store_cases.rs"]
mod store_cases;
#[expect(unreachable_pub, reason = "shared by several test binaries")]
#[path = "support/store_meter.rs"]
mod store_meter;
#[allow(unreachable_pub, dead_code, reason = "shared by several test binaries")]
#[path = "support/store_oracle.rs"]
mod store_oracle;
#[allow(unreachable_pub, dead_code, reason = "shared by several test binaries")]
#[path = "support/store_update.rs"]
mod store_update;

use std::time::Duration;

use fadepad::base::limits::DocLimits;
use fadepad::doc::{Author, SEED, Store};
use store_cases::{KEY, NULL, ROOT, apply, joins, store};
use store_meter::{Cost, Counting, live_bytes, measure};
use store_oracle::{HISTORY, frames, shared};
use store_update::{
    Deletes, Id, Place, Section, any, deletion, gap, kind, one, string, type_ref, typed, update,
};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What one hostile update may cost: a debug build on a busy machine included.
const TIME: Duration = Duration::from_millis(10);
const MEMORY: isize = 1 << 20;

fn is_cheap(what: &str, cost: Cost) {
    assert!(cost.time <= TIME, "{what} took {:?}", cost.time);
    assert!(cost.peak <= MEMORY, "{what} took {} bytes", cost.peak);
}

/// Updates of a file of crashers, and whether they come after the seed.
fn crasher(name: &str, bytes: &[u8]) -> (bool, Vec<Vec<u8>>) {
    if name.ends_with(".v1.bin") {
        return (false, vec![bytes.to_vec()]);
    }
    let parts = frames(&bytes[2..]);
    assert_eq!(parts.len(), usize::from(bytes[1]), "{name}");
    (bytes[0] == 1, parts.into_iter().map(<[u8]>::to_vec).collect())
}

#[test]
fn every_crasher_of_yrs_is_taken_or_refused_at_once() {
    let mut count = 0;
    for entry in
        std::fs::read_dir(shared("crashers")).expect("the crashers are beside the repository")
    {
        let path = entry.expect("readable").path();
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        if !name.ends_with(".bin") {
            continue;
        }
        count += 1;
        let (seeded, updates) = crasher(&name, &std::fs::read(&path).expect("readable"));
        for start in [seeded, !seeded] {
            let mut store = store();
            if start {
                apply(&mut store, SEED).expect("the seed is taken");
            }
            for update in &updates {
                let (_, cost) = measure(|| apply(&mut store, update).is_ok());
                is_cheap(&name, cost);
            }
            let (_, cost) = measure(|| (store.full(), store.take_delta(), store.diff(&[1, 1, 1])));
            is_cheap(&name, cost);
            joins(&mut store);
        }
    }
    assert!(count >= 14, "only {count} crashers");
}

#[test]
fn a_state_vector_of_4_bytes_costs_nothing() {
    let mut store = store();
    let (refused, cost) = measure(|| store.diff(&[0x80, 0xe5, 0x9a, 0x77]).is_err());
    assert!(refused);
    is_cheap("a count of 250,000,000", cost);
    assert!(cost.peak < 1_000, "{cost:?}");
}

#[test]
fn fifty_thousand_empty_sections_are_refused() {
    let sections: Vec<Section> = (0..50_000).map(|client| (client, 0, Vec::new())).collect();
    let bytes = update(&sections, &[]);
    let (refused, cost) = measure(|| apply(&mut store(), &bytes).is_err());
    assert!(refused);
    is_cheap("50,000 empty sections", cost);
}

#[test]
fn clocks_near_2_to_the_32_are_refused() {
    for clock in
        [(1_u64 << 32) - 2, (1 << 32) - 1, 1 << 32, (1 << 31) - 1, (1 << 30) + 1, (1 << 53) - 1]
    {
        for structs in
            [vec![string(&ROOT, "ab")], vec![gap(kind::GC, 5)], vec![gap(kind::SKIP, 1 << 31)]]
        {
            let (refused, cost) = measure(|| apply(&mut store(), &one(1, clock, structs)).is_err());
            assert!(refused, "{clock}");
            is_cheap("a large clock", cost);
        }
    }
}

#[test]
fn a_flood_of_dangling_updates_stays_cheap_and_bounded() {
    let mut store = store();
    let (_, all) = measure(|| {
        for number in 0..16_384_u64 {
            let dangling =
                one(number + 9, number % 7, vec![string(&Place::After(Id(5, number)), "x")]);
            let (taken, cost) = measure(|| apply(&mut store, &dangling));
            assert!(taken.expect("it waits").held);
            is_cheap("a dangling update", cost);
        }
    });
    let stats = store.stats();
    assert!(
        stats.held <= DocLimits::default().held_parts
            && stats.held_bytes <= DocLimits::default().held_bytes
    );
    assert!(live_bytes() < 4 << 20, "{} bytes for {stats:?}", live_bytes());
    assert!(all.time < Duration::from_secs(5), "{all:?}");
}

/// Twice as much may take three times as long, not four; the best of some tries counts.
fn is_near_linear(what: &str, size: u64, work: impl Fn(u64) -> Duration) {
    let best = |size| (0..3).map(|_| work(size)).min().expect("three tries");
    let (once, twice) = (best(size), best(2 * size));
    assert!(
        twice <= once * 3 + Duration::from_millis(2),
        "{what}: {size} took {once:?}, {} took {twice:?}",
        2 * size
    );
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
        is_near_linear(&format!("one delete set over {what}"), 8_000, |units| {
            let mut store = store();
            apply(&mut store, &one(1, 0, vec![content(units)])).expect("taken");
            let time = time_of(&mut store, [deletion(1, &every_other(units))]);
            assert!(store.stats().structs as u64 >= units / 2, "{what}");
            time
        });
        is_near_linear(&format!("descending deletions in {what}"), 4_000, |units| {
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
    is_near_linear("a ladder of two clients in one update", 4_000, |rungs| {
        let after = |client, clock| Place::After(Id(client, clock));
        let left = (0..rungs)
            .map(|at| string(&if at == 0 { ROOT } else { after(2, at - 1) }, "a"))
            .collect();
        let right = (0..rungs).map(|at| string(&after(1, at), "b")).collect();
        time_of(&mut store(), [update(&[(2, 0, right), (1, 0, left)], &[])])
    });
    is_near_linear("a chain of many clients in one update", 4_000, |clients| {
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
    is_near_linear("covered runs under a key", 4_000, |count| {
        let first = any(&KEY, &[NULL, NULL]);
        let more = (1..count).map(|at| any(&Place::After(Id(1, 2 * at - 1)), &[NULL, NULL]));
        let structs = std::iter::once(first).chain(more).collect();
        let deletes: Deletes = (1, (0..count).map(|at| (2 * at, 2)).rev().collect());
        time_of(&mut store(), [update(&[(1, 0, structs)], &[deletes])])
    });
}

#[test]
fn many_keys_many_roots_and_many_children_are_near_linear() {
    is_near_linear("a type with many children that dies", 4_000, |count| {
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
    is_near_linear("two people who type in turn in one paragraph", 4_000, |count| {
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
    is_near_linear("many clients", 4_000, |clients| {
        let mut store = store();
        let time = time_of(
            &mut store,
            (0..clients).map(|client| one(client, 0, vec![string(&ROOT, "x")])),
        );
        let vector = store.state_vector();
        time + measure(|| store.diff(&vector).expect("its own")).1.time
    });
}

#[test]
fn a_document_that_is_typed_and_erased_for_ever_does_not_grow() {
    let text = "twenty bytes of text";
    let mut store = store();
    let mut early = 0;
    for round in 0..6_000_u64 {
        let own = |clock: u64, first: Place| {
            if clock == 0 { first } else { Place::After(Id(1, clock - 1)) }
        };
        let value = if round == 0 { KEY } else { Place::After(Id(2, round - 1)) };
        for bytes in [
            one(1, round * 20, vec![string(&own(round * 20, ROOT), text)]),
            deletion(1, &[(round * 20, 20)]),
            // A map under a key, with a value in it; the next map takes its place.
            one(2, round, vec![typed(&value, type_ref::MAP)]),
            one(
                3,
                round,
                vec![any(
                    &Place::In(Id(2, round), Some("k")),
                    &[&[&[119, 20], text.as_bytes()].concat()],
                )],
            ),
            deletion(2, &[(round, 1)]),
        ] {
            store.apply(HISTORY, &bytes).expect("it is fit");
        }
        if round % 10 == 0 {
            store.take_delta();
        }
        if round == 600 {
            early = live_bytes();
        }
    }
    let grown = live_bytes() - early;
    assert_eq!(store.stats().structs, 3, "two Deleted runs and a GC");
    assert!(grown < 4_096, "{grown} bytes more");
    joins(&mut store);
}
