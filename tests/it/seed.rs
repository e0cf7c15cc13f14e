//! The first update of every life: the empty page that pages, clients and the server agree on.

use fadepad::base::ids::Epoch;
use fadepad::room::core::seed::{seed, seed_client};
use fadepad_store::{DocLimits, Store};

use crate::store::cases::SEED;
use crate::store::oracle::{HISTORY, Oracle, live};

#[test]
fn the_seed_of_every_life_is_what_yjs_makes_and_is_taken() {
    let mut oracle = Oracle::start();
    for epoch in [0, 1, 0x7f, 0x3fff, 0xf_ffff, 0x10_0000, 0xb5fb_3a39_3189_1af4, u64::MAX] {
        let epoch = Epoch(epoch);
        let made = oracle.ask(&format!(r#"["seed","{epoch}"]"#), &[]).expect("yjs makes it");
        let seed = seed(epoch);
        assert_eq!(made[0], seed, "{epoch}: regenerate src/room/core/seed.rs");
        let mut store = Store::new(DocLimits::default());
        assert!(store.apply(HISTORY, &seed).expect("it is taken").structs);
        assert!(!store.apply(live(2), &seed).expect("it is taken again").changed());
        let shown = oracle.ask(r#"["seedShown"]"#, &[&store.full()]).expect("yjs shows it");
        assert!(
            String::from_utf8_lossy(&shown[0])
                .starts_with(r#"<blockgroup><blockcontainer id="initialBlockId"><paragraph"#)
        );
    }
}

/// Programs count their clients from one, or take a random number.
#[test]
fn the_seed_is_of_a_client_that_nobody_else_is() {
    for epoch in [0, 1, u64::MAX] {
        let client = seed_client(Epoch(epoch));
        assert!((1 << 20..1 << 21).contains(&client), "{client}");
    }
    assert_ne!(seed_client(Epoch(1)), seed_client(Epoch(2)));
}

#[test]
fn the_stores_own_tests_start_from_the_same() {
    assert_eq!(seed(Epoch(0)), SEED);
}
