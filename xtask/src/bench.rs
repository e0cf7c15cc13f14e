//! `cargo xtask bench`: builds the binary as it is shipped, the bench likewise, then measures.

use std::process::Command;

use crate::{
    dist,
    run::{Outcome, root, run, target},
    setup,
};

/// Measures the editor in Chromium: ours beside y-prosemirror and beside BlockNote alone.
pub(crate) fn page(words: &[&str]) -> Outcome {
    setup::node()?;
    setup::packages()?;
    run(Command::new("node").arg("bench/run.mjs").args(words).current_dir(root().join("ui")))
}

/// Passes its words on to the bench: names of measurements, and flags.
pub(crate) fn bench(words: &[&str]) -> Outcome {
    let ours = ["--package", "fadepad", "--bins", "--example", "unwiped", "--package", "bench"];
    let built = dist::build(&ours)?;
    let mut bench = Command::new(built.join(dist::program("bench")));
    bench.args(words).env("FADEPAD_PEERS", target().join("peers"));
    run(bench.env("FADEPAD_BIN", built.join(dist::program("fadepad"))))
}
