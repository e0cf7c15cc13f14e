//! Any sequence of updates: the store never panics, and what it took is a document of its own.

use fadepad::base::ids::Epoch;
use fadepad::room::core::seed::seed;
use fadepad_store::{Author, DocLimits, SeatId, Store};

/// Small limits, so that they are reached.
const LIMITS: DocLimits = DocLimits {
    bytes: 1 << 16,
    structs: 200,
    clients: 20,
    held_bytes: 1 << 14,
    held_parts: 16,
    type_depth: 20,
};

/// One case.
pub fn run(data: &[u8]) {
    let [seeded, count, rest @ ..] = data else { return };
    let mut store = Store::new(LIMITS);
    if seeded & 1 == 1 {
        apply(&mut store, 0, &seed(Epoch(1)));
    }
    let mut rest = rest;
    for number in 0..*count {
        let Some(update) = next(&mut rest) else { break };
        apply(&mut store, number, update);
        if number.is_multiple_of(4) {
            store.take_delta();
        }
        if number % 16 == 15 {
            store.release(SeatId(1));
        }
    }
    let _ = store.diff(rest);
    check(&mut store);
}

/// Every third update is typed by one of two seats, the others are history.
fn apply(store: &mut Store, number: u8, update: &[u8]) {
    let author = Author { seat: SeatId(u64::from(number % 2)), live: number.is_multiple_of(3) };
    let _ = store.apply(author, update);
}

/// What was taken loads elsewhere as the same document, at once and in two steps.
fn check(store: &mut Store) {
    let full = store.full();
    let mut copy = Store::new(DocLimits { structs: 1 << 20, ..DocLimits::default() });
    let taken = copy.apply(Author { seat: SeatId(9), live: false }, &full).expect("a state is fit");
    assert!(!taken.held);
    assert_eq!(copy.full(), full);
    assert_eq!(copy.state_vector(), store.state_vector());
    assert_eq!(
        (copy.stats().bytes, copy.stats().structs),
        (store.stats().bytes, store.stats().structs)
    );
    let empty = store.diff(&copy.state_vector()).expect("a state vector is fine");
    assert!(
        !copy
            .apply(Author { seat: SeatId(9), live: false }, &empty)
            .expect("a diff is fit")
            .changed()
    );
}

/// Takes a lib0 byte array off the front.
fn next<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (mut len, mut shift) = (0_usize, 0);
    loop {
        let (first, after) = rest.split_first()?;
        *rest = after;
        len |= usize::from(first & 0x7f) << shift;
        shift += 7;
        if *first < 0x80 {
            break;
        }
        if shift > 28 {
            return None;
        }
    }
    let (update, after) = rest.split_at_checked(len)?;
    *rest = after;
    Some(update)
}
