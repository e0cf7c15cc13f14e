//! What a room writes to: the write half of any connection.

use std::io;

/// The write half of a connection, whatever it is made of.
pub trait Pipe: Send + Sync + 'static {
    /// Writes as much as fits now.
    ///
    /// # Errors
    /// `WouldBlock` where nothing fits; anything else where the connection is broken.
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize>;

    /// The first sync is over: from now on small frames come one by one.
    fn settle(&self) {}
}
