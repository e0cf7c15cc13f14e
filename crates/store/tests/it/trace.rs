//! A real paper, typed keystroke by keystroke: the same text as in yjs, and a small state.

use crate::support::oracle::{HISTORY, Oracle, frames, live, paper};
use fadepad_store::DocLimits;
use fadepad_store::Store;

/// What the full state may take; yjs takes 311,038 bytes.
const MOST_BYTES: usize = 280_000;

#[test]
fn a_paper_typed_one_key_at_a_time_is_the_paper_that_yjs_has() {
    let bytes = paper();
    let updates = frames(&bytes);
    let mut store = Store::new(DocLimits::default());
    let mut listener = Store::new(DocLimits::default());
    for (number, update) in updates.iter().enumerate() {
        let taken = store.apply(live(1), update).expect("a keystroke is honest");
        assert!(taken.changed() && !taken.held, "keystroke {number}");
        if number % 50 == 0
            && let Some(delta) = store.take_delta()
        {
            assert!(!listener.apply(HISTORY, &delta).expect("a delta is fit").held);
        }
    }
    let delta = store.take_delta().expect("the last keystrokes");
    listener.apply(HISTORY, &delta).expect("a delta is fit");
    let full = store.full();
    assert_eq!(listener.full(), full, "who took the deltas has the same");
    assert!(full.len() <= MOST_BYTES, "{} bytes", full.len());
    assert!(store.stats().bytes.abs_diff(full.len()) < full.len() / 20, "{:?}", store.stats());

    let mut oracle = Oracle::start();
    let merged = oracle.ask(r#"["text"]"#, &updates).expect("yjs takes the trace");
    let ours = oracle.ask(r#"["text"]"#, &[&full]).expect("yjs takes the state");
    assert_eq!(ours[0], merged[0], "the text");
    assert_eq!(ours[1], merged[1], "yjs makes the same document of both");
    assert!(full.len() < merged[1].len(), "smaller than the encoding of yjs");
    let mut copy = Store::new(DocLimits::default());
    copy.apply(HISTORY, &merged[1]).expect("what yjs encodes is taken");
    assert_eq!(copy.full(), full);
    assert_eq!(copy.stats(), store.stats(), "the books were kept");
}
