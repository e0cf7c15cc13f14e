//! Several machines with the same pads, over a real NATS server.

mod engine;
mod entrance;
mod node;
