//! One connection for many seats: whole frames, one after another.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use tokio::sync::Notify;

use crate::room::outlet::Pipe;

/// The write half that all seats of a client share. It holds the rest of at most one frame, which
/// has to be finished before anybody else's begins; whoever comes meanwhile has to wait, and finds
/// what it missed in its room's log.
#[derive(Clone)]
pub(super) struct Mux(Arc<Inner>);

struct Inner {
    pipe: Box<dyn Pipe>,
    rest: Mutex<Bytes>,
    wake: Arc<Notify>,
}

impl Mux {
    /// Shares a connection; `wake` tells its task that a rest has to be written.
    pub(super) fn new(pipe: Box<dyn Pipe>, wake: Arc<Notify>) -> Self {
        Self(Arc::new(Inner { pipe, rest: Mutex::default(), wake }))
    }

    /// Whether a frame is out only in part.
    pub(super) fn is_full(&self) -> bool {
        !self.rest().is_empty()
    }

    /// Writes on at the rest of a frame.
    ///
    /// # Errors
    /// `WouldBlock` where it is not finished; anything else where the connection is broken.
    pub(super) fn flush(&self) -> io::Result<()> {
        self.finish(&mut self.rest())
    }

    fn finish(&self, rest: &mut Bytes) -> io::Result<()> {
        while !rest.is_empty() {
            match self.0.pipe.take(rest) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                taken => taken?,
            }
        }
        *rest = Bytes::new();
        Ok(())
    }

    fn rest(&self) -> MutexGuard<'_, Bytes> {
        self.0.rest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pipe for Mux {
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
        self.take(&mut Bytes::copy_from_slice(bytes)).map(|()| bytes.len())
    }

    fn take(&self, frames: &mut Bytes) -> io::Result<()> {
        let mut rest = self.rest();
        self.finish(&mut rest)?;
        self.0.pipe.take(frames)?;
        *rest = std::mem::take(frames);
        if !rest.is_empty() {
            self.0.wake.notify_one();
        }
        Ok(())
    }

    fn settle(&self) {
        self.0.pipe.settle();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes three bytes at a time, and nothing more until it is emptied.
    #[derive(Clone, Default)]
    struct Narrow(Arc<Mutex<(Vec<u8>, usize)>>);

    impl Pipe for Narrow {
        fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
            let mut state = self.0.lock().unwrap();
            let n = bytes.len().min(3 - state.1);
            if n == 0 {
                return Err(io::ErrorKind::WouldBlock.into());
            }
            state.0.extend_from_slice(&bytes[..n]);
            state.1 += n;
            Ok(n)
        }
    }

    #[test]
    fn frames_of_two_seats_never_mix() {
        let narrow = Narrow::default();
        let one = Mux::new(Box::new(narrow.clone()), Arc::default());
        let other = one.clone();
        let mut taken = Bytes::from_static(b"first");
        one.take(&mut taken).unwrap();
        assert!(taken.is_empty() && one.is_full());
        let mut waits = Bytes::from_static(b"second");
        assert_eq!(other.take(&mut waits).unwrap_err().kind(), io::ErrorKind::WouldBlock);
        assert_eq!(&waits[..], b"second", "taken whole or not at all");
        while !waits.is_empty() || other.is_full() {
            narrow.0.lock().unwrap().1 = 0;
            let _ = if waits.is_empty() { other.flush() } else { other.take(&mut waits) };
        }
        assert_eq!(narrow.0.lock().unwrap().0, b"firstsecond");
    }
}
