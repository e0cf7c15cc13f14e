//! What Fadepad promises, tried on the program from outside: a module is a promise.
#![allow(clippy::unwrap_used, reason = "what cannot be had fails the test")]
#![allow(clippy::print_stderr, reason = "a skipped test says so")]
#![allow(unreachable_pub, reason = "helpers read as a library's")]

#[allow(dead_code, reason = "of the store's tools some are used here")]
#[path = "../../crates/store/tests/it/support/mod.rs"]
mod store;
mod support;

mod afresh;
#[cfg(target_os = "linux")]
mod along;
mod anywhere;
mod appended;
mod architecture;
mod attacks_doors;
mod attacks_held;
mod attacks_memory;
mod attacks_messages;
mod attacks_persons;
mod attacks_share;
#[cfg(target_os = "linux")]
mod awake;
mod certificates;
mod clients;
#[cfg(all(unix, feature = "cluster"))]
mod cluster;
#[cfg(target_os = "linux")]
mod coming;
mod commands;
mod conformance;
mod cut_off;
mod doctor;
mod door;
mod doors;
mod encrypted;
#[cfg(target_os = "linux")]
mod erased;
mod fades;
#[cfg(unix)]
mod farewell;
mod files;
mod floors;
mod fuzzed;
mod gone_away;
#[cfg(target_os = "linux")]
mod handed_on;
mod hoarded;
#[cfg(target_os = "linux")]
mod instance;
mod instance_key;
#[cfg(target_os = "linux")]
mod interrupted;
#[cfg(target_os = "linux")]
mod kept;
mod last_call;
mod let_in;
mod matrix;
#[cfg(target_os = "linux")]
mod moved;
#[cfg(target_os = "linux")]
mod neighbours;
#[cfg(target_os = "linux")]
mod network;
#[cfg(target_os = "linux")]
mod new_links;
mod opened;
mod page_messages;
mod pages;
mod pencil;
mod phoenix_clients;
mod phoenix_provider;
mod phoenix_sockets;
mod phoenix_vectors;
mod photos;
mod presence;
mod promises;
mod protocol;
mod quiet;
mod ranking;
mod refused;
mod rendered;
mod restarted;
mod routes;
#[cfg(unix)]
mod scanned;
mod schedules;
mod seed;
mod service;
#[cfg(target_os = "linux")]
mod slow_link;
mod standing;
mod start;
mod steering;
mod stock_clients;
mod store_asked;
mod survives;
mod switched;
mod taken_back;
mod templates;
mod texts;
mod threads;
#[cfg(target_os = "linux")]
mod told;
#[cfg(target_os = "linux")]
mod tray;
mod tunnelled;
mod two_people;
mod unseen;
mod vectors;
mod wall;
