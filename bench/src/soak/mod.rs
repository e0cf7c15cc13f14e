//! `cargo xtask soak`: pads are opened, used and ended by the thousand, while things go wrong around the server. It
//! shows whether memory, files and threads stay where they are, and that of no text anything is left.

mod faults;
mod life;
mod watch;

use std::{ops::Range, time::Instant};

use anyhow::{Context, Result, bail, ensure};
use tokio::{
    runtime::{Builder, Runtime},
    task::JoinSet,
};

use crate::{process, report, servers::fadepad::Instance};
use faults::{Disk, FAULTS};
use life::{Ending, Life};
use watch::{Sample, copies, slope};

/// Pads where nothing else is said.
const PADS: u64 = 10_000;
/// So many are open at the same time, with three guests each.
const AT_ONCE: u64 = 50;
/// Memory may grow by less than this with each thousand pads (MiB): the records of ended ones are kept for a day.
const MOST_GROWN: f64 = 1.0;
/// Threads and files are compared with what they were after so many rounds, when everything has been used once.
const WARM: usize = 4;
/// So many files more than then may be open: connections that are closed a moment later.
const MORE_FILES: usize = 8;
/// Bytes.
const MIB: f64 = 1_048_576.0;
/// All texts hold it, and nothing else does.
const MARKER: &str = "soaked-words-";

/// The server, where its secret is, and what has been seen.
struct Soak {
    runtime: Runtime,
    server: Instance,
    disk: Disk,
    samples: Vec<Sample>,
}

/// Plays so many pads (10,000 unless a word says otherwise), and draws what was seen.
pub(crate) fn run(words: &[String]) -> Result<()> {
    let pads = match words {
        [] => PADS,
        [count] => count.parse().with_context(|| format!("`{count}` is no number of pads"))?,
        [_, other, ..] => bail!("`{other}`: there is one word, the number of pads"),
    };
    process::raise_open_files()?;
    let disk = Disk::make()?;
    let secret = disk.secret();
    let secret = secret.to_str().context("a path of plain text")?;
    let flags = ["--ttl", "1s", "--last-call", "0s", "--secret-file", secret];
    let server = Instance::start_everywhere(&flags)?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let mut soak = Soak { runtime, server, disk, samples: Vec::new() };
    let began = Instant::now();
    for (nth, first) in (0..pads).step_by(AT_ONCE as usize).enumerate() {
        soak.round(nth, first..(first + AT_ONCE).min(pads))
            .with_context(|| format!("round {nth}, from pad {first} on"))?;
    }
    soak.verdict(pads, began)
}

impl Soak {
    /// Opens pads, lets guests write in them, breaks something, lets them go on, and ends them.
    fn round(&mut self, nth: usize, pads: Range<u64>) -> Result<()> {
        let opened = pads.clone().map(|pad| Life::open(&self.server, pad));
        let lives = self.together(opened.collect::<Result<_>>()?, Life::enter)?;
        if nth == 0 {
            // What finds nothing now would find nothing later.
            let found = copies(self.server.pid(), MARKER.as_bytes())?;
            ensure!(found != Some(0), "the search does not find a text that is there");
        }
        let fault = &FAULTS[nth % FAULTS.len()];
        let said = (fault.strike)(&self.server, &self.disk)?;
        let lives = self.together(lives, Life::go_on).with_context(|| fault.name.to_owned())?;
        for life in lives.iter().filter(|life| life.ending == Ending::Host) {
            life.end(&self.server)?;
        }
        self.together(lives, Life::leave)?;
        watch::until_ended(&self.server)?;
        let sample = Sample::take(self.server.pid(), pads.end)?;
        println!("{sample}, {}: {said}", fault.name);
        self.samples.push(sample);
        if nth.is_multiple_of(10) {
            self.is_clean()?;
        }
        Ok(())
    }

    /// Nothing of a text is left.
    fn is_clean(&self) -> Result<()> {
        watch::until("no text is left", || {
            Ok(copies(self.server.pid(), MARKER.as_bytes())?.unwrap_or(0) == 0)
        })
    }

    fn verdict(self, pads: u64, began: Instant) -> Result<()> {
        self.is_clean()?;
        let last = self.samples.last().context("no rounds")?;
        let minutes = began.elapsed().as_secs_f64() / 60.0;
        println!("{pads} pads in {minutes:.0} min, nothing of their text is left.");
        let points = self.samples.iter().map(|s| (s.pads as f64, s.resident as f64 / MIB));
        report::soak(points.collect())?;
        let Some(warm) = self.samples.get(WARM) else { return Ok(()) };
        ensure!(last.threads <= warm.threads, "threads: {} to {}", warm.threads, last.threads);
        ensure!(last.files <= warm.files + MORE_FILES, "files: {} to {}", warm.files, last.files);
        let grown = slope(&self.samples[WARM..]);
        println!("{grown:.2} MiB for each 1,000 pads.");
        ensure!(grown < MOST_GROWN, "memory grows by {grown:.2} MiB with each 1,000 pads");
        Ok(())
    }

    /// Does this with all at the same time; the first error is that of all.
    fn together<F>(&self, lives: Vec<Life>, act: impl Fn(Life) -> F) -> Result<Vec<Life>>
    where
        F: Future<Output = Result<Life>> + Send + 'static,
    {
        self.runtime.block_on(async {
            let mut all: JoinSet<_> = lives.into_iter().map(act).collect();
            let mut done = Vec::new();
            while let Some(life) = all.join_next().await {
                done.push(life??);
            }
            Ok(done)
        })
    }
}
