//! How far a seat's way out has got, and what waits on it. Pure: it writes nothing and wakes nobody.

use std::collections::VecDeque;
use std::sync::Arc;

use bytes::{Buf as _, Bytes};

use super::encoder::EncodingKey;
use super::log::{Follower, Log, Missed};
use crate::base::close::CloseCode;
use crate::room::core::budget::Unread;

/// Where a way out stands.
#[derive(Default)]
pub(super) enum OutboundState {
    /// All is out: a frame is written at once.
    #[default]
    InStep,
    /// Something waits. When it is out, the seat goes on in the log.
    Blocked(Late),
    /// What comes next has fallen out of the log, and the room was asked for one delta in its place.
    Behind(Late),
    /// The last frame is on its way, where something holds it up, or out.
    Closing {
        /// Who says goodbye first.
        by: Goodbye,
        /// What holds it up.
        held_up: Option<HeldUp>,
    },
    /// The connection is over.
    Broken {
        /// The code of a close that we had sent.
        closed_with: Option<CloseCode>,
        /// Something waited, and never went out.
        lost: bool,
    },
}

/// A seat that is not in step.
pub(super) struct Late {
    /// The room's log is kept as long as somebody reads it.
    log: Follower,
    /// The room has marked where the seat stands.
    marked: bool,
    held_up: HeldUp,
}

/// What holds up a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeldUp {
    /// The seat's task has not tried to write it. Where the room writes, it has tried: the socket is full.
    Untried,
    /// The seat's task has tried, and found the socket full.
    Full,
}

/// Who says goodbye first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goodbye {
    /// We do, for this reason.
    Ours(CloseCode),
    /// The guest does, and is answered.
    Theirs,
}

/// One seat's state, and the frames that wait.
#[derive(Default)]
pub(super) struct Backlog {
    pub(super) state: OutboundState,
    /// The frame that is being written; in part out already, it has to be finished whatever comes.
    pub(super) part: Own,
    /// Frames for this seat alone.
    pub(super) own: VecDeque<Own>,
    /// The log's number of the next frame for this seat.
    pub(super) next: u64,
}

/// A frame for one seat alone.
#[derive(Default)]
pub(super) struct Own {
    pub(super) frame: Bytes,
    /// What the server's memory counts for it: nothing before it has to wait.
    pub(super) held: Option<Unread>,
}

impl From<Bytes> for Own {
    fn from(frame: Bytes) -> Self {
        Self { frame, held: None }
    }
}

impl OutboundState {
    /// Whether frames are taken.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self, Self::Closing { .. } | Self::Broken { .. })
    }

    /// Whether something has not gone out, or never did.
    pub(super) fn is_late(&self) -> bool {
        match self {
            Self::InStep => false,
            Self::Blocked(_) | Self::Behind(_) => true,
            Self::Closing { held_up, .. } => held_up.is_some(),
            Self::Broken { lost, .. } => *lost,
        }
    }

    /// What holds up the next frame.
    pub(super) fn held_up(&self) -> Option<HeldUp> {
        match self {
            Self::Blocked(late) | Self::Behind(late) => Some(late.held_up),
            Self::Closing { held_up, .. } => *held_up,
            Self::InStep | Self::Broken { .. } => None,
        }
    }

    /// The code of the close that we sent.
    pub(super) fn closed_with(&self) -> Option<CloseCode> {
        match self {
            Self::Closing { by: Goodbye::Ours(code), .. } => Some(*code),
            Self::Broken { closed_with, .. } => *closed_with,
            _ => None,
        }
    }

    /// Something else holds up what waits.
    pub(super) fn hold_up(&mut self, by: HeldUp) {
        match self {
            Self::Blocked(late) | Self::Behind(late) => late.held_up = by,
            Self::Closing { held_up: Some(held_up), .. } => *held_up = by,
            // Nothing waits, whatever the task found.
            Self::InStep | Self::Closing { held_up: None, .. } | Self::Broken { .. } => {}
        }
    }
}

