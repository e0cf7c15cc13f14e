//! A guest with one blocking socket, of Fadepad or any of its peers. It is no `fadepad_client::Guest`: what is
//! measured is a server, so nobody here masks, decodes what only counts, or wakes a runtime; sockets are
//! handed on bare, five thousand at a time; and peers want words in front of each message. What goes over
//! the wire, and what Fadepad wants to be asked, is `fadepad-wire`'s and `fadepad-client`'s.

use std::{
    io::{ErrorKind, Read, Write},
    net::TcpStream,
    rc::Rc,
    time::Duration,
};

use anyhow::{Context, Result, bail, ensure};
use fadepad_client::FromPage;
use fadepad_wire::{
    frame::{BINARY, CLOSE, PING, PONG},
    frames::FrameReader,
    masked,
    sync::{self, Message},
};

use crate::{door::Door, protocol::messages};

/// How long any answer may take; far beyond what a living server needs.
const PATIENCE: Duration = Duration::from_secs(30);

/// A guest of a pad.
pub(crate) struct Client {
    stream: TcpStream,
    frames: FrameReader,
    prefix: Vec<u8>,
}

impl Client {
    /// Enters a room and gets the whole document.
    pub(crate) fn join(door: &Door) -> Result<(Self, Vec<u8>)> {
        let mut client = Self::enter(door)?;
        let state = client.state()?;
        Ok((client, state))
    }

    /// Opens a socket and says what the server wants to hear before anything else.
    pub(crate) fn enter(door: &Door) -> Result<Self> {
        let (stream, frames) = open(door)?;
        let mut client = Self { stream, frames, prefix: door.protocol.prefix().to_vec() };
        door.hello.iter().try_for_each(|message| client.send(message))?;
        Ok(client)
    }

    /// Asks for the whole document.
    pub(crate) fn state(&mut self) -> Result<Vec<u8>> {
        self.send(&sync::step1(&[0]))?;
        self.wait_for(|message| match message {
            Message::Step2(state) => Some(state.to_vec()),
            _ => None,
        })
    }

    /// Sends one message.
    pub(crate) fn send(&mut self, message: &[u8]) -> Result<()> {
        let message = [&self.prefix, message].concat();
        Ok(self.stream.write_all(&masked::frame(BINARY, &message))?)
    }

    /// Says a message of y-protocols through a second handle.
    pub(crate) fn say(writer: &mut TcpStream, message: &[u8]) -> Result<()> {
        Ok(writer.write_all(&masked::frame(BINARY, message))?)
    }

    /// Waits until our server has taken everything that was sent before.
    pub(crate) fn saved(&mut self) -> Result<()> {
        self.send(&sync::extra(&FromPage::Ping { n: 1, client: None }.json()))?;
        self.wait_for(|message| is_pong(message).then_some(()))
    }

    /// Reads until `wanted` finds something.
    pub(crate) fn wait_for<T>(&mut self, wanted: impl Fn(&Message) -> Option<T>) -> Result<T> {
        loop {
            let bytes = self.next()?;
            if let Some(found) = messages(&bytes).find_map(|message| wanted(&message)) {
                return Ok(found);
            }
        }
    }

    /// The next frame's messages. Pings are answered.
    pub(crate) fn next(&mut self) -> Result<Vec<u8>> {
        loop {
            match self.frames.next()? {
                Some((BINARY, message)) => {
                    let message = message.strip_prefix(self.prefix.as_slice()).unwrap_or(message);
                    return Ok(message.to_vec());
                }
                Some((PING, payload)) => {
                    self.stream.write_all(&masked::frame(PONG, payload))?;
                }
                Some((CLOSE, why)) => bail!("closed: {}", String::from_utf8_lossy(why)),
                Some(_) => {}
                None => self.read()?,
            }
        }
    }

    fn read(&mut self) -> Result<()> {
        let mut bytes = [0; 65_536];
        let read = self.stream.read(&mut bytes);
        if read.as_ref().is_err_and(|e| e.kind() == ErrorKind::WouldBlock) {
            let patience = self.stream.read_timeout()?.unwrap_or_default();
            bail!("it says nothing for {} s", patience.as_secs());
        }
        let len = read?;
        ensure!(len > 0, "the server hung up");
        self.frames.push(&bytes[..len]);
        Ok(())
    }

    /// A second handle to write through while this one reads.
    pub(crate) fn writer(&self) -> Result<TcpStream> {
        Ok(self.stream.try_clone()?)
    }

    /// How long to wait for the next message before it is an error.
    pub(crate) fn be_patient(&self, patience: Duration) -> Result<()> {
        Ok(self.stream.set_read_timeout(Some(patience))?)
    }

    /// The bare socket, when nobody is going to read it, with what was read already.
    pub(crate) fn into_parts(self) -> (TcpStream, FrameReader) {
        (self.stream, self.frames)
    }
}

/// Opens a socket; what came behind the answer's head is in the frames.
fn open(door: &Door) -> Result<(TcpStream, FrameReader)> {
    let mut stream = TcpStream::connect(door.address)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(door.request.as_bytes())?;
    let mut frames = FrameReader::default();
    frames.push(&after_head(&mut stream)?);
    Ok((stream, frames))
}

/// Whether a message is the answer to `saved`.
fn is_pong(message: &Message) -> bool {
    matches!(message, Message::Extra(json) if json.starts_with(r#"{"t":"pong""#))
}

/// Many guests in one room, each with the document.
pub(crate) fn join_many(door: &Rc<Door>, people: usize) -> Result<Vec<Client>> {
    (0..people).map(|_| Ok(Client::join(door)?.0)).collect()
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
