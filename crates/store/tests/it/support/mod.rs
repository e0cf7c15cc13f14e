//! Updates written by hand and at random, what they cost, and the judge: real yjs.

pub mod cases;
pub mod meter;
pub mod oracle;
pub mod update;
pub mod wild;
