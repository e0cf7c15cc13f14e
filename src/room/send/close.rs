//! How a seat's way out ends: with a close that is the last frame, or at once.

use std::time::Instant;

use bytes::Bytes;

use super::backlog::{Goodbye, OutboundState};
use super::outbound::Outbound;
use crate::base::close::CloseCode;

impl Outbound {
    /// Sends a close; nothing follows it.
    pub fn close(&self, code: CloseCode, now: Instant) {
        self.say_last(Goodbye::Ours(code), || self.dialect().close(code), now);
    }

    /// Sends a close in words of its own.
    pub fn close_saying(&self, code: CloseCode, frame: Bytes, now: Instant) {
        self.say_last(Goodbye::Ours(code), || frame, now);
    }

    /// Answers the guest's own close. Who says goodbye reads no further: what waited is dropped,
    /// but for a frame that is out in part.
    pub fn answer_close(&self, answer: Bytes, now: Instant) {
        self.say_last(Goodbye::Theirs, || answer, now);
    }

    fn say_last(&self, by: Goodbye, last: impl FnOnce() -> Bytes, now: Instant) {
        let mut backlog = self.backlog();
        // The first close is the one that the guest hears, whatever else comes to an end meanwhile.
        if backlog.state.is_open() {
            backlog.close(by);
            self.push(&mut backlog, last(), now);
        }
        self.wake();
    }

    /// The pad has ended.
    pub fn end(&self, now: Instant) {
        self.cut(CloseCode::Ended, now);
    }

    /// Who may hear no more is told so where they still read. One whose socket is full is let go, and what waited for them is
    /// dropped, since it holds text.
    pub fn cut(&self, code: CloseCode, now: Instant) {
        // To a full socket nothing can be said, and the text that waits for it may not outlive the
        // pad, nor reach whom a host has just shown out.
        if self.is_stalled() {
            self.broken(&mut self.backlog());
        } else {
            self.close(code, now);
        }
    }

    /// Tries to send a close and lets go at once: the guest is dead, or takes nothing.
    pub fn give_up(&self, code: CloseCode, now: Instant) {
        self.close(code, now);
        self.backlog().break_off();
    }

    /// The code of the close that was sent.
    #[must_use]
    pub fn closed_with(&self) -> Option<CloseCode> {
        self.backlog().state.closed_with()
    }

    /// Whether the last frame is out, or the connection broke: the seat's task may end.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(
            self.backlog().state,
            OutboundState::Closing { held_up: None, .. } | OutboundState::Broken { .. }
        )
    }
}
