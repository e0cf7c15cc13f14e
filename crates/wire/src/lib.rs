//! Bytes ↔ messages: y-protocols, Phoenix Channels, Fadepad's own extras, WebSocket frames. Borrowed and pure:
//! nothing here allocates for a length that it has read, and nothing knows a document or a socket.

pub mod awareness;
pub mod extra;
pub mod frame;
pub mod frames;
pub mod heads;
pub mod hocuspocus;
pub mod masked;
pub mod phoenix;
pub mod sync;