impl Backlog {
    /// What is being written can't be finished now. True where nothing was held up before.
    pub(super) fn block(&mut self, log: &Arc<Log>) -> bool {
        match &mut self.state {
            OutboundState::InStep => {
                let log = Log::follow(log);
                self.state =
                    OutboundState::Blocked(Late { log, marked: false, held_up: HeldUp::Untried });
                true
            }
            // Nothing of the log follows a close, so it is not kept for this seat.
            OutboundState::Closing { held_up: held_up @ None, .. } => {
                *held_up = Some(HeldUp::Untried);
                true
            }
            _ => false,
        }
    }

    /// All that waited is out.
    pub(super) fn release(&mut self) {
        match &mut self.state {
            OutboundState::Blocked(_) => {
                self.state = OutboundState::InStep;
                self.own.shrink_to_fit();
            }
            OutboundState::Closing { held_up, .. } => *held_up = None,
            _ => {}
        }
    }

    /// The room has marked where the seat stands. False where it had before, or nothing waits.
    pub(super) fn mark(&mut self) -> bool {
        match &mut self.state {
            OutboundState::Blocked(late) | OutboundState::Behind(late) => {
                !std::mem::replace(&mut late.marked, true)
            }
            _ => false,
        }
    }

    /// The room is asked for what fell out of the log. False where nothing of that is lacking.
    pub(super) fn fall_behind(&mut self) -> bool {
        match std::mem::take(&mut self.state) {
            OutboundState::Blocked(late) => self.state = OutboundState::Behind(late),
            // It is closed meanwhile, or was asked for already.
            other => {
                self.state = other;
                return false;
            }
        }
        true
    }

    /// The room has answered with all up to here. False where it is closed meanwhile.
    pub(super) fn go_on_from(&mut self, next: u64) -> bool {
        match std::mem::take(&mut self.state) {
            OutboundState::Behind(late) => self.state = OutboundState::Blocked(late),
            other => {
                self.state = other;
                return false;
            }
        }
        self.next = next;
        true
    }

    /// A close is the next frame of the seat's own, and nothing comes after it.
    pub(super) fn close(&mut self, by: Goodbye) {
        if by == Goodbye::Theirs {
            // Who says goodbye reads no further.
            self.own = VecDeque::new();
        }
        // What is half out still has to be finished: in the middle of it no close could be read.
        self.state = OutboundState::Closing { by, held_up: self.state.held_up() };
    }

    /// The connection is over. What waits is dropped at once, since it holds text.
    pub(super) fn break_off(&mut self) {
        let (closed_with, lost) = (self.state.closed_with(), self.state.is_late());
        (self.part, self.own) = (Own::default(), VecDeque::new());
        self.state = OutboundState::Broken { closed_with, lost };
    }

    /// Makes the next frame the one that is written; false where nothing waits. Of what the room
    /// shares it has the frames of this form, and nothing without one.
    ///
    /// # Errors
    /// [`Missed`] where the next one fell out of the log.
    pub(super) fn fill(&mut self, form: Option<EncodingKey>) -> Result<bool, Missed> {
        if !self.part.frame.is_empty() {
            return Ok(true);
        }
        // A finished frame's memory must not live on in an empty rest of it.
        self.part = Own::default();
        while let Some(own) = self.own.pop_front() {
            if !own.frame.is_empty() {
                self.part = own;
                return Ok(true);
            }
        }
        if let (OutboundState::Blocked(late), Some(form)) = (&self.state, form) {
            while self.part.frame.is_empty() {
                let Some(frames) = late.log.get(self.next)? else { break };
                // What has no words in this seat's dialect is empty, and passed over.
                self.part.frame = frames.of(form);
                self.next += 1;
            }
        }
        Ok(!self.part.frame.is_empty())
    }

    /// So many bytes of what is being written are out.
    pub(super) fn advance(&mut self, n: usize) {
        self.part.frame.advance(n);
    }
}
