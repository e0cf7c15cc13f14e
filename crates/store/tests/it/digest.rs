//! The digest by which replicas find out that they differ, against yrs.

use std::panic::{AssertUnwindSafe, catch_unwind};

use fadepad_store::{DocLimits, Store};
use yrs::updates::decoder::Decode as _;
use yrs::{Doc, ReadTxn as _, Snapshot, Transact as _, Update};

use crate::support::cases::{ROOT, apply, store_with};
use crate::support::oracle::{HISTORY, Oracle, for_seeds, rounds};
use crate::support::update::{deletion, one, string};

/// The updates of the oracle's history, as they come in this way.
fn deliver(oracle: &mut Oracle, way: &str, seed: u64) -> Result<Vec<Vec<u8>>, String> {
    let mut parts = oracle.ask(&format!(r#"["deliver","{way}",{seed}]"#), &[])?;
    parts.remove(0);
    Ok(parts)
}

fn snapshot(doc: &Doc) -> Snapshot {
    doc.transact().snapshot()
}

#[test]
fn replicas_with_the_same_history_have_one_digest_however_it_came() {
    for_seeds(rounds(60), |oracle, seed| {
        oracle.ask(&format!(r#"["history",{seed},{{"dense":{}}}]"#, seed % 2 == 0), &[])?;
        let mut known = None;
        for way in ["order", "shuffled", "repeated", "merged"] {
            let mut store = Store::new(DocLimits::default());
            for update in deliver(oracle, way, seed)? {
                store.apply(HISTORY, &update).map_err(|refused| refused.to_string())?;
            }
            let digest = store.digest();
            if *known.get_or_insert(digest) != digest {
                return Err(format!("{way}: {digest:?}, and {known:?} before"));
            }
        }
        Ok(())
    });
}

#[test]
fn replicas_that_yrs_tells_apart_have_two_digests() {
    for_seeds(rounds(60), |oracle, seed| {
        oracle.ask(&format!(r#"["history",{seed},{{"dense":false}}]"#), &[])?;
        let (mut store, doc) = (Store::new(DocLimits::default()), Doc::new());
        let mut seen = vec![(store.digest(), snapshot(&doc))];
        for update in deliver(oracle, "causal", seed)? {
            store.apply(HISTORY, &update).map_err(|refused| refused.to_string())?;
            let read = Update::decode_v1(&update).map_err(|error| error.to_string())?;
            // yrs panics in a few histories that yjs takes: up to there it is asked.
            let taken = catch_unwind(AssertUnwindSafe(|| doc.transact_mut().apply_update(read)));
            let Ok(taken) = taken else { return Ok(()) };
            taken.map_err(|error| error.to_string())?;
            let (digest, now) = (store.digest(), snapshot(&doc));
            if let Some(at) = seen.iter().position(|one| one.0 == digest && one.1 != now) {
                return Err(format!("what differs from step {at} has its digest"));
            }
            seen.push((digest, now));
        }
        Ok(())
    });
}

#[test]
fn a_deletion_that_no_state_vector_shows_changes_the_digest() {
    let mut store = store_with(&[one(7, 0, vec![string(&ROOT, "hello")])]);
    let (vector, before) = (store.state_vector(), store.digest());
    assert_eq!(store.digest(), before, "asked twice");
    apply(&mut store, &deletion(7, &[(1, 2)])).unwrap();
    assert_eq!(store.state_vector(), vector);
    let after = store.digest();
    assert_ne!(after, before);
    apply(&mut store, &deletion(7, &[(1, 2)])).unwrap();
    assert_eq!(store.digest(), after, "what changes nothing changes no digest");
}
