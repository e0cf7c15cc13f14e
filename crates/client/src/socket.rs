//! WebSocket frames over any stream, and the only file that names the library.

use std::io;

use bytes::Bytes;
use futures_util::{SinkExt as _, StreamExt as _};
use thiserror::Error;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
pub use tokio_tungstenite::tungstenite::handshake::client::Request;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, WebSocketConfig};
use tokio_tungstenite::tungstenite::{self, Message};

/// Bytes that are read at once: a guest who says little should not weigh 128 KiB, the library's usual size.
const READ_BUFFER: usize = 16 << 10;

/// The largest message that is read: a pad of 8 MiB as an array of integers is 30 MB.
const LARGEST: usize = 64 << 20;

/// Why a guest has no connection (any more).
#[derive(Debug, Error)]
pub enum Error {
    /// The server answered something else than a socket.
    #[error("the server answered {status}: {body}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// What it says about it.
        body: String,
        /// Seconds until it is worth another try, where it tells.
        retry_after_s: Option<u64>,
    },
    /// The address, pad or key can't stand in a request.
    #[error("this is no address of a pad: {0}")]
    BadAddress(String),
    /// The connection broke, or never came about.
    #[error("the connection broke: {0}")]
    Io(#[from] io::Error),
    /// The server went without a close.
    #[error("the server hung up")]
    HungUp,
    /// What came is none of what is spoken here.
    #[error("the server said something else than expected: {0}")]
    Unexpected(String),
}

/// What the server says as it closes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Close {
    /// The code; 1005 where none was sent.
    pub code: u16,
    /// The reason; often empty.
    pub reason: String,
}

/// One message of a WebSocket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Bytes.
    Binary(Bytes),
    /// Text.
    Text(String),
    /// A ping. What comes is answered by itself, with the next read or write.
    Ping(Bytes),
    /// Its answer.
    Pong(Bytes),
    /// The last one.
    Close(Close),
}

/// The request that opens a socket at this URL, with these subprotocols.
///
/// # Errors
/// Where it is no URL, or the subprotocols are no header.
pub fn request(url: &str, subprotocols: Option<&str>) -> Result<Request, Error> {
    let bad = |why: String| Error::BadAddress(why);
    let mut request = url.into_client_request().map_err(|e| bad(e.to_string()))?;
    if let Some(subprotocols) = subprotocols {
        let value = HeaderValue::try_from(subprotocols).map_err(|e| bad(e.to_string()))?;
        request.headers_mut().insert("Sec-WebSocket-Protocol", value);
    }
    Ok(request)
}

/// An open WebSocket.
#[derive(Debug)]
pub struct WebSocket<S> {
    frames: WebSocketStream<S>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> WebSocket<S> {
    /// Opens one over a connection.
    ///
    /// # Errors
    /// Where the server refuses or the connection breaks.
    pub async fn open(request: Request, stream: S) -> Result<Self, Error> {
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER)
            .max_message_size(Some(LARGEST))
            .max_frame_size(Some(LARGEST));
        let opened =
            tokio_tungstenite::client_async_with_config(request, stream, Some(config)).await;
        let (frames, _) = opened.map_err(failed)?;
        Ok(Self { frames })
    }

    /// Sends a message and waits until the connection has taken it.
    ///
    /// # Errors
    /// Where the connection is over.
    pub async fn send(&mut self, frame: Frame) -> Result<(), Error> {
        self.frames.send(message(frame)).await.map_err(failed)
    }

    /// Sends bytes.
    ///
    /// # Errors
    /// Where the connection is over.
    pub async fn send_bytes(&mut self, bytes: impl Into<Bytes>) -> Result<(), Error> {
        self.send(Frame::Binary(bytes.into())).await
    }

    /// Sends text.
    ///
    /// # Errors
    /// Where the connection is over.
    pub async fn send_text(&mut self, text: impl Into<String>) -> Result<(), Error> {
        self.send(Frame::Text(text.into())).await
    }

    /// The next message. May be dropped while it waits.
    ///
    /// # Errors
    /// Where there is none any more: also after a [`Frame::Close`].
    pub async fn next(&mut self) -> Result<Frame, Error> {
        loop {
            let message = self.frames.next().await.ok_or(Error::HungUp)?.map_err(failed)?;
            return Ok(match message {
                Message::Binary(bytes) => Frame::Binary(bytes),
                Message::Text(text) => Frame::Text(text.as_str().to_owned()),
                Message::Ping(bytes) => Frame::Ping(bytes),
                Message::Pong(bytes) => Frame::Pong(bytes),
                Message::Close(said) => Frame::Close(close(said)),
                Message::Frame(_) => continue,
            });
        }
    }

    /// Says goodbye, and waits until the server has answered it.
    ///
    /// # Errors
    /// Where the connection broke before.
    pub async fn leave(mut self) -> Result<(), Error> {
        self.frames.close(None).await.map_err(failed)?;
        while self.frames.next().await.is_some_and(|heard| heard.is_ok()) {}
        Ok(())
    }

    /// The connection itself, for who writes frames of their own into it.
    pub fn stream(&mut self) -> &mut S {
        self.frames.get_mut()
    }
}

fn message(frame: Frame) -> Message {
    match frame {
        Frame::Binary(bytes) => Message::Binary(bytes),
        Frame::Text(text) => Message::Text(text.into()),
        Frame::Ping(bytes) => Message::Ping(bytes),
        Frame::Pong(bytes) => Message::Pong(bytes),
        Frame::Close(Close { code, reason }) => {
            Message::Close(Some(CloseFrame { code: code.into(), reason: reason.into() }))
        }
    }
}

fn close(said: Option<CloseFrame>) -> Close {
    /// "No code was sent" (RFC 6455 §7.4.1): never on the wire.
    const NO_CODE: u16 = 1005;
    said.map_or(Close { code: NO_CODE, reason: String::new() }, |said| Close {
        code: said.code.into(),
        reason: said.reason.as_str().to_owned(),
    })
}

fn failed(error: tungstenite::Error) -> Error {
    match error {
        tungstenite::Error::Http(answer) => {
            let body = answer.body().as_deref().unwrap_or_default();
            let body = String::from_utf8_lossy(body).trim().to_owned();
            let wait = answer.headers().get("retry-after").and_then(|wait| wait.to_str().ok());
            let retry_after_s = wait.and_then(|seconds| seconds.parse().ok());
            Error::Refused { status: answer.status().as_u16(), body, retry_after_s }
        }
        tungstenite::Error::Io(broken) => Error::Io(broken),
        tungstenite::Error::ConnectionClosed
        | tungstenite::Error::AlreadyClosed
        | tungstenite::Error::Protocol(
            tungstenite::error::ProtocolError::ResetWithoutClosingHandshake,
        ) => Error::HungUp,
        other => Error::Unexpected(other.to_string()),
    }
}
