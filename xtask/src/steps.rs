//! `cargo xtask test`: every check in its order, cheap and telling ones first.

use std::{
    collections::BTreeSet,
    fs,
    num::NonZero,
    process::Command,
    thread::available_parallelism,
    time::{Duration, Instant},
};

use crate::{
    guards, licenses,
    run::{ALL, Outcome, cargo, npm, release_binary, run, run_and_keep, succeeds, target},
    setup::{self, EDITORS, PROVIDER},
    shape, ui,
};

/// One check. Its name is what `cargo xtask test NAME` takes.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    /// What to do when it fails.
    advice: &'static str,
    /// What comes of it, and the lines to repeat at the end of the whole.
    check: fn() -> (Outcome, Vec<String>),
}

/// The step that all others need.
const SETUP: &str = "setup";

/// Tests of the program run in the release profile: it is built for the browser tests anyway, the store's random
/// histories need its speed, and overflow checks are on in it.
pub(crate) const STEPS: &[Step] = &[
    Step {
        name: SETUP,
        title: "Tools and packages",
        advice: "The line above says what is missing.",
        check: || (setup::everything(), Vec::new()),
    },
    Step {
        name: "format",
        title: "Formatting",
        advice: "Run `cargo fmt --all`, and `npm run format` in ui/.",
        check: || (format(), Vec::new()),
    },
    Step {
        name: "clippy",
        title: "Clippy, warnings denied",
        advice: "Mend what clippy names; an exception is `#[expect(lint, reason = \"…\")]`.",
        check: || (clippy(), Vec::new()),
    },
    Step {
        name: "shape",
        title: "Shape: parameters, names, circles of files",
        advice: "`cargo xtask shape` shows each with its places; share what two files need below both.",
        check: || (shape::check(), Vec::new()),
    },
    Step {
        name: "deny",
        title: "Licences and their texts, bans, sources, advisories",
        advice: "deny.toml holds the rules with their reasons; `cargo xtask licenses` gathers the texts.",
        check: deny,
    },
    Step {
        name: "page",
        title: "Page and provider: types, lint, unit tests",
        advice: "In ui/ or clients/phoenix-provider/: `npm run check`, `npm run lint`, `npm test`.",
        check: || (page(), Vec::new()),
    },
    Step {
        name: "dist",
        title: "dist/ equals a fresh build of ui/",
        advice: "Run `cargo xtask ui` and commit dist/.",
        check: || (ui::compare(), Vec::new()),
    },
    Step {
        name: "build",
        title: "The binary and all tests",
        advice: "They have to build with `cargo nextest run --release --no-run`.",
        check: || (build(), Vec::new()),
    },
    Step {
        name: "tests",
        title: "Rust tests",
        advice: "One alone: `cargo nextest run --release NAME`.",
        check: tests,
    },
    Step {
        name: "guards",
        title: "Instruction counts of the store",
        advice: "If the change is meant: `cargo xtask bench guards --renew`, and say why.",
        check: || {
            let (outcome, line) = guards::check();
            (outcome, line.into_iter().collect())
        },
    },
    Step {
        name: "docs",
        title: "Documentation and its examples",
        advice: "`cargo test --release --workspace --doc`, `cargo doc --no-deps --workspace`.",
        check: || (docs(), Vec::new()),
    },
    Step {
        name: "browser",
        title: "Browser tests against the binary",
        advice: "One alone: `npm run e2e -- NAME` in ui/, or `npm run browsers -- NAME`.",
        check: || (browser(), Vec::new()),
    },
];

/// Runs the named steps after the set-up, or all, and stops at the first that fails.
pub(crate) fn test(names: &[&str]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| !STEPS.iter().any(|step| step.name == **name)) {
        return Err(format!("`{unknown}` is no step. See `cargo xtask help`."));
    }
    let is_chosen =
        |step: &&Step| names.is_empty() || step.name == SETUP || names.contains(&step.name);
    let chosen: Vec<&Step> = STEPS.iter().filter(is_chosen).collect();
    let started = Instant::now();
    let mut passed: Vec<(&Step, Duration)> = Vec::new();
    let mut lines = Vec::new();
    for step in &chosen {
        println!("\n── {} of {} · {} ──", passed.len() + 1, chosen.len(), step.title);
        let began = Instant::now();
        let (outcome, more) = (step.check)();
        lines.extend(more);
        if let Err(why) = outcome {
            close(&passed, &lines, started, chosen.len() - passed.len() - 1);
            println!("{} passed, 1 failed", passed.len());
            return Err(format!("{} failed: {why}\n{}", step.title, step.advice));
        }
        passed.push((step, began.elapsed()));
    }
    close(&passed, &lines, started, 0);
    println!("{} passed, 0 failed", passed.len());
    Ok(())
}

