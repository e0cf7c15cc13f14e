//! Several machines with the same pads: what their nodes say to each other, over an engine that is not ours.

pub mod engine;
pub mod subject;

#[cfg(test)]
mod memory;
