//! `cargo xtask bench`: builds the binary and the bench in the release profile, then measures.

use crate::run::{Outcome, cargo, release_binary, run};

/// Runs the named measurements, or all of them.
pub(crate) fn bench(names: &[&str]) -> Outcome {
    let ours = ["--package", "fadepad", "--bins", "--example", "unwiped"];
    for what in [&ours[..], &["--package", "bench"]] {
        run(cargo(&["build", "--release", "--locked"]).args(what))?;
    }
    let bench = ["run", "--release", "--locked", "--quiet", "--package", "bench", "--"];
    run(cargo(&bench).args(names).env("FADEPAD_BIN", release_binary()))
}
