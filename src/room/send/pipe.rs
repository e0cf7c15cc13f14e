//! What a room writes to: the write half of any connection.

use std::io;
use std::time::Duration;

use bytes::{Buf as _, Bytes};

use crate::base::limits::PROBE_TIMEOUT;

/// The write half of a connection, whatever it is made of.
pub trait Pipe: Send + Sync + 'static {
    /// Writes as much as fits now.
    ///
    /// # Errors
    /// `WouldBlock` where nothing fits; anything else where the connection is broken.
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize>;

    /// Takes as much as fits now off the front of what is one frame or several. Where several
    /// seats share a connection, it takes a frame whole or not at all.
    ///
    /// # Errors
    /// As [`Self::try_write`].
    fn take(&self, frames: &mut Bytes) -> io::Result<()> {
        match self.try_write(frames)? {
            0 => Err(io::ErrorKind::WriteZero.into()),
            n => {
                frames.advance(n);
                Ok(())
            }
        }
    }

    /// Whether the seat's own task writes, since it takes more than a moment (TLS). `try_write`
    /// then always says `WouldBlock`.
    fn is_written_by_task(&self) -> bool {
        false
    }

    /// Whether it has taken bytes that it could not write yet.
    fn is_holding(&self) -> bool {
        false
    }

    /// How soon the guest is heard after a ping came to it.
    fn answers_within(&self) -> Duration {
        PROBE_TIMEOUT
    }

    /// The first sync is over: from now on small frames come one by one.
    fn settle(&self) {}
}
