//! Figures of the process, by the names that every exporter gives them: what `/proc` tells (proc(5)).

use std::fs::{read_dir, read_to_string};

use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::{Registry, Unit};

/// Ticks of a second in what the kernel tells programs (`USER_HZ`).
const TICKS: f64 = 100.0;

pub(super) fn figures() -> Registry {
    let mut all = Registry::with_prefix("process");
    if let Some((used, started)) = times() {
        let cpu = ConstCounter::new(used);
        all.register_with_unit(
            "cpu",
            "Processor time that the process has used",
            Unit::Seconds,
            cpu,
        );
        let started = ConstGauge::new(started);
        all.register_with_unit(
            "start_time",
            "Start of the process, in seconds since 1970",
            Unit::Seconds,
            started,
        );
    }
    if let Some(kilobytes) = line("/proc/self/status", "VmRSS:") {
        let memory = ConstGauge::new(kilobytes.saturating_mul(1024));
        all.register_with_unit(
            "resident_memory",
            "Memory that the process has in RAM",
            Unit::Bytes,
            memory,
        );
    }
    // A hardened process that is not root's is not shown its own.
    if let Ok(files) = read_dir("/proc/self/fd") {
        let open = i64::try_from(files.count()).unwrap_or(i64::MAX);
        all.register("open_fds", "Files and sockets that are open", ConstGauge::new(open));
    }
    if let Some(most) = line("/proc/self/limits", "Max open files") {
        all.register("max_fds", "How many of them there may be", ConstGauge::new(most));
    }
    all
}

/// Seconds of processor that were used, and when it was started, in seconds since 1970.
fn times() -> Option<(f64, f64)> {
    let stat = read_to_string("/proc/self/stat").ok()?;
    // The program's name stands in brackets, and may hold anything.
    let (_, stat) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = stat.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field).and_then(|ticks| ticks.parse::<f64>().ok());
    let (user, system, started) = (ticks(11)?, ticks(12)?, ticks(19)?);
    let booted = line("/proc/stat", "btime")?;
    let booted = f64::from(u32::try_from(booted).ok()?);
    Some(((user + system) / TICKS, booted + started / TICKS))
}

/// The first number behind this word at the start of a line.
fn line(file: &str, word: &str) -> Option<i64> {
    let text = read_to_string(file).ok()?;
    let rest = text.lines().find_map(|line| line.strip_prefix(word))?;
    rest.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_process_is_seen_as_the_system_sees_it() {
        let (used, started) = times().unwrap();
        let now = std::time::SystemTime::now();
        let now = now.duration_since(std::time::UNIX_EPOCH).unwrap().as_secs_f64();
        assert!(used >= 0.0 && started > 1e9 && started < now + 60.0, "{started} of {now}");
        assert!(line("/proc/self/status", "VmRSS:").unwrap() > 1_000);
        assert!(line("/proc/self/limits", "Max open files").unwrap() > 2);
    }
}
