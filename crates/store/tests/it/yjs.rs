//! The document store against real yjs: whatever honest people do, a document loaded from the store
//! equals one that took their updates. Longer: `FADEPAD_ROUNDS=5000`, other seeds: `FADEPAD_SEED`.

use crate::support::oracle::{HISTORY, Oracle, for_seeds, live, rounds};
use bytes::Bytes;
use fadepad_store::DocLimits;
use fadepad_store::{Author, SeatId, Store};
use yrs::updates::decoder::Decode;
use yrs::{ReadTxn, Transact};

/// How the updates of a history arrive.
const DELIVERIES: [&str; 6] = ["order", "causal", "shuffled", "repeated", "merged", "states"];

/// What the oracle hands out of a history: authors and updates.
fn deliver(oracle: &mut Oracle, way: &str, seed: u64) -> Result<Vec<(i64, Vec<u8>)>, String> {
    let mut parts = oracle.ask(&format!(r#"["deliver","{way}",{seed}]"#), &[])?;
    let authors = String::from_utf8(parts.remove(0)).map_err(|error| error.to_string())?;
    let authors = authors.split_whitespace().map(|author| author.parse().unwrap_or(-1));
    Ok(authors.zip(parts).collect())
}

fn history(oracle: &mut Oracle, seed: u64, dense: bool) -> Result<(), String> {
    oracle.ask(&format!(r#"["history",{seed},{{"dense":{dense}}}]"#), &[]).map(drop)
}

fn take(store: &mut Store, author: Author, update: &[u8]) -> Result<bool, String> {
    match store.apply(author, update) {
        Ok(taken) => Ok(taken.held),
        Err(refused) => Err(format!("an honest update was refused: {refused}")),
    }
}

fn feed(oracle: &mut Oracle, updates: &[(i64, Vec<u8>)]) -> Result<(), String> {
    let updates: Vec<&[u8]> = updates.iter().map(|entry| &entry.1[..]).collect();
    oracle.ask(r#"["feed"]"#, &updates).map(drop)
}

fn equal(oracle: &mut Oracle, full: &Bytes) -> Result<(), String> {
    oracle.ask(r#"["equal"]"#, &[full]).map(drop)
}

/// Feeds a history and compares in the middle (where nothing waits) and at the end.
fn compare(oracle: &mut Oracle, way: &str, seed: u64) -> Result<Store, String> {
    let updates = deliver(oracle, way, seed)?;
    let mut store = Store::new(DocLimits::default());
    let in_order = matches!(way, "order" | "causal");
    for (part, chunk) in updates.chunks(updates.len().div_ceil(3).max(1)).enumerate() {
        for (author, update) in chunk {
            let author = if way == "order" { live(*author as u64) } else { HISTORY };
            let held = take(&mut store, author, update)?;
            if held && in_order {
                return Err(format!("{way}: an update was held though nothing was missing"));
            }
        }
        if in_order || way == "states" {
            feed(oracle, chunk)?;
        }
        if in_order {
            equal(oracle, &store.full()).map_err(|why| format!("{way}, part {part}: {why}"))?;
        }
    }
    let last = if way == "states" { r#"["settle"]"# } else { r#"["feedAll"]"# };
    oracle.ask(last, &[])?;
    equal(oracle, &store.full()).map_err(|why| format!("{way}: {why}"))?;
    if store.stats().held > 0 {
        return Err(format!("{way}: {} parts still wait", store.stats().held));
    }
    let mut copy = Store::new(DocLimits::default());
    take(&mut copy, HISTORY, &store.full())?;
    let sizes = [&store, &copy].map(|store| (store.stats().bytes, store.stats().structs));
    if sizes[0] != sizes[1] {
        return Err(format!("{way}: the books are wrong, {sizes:?}"));
    }
    Ok(store)
}

#[test]
fn any_delivery_of_any_history_gives_the_document_that_yjs_has() {
    for_seeds(rounds(300), |oracle, seed| {
        history(oracle, seed, false)?;
        for way in DELIVERIES {
            compare(oracle, way, seed)?;
        }
        Ok(())
    });
}

#[test]
fn who_is_asked_again_brings_what_they_had_deleted_before_others_brought_it() {
    for_seeds(rounds(60), |oracle, seed| {
        history(oracle, seed, false)?;
        let updates = deliver(oracle, "shuffled", seed)?;
        let mut store = Store::new(DocLimits::default());
        let by = |seat| Author { seat, live: false };
        // Each update by another connection than the one that wrote it, as after a restart.
        let mut asked = store.missing();
        for (at, (_, update)) in updates.iter().enumerate() {
            take(&mut store, by(SeatId(at as u64 % 5)), update)?;
            asked.extend(store.missing());
        }
        oracle.ask(r#"["feedAll"]"#, &[])?;
        let whole = oracle.ask(r#"["encode"]"#, &[])?.remove(0);
        for seat in asked {
            take(&mut store, by(seat), &whole)?;
        }
        if !store.missing().is_empty() {
            return Err("asked for ever".into());
        }
        equal(oracle, &store.full())
    });
}

#[test]
fn dense_concurrent_typing_gives_the_document_that_yjs_has() {
    for_seeds(rounds(150), |oracle, seed| {
        history(oracle, seed, true)?;
        for way in ["causal", "shuffled"] {
            compare(oracle, way, seed)?;
        }
        Ok(())
    });
}

#[test]
fn diffs_complete_any_peer_exactly() {
    for_seeds(rounds(100), |oracle, seed| {
        history(oracle, seed, seed % 3 == 0)?;
        let mut store = compare(oracle, "causal", seed)?;
        for pairs in [false, true] {
            let vectors = oracle.ask(&format!(r#"["vectors",{seed},4,{pairs}]"#), &[])?;
            let answers: Vec<Bytes> = vectors
                .iter()
                .map(|vector| store.diff(vector).map_err(|why| why.to_string()))
                .collect::<Result<_, _>>()?;
            let answers: Vec<&[u8]> = answers.iter().map(|answer| &answer[..]).collect();
            oracle.ask(r#"["complete"]"#, &answers)?;
        }
        Ok(())
    });
}

#[test]
fn deltas_keep_listening_peers_equal() {
    for_seeds(rounds(100), |oracle, seed| {
        history(oracle, seed, seed % 3 == 0)?;
        let way = ["order", "causal", "shuffled"][(seed % 3) as usize];
        let updates = deliver(oracle, way, seed)?;
        let mut random = fastrand::Rng::with_seed(seed);
        let mut store = Store::new(DocLimits::default());
        let mut fed = 0;
        for at in 0..updates.len() {
            take(&mut store, HISTORY, &updates[at].1)?;
            if random.u8(..) < 60 {
                if let Some(delta) = store.take_delta() {
                    oracle.ask(r#"["delta"]"#, &[&delta])?;
                }
                if random.u8(..) < 20 {
                    let full = store.full();
                    oracle.ask(r#"["listen"]"#, &[&full])?;
                }
                if way != "shuffled" && random.u8(..) < 40 {
                    feed(oracle, &updates[fed..=at])?;
                    fed = at + 1;
                    oracle.ask(r#"["peersEqual"]"#, &[])?;
                }
            }
        }
        oracle.ask(r#"["feedAll"]"#, &[])?;
        if let Some(delta) = store.take_delta() {
            oracle.ask(r#"["delta"]"#, &[&delta])?;
        }
        if store.take_delta().is_some() {
            return Err("a delta came twice".into());
        }
        oracle.ask(r#"["peersEqual"]"#, &[])?;
        equal(oracle, &store.full())
    });
}

#[test]
fn taking_an_update_twice_changes_nothing() {
    for_seeds(rounds(30), |oracle, seed| {
        history(oracle, seed, false)?;
        let updates = deliver(oracle, "causal", seed)?;
        let mut store = compare(oracle, "causal", seed)?;
        store.take_delta();
        let before = store.full();
        for (_, update) in &updates {
            let taken = store.apply(HISTORY, update).map_err(|why| why.to_string())?;
            if taken.changed() || taken.held || store.take_delta().is_some() {
                return Err("a repeated update changed something".into());
            }
        }
        if store.full() == before { Ok(()) } else { Err("the state changed".into()) }
    });
}

#[test]
fn two_stores_that_exchange_diffs_become_the_same() {
    for_seeds(rounds(60), |oracle, seed| {
        history(oracle, seed, false)?;
        let updates = deliver(oracle, "shuffled", seed)?;
        let mut stores = [Store::new(DocLimits::default()), Store::new(DocLimits::default())];
        for (at, (_, update)) in updates.iter().enumerate() {
            take(&mut stores[at % 2], HISTORY, update)?;
        }
        oracle.ask(r#"["feedAll"]"#, &[])?;
        loop {
            let vectors = [stores[0].state_vector(), stores[1].state_vector()];
            let mut changed = false;
            for (to, from) in [(0, 1), (1, 0)] {
                let answer = stores[from].diff(&vectors[to]).map_err(|why| why.to_string())?;
                changed |=
                    stores[to].apply(HISTORY, &answer).map_err(|why| why.to_string())?.changed();
            }
            if !changed {
                break;
            }
        }
        let [mut one, mut other] = stores;
        if one.full() != other.full() {
            return Err("the stores differ".into());
        }
        equal(oracle, &one.full())
    });
}

#[test]
fn yrs_loads_what_the_store_gives_and_has_the_same_document() {
    for_seeds(rounds(60), |oracle, seed| {
        oracle.ask(
            &format!(r#"["history",{seed},{{"dense":{},"plain":true}}]"#, seed % 3 == 0),
            &[],
        )?;
        let mut store = compare(oracle, "causal", seed)?;
        let update = yrs::Update::decode_v1(&store.full())
            .map_err(|why| format!("yrs cannot read it: {why}"))?;
        let doc = yrs::Doc::with_options(yrs::Options { skip_gc: true, ..yrs::Options::default() });
        doc.transact_mut()
            .apply_update(update)
            .map_err(|why| format!("yrs cannot take it: {why}"))?;
        let txn = doc.transact();
        if txn.has_missing_updates() {
            return Err("yrs waits for something".into());
        }
        let again = txn.encode_state_as_update_v1(&yrs::StateVector::default());
        equal(oracle, &Bytes::from(again)).map_err(|why| format!("through yrs: {why}"))
    });
}

#[test]
fn the_estimated_size_is_near_the_encoded_size_and_near_that_of_yjs() {
    let sizes = std::sync::Mutex::new((0, 0, 0));
    for_seeds(rounds(40), |oracle, seed| {
        history(oracle, seed, seed % 2 == 0)?;
        let mut store = compare(oracle, "causal", seed)?;
        let yjs = oracle.ask(r#"["encode"]"#, &[])?.remove(0);
        let mut sizes = sizes.lock().map_err(|why| why.to_string())?;
        *sizes = (sizes.0 + store.stats().bytes, sizes.1 + store.full().len(), sizes.2 + yjs.len());
        Ok(())
    });
    let (estimated, encoded, yjs) = sizes.into_inner().expect("no round panicked");
    assert!(estimated.abs_diff(encoded) * 10 < encoded, "estimated {estimated}, encoded {encoded}");
    assert!(encoded <= yjs + yjs / 50, "the store takes {encoded} bytes, yjs {yjs}");
}
