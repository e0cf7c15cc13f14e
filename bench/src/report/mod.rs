//! The report: figures kept in `docs/benchmarks.json`, and drawn from them `docs/benchmarks.md` and its
//! plots.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

mod capacity;
mod draw;
mod plots;
mod table;

pub(crate) use plots::soak;
pub(crate) use table::{lines, number, verdict};

use crate::measure::{Figure, Found, Measure};

/// What one measurement found, the last time.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Section {
    /// What repeats it.
    command: String,
    /// On which machine, and of which state of the code.
    machine: String,
    /// Servers with their versions, in the order of the table.
    servers: Vec<(String, String)>,
    figures: Vec<Figure>,
    notes: Vec<String>,
}

impl Section {
    /// What has just been found.
    pub(crate) fn new(
        command: String,
        pace: f64,
        servers: Vec<(String, String)>,
        found: &Found,
    ) -> Result<Self> {
        let figures = found.figures()?;
        let machine = format!("{}, yrs: {} s", machine()?, number(pace));
        Ok(Self { command, machine, servers, figures, notes: found.notes.clone() })
    }

    fn value(&self, case: &str, metric: &str, server: &str) -> Option<f64> {
        let is = |figure: &&Figure| {
            figure.case == case && figure.metric == metric && figure.server == server
        };
        self.figures.iter().find(is).map(|figure| figure.value)
    }
}

/// All sections by the names of their measurements.
pub(crate) struct Report {
    folder: PathBuf,
    sections: BTreeMap<String, Section>,
}

const HEAD: &str = "\
# Benchmarks

`cargo xtask bench --peers` measures all of this: the binary as it is shipped, the peers that it installs, and a
broadcast without documents as the ceiling, in one run with one generator; `cargo xtask bench NAME`
renews one section, and without `--peers` it compares with the ceiling alone. CPU time is the server's
own by the scheduler, not wall time, and figures are medians, server by server in turn: they and their
ratios hold on a busy machine, delays do not. The bars are Fadepad's. Linux only.

Machines differ: behind each section stands how long yrs took for the trace of `store` just before. The
bars of seconds were set on one that takes 0.53 s; ratios tell the same on all.
";

impl Report {
    /// The report as it stands: in `docs/`, or below `target/` for short runs.
    pub(crate) fn open(short: bool) -> Result<Self> {
        let folder = root().join(if short { "target/bench-short" } else { "docs" });
        let kept = fs::read(folder.join("benchmarks.json")).ok();
        let sections = kept.map_or(Ok(BTreeMap::new()), |kept| serde_json::from_slice(&kept))?;
        Ok(Self { folder, sections })
    }

    /// Whether nothing was ever measured.
    pub(crate) fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// Whether a section shows peers, which a run without them would take away.
    pub(crate) fn has_peers(&self, name: &str, ours: &[&str]) -> bool {
        let is_peer = |figure: &Figure| !ours.contains(&figure.server.as_str());
        self.sections.get(name).is_some_and(|section| section.figures.iter().any(is_peer))
    }

    /// Keeps a section and writes the whole anew.
    pub(crate) fn keep(&mut self, all: &[Measure], name: &str, section: Section) -> Result<()> {
        self.sections.insert(name.to_owned(), section);
        self.write(all)
    }

    /// Writes the report and its plots from the figures that are kept.
    pub(crate) fn write(&self, all: &[Measure]) -> Result<()> {
        fs::create_dir_all(self.folder.join("plots"))?;
        let json = serde_json::to_string_pretty(&self.sections)?;
        fs::write(self.folder.join("benchmarks.json"), json + "\n")?;
        let mut text = HEAD.to_owned();
        for measure in all {
            let Some(section) = self.sections.get(measure.name) else { continue };
            text += &self.section(measure, section)?;
        }
        text += &capacity::section(&self.sections);
        let path = self.folder.join("benchmarks.md");
        fs::write(&path, text).with_context(|| path.display().to_string())
    }

    fn section(&self, measure: &Measure, section: &Section) -> Result<String> {
        let Measure { name, title, how, .. } = measure;
        let mut text = format!("\n## {name}: {title}\n\n{how}\n");
        for (plot, alt) in plots::draw(&self.folder.join("plots"), name, section)? {
            text += &format!("\n![{alt}](plots/{plot})\n");
        }
        text += &table::of(section);
        for note in &section.notes {
            text += &format!("\n- {note}");
        }
        if !section.notes.is_empty() {
            text.push('\n');
        }
        text += &format!("\n`{}` · *{}*\n", section.command, section.machine);
        Ok(text)
    }
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
    let commit = said("git", &["describe", "--always", "--exclude", "*"])?;
    // What it has measured so far is no change of what is measured.
    let changed = said("git", &["status", "--porcelain", "--", ".", ":!docs"])?;
    let commit = if changed.is_empty() { commit } else { commit + "-dirty" };
    Ok(format!("{model}, {cores} cores, Linux {kernel}, rustc {rustc}, commit {commit}"))
}

fn said(program: &str, args: &[&str]) -> Result<String> {
    let out = Command::new(program).args(args).current_dir(root()).output();
    Ok(String::from_utf8_lossy(&out.context(program.to_owned())?.stdout).trim().to_owned())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
