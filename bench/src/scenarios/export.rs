//! What it takes to read a pad with curl: of the child that reads it, and where it was read before.

use std::{
    fs,
    io::Write as _,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use fadepad_lib0::{put_buffer, put_uint};
use fadepad_wire::sync;

use crate::{
    client::Client,
    http,
    measure::{Bar, Bench, Found, Measure},
    servers::{FADEPAD, fadepad::Instance, fadepad::binary},
    trace::Trace,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "export",
    title: "a pad is read with curl",
    how: "GET /p/NAME.md of the trace's pad and of one with 5,000 blocks, which `fadepad append` has written: \
          the processor's time of the child that reads it, its start included, after a change each time; \
          and how long the answer takes where nothing has changed.",
    run,
};

/// Blocks of the long document.
const BLOCKS: usize = 5_000;
/// Readings, of which the mean counts: the kernel tells a child's time in ticks of 10 ms.
const READINGS: u32 = 10;
/// The kernel's ticks in a second.
const TICKS: u32 = 100;

fn run(_: &Bench, found: &mut Found) -> Result<()> {
    const CPU: &str = "CPU of one reading, ms";
    const KNOWN: &str = "ms where it was read before";
    for (what, bar) in [("the trace's pad", 300.0), ("5,000 blocks", 500.0)] {
        let server = Instance::start()?;
        let (mut typist, _) = Client::join(&server.door(true)?)?;
        match what {
            "5,000 blocks" => append(&server)?,
            _ => {
                for update in Trace::load()?.updates() {
                    typist.send(&sync::update(update))?;
                }
                typist.saved()?;
            }
        }
        let path = format!("/p/{}.md?key={}", server.text("pad")?, server.text("view_key")?);
        let before = children(server.pid())?;
        for n in 0..READINGS {
            typist.send(&sync::update(&letter(u64::from(n))))?;
            typist.saved()?;
            http::get(server.address, &path)?;
        }
        let spent = (children(server.pid())? - before) / READINGS;
        found.add(what, CPU, FADEPAD, spent.as_secs_f64() * 1e3);
        found.bar(what, CPU, Bar::AtMost(bar));
        let began = Instant::now();
        for _ in 0..READINGS {
            http::get(server.address, &path)?;
        }
        let took = began.elapsed() / READINGS;
        found.add(what, KNOWN, FADEPAD, took.as_secs_f64() * 1e3);
        found.bar(what, KNOWN, Bar::AtMost(2.0));
    }
    Ok(())
}

/// A document as people write it, by the command line.
fn append(server: &Instance) -> Result<()> {
    let (address, pad, key) = (server.address, server.text("pad")?, server.text("edit_key")?);
    let link = format!("http://{address}/p/{pad}#{key}");
    let mut child = Command::new(binary()?)
        .args(["append", &link])
        .stdin(Stdio::piped())
        .spawn()
        .context("fadepad append")?;
    let mut stdin = child.stdin.take().context("a pipe")?;
    for n in 0..BLOCKS {
        let sign = ["", "## ", "> "][n % 3];
        writeln!(
            stdin,
            "{sign}Block {n} with **bold**, *slanted* and `code` in it, as notes have.\n"
        )?;
    }
    drop(stdin);
    let ended = child.wait()?;
    ensure!(ended.success(), "fadepad append: {ended}");
    Ok(())
}

/// The n-th letter of one client's text: a change.
fn letter(n: u64) -> Vec<u8> {
    const CLIENT: u64 = 7;
    let mut update = vec![1, 1];
    put_uint(&mut update, CLIENT);
    put_uint(&mut update, n);
    if n == 0 {
        update.extend_from_slice(&[4, 1, 1, b'n']);
    } else {
        update.push(0x84);
        put_uint(&mut update, CLIENT);
        put_uint(&mut update, n - 1);
    }
    put_buffer(&mut update, b"x");
    update.push(0);
    update
}

/// The processor's time of all children that a process has waited for.
fn children(pid: u32) -> Result<Duration> {
    /// `cutime` and `cstime`, counted behind the program's name, which may hold anything.
    const FIELDS: std::ops::Range<usize> = 13..15;
    let stat = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let (_, rest) = stat.rsplit_once(") ").context("a program's name")?;
    let fields: Vec<&str> = rest.split(' ').collect();
    let ticks = fields.get(FIELDS).context("too few fields")?.iter();
    let ticks: u32 = ticks.map(|ticks| ticks.parse::<u32>().unwrap_or(0)).sum();
    Ok(Duration::from_secs(1) * ticks / TICKS)
}
