//! The document store under the real trace, with yrs beside it.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use fadepad::{
    base::{ids::SeatId, limits::DocLimits},
    doc::{Author, Store},
};
use yrs::{Doc, GetString, ReadTxn, StateVector, Transact, Update, updates::decoder::Decode};

use crate::{
    process::own_cpu,
    report::{Measure, Row, grouped, median, millis, seconds},
    trace::Trace,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "store",
    title: "the trace through reader and store",
    how: "259,778 keystrokes of a real paper, one update each, with all checks, in this process; yrs \
          decodes and applies the same updates, a transaction each, in the same run. In the end both \
          hold the same text.",
    run,
};

/// Rounds of each kind.
const ROUNDS: usize = 7;

fn run() -> Result<Vec<Row>> {
    let trace = Trace::load()?;
    let mut ours = Vec::new();
    let mut with_deltas = Vec::new();
    let mut theirs = Vec::new();
    let mut encodings = Vec::new();
    for _ in 0..ROUNDS {
        let (spent, mut store) = through_store(&trace, false)?;
        ours.push(spent);
        with_deltas.push(through_store(&trace, true)?.0);
        let (spent, doc) = through_yrs(&trace)?;
        theirs.push(spent);
        let before = own_cpu();
        let state = store.full();
        encodings.push(own_cpu() - before);
        ensure!(text_of(&state)? == text(&doc), "the store does not hold the text");
    }
    let (ours, theirs) = (median(ours)?, median(theirs)?);
    let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
    let (_, mut store) = through_store(&trace, false)?;
    let (_, doc) = through_yrs(&trace)?;
    let yrs_state = doc.transact().encode_state_as_update_v1(&StateVector::default());
    Ok(vec![
        Row::new("CPU", seconds(ours), "0.08 s"),
        Row::new("CPU with a delta encoded after every key", seconds(median(with_deltas)?), ""),
        Row::new("CPU of yrs", format!("{}: {ratio:.1} times ours", seconds(theirs)), ""),
        Row::new("encoded state", bytes(store.full().len()), "280 KB"),
        Row::new("encoded state of yrs", bytes(yrs_state.len()), ""),
        Row::new("CPU of encoding it", millis(median(encodings)?), ""),
    ])
}

fn bytes(len: usize) -> String {
    format!("{} B", grouped(len as u64))
}

/// Takes every update, one by one, with or without making the frame of each.
fn through_store(trace: &Trace, deltas: bool) -> Result<(Duration, Store)> {
    let author = Author { seat: SeatId(1), live: true };
    let before = own_cpu();
    let mut store = Store::new(DocLimits::default());
    for update in trace.updates() {
        let taken = store.apply(author, update)?;
        debug_assert!(taken.changed());
        if deltas {
            store.take_delta().context("every key is news")?;
        }
    }
    let spent = own_cpu() - before;
    ensure!(store.stats().held == 0, "something was held back");
    Ok((spent, store))
}

fn through_yrs(trace: &Trace) -> Result<(Duration, Doc)> {
    let before = own_cpu();
    let doc = Doc::new();
    doc.get_or_insert_text("text");
    for update in trace.updates() {
        doc.transact_mut().apply_update(Update::decode_v1(update)?)?;
    }
    Ok((own_cpu() - before, doc))
}

fn text(doc: &Doc) -> String {
    let text = doc.get_or_insert_text("text");
    text.get_string(&doc.transact())
}

fn text_of(state: &[u8]) -> Result<String> {
    let doc = Doc::new();
    doc.transact_mut().apply_update(Update::decode_v1(state)?)?;
    Ok(text(&doc))
}
