//! What goes out to somebody who may not read it: a write that nobody takes ends, what waits of a pad's text is counted, and
//! a connection that holds some of it ends with the pad.

use std::future::pending;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, header};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::{mpsc, watch};
use tokio::time::{Sleep, sleep};
use warp::reply::Response;

use super::{Peer, ServerState};
use crate::base::ids::Origin;
use crate::base::limits::{CLOSE_GRACE, WRITE_PATIENCE};
use crate::render::NotRendered;
use crate::room::core::budget::Unread;
use crate::room::core::pass::Barred;
use crate::room::lobby::{Admission, Pad};

/// A stream whose writes fail where nobody has taken any of it for a while.
pub(super) struct Patient<S> {
    stream: S,
    wait: Option<Pin<Box<Sleep>>>,
}

impl<S> Patient<S> {
    pub(super) fn new(stream: S) -> Self {
        Self { stream, wait: None }
    }

    pub(super) fn into_inner(self) -> S {
        self.stream
    }

    /// Waits on with what is not done, but not for ever.
    fn bounded<T>(
        &mut self,
        cx: &mut Context<'_>,
        done: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if done.is_ready() {
            self.wait = None;
            return done;
        }
        let wait = self.wait.get_or_insert_with(|| Box::pin(sleep(WRITE_PATIENCE)));
        ready!(wait.as_mut().poll(cx));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, into)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let done = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.bounded(cx, done)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let done = Pin::new(&mut self.stream).poll_write_vectored(cx, bytes);
        self.bounded(cx, done)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let done = Pin::new(&mut self.stream).poll_flush(cx);
        self.bounded(cx, done)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let done = Pin::new(&mut self.stream).poll_shutdown(cx);
        self.bounded(cx, done)
    }
}

/// A text that waits to go out, and its place in the memory of all.
struct QueuedText {
    text: Bytes,
    _place: Unread,
}

impl AsRef<[u8]> for QueuedText {
    fn as_ref(&self) -> &[u8] {
        &self.text
    }
}

/// Counts a text until it has gone out: the HTTP library lets go of a body before it has written it.
pub(super) fn counted(server: &ServerState, peer: Peer, text: Bytes) -> Result<Bytes, NotRendered> {
    let origin = peer.from.ip().into();
    let place = server.lobby.budget().take_unread(Some(origin), text.len());
    let place = place.ok_or(NotRendered::Busy)?;
    Ok(Bytes::from_owner(QueuedText { text, _place: place }))
}

/// Left on a response that holds something of a pad, for whoever writes to the connection.
#[derive(Clone)]
pub(super) struct OfPad {
    changes: watch::Receiver<u64>,
    /// Who reads it; none where the address alone opens it.
    reader: Option<Arc<PadReader>>,
    /// How long its last word may take after the pad's end.
    goodbye: Duration,
}

/// Somebody who reads a pad's text.
pub(super) struct PadReader {
    /// Whom the pad let in.
    pub(super) admission: Admission,
    /// From where.
    pub(super) from: Origin,
}

impl PadReader {
    /// Whether they may still: who has only a link goes with whoever was shown out with their address.
    pub(super) fn may(&self) -> Result<(), Barred> {
        let Admission { pad, pass, .. } = &self.admission;
        pad.access.role(*pass)?;
        pad.access.pass_shut_address(*pass, self.from)
    }
}

impl OfPad {
    /// What goes out until the pad has ended, and no byte longer.
    pub(super) fn of(pad: &Pad) -> Self {
        Self { changes: pad.room.changes(), reader: None, goodbye: Duration::ZERO }
    }

    /// The same until this one may read no more.
    pub(super) fn read_by(reader: Arc<PadReader>) -> Self {
        Self { reader: Some(reader.clone()), ..Self::of(&reader.admission.pad) }
    }

    /// The same with a last word of its own after the end, which is no text of the pad.
    pub(super) fn with_goodbye(self) -> Self {
        Self { goodbye: CLOSE_GRACE, ..self }
    }

    /// Has a response's connection end with it, and serve nothing else: what comes after it could be somebody else's.
    pub(super) fn holds(self, response: &mut Response) {
        response.extensions_mut().insert(self);
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
}

/// Waits until what goes out may go out no more.
pub(super) async fn is_over(mut held: mpsc::Receiver<OfPad>) {
    let Some(OfPad { mut changes, reader, goodbye }) = held.recv().await else {
        return pending().await;
    };
    // Who may read is told as a change, too.
    while changes.changed().await.is_ok() {
        if reader.as_ref().is_some_and(|reader| reader.may().is_err()) {
            break;
        }
    }
    sleep(goodbye).await;
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};
    use tokio::time::Instant;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_write_that_nobody_takes_fails_and_a_slow_reader_gets_all() {
        let (ours, mut theirs) = duplex(8);
        let mut ours = Patient::new(ours);
        let begun = Instant::now();
        let failed = ours.write_all(&[1; 20]).await.unwrap_err();
        assert_eq!(failed.kind(), io::ErrorKind::TimedOut);
        assert!((WRITE_PATIENCE..WRITE_PATIENCE * 2).contains(&begun.elapsed()));
        theirs.read_exact(&mut [0; 8]).await.unwrap();
        let slowly = async {
            for _ in 0..5 {
                sleep(WRITE_PATIENCE * 3 / 4).await;
                theirs.read_exact(&mut [0; 8]).await.unwrap();
            }
        };
        let (written, ()) = tokio::join!(ours.write_all(&[2; 40]), slowly);
        written.unwrap();
    }
}
