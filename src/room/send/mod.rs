//! What goes out to a seat: written at once, or, where its socket is full, taken from the room's log. No
//! seat has a queue.

pub(super) mod activity;
mod backlog;
mod close;
pub mod encoder;
pub mod history;
pub mod log;
pub mod outbound;
pub(super) mod pipe;
pub mod task_writer;
