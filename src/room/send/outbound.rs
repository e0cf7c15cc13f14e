//! The way out to one seat. There is no queue: a frame is written at once, or the seat is marked
//! as blocked and takes what it missed from the room's log when its socket has room again.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use bytes::{Buf as _, Bytes};
use fadepad_store::Origin;
use tokio::sync::Notify;

use super::activity::Activity;
use super::close::Closing;
use super::encoder::{Encoder, EncodingKey, Frames, Sink};
use super::history::History;
use super::log::{Log, Missed};
pub use super::pipe::Pipe;
use crate::base::limits::{MAX_OWN_BYTES, MAX_OWN_FRAMES, SMALL_FRAME};
use crate::room::core::budget::{Budget, Waiting};

/// What became of a frame, or of an attempt to catch up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The seat is in step.
    InStep,
    /// The socket is full since this frame: the room marks where the seat stands.
    Blocked,
    /// It was full before; the seat's task goes on when it can.
    Waiting,
    /// The log no longer holds what the seat missed: the room makes one delta for it.
    Behind,
    /// The connection is over.
    Broken,
}

/// One seat's way out, shared by the room's task (which writes) and the seat's own (which wakes
/// only when the socket was full, or writes all itself: see `task_writer.rs`).
pub struct Outbound {
    pub(in crate::room) pipe: Box<dyn Pipe>,
    pub(in crate::room) dialect: Arc<dyn Encoder>,
    form: EncodingKey,
    log: Arc<Log>,
    listener: Listener,
    backlog: Mutex<Backlog>,
    pub(in crate::room) wake: Arc<Notify>,
    settled: AtomicBool,
    silence: Activity,
    /// What the guest has from before.
    pub(in crate::room) history: History,
}

#[derive(Default)]
pub(in crate::room) struct Backlog {
    /// Something waits: the socket is full, or the seat's task has not had its turn.
    pub(in crate::room) blocked: bool,
    /// Where the seat's task writes: it found the socket full.
    pub(in crate::room) stalled: bool,
    /// The room has marked where this blocked seat stands.
    marked: bool,
    /// The seat's task has asked the room for what fell out of the log.
    pub(in crate::room) asked: bool,
    pub(in crate::room) broken: bool,
    /// The last frame is on its way: nothing follows it.
    pub(in crate::room) closing: Option<Closing>,
    /// The rest of a frame that went out half: it has to be finished first.
    pub(in crate::room) part: Bytes,
    /// What the server's memory counts for that rest.
    part_held: Option<Waiting>,
    /// Frames for this seat alone.
    pub(in crate::room) own: VecDeque<Own>,
    /// The log's number of the next frame for this seat.
    next: u64,
}

/// A frame for one seat alone.
pub(in crate::room) struct Own {
    frame: Bytes,
    /// What the server's memory counts for it: nothing before it has to wait.
    held: Option<Waiting>,
}

impl From<Bytes> for Own {
    fn from(frame: Bytes) -> Self {
        Self { frame, held: None }
    }
}

/// Whom frames go out to.
pub struct Listener {
    /// A wall: what the room shares holds text, and is not for it.
    pub wall: bool,
    /// Where they come from; `None` for who comes from nowhere, such as another node.
    pub origin: Option<Origin>,
    /// The memory that is taken while they do not read.
    pub budget: Budget,
}

impl Outbound {
    /// Opens a way out.
    #[must_use]
    pub fn new(voice: Sink, log: Arc<Log>, listener: Listener, now: Instant) -> Self {
        let Sink { pipe, dialect, wake } = voice;
        let (form, backlog, settled) = (dialect.form(), Mutex::default(), AtomicBool::new(false));
        let silence = Activity::new(now);
        let history = History::default();
        Self { pipe, dialect, form, log, listener, backlog, wake, settled, silence, history }
    }

    /// The room has taken the seat: it gets the room's frames from now on.
    pub fn enter(&self) {
        self.backlog().next = self.log.end();
    }

