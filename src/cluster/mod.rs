//! Several machines with the same pads: what their nodes say to each other, over an engine that is not ours.

pub mod engine;
pub mod frame;
pub mod incarnation;
pub mod linger;
pub mod nats;
pub mod seal;
pub mod subject;
pub mod subjects;

#[cfg(test)]
mod memory;
