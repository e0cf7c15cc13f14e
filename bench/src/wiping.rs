//! What it costs that freed memory is wiped: the binary beside the same server without that.

use std::time::Duration;

use anyhow::Result;

use crate::{
    client::{self, Client},
    crowd::Crowd,
    house::House,
    process::cpu_at_rest,
    report::{Measure, Row, median},
    trace::Trace,
    typed::type_all,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "wiping",
    title: "what wiping freed memory costs",
    how: "Server CPU of the binary, and of the same server under the system's own allocator \
          (`examples/unwiped.rs`), in turns; the medians of each and their ratio.",
    run,
};

/// Turns of each.
const TURNS: usize = 5;

/// One kind of work: what it is called, and the server's CPU for it.
type Work = (&'static str, fn(&House) -> Result<Duration>);

const WORKS: &[Work] = &[
    ("the trace through one socket", typed),
    ("50 people type", |house| together(house, 50)),
    ("200 people type", |house| together(house, 200)),
];

fn run() -> Result<Vec<Row>> {
    WORKS.iter().map(|&(name, work)| row(name, work)).collect()
}

fn row(name: &str, work: fn(&House) -> Result<Duration>) -> Result<Row> {
    let (mut wiped, mut unwiped) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        wiped.push(work(&House::start()?)?);
        unwiped.push(work(&House::start_unwiped()?)?);
    }
    let [wiped, unwiped] = [median(wiped)?, median(unwiped)?].map(|time| time.as_secs_f64());
    let figure = format!("{wiped:.3} s · {unwiped:.3} s without: × {:.2}", wiped / unwiped);
    Ok(Row::new(name, figure, "× 1.10"))
}

fn typed(house: &House) -> Result<Duration> {
    let (mut typist, _) = Client::join(house, true)?;
    let before = cpu_at_rest(house.pid())?;
    type_all(&Trace::load()?, &mut typist)?;
    Ok(cpu_at_rest(house.pid())? - before)
}

fn together(house: &House, people: usize) -> Result<Duration> {
    let request = client::upgrade(house, false)?;
    let crowd = Crowd::enter(house.address, &request, people)?;
    let before = cpu_at_rest(house.pid())?;
    crowd.type_together()?;
    Ok(cpu_at_rest(house.pid())? - before)
}
