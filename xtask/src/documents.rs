//! `cargo xtask documents`: the child that reads pads, against generated documents: more of them than a test run has time for.

use std::env;

use crate::{
    run::{Outcome, cargo, run},
    setup,
};

/// Documents where nothing else is said.
const MANY: &str = "100000";

/// Has so many documents read or refused, each by one of the exports; `SEED` repeats a run.
pub(crate) fn documents(words: &[&str]) -> Outcome {
    let count = match words {
        [] => MANY,
        [count] if count.parse::<u64>().is_ok() => count,
        [other, ..] => return Err(format!("`{other}` is no number of documents.")),
    };
    setup::nextest()?;
    let test = "rendered::generated_documents_are_read_or_refused";
    let mut nextest =
        cargo(&["nextest", "run", "--release", "-p", "fadepad", "--test", "it", test]);
    // Usually a test that takes so long is ended.
    nextest.args(["--no-capture"]).env("FADEPAD_DOCUMENTS", count);
    if let Ok(seed) = env::var("SEED") {
        nextest.env("SEED", seed);
    }
    run(&mut nextest)
}
