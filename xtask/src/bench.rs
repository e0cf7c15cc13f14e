//! `cargo xtask bench`: builds the binary and the bench in the release profile, then measures.

use crate::run::{Outcome, cargo, release_binary, run, target};

/// Passes its words on to the bench: names of measurements, and flags.
pub(crate) fn bench(words: &[&str]) -> Outcome {
    let ours = ["--package", "fadepad", "--bins", "--example", "unwiped"];
    for what in [&ours[..], &["--package", "bench"]] {
        run(cargo(&["build", "--release", "--locked"]).args(what))?;
    }
    let bench = ["run", "--release", "--locked", "--quiet", "--package", "bench", "--"];
    let peers = target().join("peers");
    run(cargo(&bench).args(words).env("FADEPAD_BIN", release_binary()).env("FADEPAD_PEERS", peers))
}
