//! What the WebSocket library takes for its connection: it reads, and what is written goes aside.

use std::cell::RefCell;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf as _, Bytes};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use zeroize::Zeroize as _;

use super::way::ReadHalf;

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
        buf.put_slice(now);
        if !later.is_empty() {
            self.early = Bytes::copy_from_slice(later);
        }
        self.gave(now.len());
        filled.zeroize();
        Poll::Ready(Ok(()))
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
        if self.early.is_empty() {
            return READ.with_borrow_mut(|scratch| self.read_ahead(cx, scratch, buf));
        }
        let n = self.early.len().min(self.takes(buf));
        buf.put_slice(&self.early[..n]);
        self.early.advance(n);
        self.gave(n);
        if self.early.is_empty() {
            self.early = Bytes::new();
        }
        Poll::Ready(Ok(()))
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
