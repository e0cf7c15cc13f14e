//! What a room writes to: the write half of any connection.

use std::io;

/// The write half of a connection, whatever it is made of.
pub trait Pipe: Send + Sync + 'static {
    /// Writes as much as fits now.
    ///
    /// # Errors
    /// `WouldBlock` where nothing fits; anything else where the connection is broken.
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize>;

    /// Whether the seat's own task writes, since it takes more than a moment (TLS). `try_write`
    /// then always says `WouldBlock`.
    fn is_written_by_task(&self) -> bool {
        false
    }

    /// The first sync is over: from now on small frames come one by one.
    fn settle(&self) {}
}
