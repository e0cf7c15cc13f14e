//! A room in which everybody types: how the server's work grows with the people.

use std::time::Duration;

use anyhow::Result;

use crate::{
    crowd::{Crowd, Heard, PATIENT, Plan},
    measure::{Bar, Bench, Found, Measure},
    process::cpu_at_rest,
    servers::{Peer, RAWCAST, Server},
};

pub(crate) const MEASURE: Measure = Measure {
    name: "fanout",
    title: "everybody in one room types 8 keys a second",
    how: "An open-loop generator with real updates and a cursor every 5 keys. A delivery is one key or \
          cursor at one *other* guest, also when the server merged several into a frame. Delays count \
          from the instant at which the key was due, so they hold what the generator itself was late. \
          `rawcast` is a broadcast of the same bytes without document or checks: the ceiling of a \
          server that passes on every frame by itself.",
    run,
};

/// People in the room, one run each.
const PEOPLE: &[usize] = &[2, 10, 50, 200];

/// Keys a second of somebody who types fast.
pub(super) const FAST: f64 = 8.0;

/// What the other scenarios and the plots call it.
pub(crate) const CPU: &str = "CPU s per million deliveries";
/// The same beside the ceiling.
pub(super) const RATIO: &str = "times rawcast";
/// Milliseconds.
pub(super) const P99: &str = "delay p99, ms";

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    for &people in PEOPLE {
        let plan =
            Plan { rooms: 1, people, rate: FAST, seconds: bench.pick(8.0, 2.0), patience: PATIENT };
        let case = format!("{people} people");
        bench.each(bench.pick(3, 1), found, |peer, found| {
            let typed = type_by(peer, plan)?;
            typed.report(&case, peer, found);
            Ok(())
        })?;
    }
    found.relate(CPU, RATIO, RAWCAST);
    for (case, metric, bar) in [
        ("50 people", CPU, 3.5),
        ("50 people", RATIO, 0.55),
        ("200 people", CPU, 0.35),
        ("200 people", RATIO, 0.35),
        ("200 people", P99, 40.0),
    ] {
        found.bar(case, metric, Bar::AtMost(bar));
    }
    Ok(())
}

/// What one run came to.
pub(super) struct Typed {
    pub(super) heard: Heard,
    pub(super) cpu: Duration,
}

/// Starts a server and lets people type by a plan.
pub(super) fn type_by(peer: &Peer, plan: Plan) -> Result<Typed> {
    type_at(&(peer.start)()?, plan)
}

/// The same at a server that is there.
pub(super) fn type_at(server: &Server, plan: Plan) -> Result<Typed> {
    let crowd = Crowd::enter(server, plan)?;
    let before = cpu_at_rest(server.pid())?;
    let heard = crowd.type_together()?;
    Ok(Typed { heard, cpu: cpu_at_rest(server.pid())? - before })
}

impl Typed {
    /// Adds what there is to say.
    pub(super) fn report(&self, case: &str, peer: &Peer, found: &mut Found) {
        let heard = &self.heard;
        if heard.deliveries() == 0.0 {
            return found.note(format!("{}, {case}: nothing came through.", peer.name));
        }
        found.add(case, CPU, peer, self.cpu.as_secs_f64() * 1e6 / heard.deliveries());
        found.add(case, "delay p50, ms", peer, heard.delay(0.5));
        found.add(case, P99, peer, heard.delay(0.99));
        found.add(case, "of which the generator, p99, ms", peer, heard.late(0.99));
        found.add(case, "keys that did not come, %", peer, heard.lost() * 100.0);
        if heard.skipped > 0 {
            found.note(format!("{}, {case}: it left out keys between others.", peer.name));
        }
    }
}
