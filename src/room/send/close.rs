//! How a seat's way out ends: with a close that is the last frame, or at once.

use std::collections::VecDeque;
use std::time::Instant;

use bytes::Bytes;

use super::outbound::Outbound;
use crate::base::close::CloseCode;

/// Who says goodbye first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::room) enum Closing {
    /// We do, for this reason.
    Ours(CloseCode),
    /// The guest does, and is answered.
    Theirs,
}

impl Outbound {
    /// Sends a close; nothing follows it.
    pub fn close(&self, code: CloseCode, now: Instant) {
        self.close_by(code, |outlet| outlet.dialect.close(code), now);
    }

    /// Sends a close in words of its own.
    pub fn close_saying(&self, code: CloseCode, frame: Bytes, now: Instant) {
        self.close_by(code, |_| frame, now);
    }

    fn close_by(&self, code: CloseCode, last: impl FnOnce(&Self) -> Bytes, now: Instant) {
        let mut backlog = self.backlog();
        if backlog.closing.is_none() && !backlog.broken {
            self.push(&mut backlog, last(self), now);
            backlog.closing = Some(Closing::Ours(code));
        }
        self.wake.notify_one();
    }

    /// Answers the guest's own close. Who says goodbye reads no further: what waited is dropped,
    /// but for a frame that is out in part.
    pub fn answer_close(&self, answer: Bytes, now: Instant) {
        let mut backlog = self.backlog();
        if backlog.closing.is_none() && !backlog.broken {
            backlog.own = VecDeque::new();
            self.push(&mut backlog, answer, now);
            backlog.closing = Some(Closing::Theirs);
        }
        self.wake.notify_one();
    }

    /// The pad has ended: a guest who still reads is told, one whose socket is full is let go, and
    /// what waited for him is dropped, since it holds text.
    pub fn end(&self, now: Instant) {
        if self.is_stalled() {
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
        match self.backlog().closing {
            Some(Closing::Ours(code)) => Some(code),
            Some(Closing::Theirs) | None => None,
        }
    }

    /// Whether the last frame is out, or the connection broke: the seat's task may end.
    #[must_use]
    pub fn is_over(&self) -> bool {
        let backlog = self.backlog();
        backlog.broken || (backlog.closing.is_some() && !backlog.blocked)
    }
}
