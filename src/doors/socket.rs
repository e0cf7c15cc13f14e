//! The WebSocket library, and the only file that names it. It parses what guests send, over the
//! read half alone; what it wants to send (pongs, echoed closes) is handed to the seat.

use std::cell::RefCell;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes};
use futures_util::StreamExt as _;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, ReadBuf};
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::error::{Error, ProtocolError};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::{Message, Role, WebSocketConfig};
use zeroize::Zeroize as _;

use super::way::{ReadHalf, Stream, Way};
use crate::base::limits::CLOSE_GRACE;

/// Bytes that the library holds for one socket. Its default of 128 KiB is what makes an idle socket
/// dear: 133 KiB.
const READ_BUFFER: usize = 256;

/// Bytes that are read at once from one socket, into one place for all sockets of a thread.
const SCRATCH: usize = 16 << 10;

thread_local! {
    /// Wiped after each read: it holds what people write.
    static READ: RefCell<Box<[u8]>> = RefCell::new(vec![0; SCRATCH].into());
}

/// A message larger than this is worth giving its memory back.
const LARGE: usize = 1 << 10;

/// What the library may gather of its own: a pong holds 125 bytes.
const WRITE_BUFFER: usize = 4 << 10;

/// The answer to `Sec-WebSocket-Key`.
#[must_use]
pub fn accept_key(key: &[u8]) -> String {
    derive_accept_key(key)
}

/// A connection that has just been upgraded.
pub struct Socket {
    /// The connection.
    pub stream: Stream,
    /// Bytes that came with the request: frames of an eager client.
    pub early: Bytes,
}

/// The half that is read, before anybody does.
pub struct Halves {
    read: ReadHalf,
    early: Bytes,
}

impl Socket {
    /// Lets the event loop of this thread tell when it can be read and written.
    ///
    /// # Errors
    /// Where the system refuses to watch one more.
    pub fn move_here(self) -> io::Result<Self> {
        Ok(Self { stream: self.stream.move_here()?, ..self })
    }

    /// Takes the connection apart.
    #[must_use]
    pub fn split(self) -> (Halves, Way) {
        let (read, way) = self.stream.split();
        (Halves { read, early: self.early }, way)
    }
}

/// What a guest sent.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// A binary message.
    Binary(Bytes),
    /// A text message: UTF-8.
    Text(Bytes),
    /// A ping or pong.
    Control,
    /// A message over the limit; nothing after it can be read.
    TooLarge,
    /// No WebSocket frame; nothing after it can be read.
    Broken,
    /// The guest is gone.
    Closed,
}

/// The messages of one guest.
pub struct Incoming<A> {
    /// Always there; taken apart only in [`Self::renew`].
    frames: Option<WebSocketStream<ReadSide<A>>>,
    /// Bytes that a message may have.
    max: usize,
    /// Bytes of the frames that were heard, at least.
    heard: u64,
    /// The library has held a large message, and still holds the memory.
    large: bool,
}

impl<A: Fn(Bytes) + Unpin> Incoming<A> {
    /// Reads messages of at most `max` bytes; `aside` takes pongs and echoed closes.
    pub async fn new(halves: Halves, max: usize, aside: A) -> Self {
        let Halves { read, early } = halves;
        let side = ReadSide { read, early, aside, allowance: None, given: 0 };
        let mut incoming = Self { frames: None, max, heard: 0, large: false };
        incoming.read_from(side).await;
        incoming
    }

    async fn read_from(&mut self, side: ReadSide<A>) {
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER)
            .write_buffer_size(0)
            .max_write_buffer_size(WRITE_BUFFER)
            .max_message_size(Some(self.max))
            .max_frame_size(Some(self.max));
        let frames = WebSocketStream::from_raw_socket(side, Role::Server, Some(config));
        self.frames = Some(frames.await);
    }

    /// Waits for the next message. May be dropped while it waits.
    pub async fn next(&mut self) -> Heard {
        if self.large {
            // Boxed, since every idle connection holds the future that waits here.
            Box::pin(self.renew()).await;
        }
        let Some(frames) = &mut self.frames else { return Heard::Closed };
        let heard = frames.next().await;
        if let Some(Ok(message)) = &heard {
            self.heard += frame_len(message.len());
            self.large |= message.len() > LARGE;
        }
        match heard {
            Some(Ok(Message::Binary(bytes))) => Heard::Binary(bytes),
            Some(Ok(Message::Text(text))) => Heard::Text(text.into()),
            Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => Heard::Control,
            Some(Err(Error::Capacity(_))) => Heard::TooLarge,
            // A lost Wi-Fi is no broken protocol.
            Some(Err(Error::Protocol(ProtocolError::ResetWithoutClosingHandshake))) => {
                Heard::Closed
            }
            Some(Err(Error::Protocol(_) | Error::Utf8(_))) => Heard::Broken,
            Some(Ok(Message::Close(_)) | Err(_)) | None => Heard::Closed,
        }
    }

    /// Lets the library begin anew where it holds no part of a message: it would keep a large
    /// one's memory as long as the guest stays. Where a message came in parts more was given than
    /// is known to be heard, and all stays as it is.
    async fn renew(&mut self) {
        let whole =
            |frames: &mut WebSocketStream<ReadSide<A>>| frames.get_ref().given == self.heard;
        if let Some(frames) = self.frames.take_if(whole) {
            self.large = false;
            self.read_from(frames.into_inner()).await;
        }
    }
}

/// The least bytes of a guest's frames that say so many: head, length, mask, content.
fn frame_len(content: usize) -> u64 {
    let head = match content {
        ..=125 => 2,
        126..=0xffff => 4,
        _ => 10,
    };
    head + 4 + content as u64
}

impl<A: Fn(Bytes) + Unpin> Incoming<A> {
    /// How many more bytes are read, where that is limited: a guest who has shown no key yet may
    /// not make us hold a large message.
    pub fn allow(&mut self, bytes: Option<usize>) {
        if let Some(frames) = &mut self.frames {
            frames.get_mut().allowance = bytes;
        }
    }

    /// Waits a while for the guest's own close: to hang up first could destroy ours on its way.
    pub async fn linger(&mut self) {
        let closed = async {
            let mut heard = self.next().await;
            while !heard.is_last() {
                heard = self.next().await;
            }
            if heard != Heard::Closed {
                self.drain().await;
            }
        };
        let _ = timeout(CLOSE_GRACE, closed).await;
    }

    /// Reads and drops bytes until the guest hangs up: to hang up on bytes that are still on their
    /// way would reset the connection and destroy our close.
    async fn drain(&mut self) {
        let Some(frames) = &mut self.frames else { return };
        let side = frames.get_mut();
        let mut scratch = vec![0; READ_BUFFER];
        while matches!(side.read.read(&mut scratch).await, Ok(1..)) {}
    }
}

impl Heard {
    /// Whether nothing can be read after it.
    #[must_use]
    pub fn is_last(&self) -> bool {
        matches!(self, Self::Closed | Self::Broken | Self::TooLarge)
    }
}

/// Reads from the connection; writes go aside.
struct ReadSide<A> {
    read: ReadHalf,
    early: Bytes,
    aside: A,
    allowance: Option<usize>,
    /// Bytes that the library was given.
    given: u64,
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