    /// How this seat is spoken to.
    #[must_use]
    pub fn dialect(&self) -> &dyn Encoder {
        &*self.dialect
    }

    /// Whether it leads to a wall.
    pub(in crate::room) fn is_wall(&self) -> bool {
        self.listener.wall
    }

    /// Sends a frame that is for this seat alone; nothing where it is empty.
    pub fn send(&self, frame: Bytes, now: Instant) -> Sent {
        let mut backlog = self.backlog();
        if backlog.broken || backlog.closing.is_some() {
            return Sent::Broken;
        }
        if frame.is_empty() {
            return Sent::InStep;
        }
        let waiting: usize = backlog.own.iter().map(|own| own.frame.len()).sum();
        let too_much = waiting > 0 && waiting + frame.len() > MAX_OWN_BYTES;
        if too_much || backlog.own.len() >= MAX_OWN_FRAMES {
            return self.broken(&mut backlog);
        }
        self.push(&mut backlog, frame, now)
    }

    pub(in crate::room) fn push(&self, backlog: &mut Backlog, frame: Bytes, now: Instant) -> Sent {
        backlog.own.push_back(frame.into());
        let sent = if backlog.blocked { Sent::Waiting } else { self.drain(backlog, now) };
        self.hold(backlog, sent)
    }

    /// Counts what has to wait. Who reads nothing, and for whom there is no more memory, has fallen
    /// behind. What many are told at once is the same bytes, and counts for nobody.
    fn hold(&self, backlog: &mut Backlog, sent: Sent) -> Sent {
        if !matches!(sent, Sent::Blocked | Sent::Waiting) {
            return sent;
        }
        let Listener { origin, budget, .. } = &self.listener;
        let take = |frame: &Bytes, held: &mut Option<Waiting>| {
            if held.is_none() && frame.len() > SMALL_FRAME && frame.is_unique() {
                *held = budget.take_unread(*origin, frame.len());
                return held.is_some();
            }
            true
        };
        let Backlog { part, part_held, own, .. } = &mut *backlog;
        let fits =
            take(part, part_held) && own.iter_mut().all(|Own { frame, held }| take(frame, held));
        if fits { sent } else { self.broken(backlog) }
    }

    /// Sends the room's frame of this number; one that is blocked and marked will find it in the
    /// log.
    pub fn share(&self, number: u64, frames: &Frames, now: Instant) -> Sent {
        let mut backlog = self.backlog();
        if backlog.broken || backlog.closing.is_some() {
            return Sent::Broken;
        }
        if backlog.next > number {
            return Sent::InStep;
        }
        if backlog.blocked && backlog.marked {
            return Sent::Waiting;
        }
        backlog.next = number + 1;
        if backlog.blocked {
            // Blocked since the last flush, and what the room had then is no longer known. What it
            // has after this frame is the mark, so the seat has to hold this frame itself.
            backlog.own.push_back(frames.of(self.form).into());
            backlog.marked = true;
            return Sent::Blocked;
        }
        backlog.part = frames.of(self.form);
        let sent = self.drain(&mut backlog, now);
        backlog.marked = sent == Sent::Blocked;
        sent
    }

    /// Passes over the room's frame of this number: the seat is its author.
    pub fn skip(&self, number: u64) {
        let mut backlog = self.backlog();
        if !backlog.blocked && backlog.next <= number {
            backlog.next = number + 1;
        }
    }

    /// The socket has room again: writes what waits.
    pub fn resume(&self, now: Instant) -> Sent {
        let mut backlog = self.backlog();
        if backlog.broken { Sent::Broken } else { self.drain(&mut backlog, now) }
    }

    /// Gives a seat that fell out of the log one frame with all that it missed; the room marks
    /// where it stands then, unless it is in step.
    pub fn catch_up(&self, frame: Bytes, now: Instant) -> Sent {
        let mut backlog = self.backlog();
        backlog.next = self.log.end();
        backlog.asked = false;
        if !frame.is_empty() && backlog.closing.is_none() {
            backlog.own.push_back(frame.into());
        }
        let sent = self.drain(&mut backlog, now);
        let sent = self.hold(&mut backlog, sent);
        backlog.marked = sent != Sent::InStep;
        self.wake.notify_one();
        sent
    }

