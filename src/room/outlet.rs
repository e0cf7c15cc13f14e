//! The way out to one seat. There is no queue: a frame is written at once, or the seat is marked
//! as blocked and takes what it missed from the room's log when its socket has room again.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use bytes::{Buf, Bytes};
use tokio::sync::Notify;

use super::log::{Log, Missed};
pub use super::pipe::Pipe;
use crate::base::close::CloseCode;
use crate::base::limits::{MAX_OWN_BYTES, MAX_OWN_FRAMES};
use crate::wire::frame;

/// What became of a frame, or of an attempt to catch up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The seat is in step.
    InStep,
    /// The socket is full; the seat's task goes on when it can.
    Blocked,
    /// The log no longer holds what the seat missed: the room makes one delta for it.
    Behind,
    /// The connection is over.
    Broken,
}

/// One seat's way out, shared by the room's task (which writes) and the seat's own (which wakes
/// only when the socket was full).
pub struct Outlet {
    pipe: Box<dyn Pipe>,
    log: Arc<Log>,
    /// It leads to a wall: what the room shares holds text, and is not for it.
    pub(super) wall: bool,
    begun: Instant,
    backlog: Mutex<Backlog>,
    wake: Notify,
    settled: AtomicBool,
    /// Seconds since `begun` of the last byte in and out.
    last_in: AtomicU32,
    last_out: AtomicU32,
}

#[derive(Default)]
struct Backlog {
    blocked: bool,
    broken: bool,
    /// The last frame is on its way: nothing follows it.
    closing: Option<CloseCode>,
    /// The rest of a frame that went out half: it has to be finished first.
    part: Bytes,
    /// Frames for this seat alone.
    own: VecDeque<Bytes>,
    /// The log's number of the next frame for this seat.
    next: u64,
}

impl Outlet {
    /// Opens a way out.
    #[must_use]
    pub fn new(pipe: Box<dyn Pipe>, log: Arc<Log>, wall: bool, now: Instant) -> Self {
        let backlog = Mutex::default();
        Self {
            pipe,
            log,
            wall,
            begun: now,
            backlog,
            wake: Notify::new(),
            settled: AtomicBool::new(false),
            last_in: AtomicU32::new(0),
            last_out: AtomicU32::new(0),
        }
    }

    /// The room has taken the seat: it gets the room's frames from now on.
    pub fn enter(&self) {
        self.backlog().next = self.log.end();
    }

    /// Sends a frame that is for this seat alone.
    pub fn send(&self, frame: Bytes, now: Instant) -> Sent {
        let mut backlog = self.backlog();
        if backlog.broken || backlog.closing.is_some() {
            return Sent::Broken;
        }
        let waiting: usize = backlog.own.iter().map(Bytes::len).sum();
        let too_much = waiting > 0 && waiting + frame.len() > MAX_OWN_BYTES;
        if too_much || backlog.own.len() >= MAX_OWN_FRAMES {
            return self.broken(&mut backlog);
        }
        self.push(&mut backlog, frame, now)
    }

    fn push(&self, backlog: &mut Backlog, frame: Bytes, now: Instant) -> Sent {
        backlog.own.push_back(frame);
        if backlog.blocked { Sent::Blocked } else { self.drain(backlog, now) }
    }

