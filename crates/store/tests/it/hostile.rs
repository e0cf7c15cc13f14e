//! Bytes made to hurt: every one is taken or refused at once, in little time and memory.

use std::time::Duration;

use crate::support::cases::{KEY, ROOT, SEED, apply, joins, store};
use crate::support::meter::{Cost, Counting, live_bytes, measure};
use crate::support::oracle::{HISTORY, data, frames};
use crate::support::update::{
    Id, Place, Section, any, deletion, gap, kind, one, string, type_ref, typed, update,
};
use fadepad_store::DocLimits;

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
    for entry in std::fs::read_dir(data("crashers")).expect("the crashers are among the test data")
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
