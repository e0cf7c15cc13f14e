//! The measurements, in the order of the report.

use crate::measure::Measure;

mod end;
mod fanout;
mod idle;
mod joins;
mod pads;
mod page;
mod ramp;
mod rooms;
mod slow;
mod start;
mod store;
mod upload;

/// Every measurement.
pub(crate) const ALL: &[Measure] = &[
    fanout::MEASURE,
    ramp::MEASURE,
    rooms::MEASURE,
    joins::MEASURE,
    idle::MEASURE,
    pads::MEASURE,
    upload::MEASURE,
    slow::MEASURE,
    start::MEASURE,
    store::MEASURE,
    end::MEASURE,
    page::MEASURE,
];
