//! Many guests who come at the same moment.

use std::{
    rc::Rc,
    time::{Duration, Instant},
};

use anyhow::{Result, bail, ensure};
use fadepad_wire::{
    frame::BINARY,
    frames::FrameReader,
    masked,
    sync::{self, Message},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::LocalSet,
    time::timeout,
};

use crate::{door::Door, protocol};

/// Beyond this nobody waits for a page.
const LONGEST: Duration = Duration::from_secs(60);

/// How long each of those who enter at once waits for a document of at least so many bytes, sorted.
pub(crate) fn rush(door: &Rc<Door>, people: usize, bytes: usize) -> Result<Vec<Duration>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    LocalSet::new().block_on(&runtime, async {
        let began = Instant::now();
        let guests: Vec<_> = (0..people)
            .map(|_| tokio::task::spawn_local(timeout(LONGEST, enter(Rc::clone(door), bytes))))
            .collect();
        let mut waits = Vec::new();
        let mut held = Vec::new();
        for guest in guests {
            let (at, stream) = guest.await???;
            waits.push(at - began);
            held.push(stream);
        }
        waits.sort_unstable();
        Ok(waits)
    })
}

/// Connects, says hello, asks, and reads until the document is there; then when that was.
async fn enter(door: Rc<Door>, bytes: usize) -> Result<(Instant, TcpStream)> {
    let mut stream = TcpStream::connect(door.address).await?;
    stream.set_nodelay(true)?;
    stream.write_all(door.request.as_bytes()).await?;
    let mut head = Vec::new();
    let mut piece = vec![0; 65_536];
    let end = loop {
        if let Some(end) = head.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
        let len = stream.read(&mut piece).await?;
        ensure!(len > 0, "the server hung up instead of upgrading");
        head.extend_from_slice(&piece[..len]);
    };
    let mut frames = FrameReader::default();
    frames.push(&head[end..]);
    let mut ask = Vec::new();
    for message in door.hello.iter().chain([&sync::step1(&[0])]) {
        masked::put(&mut ask, BINARY, &door.wrap(message));
    }
    stream.write_all(&ask).await?;
    loop {
        while let Some((opcode, payload)) = frames.next()? {
            if opcode == BINARY && is_whole(door.unwrap(payload), bytes) {
                return Ok((Instant::now(), stream));
            }
        }
        match stream.read(&mut piece).await? {
            0 => bail!("the server hung up on a guest who joins"),
            len => frames.push(&piece[..len]),
        }
    }
}

fn is_whole(payload: &[u8], bytes: usize) -> bool {
    protocol::messages(payload)
        .any(|message| matches!(message, Message::Step2(state) if state.len() >= bytes))
}
