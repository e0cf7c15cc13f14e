//! Fadepad: a pad that fades when everyone has left.
//!
//! One person starts the binary, everyone in the room types into one page, and when the last
//! person has left and a grace time is over the text is erased from memory.
//!
//! The house, floor by floor; arrows only go down, and `tests/it/floors.rs` keeps it so:
//!
//! ```text
//!  app                       puts the server together
//!  desktop │ server │ cluster  the host's desktop │ browsers │ other nodes
//!            doors │ render  one way in per dialect │ a pad's text, read in a child process
//!            room            one pad = one task
//!            base            ids, keys, limits, threads, stop signal
//! ```
//!
//! Beneath it, each a crate of its own: `fadepad-wire` (bytes and messages) and `fadepad-store` (the
//! document), which share `fadepad-lib0` (numbers, strings and buffers).

pub mod app;
pub mod base;
pub mod cli;
#[cfg(feature = "cluster")]
pub mod cluster;
pub mod config;
pub mod desktop;
pub mod doors;
pub mod render;
pub mod room;
pub mod server;
