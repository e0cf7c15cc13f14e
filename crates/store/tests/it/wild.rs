//! Hostile histories that know the rules: whatever the store took of them is harmless to yjs.
//! Longer: `FADEPAD_ROUNDS=20000`, other seeds: `FADEPAD_SEED`.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::support::oracle::{HISTORY, Oracle, for_seeds, rounds};
use crate::support::wild::Wild;
use fadepad_store::DocLimits;
use fadepad_store::{Refused, Store};
use yrs::updates::decoder::Decode;

/// How much of the wild updates came through: a test that refuses all shows nothing.
#[derive(Default)]
struct Tally {
    taken: AtomicUsize,
    malformed: AtomicUsize,
    unfit: AtomicUsize,
}

fn history(oracle: &mut Oracle, seed: u64, tally: &Tally) -> Result<(), String> {
    oracle.ask(r#"["watch"]"#, &[])?;
    let mut wild = Wild::new(seed);
    let mut store = Store::new(DocLimits::default());
    for number in 0..4 + seed % 40 {
        let update = wild.update(&store);
        let counter = match store.apply(HISTORY, &update) {
            Ok(_) => &tally.taken,
            Err(Refused::Malformed(_)) => &tally.malformed,
            Err(_) => &tally.unfit,
        };
        counter.fetch_add(1, Ordering::Relaxed);
        if number % 3 == 0
            && let Some(delta) = store.take_delta()
        {
            oracle.ask(r#"["delta"]"#, &[&delta])?;
        }
    }
    if let Some(delta) = store.take_delta() {
        oracle.ask(r#"["delta"]"#, &[&delta])?;
    }
    let full = store.full();
    oracle.ask(r#"["join"]"#, &[&full, &store.state_vector()])?;
    oracle.ask(r#"["feed"]"#, &[&full])?;
    oracle
        .ask(r#"["peersAlike"]"#, &[])
        .map_err(|why| format!("a listener has other units than a joiner: {why}"))?;
    yrs::Update::decode_v1(&full).map_err(|why| format!("yrs cannot read the state: {why}"))?;
    check_copy(&mut store)?;
    check_estimate(&store, full.len())
}

/// A second store that loads the state takes all of it and is the same.
fn check_copy(store: &mut Store) -> Result<(), String> {
    let full = store.full();
    let mut copy = Store::new(DocLimits::default());
    let taken = copy
        .apply(HISTORY, &full)
        .map_err(|why| format!("a second store refuses the state: {why}"))?;
    if taken.held || copy.state_vector() != store.state_vector() {
        return Err("a second store does not take all of the state".into());
    }
    let (copied, stats) = (copy.stats(), store.stats());
    if (copied.bytes, copied.structs) != (stats.bytes, stats.structs) {
        return Err(format!("the books are wrong: {stats:?}, a second store has {copied:?}"));
    }
    if copy.full() == full { Ok(()) } else { Err("a second store has another document".into()) }
}

fn check_estimate(store: &Store, len: usize) -> Result<(), String> {
    let stats = store.stats();
    if stats.bytes.abs_diff(len) > len / 4 + 64 {
        return Err(format!("estimated {} bytes, encoded {len}", stats.bytes));
    }
    Ok(())
}

#[test]
fn what_the_store_takes_of_hostile_histories_harms_no_joiner_and_no_listener() {
    let tally = Tally::default();
    for_seeds(rounds(6_000), |oracle, seed| history(oracle, seed, &tally));
    let [taken, malformed, unfit] =
        [&tally.taken, &tally.malformed, &tally.unfit].map(|count| count.load(Ordering::Relaxed));
    // Both are tried: of what is refused all is taken that does not follow it, and what comes next meets more.
    assert!(
        taken > malformed && taken > unfit / 2,
        "{taken} taken, {malformed} malformed, {unfit} unfit"
    );
    assert!(unfit > 0 && malformed > 0);
}
