//! The ground floor: ids, keys, limits, the stop signal. Knows no sockets and no documents.

pub mod ids;
pub mod limits;
