//! What a single case asserts: an update is taken, malformed or unfit.

use std::sync::{LazyLock, Mutex, PoisonError};

use fadepad_store::DocLimits;
use fadepad_store::{Applied, Refused, Store, Unfit};

use super::oracle::{HISTORY, Oracle};
use super::update::Place;

pub const ROOT: Place = Place::Root("text", None);
pub const KEY: Place = Place::Root("map", Some("k"));
/// The empty page that every pad of Fadepad starts from.
pub const SEED: &[u8] = include_bytes!("../../../../../tests/data/seed.bin");
pub const NULL: &[u8] = &[126];

pub fn store() -> Store {
    Store::new(DocLimits::default())
}

pub fn apply(store: &mut Store, update: &[u8]) -> Result<Applied, Refused> {
    store.apply(HISTORY, update)
}

/// A store that took these updates, all of which must be fit.
pub fn store_with(updates: &[Vec<u8>]) -> Store {
    let mut store = store();
    for update in updates {
        let taken = apply(&mut store, update).expect("it is fit");
        assert!(!taken.held, "nothing is missing");
    }
    store
}

pub fn is_malformed(update: &[u8]) {
    let known = |refused| match refused {
        Refused::Malformed(_) => true,
        Refused::Unfit(unfit) => !matches!(unfit, Unfit::Content | Unfit::Depth),
        _ => false,
    };
    is_refused(update, known);
}

/// Somebody may honestly write it, but not every reader could show it.
pub fn is_not_kept(update: &[u8]) {
    let known = |refused| {
        matches!(refused, Refused::NotKept(_) | Refused::Unfit(Unfit::Content | Unfit::Depth))
    };
    is_refused(update, known);
}

pub fn is_too_large(update: &[u8]) {
    is_refused(update, |refused| {
        matches!(refused, Refused::TooLarge { .. } | Refused::Share { .. })
    });
}

fn is_refused(update: &[u8], known: fn(Refused) -> bool) {
    let mut store = store();
    let refused = apply(&mut store, update);
    assert!(refused.is_err_and(known), "{refused:?} for {update:x?}");
    assert_eq!(store.full()[..], [0, 0], "all or nothing");
}

pub fn is_unfit(store: &mut Store, update: &[u8], why: Unfit) {
    let before = store.full();
    assert_eq!(apply(store, update), Err(Refused::Unfit(why)));
    assert_eq!(store.full(), before, "what is unfit leaves nothing behind");
}

/// Takes it and shows that yjs and the store agree on the result.
pub fn is_taken(updates: &[Vec<u8>]) -> Store {
    let mut store = store_with(updates);
    joins(&mut store);
    store
}

/// A yjs document that joins from the store neither throws nor waits, and has its state vector.
pub fn joins(store: &mut Store) {
    static ORACLE: LazyLock<Mutex<Oracle>> = LazyLock::new(|| Mutex::new(Oracle::start()));
    let mut oracle = ORACLE.lock().unwrap_or_else(PoisonError::into_inner);
    oracle.ask(r#"["join"]"#, &[&store.full(), &store.state_vector()]).expect("a joiner is fine");
}
