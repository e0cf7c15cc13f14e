//! Several machines with the same pads: what their nodes say to each other, over an engine that is not ours.

pub mod engine;
pub mod frame;
pub mod incarnation;
mod line;
pub mod linger;
mod link;
pub mod membership;
pub mod nats;
pub mod node;
mod nodes;
pub mod seal;
pub mod subject;
pub mod subjects;
mod transfers;
mod voice;

#[cfg(test)]
mod memory;
#[cfg(test)]
mod tests;
