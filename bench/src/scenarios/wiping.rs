//! What it costs that freed memory is wiped: the binary beside the same server without that.

use std::{io::Write, time::Duration};

use anyhow::Result;

use crate::{
    client::Client,
    crowd::{PATIENT, Plan},
    measure::{Bar, Bench, Found, Measure},
    process::cpu_at_rest,
    scenarios::{
        fanout::{FAST, type_by},
        upload::wire,
    },
    servers::{FADEPAD, Peer, UNWIPED},
    trace::Trace,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "wiping",
    title: "what wiping freed memory costs",
    how: "Server CPU of the binary, and of the same server under the system's own allocator \
          (`examples/unwiped.rs`), in turns; the medians of each and their ratio.",
    run,
};

const CPU: &str = "server CPU, s";
const RATIO: &str = "times without wiping";
const PAPER: &str = "the paper through one socket";

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    let trace = Trace::load()?;
    let crowds = [(50, "50 people type"), (200, "200 people type")];
    for _ in 0..bench.pick(5, 1) {
        for server in [FADEPAD, UNWIPED] {
            found.add(PAPER, CPU, server, paper(&trace, server)?.as_secs_f64());
            for (people, case) in crowds {
                let seconds = bench.pick(8.0, 2.0);
                let plan = Plan { rooms: 1, people, rate: FAST, seconds, patience: PATIENT };
                found.add(case, CPU, server, type_by(server, plan)?.cpu.as_secs_f64());
            }
        }
    }
    found.relate(CPU, RATIO, UNWIPED);
    for case in [PAPER, crowds[0].1, crowds[1].1] {
        found.bar(case, RATIO, Bar::AtMost(1.1));
    }
    Ok(())
}

fn paper(trace: &Trace, peer: &Peer) -> Result<Duration> {
    let server = (peer.start)()?;
    let door = server.door(0)?;
    let (typist, _) = Client::join(&door)?;
    let before = cpu_at_rest(server.pid())?;
    typist.writer()?.write_all(&wire(trace, &door))?;
    Ok(cpu_at_rest(server.pid())? - before)
}
