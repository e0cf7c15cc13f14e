//! The way out where the seat's own task writes, since a write takes more than a moment: through
//! TLS a room cannot try. The task takes the same frames, from the same log, and a slow reader
//! falls out of it by the same rules.

use std::time::Instant;

use bytes::Bytes;

use super::backlog::{HeldUp, OutboundState};
use super::log::Missed;
use super::outbound::Outbound;

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
        if matches!(backlog.state, OutboundState::Behind(_) | OutboundState::Broken { .. }) {
            return Next::Wait;
        }
        match self.fill(&mut backlog) {
            Ok(true) => Next::Write(backlog.part.frame.clone()),
            Ok(false) => Next::Flush,
            Err(Missed) => Next::Ask,
        }
    }

    /// The connection took so many bytes of what was to be written.
    pub fn took(&self, n: usize, now: Instant) {
        let mut backlog = self.backlog();
        // When the pad ends the room drops what waits, also what is just being written.
        if n <= backlog.part.frame.len() {
            self.advance(&mut backlog, n, now);
        }
        backlog.state.hold_up(HeldUp::Untried);
    }

    /// The socket is full: what waits is late from now on.
    pub fn stall(&self) {
        self.backlog().state.hold_up(HeldUp::Full);
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
}
