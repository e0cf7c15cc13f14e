//! The ceiling: a server that passes every frame on to everybody else and does nothing more. One
//! thread, no document, no checks, no limits.

use std::{
    cell::RefCell,
    collections::HashMap,
    io::{ErrorKind, Write},
    rc::Rc,
};

use anyhow::Result;
use fadepad_wire::{
    frame::{BINARY, binary},
    frames::FrameReader,
};
use tokio::{
    io::AsyncWriteExt,
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    sync::Notify,
    task::LocalSet,
};

use super::{Peer, own};

pub(super) const PEER: Peer = Peer {
    name: "rawcast",
    about: "a broadcast of each frame without document or checks, one thread: the ceiling",
    documents: false,
    install: || Ok(()),
    start: || Ok(own::start(&["--rawcast"])?.0),
};

/// Someone connected. FrameReader gather here while the thread is busy, and go out in one write.
#[derive(Default)]
struct Seat {
    unsent: RefCell<Vec<u8>>,
    more: Notify,
}

type Seats = Rc<RefCell<Vec<Rc<Seat>>>>;
/// Who is in which room, by the first line of their requests.
type Rooms = Rc<RefCell<HashMap<Vec<u8>, Seats>>>;

/// Listens on any port, prints it, and serves until it is killed.
pub(crate) fn serve() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    LocalSet::new().block_on(&runtime, async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        println!("{}", listener.local_addr()?.port());
        std::io::stdout().flush()?;
        let rooms = Rooms::default();
        loop {
            let (stream, _) = listener.accept().await?;
            tokio::task::spawn_local(enter(stream, Rc::clone(&rooms)));
        }
    })
}

async fn enter(stream: TcpStream, rooms: Rooms) -> Result<()> {
    stream.set_nodelay(true)?;
    let (reader, mut writer) = stream.into_split();
    let (room, rest) = after_head(&reader).await?;
    let seats = Rc::clone(rooms.borrow_mut().entry(room).or_default());
    writer.write_all(b"HTTP/1.1 101 Switching Protocols\r\n\r\n").await?;
    let seat = Rc::new(Seat::default());
    seats.borrow_mut().push(Rc::clone(&seat));
    let sender = tokio::task::spawn_local(send(Rc::clone(&seat), writer));
    let outcome = pass_on(&reader, rest, &seat, &seats).await;
    sender.abort();
    seats.borrow_mut().retain(|other| !Rc::ptr_eq(other, &seat));
    outcome
}

/// Reads the request, which may be anything; returns its first line and what came behind it.
async fn after_head(reader: &OwnedReadHalf) -> Result<(Vec<u8>, FrameReader)> {
    let mut bytes = Vec::new();
    let mut frames = FrameReader::default();
    loop {
        reader.readable().await?;
        let mut piece = [0; 4_096];
        match reader.try_read(&mut piece) {
            Ok(0) => anyhow::bail!("hung up"),
            Ok(len) => bytes.extend_from_slice(&piece[..len]),
            Err(e) if e.kind() == ErrorKind::WouldBlock => {}
            Err(e) => return Err(e.into()),
        }
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            frames.push(&bytes[end + 4..]);
            let line = bytes.split(|byte| *byte == b'\r').next().unwrap_or_default();
            return Ok((line.to_vec(), frames));
        }
    }
}

async fn pass_on(
    reader: &OwnedReadHalf,
    mut frames: FrameReader,
    own: &Rc<Seat>,
    all: &Seats,
) -> Result<()> {
    loop {
        while let Some((opcode, payload)) = frames.next()? {
            if opcode == BINARY {
                let framed = binary(payload);
                let seats = all.borrow();
                seats
                    .iter()
                    .filter(|seat| !Rc::ptr_eq(seat, own))
                    .for_each(|seat| seat.take(&framed));
            }
        }
        reader.readable().await?;
        let mut piece = [0; 65_536];
        match reader.try_read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(len) => frames.push(&piece[..len]),
            Err(e) if e.kind() == ErrorKind::WouldBlock => {}
            Err(e) => return Err(e.into()),
        }
    }
}

impl Seat {
    fn take(&self, framed: &[u8]) {
        self.unsent.borrow_mut().extend_from_slice(framed);
        self.more.notify_one();
    }
}

async fn send(seat: Rc<Seat>, mut socket: OwnedWriteHalf) -> Result<()> {
    loop {
        seat.more.notified().await;
        let gathered = seat.unsent.take();
        socket.write_all(&gathered).await?;
    }
}
