//! The room's short memory of frames, kept only while some seat's socket is full.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::encoder::Frames;
use crate::base::limits::MAX_LOG;

/// The frame is no longer in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed;

/// Numbered frames. Every frame has a number, but is kept only where somebody is blocked.
#[derive(Debug, Default)]
pub struct Log {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    frames: VecDeque<Frames>,
    bytes: usize,
    /// The number that the next frame gets.
    end: u64,
    /// Seats whose sockets are full.
    blocked: usize,
}

impl Log {
    /// Numbers a frame, and keeps it where somebody is blocked. Returns its number.
    pub fn append(&self, frame: &Frames) -> u64 {
        let mut inner = self.inner();
        let number = inner.end;
        inner.end += 1;
        if inner.blocked > 0 {
            inner.bytes += frame.bytes();
            inner.frames.push_back(frame.clone());
            while inner.bytes > MAX_LOG {
                let Some(oldest) = inner.frames.pop_front() else { break };
                inner.bytes -= oldest.bytes();
            }
        } else {
            inner.clear();
        }
        number
    }

    /// Returns the frame of this number; `None` at the end.
    ///
    /// # Errors
    /// [`Missed`] where it was forgotten.
    pub fn get(&self, number: u64) -> Result<Option<Frames>, Missed> {
        let inner = self.inner();
        if number >= inner.end {
            return Ok(None);
        }
        let from_end = usize::try_from(inner.end - number).map_err(|_| Missed)?;
        let at = inner.frames.len().checked_sub(from_end).ok_or(Missed)?;
        Ok(inner.frames.get(at).cloned())
    }

    /// The number that the next frame gets.
    #[must_use]
    pub fn end(&self) -> u64 {
        self.inner().end
    }

    /// One more seat is blocked.
    pub fn block(&self) {
        self.inner().blocked += 1;
    }

    /// One fewer; with the last one the log is emptied.
    pub fn unblock(&self) {
        let mut inner = self.inner();
        inner.blocked = inner.blocked.saturating_sub(1);
        if inner.blocked == 0 {
            inner.clear();
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn clear(&mut self) {
        self.frames = VecDeque::new();
        self.bytes = 0;
    }
}
