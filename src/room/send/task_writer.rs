//! The way out where the seat's own task writes, since a write takes more than a moment: through
//! TLS a room cannot try. The task takes the same frames, from the same log, and a slow reader
//! falls out of it by the same rules.

use std::time::Instant;

use bytes::Bytes;

use super::outbound::Outbound;
use crate::room::{Inbox, Seat, now};

/// What the seat's task has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// To write these bytes, and to say how many were taken.
    Write(Bytes),
    /// To flush, and to say when all is out.
    Flush,
    /// To ask the room for what fell out of the log.
    Ask,
    /// To wait: the connection is over, or the room was asked.
    Wait,
}

impl Outbound {
    /// What comes next on this way out.
    #[must_use]
    pub fn next(&self) -> Next {
        let mut backlog = self.backlog();
        if backlog.broken || backlog.asked {
            return Next::Wait;
        }
        match self.fill(&mut backlog) {
            Ok(true) => Next::Write(backlog.part.clone()),
            Ok(false) => Next::Flush,
            Err(_) => Next::Ask,
        }
    }

    /// The connection took so many bytes of what was to be written.
    pub fn took(&self, n: usize, now: Instant) {
        let mut backlog = self.backlog();
        // The room drops what waits when the pad ends.
        if n <= backlog.part.len() {
            self.advance(&mut backlog, n, now);
        }
        backlog.stalled = false;
    }

    /// The socket is full: what waits is late from now on.
    pub fn stall(&self) {
        self.backlog().stalled = true;
    }

    /// Everything was flushed; true where nothing new came meanwhile.
    pub fn flushed(&self) -> bool {
        let mut backlog = self.backlog();
        let empty = self.fill(&mut backlog) == Ok(false);
        if empty {
            self.release(&mut backlog);
        }
        empty
    }

    fn ask(&self) {
        self.backlog().asked = true;
    }
}

impl Seat {
    /// What comes next for a task that writes itself.
    #[must_use]
    pub fn next(&self) -> Next {
        self.outlet.next()
    }

    /// The connection took so many bytes of what was to be written.
    pub fn took(&self, n: usize) {
        self.outlet.took(n, now());
    }

    /// The socket is full.
    pub fn stall(&self) {
        self.outlet.stall();
    }

    /// Everything was flushed; true where nothing new came meanwhile.
    #[must_use]
    pub fn flushed(&self) -> bool {
        self.outlet.flushed()
    }

    /// Asks the room for what fell out of the log.
    pub async fn ask(&self) {
        // May be dropped while it waits for a place: nothing is noted before there is one.
        if let Ok(place) = self.inbox.reserve().await {
            self.outlet.ask();
            place.send(Inbox::Behind(self.id));
        }
    }
}
