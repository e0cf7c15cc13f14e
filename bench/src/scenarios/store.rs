//! The document store under the real trace, with yrs beside it.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use fadepad_store::{Author, DocLimits, SeatId, Store};
use yrs::{Doc, GetString, ReadTxn, StateVector, Transact, Update, updates::decoder::Decode};

use crate::{
    measure::{Bar, Bench, Found, Measure, median},
    process::own_cpu,
    servers::FADEPAD,
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

/// The case in the table.
const CASE: &str = "the paper";

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    let trace = Trace::load()?;
    let mut add = |metric: &str, value: f64| found.add(CASE, metric, FADEPAD, value);
    for _ in 0..bench.pick(7, 1) {
        let (ours, mut store) = through_store(&trace, false)?;
        let (theirs, doc) = through_yrs(&trace)?;
        add("CPU, s", ours.as_secs_f64());
        let with_deltas = through_store(&trace, true)?.0;
        add("CPU with a delta encoded after every key, s", with_deltas.as_secs_f64());
        add("CPU of yrs, s", theirs.as_secs_f64());
        add("times ours", theirs.as_secs_f64() / ours.as_secs_f64());
        let before = own_cpu();
        let state = store.full();
        add("CPU of encoding it, ms", (own_cpu() - before).as_secs_f64() * 1e3);
        ensure!(text_of(&state)? == text(&doc), "the store does not hold the text");
        let yrs_state = doc.transact().encode_state_as_update_v1(&StateVector::default());
        add("bytes encoded", state.len() as f64);
        add("bytes encoded by yrs", yrs_state.len() as f64);
    }
    found.bar(CASE, "CPU, s", Bar::AtMost(0.08));
    found.bar(CASE, "bytes encoded", Bar::AtMost(280_000.0));
    Ok(())
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

/// How fast this machine is: the CPU seconds of yrs for the trace, by which figures of seconds from
/// unlike machines, and bars that were set on another, can be told apart.
pub(crate) fn pace() -> Result<f64> {
    let trace = Trace::load()?;
    let runs = (0..3).map(|_| Ok(through_yrs(&trace)?.0.as_secs_f64()));
    Ok(median(&runs.collect::<Result<Vec<_>>>()?))
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
