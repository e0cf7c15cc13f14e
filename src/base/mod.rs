//! The ground floor: ids, keys, limits, threads, the stop signal. Knows no sockets and no documents.

pub mod authority;
pub mod clock;
pub mod close;
pub mod cluster;
pub mod codes;
pub mod colour;
pub mod display;
pub mod door;
pub mod file_address;
pub mod folders;
pub mod hardening;
pub mod ids;
pub mod keys;
pub mod limits;
pub mod local_time;
pub mod lock;
pub mod names;
pub mod network;
pub mod redact;
pub mod screen;
pub mod shards;
pub mod stop;
pub mod target;
pub mod template;
pub mod why;
