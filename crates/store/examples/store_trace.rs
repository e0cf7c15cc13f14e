//! Feeds an editing trace to the document store one update at a time and prints the CPU it took.
//!
//! `cargo run --release -p fadepad-store --example store_trace [FILE]`

#![expect(clippy::print_stdout, reason = "it reports to whoever runs it")]

use std::error::Error;
use std::fs::File;
use std::io::Read;
use std::time::{Duration, Instant};

use fadepad_store::{Author, DocLimits, SeatId, Store};

/// Repeats, of which the median counts.
const ROUNDS: usize = 9;

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "tests/data/traces/automerge-paper.yupd.gz".into());
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(File::open(path)?).read_to_end(&mut bytes)?;
    let updates = frames(&bytes);
    let author = Author { seat: SeatId(1), live: true };
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let mut store = Store::new(DocLimits::default());
        let (start, clock) = (cpu_time(), Instant::now());
        for update in &updates {
            store.apply(author, update)?;
        }
        times.push(cpu_time().zip(start).map_or(clock.elapsed(), |(end, start)| end - start));
        if round == 0 {
            let stats = store.stats();
            println!(
                "{} updates, {} bytes (estimated {}), {} structs",
                updates.len(),
                store.full().len(),
                stats.bytes,
                stats.structs
            );
        }
    }
    times.sort_unstable();
    let median = times[ROUNDS / 2];
    println!(
        "{:.1} ms, {} ns an update",
        median.as_secs_f64() * 1e3,
        median.as_nanos() as usize / updates.len()
    );
    Ok(())
}

/// The time that this thread was on a CPU (Linux).
fn cpu_time() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    stat.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// Splits (lib0 varint length, bytes) pairs.
fn frames(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let (mut len, mut shift) = (0, 0);
        while let Some((first, rest)) = bytes.split_first() {
            bytes = rest;
            len |= usize::from(first & 0x7f) << shift;
            shift += 7;
            if *first < 0x80 {
                break;
            }
        }
        let (frame, rest) = bytes.split_at(len);
        all.push(frame);
        bytes = rest;
    }
    all
}
