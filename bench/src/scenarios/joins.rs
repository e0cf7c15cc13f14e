//! What it costs to let somebody into a pad that holds a paper.

use std::{rc::Rc, time::Duration};

use anyhow::{Result, ensure};
use fadepad_wire::sync;

use crate::{
    client::{Client, join_many},
    crowd::rush,
    door::Door,
    measure::{Bar, Bench, Found, Measure},
    process::cpu_at_rest,
    servers::{Peer, Server, bare},
    trace::Trace,
    typing,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "joins",
    title: "joining the pad of a paper",
    how: "The pad holds the paper of the trace. A join is connection, upgrade, and the whole document. \
          Before each first join one key is typed, so that nothing is cached; then 20 join one after \
          another, and 100 at the same moment. Leaving is not counted. Beside it a server that only \
          writes as many bytes: most of a cheap join is the kernel's work, the receiving half of \
          loopback among it.",
    run,
};

/// What the plots call it.
pub(crate) const CPU: &str = "server CPU each, ms";
const AFTER_A_KEY: &str = "first after a key";
pub(crate) const IN_A_ROW: &str = "20 in a row";
pub(crate) const AT_ONCE: &str = "100 at once";

/// Those who join one after another.
const ROW: usize = 20;

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    let state = Trace::load()?.state()?;
    let rounds = bench.pick(9, 1);
    bench.each_with_documents(bench.pick(3, 1), found, |peer, found| {
        let server = (peer.start)()?;
        let door = server.door(0)?;
        let mut typist = filled(&door, &state)?;
        for clock in 0..rounds {
            typist.send(&sync::update(&typing::key(typing::client(0), clock)))?;
            // The answer to a question comes after what was said before it.
            ensure!(typist.state()?.len() > state.len() / 2, "the pad is empty");
            let pad = Pad { server: &server, door: &door, bytes: state.len() };
            found.add(AFTER_A_KEY, CPU, peer, millis(joins(&pad, 1)?));
            found.add(IN_A_ROW, CPU, peer, millis(joins(&pad, ROW)?));
            at_once(&pad, peer, found)?;
        }
        Ok(())
    })?;
    let floor = bare::start(state.len())?;
    for _ in 0..rounds {
        let cpu = bare::joins(&floor, ROW)?;
        found.add(IN_A_ROW, CPU, &bare::PEER, millis(cpu));
    }
    found.bar(AFTER_A_KEY, CPU, Bar::AtMost(1.0));
    found.bar(IN_A_ROW, CPU, Bar::AtMost(0.15));
    found.bar(AT_ONCE, "the last one's wait, ms", Bar::AtMost(60.0));
    Ok(())
}

/// A guest who has brought a document, which the server has taken.
fn filled(door: &Rc<Door>, state: &[u8]) -> Result<Client> {
    let (mut guest, _) = Client::join(door)?;
    guest.send(&sync::update(state))?;
    /// Peers that answer before they have taken it are asked again.
    const TRIES: usize = 100;
    for _ in 0..TRIES {
        if guest.state()?.len() >= state.len() {
            return Ok(guest);
        }
    }
    anyhow::bail!("it does not take the paper")
}

/// The pad that is joined.
struct Pad<'a> {
    server: &'a Server,
    door: &'a Rc<Door>,
    /// What it holds at least.
    bytes: usize,
}

/// Server CPU of each of those who join one right after the other.
fn joins(pad: &Pad<'_>, guests: usize) -> Result<Duration> {
    let before = cpu_at_rest(pad.server.pid())?;
    let guests = join_many(pad.door, guests)?;
    let spent = cpu_at_rest(pad.server.pid())? - before;
    // Only now: what leaving costs is not a part of joining.
    Ok(spent / guests.len() as u32)
}

fn at_once(pad: &Pad<'_>, peer: &Peer, found: &mut Found) -> Result<()> {
    const CROWD: usize = 100;
    let before = cpu_at_rest(pad.server.pid())?;
    let waits = rush(pad.door, CROWD, pad.bytes)?;
    let spent = cpu_at_rest(pad.server.pid())? - before;
    found.add(AT_ONCE, "the middle one's wait, ms", peer, millis(waits[CROWD / 2]));
    found.add(AT_ONCE, "the last one's wait, ms", peer, millis(waits[CROWD - 1]));
    found.add(AT_ONCE, CPU, peer, millis(spent / CROWD as u32));
    Ok(())
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
