//! A connection's two halves, plain, sealed (TLS) or a tunnel, and how a seat's task writes on.
//!
//! The room writes to a plain socket itself; this task only waits until a full one has room. A
//! sealed one is written here, frame by frame, from the room's log.

use std::future::{Future, pending, poll_fn};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use socket2::SockRef;
use tokio::io::{self as tokio_io, AsyncRead, AsyncWrite, AsyncWriteExt as _, ReadBuf};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::time::timeout;

use super::tunnel::Tunnel;
use crate::base::limits::{CLOSE_GRACE, POLLS_WITHIN, PROBE_TIMEOUT};
use crate::room::Seat;
use crate::room::send::outbound::Pipe;
use crate::room::send::task_writer::Next;

/// Unsent bytes that the kernel takes of one socket: more would only be stale for a slow reader
/// (2.8 MB without it).
const NOT_SENT: u32 = 16 << 10;

/// A connection that is read and written by one task.
pub trait Duplex: AsyncRead + AsyncWrite + Send + Unpin + 'static {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin + 'static> Duplex for T {}

/// A connection of one of three kinds.
pub enum Stream {
    /// TCP.
    Plain(TcpStream),
    /// TLS over TCP.
    Sealed(Box<dyn Duplex>),
    /// Requests.
    Tunnel(Box<Tunnel>),
}

/// The half that is read.
pub enum ReadHalf {
    /// Of a TCP connection.
    Plain(OwnedReadHalf),
    /// Of a TLS connection, or a tunnel.
    Sealed(tokio_io::ReadHalf<Box<dyn Duplex>>),
}

/// The half that is written.
pub enum WriteHalf {
    /// The room writes.
    Plain(TcpPipe),
    /// The seat's task writes. The guest is heard so soon after a ping came to it.
    Sealed(tokio_io::WriteHalf<Box<dyn Duplex>>, Duration),
}

impl Stream {
    /// What is sealed or in a tunnel stays with the event loop that it came by, which wakes any thread.
    pub(super) fn move_here(self) -> io::Result<Self> {
        match self {
            Self::Plain(stream) => TcpStream::from_std(stream.into_std()?).map(Self::Plain),
            Self::Sealed(_) | Self::Tunnel(_) => Ok(self),
        }
    }

    pub(super) fn split(self) -> (ReadHalf, WriteHalf) {
        match self {
            Self::Plain(stream) => {
                let (read, write) = stream.into_split();
                (ReadHalf::Plain(read), WriteHalf::Plain(TcpPipe(Arc::new(write))))
            }
            Self::Sealed(stream) => split(stream, PROBE_TIMEOUT),
            Self::Tunnel(tunnel) => split(tunnel, POLLS_WITHIN),
        }
    }
}

fn split(stream: Box<dyn Duplex>, answers_within: Duration) -> (ReadHalf, WriteHalf) {
    let (read, write) = tokio_io::split(stream);
    (ReadHalf::Sealed(read), WriteHalf::Sealed(write, answers_within))
}

impl AsyncRead for ReadHalf {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Plain(half) => Pin::new(half).poll_read(cx, buf),
            Self::Sealed(half) => Pin::new(half).poll_read(cx, buf),
        }
    }
}

/// From now on the kernel takes few bytes of this socket that are not sent.
pub fn bound_unsent(socket: &TcpStream) {
    limit(&SockRef::from(socket));
}

fn limit(socket: &SockRef<'_>) {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let _ = socket.set_tcp_notsent_lowat(NOT_SENT);
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    let _ = socket.set_send_buffer_size(NOT_SENT as usize);
}

/// The write half of a TCP connection.
#[derive(Clone)]
pub struct TcpPipe(Arc<OwnedWriteHalf>);

impl Pipe for TcpPipe {
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
        self.0.try_write(bytes)
    }

    /// Before, the kernel may take a whole pad at once: written in pieces of 16 KiB, a join would
    /// cost half as much again.
    fn settle(&self) {
        limit(&SockRef::from(self.0.as_ref().as_ref()));
    }
}

/// What a room has of a sealed connection: it always leaves the frame to the seat's task.
struct SealedPipe(Duration);

impl Pipe for SealedPipe {
    fn try_write(&self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::WouldBlock.into())
    }

    fn is_written_by_task(&self) -> bool {
        true
    }

    fn answers_within(&self) -> Duration {
        self.0
    }
}

impl WriteHalf {
    /// What the room writes to.
    #[must_use]
    pub fn pipe(&self) -> Box<dyn Pipe> {
        match self {
            Self::Plain(pipe) => Box::new(pipe.clone()),
            Self::Sealed(_, answers_within) => Box::new(SealedPipe(*answers_within)),
        }
    }

    /// Writes on where the seat is blocked. May be dropped while it waits.
    ///
    /// # Errors
    /// Where the connection is broken.
    pub async fn go_on(&mut self, seat: &Seat) -> io::Result<()> {
        match self {
            Self::Plain(pipe) => {
                pipe.0.writable().await?;
                seat.resume().await;
                Ok(())
            }
            Self::Sealed(half, _) => write_on(half, seat).await,
        }
    }

    /// For a connection of many seats. A plain one: waits until it has room. A sealed one: writes
    /// some of these bytes, or flushes where there are none. May be dropped while it waits.
    ///
    /// # Errors
    /// Where the connection is broken.
    pub async fn push(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(pipe) => pipe.0.writable().await.map(|()| 0),
            Self::Sealed(half, _) if bytes.is_empty() => half.flush().await.map(|()| 0),
            Self::Sealed(half, _) => match half.write(bytes).await? {
                0 => Err(io::ErrorKind::WriteZero.into()),
                n => Ok(n),
            },
        }
    }

    /// Writes the first and last frame of a connection that gets no seat.
    pub async fn say(&mut self, frame: &[u8]) {
        match self {
            // It is small and the first thing on its socket: it fits.
            Self::Plain(pipe) => drop(pipe.try_write(frame)),
            Self::Sealed(half, _) => {
                let said = async { half.write_all(frame).await.and(half.flush().await) };
                let _ = timeout(CLOSE_GRACE, said).await;
            }
        }
    }

    /// Nothing more is written: the guest is told so.
    pub async fn finish(self) {
        // A plain half says it when it is dropped.
        if let Self::Sealed(mut half, _) = self {
            let _ = timeout(CLOSE_GRACE, half.shutdown()).await;
        }
    }
}

/// Writes until the seat is in step. What was not taken stays with the seat, so that this may be
/// dropped at any wait.
async fn write_on<W: AsyncWrite + Unpin>(half: &mut W, seat: &Seat) -> io::Result<()> {
    loop {
        match seat.next() {
            Next::Write(bytes) => {
                let write = poll_fn(|cx| Pin::new(&mut *half).poll_write(cx, &bytes));
                match watched(seat, write).await? {
                    0 => return Err(io::ErrorKind::WriteZero.into()),
                    n => seat.took(n),
                }
            }
            Next::Flush => {
                watched(seat, poll_fn(|cx| Pin::new(&mut *half).poll_flush(cx))).await?;
                if seat.flushed() {
                    return Ok(());
                }
            }
            Next::Ask => seat.ask().await,
            Next::Wait => pending().await,
        }
    }
}

/// Tells the seat where the socket is full.
async fn watched<T>(seat: &Seat, mut step: impl Future<Output = T> + Unpin) -> T {
    poll_fn(|cx| {
        let polled = Pin::new(&mut step).poll(cx);
        if polled.is_pending() {
            seat.stall();
        }
        polled
    })
    .await
}
