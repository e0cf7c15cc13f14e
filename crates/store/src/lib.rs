//! A store of Yjs documents: a safe reader of Yjs v1 updates that checks, remembers and forgets.
//!
//! A relay never integrates a CRDT. The store keeps, for each client id, what it wrote in clock
//! order, joined where yjs would join it when it reads; answers "what am I missing?"; and erases
//! what was deleted. It takes a struct only when all that it names is known and fits, so that no
//! update hurts the documents of the guests. The proof is in `tests/it`, against real yjs.
//!
//! ```text
//! reader ─ value, json, any ─ structs ─ check   foreign bytes → checked structs
//! body ─ runs ─ client ─ context                what is remembered
//! merge ─ take ─ delete ─ pending, late, owners what is taken, erased, held, whose it is
//! weigh ─ shares                                who fills it, and how much more each may
//! encode, digest, bodies                        what is answered, compared, and looked through
//! ```

#![forbid(unsafe_code)]

/// The example of the README is tried.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

mod any;
mod bodies;
mod body;
mod check;
mod client;
mod context;
mod delete;
mod digest;
mod encode;
mod error;
mod ids;
mod json;
mod late;
mod limits;
mod merge;
mod owners;
mod pending;
mod reader;
mod runs;
mod shares;
mod store;
mod structs;
mod take;
mod value;
mod weigh;

pub use bodies::LiveBody;
pub use digest::Digest;
pub use error::{Malformed, Refused, Unfit};
pub use ids::{Author, Origin, SeatId};
pub use json::check_json;
pub use limits::{
    DocLimits, IDS_PER_SEAT, MAX_CLOCK, MAX_VALUE_DEPTH, NEW_IDS_PER_SEAT, WORTH_KEEPING,
};
pub use owners::Standing;
pub use shares::{Share, Sitter};
pub use store::{Applied, Stats, Store};
