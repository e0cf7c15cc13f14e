//! `cargo xtask fuzz`: every target of fuzz/ in turn.

use std::fs;

use crate::{
    run::{Outcome, cargo, root, run, target},
    setup,
};

/// Runs each fuzz target for so many seconds; a finding is left in fuzz/artifacts. What was learnt
/// is kept in the target folder and goes on from there the next time.
pub(crate) fn fuzz(seconds: &str) -> Outcome {
    seconds.parse::<u32>().map_err(|_| format!("`{seconds}` is no number of seconds."))?;
    setup::fuzz()?;
    let limit = format!("-max_total_time={seconds}");
    for name in targets()? {
        let corpus = target().join("fuzz-corpus").join(&name);
        fs::create_dir_all(&corpus).map_err(|e| format!("{}: {e}", corpus.display()))?;
        // No sanitizer: what is fuzzed has no `unsafe` in which one could find something.
        let mut command = cargo(&["fuzz", "run", "--sanitizer", "none", &name]);
        command.arg(corpus).arg(format!("fuzz/seeds/{name}")).args(["--", &limit]);
        // libFuzzer's instrumentation is unstable; this lets the pinned stable compiler do it.
        run(command.env("RUSTC_BOOTSTRAP", "1"))?;
    }
    Ok(())
}

/// The names in fuzz/fuzz_targets, in order.
fn targets() -> Result<Vec<String>, String> {
    let folder = root().join("fuzz/fuzz_targets");
    let entries = fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let names = entries.filter_map(|entry| {
        let name = entry.ok()?.file_name().into_string().ok()?;
        name.strip_suffix(".rs").map(str::to_owned)
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    Ok(names)
}
