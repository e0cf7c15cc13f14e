//! What the kernel tells of the server's process, and what is in its memory.

use std::{
    fmt,
    fs::{self, File},
    io::{Read, Seek, SeekFrom},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::MIB;
use crate::{
    http,
    process::{self, pause},
    servers::fadepad::Instance,
};

/// How long things may take to come to rest.
const PATIENCE: Duration = Duration::from_secs(60);
const STEP: Duration = Duration::from_millis(100);

/// The process after so many pads.
pub(super) struct Sample {
    pub(super) pads: u64,
    /// Bytes.
    pub(super) resident: u64,
    pub(super) files: usize,
    pub(super) threads: usize,
}

impl Sample {
    pub(super) fn take(pid: u32, pads: u64) -> Result<Self> {
        let count = |what: &str| {
            Ok::<_, anyhow::Error>(fs::read_dir(format!("/proc/{pid}/{what}"))?.count())
        };
        let resident = process::resident(pid)?;
        Ok(Self { pads, resident, files: count("fd")?, threads: count("task")? })
    }
}

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pads, files, threads, .. } = self;
        let resident = self.resident as f64 / MIB;
        write!(f, "{pads} pads: {resident:.1} MiB, {files} files, {threads} threads")
    }
}

/// MiB for each 1,000 pads: the line through all samples with the least squares.
pub(super) fn slope(samples: &[Sample]) -> f64 {
    let count = samples.len() as f64;
    let point = |s: &Sample| (s.pads as f64 / 1000.0, s.resident as f64 / MIB);
    let (sum_x, sum_y) =
        samples.iter().map(point).fold((0.0, 0.0), |(x, y), (dx, dy)| (x + dx, y + dy));
    let (x, y) = (sum_x / count, sum_y / count);
    let [over, under] = samples.iter().map(point).fold([0.0; 2], |[over, under], (px, py)| {
        [over + (px - x) * (py - y), under + (px - x) * (px - x)]
    });
    if under > 0.0 { over / under } else { 0.0 }
}

/// Waits until this holds.
pub(super) fn until(what: &str, mut holds: impl FnMut() -> Result<bool>) -> Result<()> {
    let began = Instant::now();
    while !holds()? {
        if began.elapsed() > PATIENCE {
            bail!("after {} s it does not hold that {what}", PATIENCE.as_secs());
        }
        pause(STEP);
    }
    Ok(())
}

/// Waits until no pad is open but the one that the server opened by itself.
pub(super) fn until_ended(server: &Instance) -> Result<()> {
    let key = server.text("host_key")?;
    until("all pads have ended", || {
        let answer = http::ask(server.address, ("GET", "/api/v1/pads"), key, "")?;
        let pads: Value = serde_json::from_str(&answer).with_context(|| answer.clone())?;
        let pads = pads.as_array().or_else(|| pads["pads"].as_array());
        Ok(pads.with_context(|| answer.clone())?.len() <= 1)
    })
}

/// How often this stands in the process' memory; `None` where only root may look.
pub(super) fn copies(pid: u32, needle: &[u8]) -> Result<Option<usize>> {
    let maps = fs::read_to_string(format!("/proc/{pid}/maps"));
    let (Ok(maps), Ok(mut memory)) = (maps, File::open(format!("/proc/{pid}/mem"))) else {
        return Ok(None);
    };
    let mut copies = 0;
    for line in maps.lines() {
        let mut words = line.split(' ');
        let region = words.next().and_then(|region| region.split_once('-'));
        let (from, to) = region.with_context(|| line.to_owned())?;
        if !words.next().is_some_and(|rights| rights.starts_with("rw")) {
            continue; // what nobody writes to holds no text
        }
        let from = u64::from_str_radix(from, 16)?;
        let len = usize::try_from(u64::from_str_radix(to, 16)? - from)?;
        let mut bytes = vec![0; len];
        // A region may be gone by now.
        if memory.seek(SeekFrom::Start(from)).is_ok() && memory.read_exact(&mut bytes).is_ok() {
            copies += bytes.windows(needle.len()).filter(|window| *window == needle).count();
        }
    }
    Ok(Some(copies))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slope_is_that_of_memory_over_pads() {
        let sample =
            |pads, mib: f64| Sample { pads, resident: (mib * MIB) as u64, files: 1, threads: 1 };
        let grown = slope(&[sample(0, 10.0), sample(1000, 12.5), sample(2000, 15.0)]);
        assert!((grown - 2.5).abs() < 0.01, "{grown}");
        assert!(slope(&[sample(10, 3.0)]).abs() < 1e-9);
    }

    #[test]
    fn what_stands_in_memory_is_found() {
        let words = format!("{}-{}", "only-in", "this-test").repeat(3);
        let Some(found) = copies(std::process::id(), b"only-inX-this-test").unwrap() else {
            return;
        };
        assert_eq!(found, 0, "{words}");
        let found =
            copies(std::process::id(), [b"only-in".as_slice(), b"-this-test"].concat().as_slice());
        assert!(found.unwrap().unwrap() >= 3);
    }
}
