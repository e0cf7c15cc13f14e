//! What a room decides, purely: no task, no socket, and time is an argument.

pub mod access;
pub(super) mod asking;
pub mod budget;
pub mod call;
pub(super) mod calling;
pub(super) mod deciding;
pub mod filled;
pub(super) mod filling;
pub mod here;
pub(super) mod host_commands;
pub mod knocking;
pub mod knocks;
pub mod life;
pub(super) mod messages;
pub(super) mod missing;
pub(super) mod phase;
pub mod plan;
pub mod presence;
pub mod retention;
pub mod seat_kind;
pub mod seats;
pub mod seed;
pub mod state;
pub mod token_bucket;
pub(super) mod warnings;
