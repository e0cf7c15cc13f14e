//! The measurements, in the order of the report.

use crate::measure::Measure;

mod acks;
mod attacks;
mod doors;
mod end;
mod export;
pub(crate) mod fanout;
pub(crate) mod idle;
pub(crate) mod joins;
pub(crate) mod pads;
mod page;
pub(crate) mod ramp;
pub(crate) mod rooms;
mod slow;
mod start;
pub(crate) mod store;
mod switch;
mod threads;
pub(crate) mod upload;
mod wiping;

/// Every measurement.
pub(crate) const ALL: &[Measure] = &[
    fanout::MEASURE,
    ramp::MEASURE,
    rooms::MEASURE,
    threads::MEASURE,
    doors::MEASURE,
    joins::MEASURE,
    idle::MEASURE,
    pads::MEASURE,
    upload::MEASURE,
    slow::MEASURE,
    attacks::MEASURE,
    start::MEASURE,
    store::MEASURE,
    wiping::MEASURE,
    acks::MEASURE,
    switch::MEASURE,
    end::MEASURE,
    export::MEASURE,
    page::MEASURE,
];
