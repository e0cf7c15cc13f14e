//! What a socket weighs while nobody types.

use std::{net::TcpStream, time::Duration};

use anyhow::Result;

use crate::{
    client::Client,
    house::House,
    process::{cpu_at_rest, pause, resident},
    report::{Measure, Row, mebibytes},
};

pub(crate) const MEASURE: Measure = Measure {
    name: "idle",
    title: "an idle socket",
    how: "Sockets that have synced with one pad and then say nothing: what the server's resident \
          memory grew by, divided by their number.",
    run,
};

/// Memory is given back some seconds after people left.
const AFTER_LEAVING: Duration = Duration::from_secs(15);

fn run() -> Result<Vec<Row>> {
    [1_000, 5_000].into_iter().map(sockets).collect()
}

fn sockets(count: usize) -> Result<Row> {
    let house = House::start()?;
    // The first socket pays for what all of them share.
    let first = Client::join(&house, false)?;
    let before = at_rest(&house)?;
    let joined = |_| Ok(Client::join(&house, false)?.0.into_stream());
    let held = (0..count).map(joined).collect::<Result<Vec<TcpStream>>>()?;
    let after = at_rest(&house)?;
    drop((first, held));
    pause(AFTER_LEAVING);
    let left = at_rest(&house)?;
    let each = after.saturating_sub(before) as f64 / count as f64 / 1024.0;
    let (before, after, left) = (mebibytes(before), mebibytes(after), mebibytes(left));
    let figure = format!("{each:.1} KiB ({before} → {after}; {left} 15 s after all have left)");
    Ok(Row::new(format!("each of {count}"), figure, "6 KiB"))
}

fn at_rest(house: &House) -> Result<u64> {
    cpu_at_rest(house.pid())?;
    resident(house.pid())
}
