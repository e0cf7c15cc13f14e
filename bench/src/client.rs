//! A guest with one blocking socket.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use anyhow::{Context, Result, bail, ensure};
use fadepad::wire::{
    sync::{self, Message},
    varint::Reader,
};

use crate::{
    frame::{self, BINARY, CLOSE, Frames, PING, PONG},
    house::House,
};

/// How long any answer may take; far beyond what a living server needs.
const PATIENCE: Duration = Duration::from_secs(30);

/// A guest of a pad.
pub(crate) struct Client {
    stream: TcpStream,
    frames: Frames,
}

impl Client {
    /// Connects with the pad's edit key and gets the whole document. With `own` it speaks as our
    /// page does.
    pub(crate) fn join(house: &House, own: bool) -> Result<(Self, Vec<u8>)> {
        let mut client = Self::connect(house.address, &upgrade(house, own)?)?;
        client.send(&sync::step1(&[0]))?;
        let state = client.wait_for(|message| match message {
            Message::Step2(state) => Some(state.to_vec()),
            _ => None,
        })?;
        Ok((client, state))
    }

    /// Opens a socket by a request.
    pub(crate) fn connect(address: SocketAddr, request: &str) -> Result<Self> {
        let (stream, frames) = open(address, request)?;
        Ok(Self { stream, frames })
    }

    /// Sends one message.
    pub(crate) fn send(&mut self, message: &[u8]) -> Result<()> {
        let mut frame = Vec::with_capacity(message.len() + 14);
        frame::put(BINARY, message, &mut frame);
        Ok(self.stream.write_all(&frame)?)
    }

    /// Waits until the server has taken everything that was sent before.
    pub(crate) fn saved(&mut self) -> Result<()> {
        self.send(&sync::extra(r#"{"t":"ping","n":1}"#))?;
        self.wait_for(|message| is_pong(message).then_some(()))
    }

    /// Reads until `wanted` finds something.
    pub(crate) fn wait_for<T>(&mut self, wanted: impl Fn(&Message) -> Option<T>) -> Result<T> {
        loop {
            let bytes = self.next()?;
            if let Some(found) = wanted(&read(&bytes)?) {
                return Ok(found);
            }
        }
    }

    /// The next message. Pings are answered.
    pub(crate) fn next(&mut self) -> Result<Vec<u8>> {
        loop {
            match self.frames.next()? {
                Some((BINARY, message)) => return Ok(message.to_vec()),
                Some((PING, payload)) => {
                    let mut pong = Vec::new();
                    frame::put(PONG, payload, &mut pong);
                    self.stream.write_all(&pong)?;
                }
                Some((CLOSE, why)) => bail!("closed: {}", String::from_utf8_lossy(why)),
                Some(_) => {}
                None => self.read()?,
            }
        }
    }

    fn read(&mut self) -> Result<()> {
        let mut bytes = [0; 65_536];
        let len = self.stream.read(&mut bytes)?;
        ensure!(len > 0, "the server hung up");
        self.frames.push(&bytes[..len]);
        Ok(())
    }

    /// A second handle to write through while this one reads.
    pub(crate) fn writer(&self) -> Result<TcpStream> {
        Ok(self.stream.try_clone()?)
    }

    /// The bare socket, when nobody is going to read it.
    pub(crate) fn into_stream(self) -> TcpStream {
        self.stream
    }
}

/// Opens a socket; what came behind the answer's head is in the frames.
pub(crate) fn open(address: SocketAddr, request: &str) -> Result<(TcpStream, Frames)> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(request.as_bytes())?;
    let mut frames = Frames::default();
    frames.push(&after_head(&mut stream)?);
    Ok((stream, frames))
}

/// The one message of a server's frame.
pub(crate) fn read(bytes: &[u8]) -> Result<Message<'_>> {
    Ok(sync::next(&mut Reader::new(bytes)).context("an empty frame")??)
}

/// Whether a message is the answer to `saved`.
pub(crate) fn is_pong(message: &Message) -> bool {
    matches!(message, Message::Extra(json) if json.starts_with(r#"{"t":"pong""#))
}

/// The request that opens a socket (RFC 6455 §4.1). The nonce may be constant: nothing caches.
pub(crate) fn upgrade(house: &House, own: bool) -> Result<String> {
    let (pad, epoch, key) = (house.text("pad")?, house.text("epoch")?, house.text("edit_key")?);
    let query = if own { format!("?x=1&epoch={epoch}") } else { String::new() };
    Ok(format!(
        "GET /ws/{pad}{query} HTTP/1.1\r\nHost: {}\r\nConnection: Upgrade\r\n\
         Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
         Sec-WebSocket-Protocol: fadepad, fadepad.key.{key}\r\n\r\n",
        house.address
    ))
}

/// Reads the answer's head, which must say 101; returns what came behind it.
fn after_head(stream: &mut TcpStream) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4_096];
    loop {
        let len = stream.read(&mut piece)?;
        ensure!(len > 0, "the server hung up instead of upgrading");
        bytes.extend_from_slice(&piece[..len]);
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let status = bytes.split(|byte| *byte == b'\r').next().context("a status line")?;
            ensure!(status.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(status));
            return Ok(bytes.split_off(end + 4));
        }
    }
}
