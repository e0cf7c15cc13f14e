//! Several machines with the same pads, over a real NATS server.

mod docs;
mod engine;
mod entrance;
mod node;
#[cfg(target_os = "linux")]
mod pads;
