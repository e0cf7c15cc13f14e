//! A building full of meetings: many small rooms at once.

use anyhow::Result;

use super::fanout::{CPU, FAST, P99, RATIO, type_by};
use crate::{
    crowd::{PATIENT, Plan},
    measure::{Bar, Bench, Found, Measure},
    servers::RAWCAST,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "rooms",
    title: "200 rooms of 5, everybody types",
    how: "As `fanout`, with 1,000 people in 200 rooms: in a room of 5 a key comes every 25 ms, so there \
          is little to merge at a delay that nobody notices, and what remains is the kernel's price of \
          a write. 71 % of Fadepad's time here is the kernel's, for one read and four writes a key (the \
          broadcast reads twice); the rest is spread over parsing, the hop to the room, store and \
          framing, and no function takes more than 3 %.",
    run,
};

/// What the arithmetic looks for.
pub(crate) const EIGHT: &str = "8 keys a second";

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    for (rate, case) in [(2.0, "2 keys a second"), (FAST, EIGHT)] {
        let rooms = bench.pick(200, 20);
        let plan =
            Plan { rooms, people: 5, rate, seconds: bench.pick(6.0, 2.0), patience: PATIENT };
        bench.each(bench.pick(3, 1), found, |peer, found| {
            type_by(peer, plan)?.report(case, peer, found);
            Ok(())
        })?;
    }
    found.relate(CPU, RATIO, RAWCAST);
    for (metric, bar) in [(CPU, 10.0), (RATIO, 1.15), (P99, 30.0)] {
        found.bar(EIGHT, metric, Bar::AtMost(bar));
    }
    Ok(())
}
