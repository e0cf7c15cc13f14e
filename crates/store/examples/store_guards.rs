//! What `cargo xtask test guards` counts the instructions of: what the store does all day, on a real
//! paper. Each operation is a function of its own, by whose name the counter is switched on and off.
//!
//! `cargo run --release -p fadepad-store --example store_guards`

use std::error::Error;
use std::fs::File;
use std::hint::black_box;
use std::io::Read;

use fadepad_lib0::{Reader, put_uint};
use fadepad_store::{Author, DocLimits, SeatId, Store};

/// Where it is when started by cargo.
const TRACE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/traces/automerge-paper.yupd.gz");

/// Keystrokes in a tick of a busy room.
const TICK: usize = 10;
/// Keystrokes that come in ticks.
const IN_TICKS: usize = 50_000;
/// Deletions, and letters in each.
const DELETIONS: u32 = 1_000;
const DELETED: u32 = 100;

const AUTHOR: Author = Author { seat: SeatId(1), live: true };

type Outcome = Result<(), Box<dyn Error>>;

pub(crate) fn main() -> Outcome {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(File::open(TRACE)?).read_to_end(&mut bytes)?;
    let mut updates = Vec::new();
    let mut rest = Reader::new(&bytes);
    while !rest.is_empty() {
        updates.push(rest.buffer().map_err(|_| "the trace is cut short")?);
    }
    let mut store = Store::new(DocLimits::default());
    guard_delta_every_tick(&mut store, &updates[..IN_TICKS])?;
    let known = store.state_vector();

    let mut store = Store::new(DocLimits::default());
    guard_load(&mut store, &updates)?;
    guard_full_state(&mut store);
    guard_diff(&mut store, &known)?;
    let full = store.full();
    let client = only_client(&store.state_vector()).ok_or("the paper has one author")?;
    guard_rejoin(&mut store, &full)?;
    let deletions: Vec<Vec<u8>> = (0..DELETIONS).map(|n| deletion(client, n)).collect();
    guard_delete_ranges(&mut store, &deletions)
}

/// Takes the paper keystroke by keystroke.
#[inline(never)]
fn guard_load(store: &mut Store, updates: &[&[u8]]) -> Outcome {
    for update in updates {
        black_box(store.apply(AUTHOR, update)?);
    }
    Ok(())
}

/// Takes keystrokes, and makes what a busy room broadcasts.
#[inline(never)]
fn guard_delta_every_tick(store: &mut Store, updates: &[&[u8]]) -> Outcome {
    for tick in updates.chunks(TICK) {
        for update in tick {
            black_box(store.apply(AUTHOR, update)?);
        }
        black_box(store.take_delta());
    }
    Ok(())
}

/// Makes what a guest gets who joins.
#[inline(never)]
fn guard_full_state(store: &mut Store) {
    black_box(store.full());
}

/// Makes what a guest gets who comes back and knows a fifth.
#[inline(never)]
fn guard_diff(store: &mut Store, known: &[u8]) -> Outcome {
    black_box(store.diff(known)?);
    Ok(())
}

/// Takes what a guest brings back: all of it is known.
#[inline(never)]
fn guard_rejoin(store: &mut Store, full: &[u8]) -> Outcome {
    black_box(store.apply(AUTHOR, full)?);
    Ok(())
}

/// Deletes here and there.
#[inline(never)]
fn guard_delete_ranges(store: &mut Store, deletions: &[Vec<u8>]) -> Outcome {
    for update in deletions {
        black_box(store.apply(AUTHOR, update)?);
        black_box(store.take_delta());
    }
    Ok(())
}

/// The client id of an encoded state vector with one entry.
fn only_client(state_vector: &[u8]) -> Option<u64> {
    let mut reader = Reader::new(state_vector);
    (reader.uint().ok()? == 1).then(|| reader.uint().ok()).flatten()
}

/// An update that only deletes a range; a step that shares no factor with the paper's length spreads
/// them over all of it.
fn deletion(client: u64, n: u32) -> Vec<u8> {
    const STEP: u32 = 7_919;
    const LETTERS: u32 = 180_000;
    let mut update = vec![0, 1];
    put_uint(&mut update, client);
    update.push(1);
    put_uint(&mut update, u64::from(n * STEP % LETTERS));
    put_uint(&mut update, u64::from(DELETED));
    update
}
