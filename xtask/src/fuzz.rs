//! `cargo xtask fuzz`: the targets of fuzz/, guided by what they reach.

use std::fs;

use crate::{
    run::{Outcome, cargo, root, run, target},
    setup,
};

/// What is otherwise than in a release: asserted is everything, and a finding names its lines.
const RELEASE: [(&str, &str); 3] =
    [("DEBUG_ASSERTIONS", "true"), ("DEBUG", "line-tables-only"), ("STRIP", "none")];

/// Runs each fuzz target, or the one that is named, for so many seconds or cases; a finding is left in
/// fuzz/artifacts. What was learnt is kept in the target folder and goes on from there the next time.
pub(crate) fn fuzz(words: &[&str]) -> Outcome {
    let all = targets()?;
    let (name, limit) = match words {
        [name, rest @ ..] if all.iter().any(|target| target == name) => (Some(*name), rest),
        rest => (None, rest),
    };
    let limit = limit_of(limit)?;
    setup::fuzz()?;
    for name in all.iter().filter(|target| name.is_none_or(|name| *target == name)) {
        let corpus = target().join("fuzz-corpus").join(name);
        fs::create_dir_all(&corpus).map_err(|e| format!("{}: {e}", corpus.display()))?;
        // No sanitizer: what is fuzzed has no `unsafe` in which one could find something.
        let mut command = cargo(&["fuzz", "run", "--sanitizer", "none", name]);
        command.arg(corpus).arg(format!("fuzz/seeds/{name}")).args(["--", &limit]);
        command.envs(RELEASE.map(|(what, value)| (format!("CARGO_PROFILE_RELEASE_{what}"), value)));
        // libFuzzer's instrumentation is unstable; this lets the pinned stable compiler do it.
        run(command.env("RUSTC_BOOTSTRAP", "1"))?;
    }
    Ok(())
}

/// What libFuzzer is told: a minute, where nothing else is said.
fn limit_of(words: &[&str]) -> Result<String, String> {
    let (flag, number, unit) = match words {
        [] => ("-max_total_time", "60", "seconds"),
        [seconds] => ("-max_total_time", *seconds, "seconds, nor a target"),
        ["--runs", runs] => ("-runs", *runs, "cases"),
        [other, ..] => return Err(format!("`{other}`: fuzz takes [TARGET] [SECONDS | --runs N].")),
    };
    number.parse::<u64>().map_err(|_| format!("`{number}` is no number of {unit}."))?;
    Ok(format!("{flag}={number}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_time_or_a_number_of_cases() {
        assert_eq!(limit_of(&[]).unwrap(), "-max_total_time=60");
        assert_eq!(limit_of(&["600"]).unwrap(), "-max_total_time=600");
        assert_eq!(limit_of(&["--runs", "1000000"]).unwrap(), "-runs=1000000");
        assert!(limit_of(&["stroe"]).is_err() && limit_of(&["--runs", "x"]).is_err());
    }

    #[test]
    fn every_target_has_seeds() {
        for name in targets().unwrap() {
            assert!(root().join("fuzz/seeds").join(&name).is_dir(), "{name}");
        }
    }
}
