//! One way in per dialect. A door reads its dialect off a connection and says it to the room in
//! the room's own words; the room writes to the connection itself.

pub mod conn;
mod decode;
pub mod hocuspocus;
pub mod intake;
mod many;
mod mux;
pub mod phoenix;
mod read_side;
mod sizes;
pub mod socket;
pub mod tunnel;
pub mod visitor;
pub mod yjs;
