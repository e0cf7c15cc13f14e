//! How a seat's way out ends: with a close that is the last frame, or at once.

use std::collections::VecDeque;
use std::time::Instant;

use bytes::Bytes;

use super::outlet::Outlet;
use crate::base::close::CloseCode;
use crate::wire::frame;

impl Outlet {
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
        self.backlog().closing
    }

    /// Whether the last frame is out, or the connection broke: the seat's task may end.
    #[must_use]
    pub fn is_over(&self) -> bool {
        let backlog = self.backlog();
        backlog.broken || (backlog.closing.is_some() && !backlog.blocked)
    }
}
