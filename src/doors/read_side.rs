//! What the WebSocket library takes for its connection: it reads, and what is written goes aside.

use std::cell::RefCell;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::task::coop;
use zeroize::Zeroize as _;

use super::conn::ReadHalf;
use super::intake::{Intake, Stopped};

/// Bytes that are read at once from one socket, into one place for all sockets of a thread.
const SCRATCH: usize = 16 << 10;

thread_local! {
    /// Wiped after each read: it holds what people write.
    static READ: RefCell<Box<[u8]>> = RefCell::new(vec![0; SCRATCH].into());
}

/// Reads from the connection; writes go aside.
pub(super) struct ReadSide<A> {
    pub(super) read: ReadHalf,
    /// What came with the request, or was read beyond what the library had room for.
    pub(super) early: Bytes,
    pub(super) aside: A,
    /// How many more bytes are read, where that is limited.
    pub(super) allowance: Option<usize>,
    /// Bytes that the library was given.
    pub(super) given: u64,
    /// What it may be given.
    pub(super) intake: Intake,
}

impl<A> ReadSide<A> {
    /// Reads as much as there is. What the library has no room for waits in `early`, which an idle
    /// socket has none of.
    fn read_ahead(
        &mut self,
        cx: &mut Context<'_>,
        scratch: &mut [u8],
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut read = ReadBuf::new(scratch);
        ready!(Pin::new(&mut self.read).poll_read(cx, &mut read))?;
        let filled = read.filled_mut();
        let (now, later) = filled.split_at(filled.len().min(self.takes(buf)));
        let given = self.give(now, buf);
        if !later.is_empty() && given.is_ok() {
            self.early = Bytes::copy_from_slice(later);
        }
        filled.zeroize();
        Poll::Ready(given)
    }

    /// Gives what is fine of these bytes. An error where that is nothing: no bytes at all would mean
    /// that the guest is gone.
    fn give(&mut self, bytes: &[u8], buf: &mut ReadBuf<'_>) -> io::Result<()> {
        let fine = self.intake.look(bytes);
        buf.put_slice(&bytes[..fine]);
        self.gave(fine);
        match self.intake.stopped() {
            Some(stopped) if fine == 0 => Err(over(stopped)),
            _ => Ok(()),
        }
    }

    /// Bytes that may be given now.
    fn takes(&self, buf: &ReadBuf<'_>) -> usize {
        buf.remaining().min(self.allowance.unwrap_or(usize::MAX))
    }

    fn gave(&mut self, n: usize) {
        self.allowance = self.allowance.map(|left| left - n);
        self.given += n as u64;
    }
}

impl<A: Unpin> AsyncRead for ReadSide<A> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.allowance == Some(0) {
            return Poll::Ready(Err(io::ErrorKind::QuotaExceeded.into()));
        }
        if let Some(stopped) = self.intake.stopped() {
            return Poll::Ready(Err(over(stopped)));
        }
        if self.early.is_empty() {
            let read = READ.with_borrow_mut(|scratch| self.read_ahead(cx, scratch, buf));
            return match read {
                Poll::Pending => self.intake.wait(cx).map(|stopped| Err(over(stopped))),
                read => read,
            };
        }
        let n = self.early.len().min(self.takes(buf));
        // Small frames that were read ahead count towards a turn as well: else who floods would hold the thread for two
        // megabytes of them, where a read of the socket alone counts. What is only copied, the content of a long one, is cheap.
        if self.intake.may_begin_within(n) {
            let turn = ready!(coop::poll_proceed(cx));
            turn.made_progress();
        }
        let given = self.early.split_to(n);
        if self.early.is_empty() {
            self.early = Bytes::new();
        }
        Poll::Ready(self.give(&given, buf))
    }
}

/// Nothing more is read; the seat's task looks up why.
fn over(stopped: Stopped) -> io::Error {
    match stopped {
        Stopped::TooLarge => io::ErrorKind::FileTooLarge.into(),
        Stopped::Closed(_) => io::ErrorKind::QuotaExceeded.into(),
    }
}

impl<A: Fn(Bytes) + Unpin> AsyncWrite for ReadSide<A> {
    fn poll_write(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        (self.aside)(Bytes::copy_from_slice(bytes));
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use fadepad_wire::{frame::PING, masked};
    use tokio::task::yield_now;

    use crate::base::stop::Stop;
    use crate::doors::conn::Stream;
    use crate::doors::intake::Bounds;
    use crate::doors::socket::{Heard, Incoming, Socket};

    /// What one turn of a flood may take: a millisecond.
    const TURN: usize = 64 << 10;

    #[tokio::test]
    async fn who_floods_leaves_others_their_turns() {
        const PINGS: usize = 50_000;
        let (near, _far) = tokio::io::duplex(64);
        let flood = masked::frame(PING, b"are you there").repeat(PINGS);
        let turns = Arc::<AtomicUsize>::default();
        let (counts, least) = (Arc::clone(&turns), flood.len() / TURN);
        Stop::new().spawn(async move {
            loop {
                counts.fetch_add(1, Ordering::Relaxed);
                yield_now().await;
            }
        });
        let socket = Socket { stream: Stream::Sealed(Box::new(near)), early: flood.into() };
        let (halves, _way) = socket.split();
        let mut incoming = Incoming::new(halves, Bounds::small(125), drop).await;
        for _ in 0..PINGS {
            assert_eq!(incoming.next().await, Heard::Control);
        }
        let turns = turns.load(Ordering::Relaxed);
        assert!(turns >= least, "{turns} turns of others, and no {least}, beside {PINGS} pings");
    }
}
