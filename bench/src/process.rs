//! What the kernel knows of a process: its CPU time and its memory. Linux only.

use std::{
    fs, thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use rustix::{
    process::{Resource, Rlimit, setrlimit},
    time::{ClockId, clock_gettime},
};

/// CPU time of this process so far, exact.
pub(crate) fn own_cpu() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}

/// CPU time of all living threads of a process, in nanoseconds of the scheduler and not in ticks.
pub(crate) fn cpu(pid: u32) -> Result<Duration> {
    let mut total = 0;
    for task in fs::read_dir(format!("/proc/{pid}/task"))? {
        let stat = fs::read_to_string(task?.path().join("schedstat"))?;
        let on_cpu = stat.split_whitespace().next().context("schedstat is empty")?;
        total += on_cpu.parse::<u64>()?;
    }
    Ok(Duration::from_nanos(total))
}

/// CPU time once the process has come to rest: unchanged over `QUIET`. One that does not rest for
/// `LONGEST` is overloaded, and taken as it is.
pub(crate) fn cpu_at_rest(pid: u32) -> Result<Duration> {
    /// A room's longest tick is 20 ms: after twice that, nothing of the last input is left.
    const QUIET: Duration = Duration::from_millis(40);
    const LONGEST: Duration = Duration::from_secs(20);
    let began = Instant::now();
    let mut before = cpu(pid)?;
    loop {
        pause(QUIET);
        let now = cpu(pid)?;
        if now == before || began.elapsed() > LONGEST {
            return Ok(now);
        }
        before = now;
    }
}

/// Resident memory in bytes, now.
pub(crate) fn resident(pid: u32) -> Result<u64> {
    status(pid, "VmRSS:")
}

/// The most that was ever resident, in bytes.
pub(crate) fn peak(pid: u32) -> Result<u64> {
    status(pid, "VmHWM:")
}

fn status(pid: u32, name: &str) -> Result<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let kib = line.and_then(|line| line.split_whitespace().next());
    Ok(kib.with_context(|| format!("no {name} in status"))?.parse::<u64>()? * 1024)
}

/// Allows this process, and the server it starts, as many open files as the machine permits.
pub(crate) fn raise_open_files() -> Result<()> {
    let limit = rustix::process::getrlimit(Resource::Nofile);
    Ok(setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit })?)
}

/// Puts this process, and all that it starts, before the rest of a busy machine, where that is
/// permitted: a generator that waits for a core measures its own lateness.
pub(crate) fn come_first() {
    const NICE: i32 = -10;
    if rustix::process::setpriority_process(None, NICE).is_err() {
        println!("Not root: other programs can delay what is measured.");
    }
}

/// Waits. Measuring from outside has no event to wait for.
#[expect(clippy::disallowed_methods, reason = "no runtime and no room here")]
pub(crate) fn pause(time: Duration) {
    thread::sleep(time);
}