    /// Sends the room's frame of this number. Where the log keeps it, a blocked seat will find it
    /// there.
    pub fn share(&self, number: u64, frame: &Bytes, logged: bool, now: Instant) -> Sent {
        let mut backlog = self.backlog();
        if backlog.broken || backlog.closing.is_some() {
            return Sent::Broken;
        }
        if backlog.next > number {
            return Sent::InStep;
        }
        if backlog.blocked {
            if !logged {
                backlog.own.push_back(frame.clone());
                backlog.next = number + 1;
            }
            return Sent::Blocked;
        }
        backlog.next = number + 1;
        backlog.part = frame.clone();
        self.drain(&mut backlog, now)
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

    /// Gives a seat that fell out of the log one frame with all that it missed.
    pub fn catch_up(&self, frame: Bytes, now: Instant) -> Sent {
        let mut backlog = self.backlog();
        backlog.next = self.log.end();
        backlog.own.push_back(frame);
        self.drain(&mut backlog, now)
    }

    fn drain(&self, backlog: &mut Backlog, now: Instant) -> Sent {
        loop {
            while !backlog.part.is_empty() {
                match self.pipe.try_write(&backlog.part) {
                    Ok(0) => return self.broken(backlog),
                    Ok(n) => {
                        backlog.part.advance(n);
                        self.last_out.store(self.seconds(now), Ordering::Relaxed);
                    }
                    Err(e) if e.kind() == io::ErrorKind::WouldBlock => return self.block(backlog),
                    Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                    Err(_) => return self.broken(backlog),
                }
            }
            // A finished frame's memory must not live on in an empty rest of it.
            backlog.part = Bytes::new();
            if let Some(frame) = backlog.own.pop_front() {
                backlog.part = frame;
                continue;
            }
            if !backlog.blocked || self.wall {
                break;
            }
            match self.log.get(backlog.next) {
                Ok(Some(frame)) => {
                    backlog.part = frame;
                    backlog.next += 1;
                }
                Ok(None) => break,
                Err(Missed) => {
                    self.block(backlog);
                    return Sent::Behind;
                }
            }
        }
        if std::mem::take(&mut backlog.blocked) {
            self.log.unblock();
            backlog.own.shrink_to_fit();
        }
        if backlog.closing.is_some() {
            self.wake.notify_one();
        }
        Sent::InStep
    }

    fn block(&self, backlog: &mut Backlog) -> Sent {
        if !std::mem::replace(&mut backlog.blocked, true) {
            self.log.block();
            self.wake.notify_one();
        }
        Sent::Blocked
    }

    fn broken(&self, backlog: &mut Backlog) -> Sent {
        backlog.broken = true;
        self.wake.notify_one();
        Sent::Broken
    }

    /// Sends a close; nothing follows it.
    pub fn close(&self, code: CloseCode, now: Instant) {
        let mut backlog = self.backlog();
        if backlog.closing.is_none() && !backlog.broken {
            self.push(&mut backlog, frame::close(code), now);
            backlog.closing = Some(code);
        }
        self.wake.notify_one();
    }

    /// The pad has ended: a guest who still reads is told, one whose socket is full is let go, and
    /// what waited for him is dropped, since it holds text.
    pub fn end(&self, now: Instant) {
        if self.is_blocked() {
            let mut backlog = self.backlog();
            (backlog.part, backlog.own) = (Bytes::new(), VecDeque::new());
            self.broken(&mut backlog);
        } else {
            self.close(CloseCode::Ended, now);
        }
    }

    /// Tries to send a close and lets go at once: the guest is dead, or takes nothing.
    pub fn give_up(&self, code: CloseCode, now: Instant) {
        self.close(code, now);
        self.backlog().broken = true;
    }

    /// The code of the close that was sent.
    #[must_use]
    pub fn closed_with(&self) -> Option<CloseCode> {
        self.backlog().closing
    }

    /// Waits until the seat's task has something to do: the socket was full, or it is over.
    pub async fn woken(&self) {
        self.wake.notified().await;
    }

    /// Whether the socket is full.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.backlog().blocked
    }

    /// Whether the last frame is out, or the connection broke: the seat's task may end.
    #[must_use]
    pub fn is_over(&self) -> bool {
        let backlog = self.backlog();
        backlog.broken || (backlog.closing.is_some() && !backlog.blocked)
    }

    /// The first sync is over, or should be.
    pub fn settle(&self) {
        if !self.settled.swap(true, Ordering::Relaxed) {
            self.pipe.settle();
        }
    }

    /// Notes that the guest was heard.
    pub fn heard(&self, now: Instant) {
        self.last_in.store(self.seconds(now), Ordering::Relaxed);
    }

    /// Seconds since the guest was heard.
    #[must_use]
    pub fn silent_in(&self, now: Instant) -> u32 {
        self.seconds(now).saturating_sub(self.last_in.load(Ordering::Relaxed))
    }

    /// Seconds since a byte went out to the guest.
    #[must_use]
    pub fn silent_out(&self, now: Instant) -> u32 {
        self.seconds(now).saturating_sub(self.last_out.load(Ordering::Relaxed))
    }

    fn seconds(&self, now: Instant) -> u32 {
        now.saturating_duration_since(self.begun).as_secs().try_into().unwrap_or(u32::MAX)
    }

    fn backlog(&self) -> MutexGuard<'_, Backlog> {
        self.backlog.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Outlet {
    fn drop(&mut self) {
        if self.backlog().blocked {
            self.log.unblock();
        }
    }
}