/// What each step took, and the lines that steps want repeated.
fn close(passed: &[(&Step, Duration)], lines: &[String], started: Instant, not_run: usize) {
    println!("\n── {} ──", shown(started.elapsed()));
    for (step, took) in passed {
        println!("{:>8}  {}", shown(*took), step.title);
    }
    if not_run > 0 {
        println!("{not_run} more steps were not run.");
    }
    lines.iter().for_each(|line| println!("{line}"));
}

/// `75 s` → `1:15`.
fn shown(took: Duration) -> String {
    let seconds = took.as_secs_f64().round() as u64;
    format!("{}:{:02} min", seconds / 60, seconds % 60)
}

/// Rust by rustfmt; the page, the provider and what Node plays by prettier.
fn format() -> Outcome {
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    run(&mut npm("ui", &["run", "formatted", "--", "--check"]))
}

/// Of the targets too that only `cargo xtask fuzz` builds: they would else break unseen.
fn clippy() -> Outcome {
    run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
}

/// Licences, bans and sources come from the lock file; advisories from a database on the network.
fn deny() -> (Outcome, Vec<String>) {
    let rules = run(&mut cargo(&["deny", "--locked", "check", "licenses", "bans", "sources"]));
    let rules = rules.and_then(|()| licenses::compare());
    if rules.is_err() {
        return (rules, Vec::new());
    }
    if succeeds(&mut cargo(&["deny", "--locked", "fetch", "db"])) {
        let check = ["deny", "--locked", "check", "--disable-fetch", "advisories"];
        return (run(&mut cargo(&check)), Vec::new());
    }
    let line = "Skipped: advisories, whose database cannot be fetched from here.";
    println!("{line}");
    (Ok(()), vec![line.to_owned()])
}

fn page() -> Outcome {
    run(&mut npm("ui", &["run", "check"]))?;
    run(&mut npm("ui", &["run", "lint"]))?;
    run(&mut npm("ui", &["test"]))?;
    // The build first: Rust's tests play scenes with it.
    for script in ["build", "check", "lint", "test"] {
        run(&mut npm(PROVIDER, &["run", script]))?;
    }
    Ok(())
}

/// Tests at a time for each core: they wait for half of their time, for what the server does by the clock. What has to
/// count as more than one stands in `.config/nextest.toml`.
const TESTS_A_CORE: usize = 2;

/// These commands themselves: they stand built already, as the profile that runs them has it.
const OURS: [&str; 3] = ["--package", "xtask", "--locked"];

fn nextest(of: &[&str]) -> Command {
    let mut command = cargo(&["nextest", "run"]);
    command.args(of);
    command
}

fn build() -> Outcome {
    run(nextest(&OURS).arg("--no-run"))?;
    run(nextest(&ALL).arg("--no-run"))
}

fn tests() -> (Outcome, Vec<String>) {
    let list = target().join("skipped-tests.txt");
    // What an earlier run has written; where there is none all is well.
    let _ = fs::remove_file(&list);
    let ours = run(&mut nextest(&OURS));
    let mut nextest = nextest(&ALL);
    let cores = available_parallelism().map_or(1, NonZero::get);
    let at_once = (cores * TESTS_A_CORE).to_string();
    nextest.args(["--profile", "all", "--no-fail-fast", "--test-threads", &at_once]);
    nextest.env("FADEPAD_SKIPPED", &list);
    let (outcome, summary) = run_and_keep(&mut nextest, "Summary [");
    let skipped = skipped(&fs::read_to_string(&list).unwrap_or_default());
    (outcome.and(ours), summary.into_iter().chain(skipped).collect())
}

/// Tests that passed without having tried anything, each with the reason, which may have been told several times.
fn skipped(list: &str) -> Vec<String> {
    let each: BTreeSet<&str> = list.lines().collect();
    each.into_iter().map(|line| format!("Skipped: {line}")).collect()
}

fn docs() -> Outcome {
    run(cargo(&["test", "--doc"]).args(ALL))?;
    let mut doc = cargo(&["doc", "--no-deps", "--workspace", "--locked"]);
    run(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

/// Without the one that draws README's picture: `npm run picture` in ui/ changes a committed file.
fn browser() -> Outcome {
    run(&mut npm(PROVIDER, &["run", "example"]))?;
    for script in ["check", "build"] {
        run(&mut npm(EDITORS, &["run", script]))?;
    }
    run(npm("ui", &["run", "every"]).env("FADEPAD_BIN", release_binary()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_reads_as_minutes_and_seconds() {
        assert_eq!(shown(Duration::from_millis(75_400)), "1:15 min");
        assert_eq!(shown(Duration::from_millis(400)), "0:00 min");
    }

    #[test]
    fn what_was_skipped_is_told_once_with_its_reason() {
        assert!(skipped("").is_empty());
        let told = skipped("b: no avahi\na: needs root\nb: no avahi\n");
        assert_eq!(told, ["Skipped: a: needs root", "Skipped: b: no avahi"]);
    }

    #[test]
    fn a_step_that_does_not_exist_is_refused() {
        assert!(test(&["nonsense"]).is_err());
    }
}
