//! `cargo xtask test guards`: instruction counts of the store's work against committed numbers. Unlike
//! times they do not depend on the machine's mood, so a few per cent are telling.

use std::{collections::BTreeMap, fmt::Write, fs, path::PathBuf, process::Command};

use crate::run::{ALL, Outcome, cargo, root, run, target};

/// The program whose functions `guard_…` are counted.
const EXAMPLE: &str = "store_guards";
/// Per cent by which a count may differ: another partition of the crate into units of code generation
/// moves it by one or two.
const TOLERANCE: f64 = 3.0;

/// Counts by operation.
type Counts = BTreeMap<String, u64>;

/// Counts, and compares with the committed numbers.
pub(crate) fn check() -> (Outcome, Option<String>) {
    let compared = count().and_then(|now| Ok((committed()?, now)));
    let (before, now) = match compared {
        Ok(counts) => counts,
        Err(why) => return (Err(why), None),
    };
    let strays = strays(&before, &now);
    let line = format!("Guards: {} operations within {TOLERANCE} %.", now.len());
    if strays.is_empty() { (Ok(()), Some(line)) } else { (Err(strays.join("\n")), None) }
}

/// Counts, and commits to what was counted.
pub(crate) fn renew() -> Outcome {
    let mut text = String::from(
        "# Instructions of store operations; `cargo xtask bench guards --renew` writes this.\n",
    );
    for (name, count) in count()? {
        let _ = writeln!(text, "{name} {count}");
    }
    let path = file();
    fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))
}

fn file() -> PathBuf {
    root().join("bench/guards.txt")
}

fn committed() -> Result<Counts, String> {
    let path = file();
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let line = |line: &str| {
        let (name, count) = line.split_once(' ')?;
        Some((name.to_owned(), count.parse().ok()?))
    };
    Ok(text.lines().filter(|line| !line.starts_with('#')).filter_map(line).collect())
}

/// Runs the example under callgrind, which collects inside of the guarded functions only.
fn count() -> Result<Counts, String> {
    run(cargo(&["build", "--example", EXAMPLE]).args(ALL))?;
    let out = target().join("guards.callgrind");
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--quiet", "--tool=callgrind", "--collect-atstart=no"]);
    valgrind.args(["--toggle-collect=*guard_*", "--compress-strings=no"]);
    valgrind.arg(format!("--callgrind-out-file={}", out.display()));
    run(valgrind.arg(target().join("release/examples").join(EXAMPLE)).current_dir(root()))?;
    let text = fs::read_to_string(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    Ok(inclusive(&text))
}

/// The cost of each guarded function with all that it calls. A line of numbers below `fn=` is a part
/// of it: its own cost, or, behind `calls=`, that of a call with everything below it.
fn inclusive(callgrind: &str) -> Counts {
    let mut counts = Counts::new();
    let mut current = None;
    for line in callgrind.lines() {
        if let Some(function) = line.strip_prefix("fn=") {
            current = guarded(function);
        } else if let Some(name) = &current
            && line.starts_with(|c: char| c.is_ascii_digit() || "+-*".contains(c))
        {
            let cost = line.split(' ').nth(1).and_then(|cost| cost.parse::<u64>().ok());
            *counts.entry(name.clone()).or_default() += cost.unwrap_or_default();
        }
    }
    counts
}

/// `store_guards::guard_load` → `load`.
fn guarded(function: &str) -> Option<String> {
    let name = function.split_once("guard_")?.1;
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(name.len());
    Some(name[..end].to_owned())
}

/// A sentence for each operation that costs more or less than committed, or is on one side only.
fn strays(before: &Counts, now: &Counts) -> Vec<String> {
    let mut strays = Vec::new();
    for (name, count) in now {
        let Some(was) = before.get(name) else {
            strays.push(format!("{name} is not in bench/guards.txt."));
            continue;
        };
        let change = (*count as f64 / *was as f64 - 1.0) * 100.0;
        println!("{name:<20} {count:>13} instructions, {change:+.2} %");
        if change.abs() > TOLERANCE {
            strays.push(format!("{name} takes {count} instructions, {change:+.1} % of {was}."));
        }
    }
    let gone = before.keys().filter(|name| !now.contains_key(*name));
    strays.extend(gone.map(|name| format!("{name} was not counted.")));
    strays
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_function_calls_counts_as_its_own() {
        let callgrind = "fl=a.rs\nfn=x::guard_load\n12 5\n+1 3\ncfn=y::apply\ncalls=2 40\n13 100\n\n\
                         fn=y::apply\n40 100\ntotals: 108\n";
        assert_eq!(inclusive(callgrind), Counts::from([("load".to_owned(), 108)]));
    }

    #[test]
    fn more_and_less_are_both_told() {
        let counts =
            |load, diff| Counts::from([("load".to_owned(), load), ("diff".to_owned(), diff)]);
        assert!(strays(&counts(1_000, 50), &counts(1_029, 50)).is_empty());
        assert_eq!(strays(&counts(1_000, 50), &counts(1_031, 48)).len(), 2);
        assert_eq!(strays(&Counts::new(), &counts(1, 1)).len(), 2);
    }
}
