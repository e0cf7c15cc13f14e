//! Fadepad: a pad that fades when everyone has left.
//!
//! One person starts the binary, everyone in the room types into one page, and when the last
//! person has left and a grace time is over the text is erased from memory.
//!
//! The house, floor by floor; arrows only go down, and `tests/it/floors.rs` keeps it so:
//!
//! ```text
//!  app                       puts the house together
//!  desktop │ server          the host's desktop │ browsers
//!            doors           one way in per dialect
//!            room            one pad = one task
//!       wire   doc           bytes ↔ messages │ the document store
//!            base            ids, keys, limits, threads, stop signal
//! ```

pub mod app;
pub mod base;
pub mod cli;
pub mod config;
pub mod desktop;
pub mod doc;
pub mod doors;
pub mod room;
pub mod server;
pub mod wire;
