//! What two honest pairs notice while somebody attacks.

use anyhow::Result;

use super::idle::mebibytes;
use crate::{
    attackers::{self, Attack, Attackers, Target},
    crowd::{Crowd, PATIENT, Plan},
    measure::{Bar, Bench, Found, Measure, median},
    process::{cpu, peak},
    servers::{FADEPAD, fadepad::Instance},
};

pub(crate) const MEASURE: Measure = Measure {
    name: "attacks",
    title: "two pairs who type while somebody attacks",
    how: "Two people type in the pad that is attacked and two in another one, eight keys a second each, \
          while four attackers of another address do the same over and over, each with a breath of 5 ms, \
          with all that the honest leave of the generator's core. Limits and codes are the usual ones, and \
          each attack has a server of its own. Delays are those of the honest four, beside a quiet run on \
          the same machine; the memory is the most that was ever resident.",
    run,
};

const P99: &str = "p99 of the honest, ms";
const RATIO: &str = "times the quiet p99";
const LOST: &str = "keys that did not come";
const CPU: &str = "server, % of a core";
const MEMORY: &str = "MiB resident at most";
const QUIET: &str = "nobody attacks";
/// A delay below this is noticed by nobody, and a part of it tells nothing (ms).
const LEAST: f64 = 5.0;

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    let seconds = bench.pick(8.0, 2.0);
    let plan = Plan { rooms: 2, people: 2, rate: 8.0, seconds, patience: PATIENT };
    let mut quiet = Vec::new();
    for _ in 0..bench.pick(3, 1) {
        quiet.push(measure(plan, None, QUIET, found)?);
    }
    let quiet = median(&quiet).max(LEAST);
    for attack in attackers::ALL {
        let p99 = measure(plan, Some(attack), attack.name, found)?;
        found.add(attack.name, RATIO, FADEPAD, p99.max(LEAST) / quiet);
        found.bar(attack.name, RATIO, Bar::AtMost(3.0));
        found.bar(attack.name, LOST, Bar::AtMost(0.0));
        found.bar(attack.name, MEMORY, Bar::AtMost(1_024.0));
    }
    Ok(())
}

/// The p99 of the honest, in milliseconds.
fn measure(
    plan: Plan,
    attack: Option<&'static Attack>,
    case: &str,
    found: &mut Found,
) -> Result<f64> {
    let server = Instance::start_limited()?;
    let target = Target::of(&server)?;
    let server = server.into_server();
    let crowd = Crowd::enter(&server, plan)?;
    let attackers = attack.map(|attack| Attackers::begin(attack, &target));
    let before = cpu(server.pid())?;
    let heard = crowd.type_together()?;
    let spent = cpu(server.pid())? - before;
    drop(attackers);
    let p99 = heard.delay(0.99);
    found.add(case, P99, FADEPAD, p99);
    found.add(case, LOST, FADEPAD, heard.missing() as f64);
    found.add(case, CPU, FADEPAD, spent.as_secs_f64() / plan.lasts() * 100.0);
    found.add(case, MEMORY, FADEPAD, mebibytes(peak(server.pid())?));
    Ok(p99)
}
