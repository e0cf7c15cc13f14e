//! What waits to go out, bounded by number and bytes, because the client of NATS waits where it is full.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use bytes::Bytes;
use tokio::sync::mpsc;

use crate::cluster::subject::Subject;

/// SendQueueEnd that wait at most: a second of everyone typing at a full node.
const MAX_FRAMES: usize = 8 << 10;

/// Their bytes at most: a server that is away takes no more memory than two pads.
const MAX_BYTES: usize = 16 << 20;

/// A frame on its way.
#[derive(Debug)]
pub(super) struct QueuedFrame {
    pub(super) subject: Subject,
    pub(super) bytes: Bytes,
}

/// A frame is lost, for lack of room.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Overflow {
    /// Whether it is the first since one has gone in.
    pub(super) begins: bool,
}

/// Where frames go in. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct SendQueue {
    frames: mpsc::Sender<QueuedFrame>,
    room: Arc<QueueRoom>,
}

/// Where they come out.
pub(super) struct SendQueueEnd {
    frames: mpsc::Receiver<QueuedFrame>,
    room: Arc<QueueRoom>,
}

#[derive(Debug, Default)]
struct QueueRoom {
    bytes: AtomicUsize,
    overflows: AtomicBool,
}

impl SendQueue {
    pub(super) fn new() -> (Self, SendQueueEnd) {
        let (sender, frames) = mpsc::channel(MAX_FRAMES);
        let room = Arc::<QueueRoom>::default();
        (Self { frames: sender, room: Arc::clone(&room) }, SendQueueEnd { frames, room })
    }

    /// Takes a frame, where there is room.
    pub(super) fn push(&self, frame: QueuedFrame) -> Result<(), Overflow> {
        let length = frame.bytes.len();
        // Two that come at once may both go in, or neither: the bound is not a frame's.
        let waiting = self.room.bytes.fetch_add(length, Ordering::Relaxed);
        let fits = waiting + length <= MAX_BYTES && self.frames.try_send(frame).is_ok();
        if !fits {
            self.room.bytes.fetch_sub(length, Ordering::Relaxed);
        }
        let did_overflow = self.room.overflows.swap(!fits, Ordering::Relaxed);
        if fits { Ok(()) } else { Err(Overflow { begins: !did_overflow }) }
    }
}

impl SendQueueEnd {
    /// The next, also where it has yet to come.
    pub(super) async fn next(&mut self) -> Option<QueuedFrame> {
        let frame = self.frames.recv().await?;
        Some(self.gone(frame))
    }

    /// The next of those that are there.
    pub(super) fn take(&mut self) -> Option<QueuedFrame> {
        let frame = self.frames.try_recv().ok()?;
        Some(self.gone(frame))
    }

    fn gone(&self, frame: QueuedFrame) -> QueuedFrame {
        self.room.bytes.fetch_sub(frame.bytes.len(), Ordering::Relaxed);
        frame
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(length: usize) -> QueuedFrame {
        QueuedFrame { subject: "a".parse().unwrap(), bytes: Bytes::from(vec![0; length]) }
    }

    #[test]
    fn what_waits_is_bounded_and_an_overflow_is_told_once() {
        let (queue, mut frames) = SendQueue::new();
        for _ in 0..16 {
            queue.push(frame(1 << 20)).unwrap();
        }
        assert_eq!(queue.push(frame(1)), Err(Overflow { begins: true }));
        assert_eq!(queue.push(frame(1)), Err(Overflow { begins: false }));
        assert!(frames.take().is_some());
        queue.push(frame(1)).unwrap();
        assert_eq!(queue.push(frame(1 << 20)), Err(Overflow { begins: true }));
        while frames.take().is_some() {}
        for _ in 0..MAX_FRAMES {
            queue.push(frame(1)).unwrap();
        }
        assert_eq!(queue.push(frame(1)), Err(Overflow { begins: true }));
        while frames.take().is_some() {}
        assert_eq!(queue.room.bytes.load(Ordering::Relaxed), 0);
    }
}
