//! What it costs that authors hear which of their words were taken (`?ack=1`): a room in which all ask for it beside
//! one in which nobody does.

use anyhow::Result;

use crate::{
    crowd::{PATIENT, Plan},
    measure::{Bar, Bench, Found, Measure},
    scenarios::fanout::{FAST, type_by},
    servers::{ACKNOWLEDGED, FADEPAD},
};

pub(crate) const MEASURE: Measure = Measure {
    name: "acks",
    title: "what it costs to acknowledge",
    how: "Server CPU while people type, in turns: nobody asks for acknowledgement, or everyone does (`?ack=1`); the \
          medians of each and their ratio.",
    run,
};

const CPU: &str = "server CPU, s";
const RATIO: &str = "times with acknowledgement";
const CASE: &str = "50 people type";

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    let seconds = bench.pick(8.0, 2.0);
    let plan = Plan { rooms: 1, people: 50, rate: FAST, seconds, patience: PATIENT };
    for _ in 0..bench.pick(7, 1) {
        for server in [FADEPAD, ACKNOWLEDGED] {
            found.add(CASE, CPU, server, type_by(server, plan)?.cpu.as_secs_f64());
        }
    }
    found.relate(CPU, RATIO, ACKNOWLEDGED);
    found.bar(CASE, RATIO, Bar::AtLeast(0.98));
    Ok(())
}
