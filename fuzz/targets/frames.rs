//! Any bytes after the upgrade: however they come in pieces the same is heard, nothing larger than is
//! allowed, and whatever a frame holds is read or refused.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use fadepad::doors::conn::Stream;
use fadepad::doors::intake::Bounds;
use fadepad::doors::socket::{Heard, Incoming, Socket};
use fadepad_lib0::Reader;
use fadepad_wire::{awareness, extra, hocuspocus, sync};
use futures_util::FutureExt as _;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// Bytes of a message that are allowed: small, so that they are reached.
const MOST: usize = 600;

/// One case: the size of the pieces, and what comes in them.
pub fn run(data: &[u8]) {
    let [size, bytes @ ..] = data else { return };
    let whole = hear(bytes, usize::MAX);
    let pieces = hear(bytes, usize::from(*size).max(1));
    assert_eq!(whole, pieces, "in pieces of {size}");
    for heard in &whole {
        if let Heard::Binary(frame) | Heard::Text(frame) = heard {
            assert!(frame.len() <= MOST, "{} bytes", frame.len());
            read(frame);
        }
    }
}

/// Everything that is heard, up to the end of it.
fn hear(bytes: &[u8], size: usize) -> Vec<Heard> {
    let pieces = Pieces { rest: bytes.to_vec().into(), size };
    let socket = Socket { stream: Stream::Sealed(Box::new(pieces)), early: bytes::Bytes::new() };
    let (halves, _way) = socket.split();
    let all = async {
        let mut incoming = Incoming::new(halves, Bounds::small(MOST), drop).await;
        let mut heard = Vec::new();
        loop {
            let next = incoming.next().await;
            let last = next.is_last();
            heard.push(next);
            if last {
                return heard;
            }
        }
    };
    all.now_or_never().expect("all of it is there already")
}

/// Reads a frame as the Hocuspocus door does: whatever it is, it is about the document that it names.
fn read_of_provider(frame: &[u8]) {
    if let Ok(hocuspocus::ProviderFrame::Of(address, said)) = hocuspocus::read(frame) {
        assert!(address.0.starts_with(address.name()));
        if let hocuspocus::DocumentMessage::Y(sync::Message::Update(update)) = said {
            let mut again = Vec::new();
            hocuspocus::put_y(&mut again, address.0, |out| sync::put_update(out, update));
            assert_eq!(hocuspocus::read(&again), Ok(hocuspocus::ProviderFrame::Of(address, said)));
        }
    }
}

/// Reads a frame as the y-websocket door does.
fn read(frame: &[u8]) {
    let _ = hocuspocus::is_greeting(frame);
    read_of_provider(frame);
    let mut reader = Reader::new(frame);
    while let Some(Ok(message)) = sync::next(&mut reader) {
        match message {
            sync::Message::Awareness(states) => {
                let read: Result<Vec<_>, _> = awareness::entries(states).collect();
                let Ok(entries) = read else { continue };
                let written = awareness::encode(entries.iter().copied());
                let again: Vec<_> = awareness::entries(&written).flatten().collect();
                assert_eq!(again, entries, "what is written again is read as the same");
            }
            sync::Message::Extra(json) => drop(extra::read(json)),
            _ => {}
        }
    }
}

/// A connection on which everything has come already, in pieces of this size.
struct Pieces {
    rest: bytes::Bytes,
    size: usize,
}

impl AsyncRead for Pieces {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let n = self.rest.len().min(self.size).min(buf.remaining());
        buf.put_slice(&self.rest.split_to(n));
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Pieces {
    fn poll_write(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