    fn drain(&self, backlog: &mut Backlog, now: Instant) -> Sent {
        loop {
            match self.fill(backlog) {
                Ok(true) => {}
                Ok(false) => break,
                Err(Missed) => {
                    self.block(backlog);
                    return Sent::Behind;
                }
            }
            let before = backlog.part.len();
            match self.pipe.take(&mut backlog.part) {
                Ok(()) => self.silence.said(before - backlog.part.len(), now),
                Err(e) if e.kind() == io::ErrorKind::WouldBlock => return self.block(backlog),
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return self.broken(backlog),
            }
        }
        self.release(backlog);
        Sent::InStep
    }

    /// Makes the next frame the one that is written; false where nothing waits.
    pub(in crate::room) fn fill(&self, backlog: &mut Backlog) -> Result<bool, Missed> {
        if !backlog.part.is_empty() {
            return Ok(true);
        }
        // A finished frame's memory must not live on in an empty rest of it.
        (backlog.part, backlog.part_held) = (Bytes::new(), None);
        while let Some(Own { frame, held }) = backlog.own.pop_front() {
            if !frame.is_empty() {
                (backlog.part, backlog.part_held) = (frame, held);
                return Ok(true);
            }
        }
        let follows = backlog.blocked && !self.listener.wall && backlog.closing.is_none();
        while follows && backlog.part.is_empty() {
            // What has no words in this seat's dialect is passed over.
            let Some(frames) = self.log.get(backlog.next)? else { break };
            backlog.part = frames.of(self.form);
            backlog.next += 1;
        }
        Ok(!backlog.part.is_empty())
    }

    /// So many bytes are out.
    pub(in crate::room) fn advance(&self, backlog: &mut Backlog, n: usize, now: Instant) {
        backlog.part.advance(n);
        self.silence.said(n, now);
    }

    /// Nothing waits any more.
    pub(in crate::room) fn release(&self, backlog: &mut Backlog) {
        if std::mem::take(&mut backlog.blocked) {
            self.log.unblock();
            backlog.own.shrink_to_fit();
            (backlog.marked, backlog.stalled) = (false, false);
        }
        if backlog.closing.is_some() {
            self.wake.notify_one();
        }
    }

    fn block(&self, backlog: &mut Backlog) -> Sent {
        if std::mem::replace(&mut backlog.blocked, true) {
            return Sent::Waiting;
        }
        self.log.block();
        self.wake.notify_one();
        Sent::Blocked
    }

    pub(in crate::room) fn broken(&self, backlog: &mut Backlog) -> Sent {
        backlog.broken = true;
        self.wake.notify_one();
        Sent::Broken
    }

    /// Waits until the seat's task has something to do: the socket was full, or it is over.
    pub async fn woken(&self) {
        self.wake.notified().await;
    }

    /// Whether something waits for the seat's task.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.backlog().blocked
    }

    /// Whether the socket is full.
    #[must_use]
    pub fn is_stalled(&self) -> bool {
        let backlog = self.backlog();
        backlog.blocked && (backlog.stalled || !self.pipe.is_written_by_task())
    }

    /// The first sync is over, or should be.
    pub fn settle(&self) {
        if !self.settled.swap(true, Ordering::Relaxed) {
            self.pipe.settle();
        }
    }

    /// Notes that the guest was heard.
    pub fn heard(&self, now: Instant) {
        self.silence.heard(now);
    }

    /// How long the guest was silent, and we.
    pub(in crate::room) fn silence(&self) -> &Activity {
        &self.silence
    }

    pub(in crate::room) fn backlog(&self) -> MutexGuard<'_, Backlog> {
        self.backlog.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Outbound {
    fn drop(&mut self) {
        if self.backlog().blocked {
            self.log.unblock();
        }
    }
}
