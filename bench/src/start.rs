//! How long a person waits for the first sign of life.

use anyhow::Result;

use crate::{
    house::House,
    report::{Measure, Row, median, millis},
};

pub(crate) const MEASURE: Measure = Measure {
    name: "start",
    title: "from starting to listening",
    how: "From starting the process until its line `ready` is read; by then the port is open.",
    run,
};

/// Enough for a steady median.
const STARTS: usize = 31;

fn run() -> Result<Vec<Row>> {
    let starts = (0..STARTS).map(|_| Ok(House::start()?.took)).collect::<Result<Vec<_>>>()?;
    Ok(vec![Row::new(format!("median of {STARTS} starts"), millis(median(starts)?), "20 ms")])
}
