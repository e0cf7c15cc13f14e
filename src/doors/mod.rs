//! One way in per dialect. A door reads its dialect off a connection and says it to the room in
//! the room's own words; the room writes to the connection itself.

pub mod conn;
mod decode;
pub mod intake;
pub mod phoenix;
mod read_side;
pub mod socket;
pub mod yjs;
