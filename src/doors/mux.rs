//! One connection for many seats: whole frames, one after another.

use std::future::{Future as _, poll_fn};
use std::io;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use bytes::{Buf as _, Bytes};
use fadepad_wire::frame;
use tokio::sync::Notify;

use super::conn::WriteHalf;
use crate::base::close::CloseCode;
use crate::base::lock::lock;
use crate::room::message::{Gathered, Outgoing};
use crate::room::send::encoder::{Encoder, EncodingKey};
use crate::room::send::outbound::Pipe;

/// The write half that all seats of a client share. It holds the rest of at most one frame, which
/// has to be finished before anybody else's begins; whoever comes meanwhile has to wait, and finds
/// what it missed in its room's log.
#[derive(Clone)]
pub(super) struct Mux(Arc<MuxState>);

struct MuxState {
    pipe: Box<dyn Pipe>,
    pending: Mutex<Unfinished>,
    wake: Arc<Notify>,
}

#[derive(Default)]
struct Unfinished {
    /// The rest of a frame that is out in part.
    rest: Bytes,
    /// Where the client's task writes: not all that it wrote is out.
    unflushed: bool,
    /// And it found the socket full.
    stalled: bool,
    /// The connection's close was taken: nothing may follow it.
    over: bool,
}

impl Mux {
    /// Shares a connection; `wake` tells its task that a rest has to be written.
    pub(super) fn new(pipe: Box<dyn Pipe>, wake: Arc<Notify>) -> Self {
        Self(Arc::new(MuxState { pipe, pending: Mutex::default(), wake }))
    }

    /// Whether something is out only in part.
    pub(super) fn is_full(&self) -> bool {
        let pending = self.pending();
        !pending.rest.is_empty() || pending.unflushed
    }

    /// Writes on at the rest of a frame.
    ///
    /// # Errors
    /// `WouldBlock` where it is not finished; anything else where the connection is broken.
    pub(super) fn flush(&self) -> io::Result<()> {
        self.finish(&mut self.pending())
    }

    /// What the client's task has to write, where it writes.
    fn rest(&self) -> Bytes {
        self.pending().rest.clone()
    }

    /// It found the socket full.
    fn stall(&self) {
        self.pending().stalled = true;
    }

    /// So many bytes of the rest are written; with none, all is flushed.
    fn pushed(&self, n: usize) {
        let mut pending = self.pending();
        pending.stalled = false;
        if n == 0 {
            pending.unflushed = false;
        } else {
            pending.unflushed = true;
            pending.rest.advance(n);
            // An empty rest would keep the memory of its whole frame.
            if pending.rest.is_empty() {
                pending.rest = Bytes::new();
            }
        }
    }

    /// Writes on at what waits, or waits until there is room for it. Boxed when it begins, which most
    /// connections never do.
    pub(super) async fn write_on(&self, way: &mut WriteHalf) -> io::Result<()> {
        let pushed = Box::pin(async {
            let rest = self.rest();
            let mut push = pin!(way.push(&rest));
            poll_fn(|cx| {
                let polled = push.as_mut().poll(cx);
                if polled.is_pending() {
                    self.stall();
                }
                polled
            })
            .await
        });
        let n = pushed.await?;
        self.pushed(n);
        Ok(())
    }

    fn finish(&self, pending: &mut Unfinished) -> io::Result<()> {
        while !pending.rest.is_empty() {
            match self.0.pipe.take(&mut pending.rest) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                taken => taken?,
            }
        }
        pending.rest = Bytes::new();
        Ok(())
    }

    fn pending(&self) -> MutexGuard<'_, Unfinished> {
        lock(&self.0.pending)
    }
}

impl Pipe for Mux {
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
        self.take(&mut Bytes::copy_from_slice(bytes)).map(|()| bytes.len())
    }

    fn take(&self, frames: &mut Bytes) -> io::Result<()> {
        let mut pending = self.pending();
        self.finish(&mut pending)?;
        if pending.over {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let over = frame::is_close(frames);
        // Taken whole, though nothing is out yet: from here the task writes it, and nobody comes
        // between.
        if self.0.pipe.is_written_by_task() {
            pending.unflushed = true;
        } else {
            self.0.pipe.take(frames)?;
        }
        pending.over = over;
        pending.rest = std::mem::take(frames);
        if !pending.rest.is_empty() {
            self.0.wake.notify_one();
        }
        Ok(())
    }

    /// A seat that waits for its turn in a connection that takes bytes is not late.
    fn is_written_by_task(&self) -> bool {
        self.0.pipe.is_written_by_task() && !self.pending().stalled
    }

    fn is_holding(&self) -> bool {
        self.is_full()
    }

    fn answers_within(&self) -> Duration {
        self.0.pipe.answers_within()
    }

    fn settle(&self) {
        self.0.pipe.settle();
    }
}

/// What belongs to the connection and no pad: only its close has words.
pub(super) struct Plain;

impl Encoder for Plain {
    fn form(&self) -> EncodingKey {
        EncodingKey::of("no pad")
    }

    fn shared(&self, _: &Gathered) -> Bytes {
        Bytes::new()
    }

    fn people(&self, _: &Gathered) -> Bytes {
        Bytes::new()
    }

    fn note(&self, _: &Outgoing) -> Bytes {
        Bytes::new()
    }

    fn close(&self, code: CloseCode) -> Bytes {
        code.framed()
    }

    fn ping(&self) -> Bytes {
        frame::ping()
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

    #[test]
    fn nothing_follows_a_close() {
        let narrow = Narrow::default();
        let mux = Mux::new(Box::new(narrow.clone()), Arc::default());
        mux.take(&mut frame::close_with(None)).unwrap();
        let late = mux.take(&mut Bytes::from_static(b"late")).unwrap_err();
        assert_eq!(late.kind(), io::ErrorKind::BrokenPipe);
        assert_eq!(narrow.0.lock().unwrap().0, [0x88, 0]);
    }
}
