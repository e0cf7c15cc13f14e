//! The room's short memory of frames, kept only while some seat's socket is full.

use std::collections::VecDeque;
use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::encoder::Frames;
use crate::base::limits::MAX_LOG;

/// The frame is no longer in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed;

/// Keeps a log from being forgotten, for one seat.
#[derive(Debug)]
pub struct Follower(Arc<Log>);

impl Deref for Follower {
    type Target = Log;

    fn deref(&self) -> &Log {
        &self.0
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        let mut kept = self.0.kept();
        kept.followers -= 1;
        // A room in which nobody is late holds no frames: they are text, too.
        if kept.followers == 0 {
            kept.clear();
        }
    }
}

/// Numbered frames. Every frame has a number, but is kept only where somebody is blocked.
#[derive(Debug, Default)]
pub struct Log {
    kept: Mutex<KeptFrames>,
}

#[derive(Debug, Default)]
struct KeptFrames {
    frames: VecDeque<Frames>,
    bytes: usize,
    /// The number that the next frame gets.
    end: u64,
    /// Seats that are not in step.
    followers: usize,
}

impl Log {
    /// Numbers a frame, and keeps it where somebody is blocked. Returns its number.
    pub fn append(&self, frame: &Frames) -> u64 {
        let mut kept = self.kept();
        let number = kept.end;
        kept.end += 1;
        if kept.followers > 0 {
            kept.bytes += frame.bytes();
            kept.frames.push_back(frame.clone());
            // Whoever falls out gets one delta since their mark, which is no more than what they
            // lack.
            while kept.bytes > MAX_LOG {
                let Some(oldest) = kept.frames.pop_front() else { break };
                kept.bytes -= oldest.bytes();
            }
        } else {
            kept.clear();
        }
        number
    }

    /// Returns the frame of this number; `None` at the end.
    ///
    /// # Errors
    /// [`Missed`] where it was forgotten.
    pub fn get(&self, number: u64) -> Result<Option<Frames>, Missed> {
        let kept = self.kept();
        if number >= kept.end {
            return Ok(None);
        }
        let from_end = usize::try_from(kept.end - number).map_err(|_| Missed)?;
        let at = kept.frames.len().checked_sub(from_end).ok_or(Missed)?;
        Ok(kept.frames.get(at).cloned())
    }

    /// The number that the next frame gets.
    #[must_use]
    pub fn end(&self) -> u64 {
        self.kept().end
    }

    /// One more seat is not in step: frames are kept for as long as what is returned.
    #[must_use]
    pub fn follow(log: &Arc<Self>) -> Follower {
        log.kept().followers += 1;
        Follower(Arc::clone(log))
    }

    fn kept(&self) -> MutexGuard<'_, KeptFrames> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeptFrames {
    fn clear(&mut self) {
        self.frames = VecDeque::new();
        self.bytes = 0;
    }
}
