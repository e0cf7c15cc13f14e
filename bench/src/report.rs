//! The report: `docs/benchmarks.md`, one section a measurement, renewed one by one.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result};

/// One measurement.
pub(crate) struct Measure {
    /// What `cargo xtask bench NAME` takes.
    pub(crate) name: &'static str,
    /// The heading.
    pub(crate) title: &'static str,
    /// How it is measured, for a reader who doubts it.
    pub(crate) how: &'static str,
    /// Measures.
    pub(crate) run: fn() -> Result<Vec<Row>>,
}

/// One line of a table.
pub(crate) struct Row {
    what: String,
    figure: String,
    /// What it has to reach, where that was said beforehand.
    bar: &'static str,
}

impl Row {
    /// A figure with the bar that it has to reach; an empty bar where there is none.
    pub(crate) fn new(
        what: impl Into<String>,
        figure: impl Into<String>,
        bar: &'static str,
    ) -> Self {
        Self { what: what.into(), figure: figure.into(), bar }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.what, self.figure)?;
        if self.bar.is_empty() { Ok(()) } else { write!(f, "  (bar: {})", self.bar) }
    }
}

const HEAD: &str = "\
# Benchmarks

`cargo xtask bench` measures all of this against the release binary; `cargo xtask bench NAME` renews
one section. CPU time is the scheduler's own, not wall time, and figures are medians unless a line
says otherwise: both hold on a busy machine, where delays do not. Linux only.
";

/// Puts the rows into the report and leaves the other sections as they are.
pub(crate) fn write(all: &[Measure], measure: &Measure, rows: &[Row]) -> Result<()> {
    let path = root().join("docs/benchmarks.md");
    let before = fs::read_to_string(&path).unwrap_or_default();
    let fresh = section(measure, rows)?;
    let sections = all.iter().filter_map(|one| {
        if one.name == measure.name { Some(fresh.clone()) } else { existing(&before, one.name) }
    });
    let text = std::iter::once(HEAD.to_owned()).chain(sections).collect::<Vec<_>>().join("\n");
    fs::create_dir_all(root().join("docs"))?;
    fs::write(&path, text).with_context(|| path.display().to_string())
}

/// A section of the report as it stands.
fn existing(report: &str, name: &str) -> Option<String> {
    let start = report.find(&opening(name))?;
    let end = report[start + 1..].find("\n## ").map_or(report.len(), |end| start + 1 + end);
    Some(format!("{}\n", report[start..end].trim_end()))
}

fn opening(name: &str) -> String {
    format!("## {name}: ")
}

fn section(measure: &Measure, rows: &[Row]) -> Result<String> {
    let mut text = format!("{}{}\n\n{}\n\n", opening(measure.name), measure.title, measure.how);
    text += &format!("*{}*\n\n| what | measured | at least |\n|---|---|---|\n", machine()?);
    for Row { what, figure, bar } in rows {
        text += &format!("| {what} | {figure} | {bar} |\n");
    }
    Ok(text)
}

/// What it was measured on, and which state of the code.
fn machine() -> Result<String> {
    let cpus = fs::read_to_string("/proc/cpuinfo")?;
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    let model = model.trim_start_matches([' ', '\t', ':']);
    let cores = std::thread::available_parallelism()?;
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease")?;
    let kernel = kernel.split('-').next().unwrap_or_default().trim();
    let rustc = said("rustc", &["--version"])?;
    let rustc = rustc.split_whitespace().nth(1).unwrap_or_default().to_owned();
    let commit = said("git", &["describe", "--always", "--dirty", "--exclude", "*"])?;
    Ok(format!("{model}, {cores} cores, Linux {kernel}, rustc {rustc}, commit {commit}"))
}

fn said(program: &str, args: &[&str]) -> Result<String> {
    let out = Command::new(program).args(args).current_dir(root()).output();
    Ok(String::from_utf8_lossy(&out.context(program.to_owned())?.stdout).trim().to_owned())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The middle of what was measured.
pub(crate) fn median<T: Ord + Copy>(mut measured: Vec<T>) -> Result<T> {
    measured.sort_unstable();
    measured.get(measured.len() / 2).copied().context("nothing was measured")
}

/// `1.23 ms`.
pub(crate) fn millis(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}

/// `0.123 s`.
pub(crate) fn seconds(time: Duration) -> String {
    format!("{:.3} s", time.as_secs_f64())
}

/// `12.3 MiB`.
pub(crate) fn mebibytes(bytes: u64) -> String {
    format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20))
}

/// Groups of three, as people read large numbers.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!([7, 1_000, 259_778].map(grouped), ["7", "1,000", "259,778"]);
    }

    #[test]
    fn a_section_is_found_whole_among_others() {
        let report = "# B\n\n## a: x\n\none\n\n## b: y\n\ntwo\n";
        assert_eq!(existing(report, "a").as_deref(), Some("## a: x\n\none\n"));
        assert_eq!(existing(report, "b").as_deref(), Some("## b: y\n\ntwo\n"));
        assert_eq!(existing(report, "c"), None);
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(vec![9, 1, 5]).unwrap(), 5);
        assert!(median(Vec::<u8>::new()).is_err());
    }
}
