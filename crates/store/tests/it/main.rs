//! The document store by itself, against real yjs and yrs: a module is a promise.
#![allow(clippy::unwrap_used, reason = "what cannot be had fails the test")]
#![allow(clippy::print_stderr, reason = "a skipped test says so")]
#![allow(unreachable_pub, reason = "helpers read as a library's")]

mod support;

mod checks;
mod cost;
mod deletes;
mod digest;
mod encoding;
mod hostile;
mod old;
mod shares;
mod trace;
mod values;
mod waiting;
mod wild;
mod yjs;
