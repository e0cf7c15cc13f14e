//! The WebSocket library, and the only file that names it. It parses what guests send, over the
//! read half alone; what it wants to send (pongs) is handed to the seat.

use std::io;

use bytes::Bytes;
use fadepad_wire::frame;
use futures_util::StreamExt as _;
use tokio::io::AsyncReadExt as _;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::error::{Error, ProtocolError};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Message, Role, WebSocketConfig};

use super::conn::{ReadHalf, Stream, WriteHalf};
use super::intake::{Bounds, Intake, Stopped};
use super::read_side::ReadSide;
use crate::base::close::CloseCode;
use crate::base::limits::{CLOSE_GRACE, DRAINED};

/// Bytes that the library holds for one socket. Its default of 128 KiB is what makes an idle socket
/// dear: 133 KiB.
const READ_BUFFER: usize = 256;

/// Bytes that are read and dropped at once after a close.
const DRAIN_BUFFER: usize = 16 << 10;

/// Bytes that are still understood after a close, since the guest's own may be among them: who sends more has not looked
/// at ours, and to read bytes alone costs little.
const LAST_WORDS: usize = 16 << 10;

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
    pub fn split(self) -> (Halves, WriteHalf) {
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
    /// Something that is no frame, is not waited for any longer, or comes too fast; nothing after it is
    /// read, and the connection is closed with this code.
    Refused(CloseCode),
    /// The guest says goodbye, and is owed this frame as an answer; nothing comes after it.
    Goodbye(Bytes),
    /// The guest is gone.
    Closed,
}

/// The messages of one guest.
pub struct Incoming<A> {
    /// Always there; taken apart only in [`Self::renew`].
    frames: Option<WebSocketStream<ReadSide<A>>>,
    /// Bytes that a message may ever have.
    max: usize,
    /// Bytes of the frames that were heard, at least.
    heard: u64,
    /// The library has held a large message, and still holds the memory.
    large: bool,
    /// Nothing of what still comes is understood.
    cut: bool,
}

impl<A: Fn(Bytes) + Unpin> Incoming<A> {
    /// Reads messages within these bounds; `aside` takes pongs.
    pub async fn new(halves: Halves, bounds: Bounds, aside: A) -> Self {
        let Halves { read, early } = halves;
        let (max, intake) = (bounds.largest.ever, Intake::new(bounds));
        let side = ReadSide { read, early, aside, allowance: None, given: 0, intake };
        let mut incoming = Self { frames: None, max, heard: 0, large: false, cut: false };
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
        let stopped = self.frames.as_ref().and_then(|frames| frames.get_ref().intake.stopped());
        let heard = match heard {
            Some(Ok(Message::Binary(bytes))) => Heard::Binary(bytes),
            Some(Ok(Message::Text(text))) => Heard::Text(text.into()),
            Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => Heard::Control,
            Some(Err(Error::Io(_))) if stopped.is_some() => match stopped {
                Some(Stopped::Closed(code)) => Heard::Refused(code),
                _ => Heard::TooLarge,
            },
            Some(Err(Error::Capacity(_))) => Heard::TooLarge,
            // A lost Wi-Fi is no broken protocol.
            Some(Err(Error::Protocol(ProtocolError::ResetWithoutClosingHandshake))) => {
                Heard::Closed
            }
            Some(Err(Error::Protocol(_))) => Heard::Refused(CloseCode::Framing),
            Some(Err(Error::Utf8(_))) => Heard::Refused(CloseCode::NotText),
            // The library would send its own answer only when it is read once more.
            Some(Ok(Message::Close(said))) => Heard::Goodbye(answer(said.as_ref())),
            Some(Err(_)) | None => Heard::Closed,
        };
        self.cut |= matches!(heard, Heard::TooLarge | Heard::Refused(_));
        heard
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

/// The frame that answers a close: it says the same. A code that nobody may send was made 1002 by
/// the library, which also takes care of reasons that are no text.
fn answer(said: Option<&CloseFrame>) -> Bytes {
    frame::close_with(said.map(|said| (said.code.into(), said.reason.as_str())))
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
            self.allow(Some(LAST_WORDS));
            let mut heard = self.next().await;
            while !heard.is_last() {
                heard = self.next().await;
            }
            if self.cut || self.is_used_up() {
                self.drain().await;
            }
        };
        let _ = timeout(CLOSE_GRACE, closed).await;
    }

    /// Whether all is read that was allowed.
    fn is_used_up(&self) -> bool {
        self.frames.as_ref().is_some_and(|frames| frames.get_ref().allowance == Some(0))
    }

    /// Reads and drops bytes until the guest hangs up or has no more: to hang up on bytes that are
    /// still on their way would reset the connection and destroy our close.
    async fn drain(&mut self) {
        let Some(frames) = &mut self.frames else { return };
        let side = frames.get_mut();
        let mut scratch = vec![0; DRAIN_BUFFER];
        while let Ok(Ok(1..)) = timeout(DRAINED, side.read.read(&mut scratch)).await {}
    }
}

impl Heard {
    /// Whether nothing can be read after it.
    #[must_use]
    pub fn is_last(&self) -> bool {
        matches!(self, Self::Goodbye(_) | Self::Closed | Self::TooLarge | Self::Refused(_))
    }
}
