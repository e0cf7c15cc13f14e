//! What a guest has begun to say: how large it may become, how long it may take, and what it costs
//! meanwhile. Judged by the heads of frames, before the WebSocket library makes room for their content.

use std::future::Future as _;
use std::pin::Pin;
use std::task::{Context, Poll};

use fadepad_wire::heads::{FrameHead, Heads, Step};
use tokio::time::{Instant, Sleep, sleep};

use crate::base::close::CloseCode;
use crate::base::limits::{Limits, MESSAGE_DEADLINE, MESSAGE_PROGRESS, SMALL_FRAGMENT};
use crate::room::core::budget::{Arriving, Budget, Inflow};
use crate::room::core::token_bucket::TokenBucket;

/// What one connection may say.
pub struct Bounds {
    /// How large a message may be.
    pub largest: Largest,
    /// Told while a long message comes: its sender is not silent.
    pub alive: Box<dyn Fn() + Send>,
    /// What unfinished messages are counted into.
    pub inflow: Inflow,
    /// How many small fragments may come: they are frames that cost as much as messages.
    pub fragments: Option<TokenBucket>,
}

/// How large a message may be, in bytes.
pub struct Largest {
    /// At any time.
    pub ever: usize,
    /// At the moment.
    pub now: Box<dyn Fn() -> usize + Send>,
}

impl Bounds {
    /// For who has a seat, or may get one.
    #[must_use]
    pub fn new(
        largest: Largest,
        alive: Box<dyn Fn() + Send>,
        (inflow, limits): (Inflow, Limits),
    ) -> Self {
        let now = Instant::now().into_std();
        let pace = || TokenBucket::new(limits.messages, limits.messages_burst, now);
        let fragments = limits.enforced.then(pace);
        Self { largest, alive, inflow, fragments }
    }

    /// For who says no more than a few words, which cost nothing.
    #[must_use]
    pub fn small(most: usize) -> Self {
        let largest = Largest { ever: most, now: Box::new(move || most) };
        let inflow = Budget::new(usize::MAX).inflow(None);
        Self { largest, alive: Box::new(|| {}), inflow, fragments: None }
    }
}

/// Why nothing more is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stopped {
    /// The message would be too large.
    TooLarge,
    /// The connection is closed with this code.
    Closed(CloseCode),
}

/// The message that a connection is in.
pub(super) struct Intake {
    bounds: Bounds,
    heads: Heads,
    /// Bytes that it has so far, with all of the frame at hand.
    message: u64,
    /// Further frames of it will come.
    open: bool,
    /// The frame at hand is one of it.
    data: bool,
    /// Bytes that have come, of whatever.
    came: u64,
    stopped: Option<Stopped>,
    /// Boxed, since few connections are ever in the middle of one while they wait.
    held: Option<Box<Held>>,
}

/// An unfinished message that is waited for.
struct Held {
    memory: Arriving,
    deadline: Pin<Box<Sleep>>,
    /// What had come when the deadline was set.
    came: u64,
}

impl Intake {
    pub(super) fn new(bounds: Bounds) -> Self {
        Self {
            bounds,
            heads: Heads::default(),
            message: 0,
            open: false,
            data: false,
            came: 0,
            stopped: None,
            held: None,
        }
    }

    pub(super) fn stopped(&self) -> Option<Stopped> {
        self.stopped
    }

    /// Whether another frame may begin in the next so many bytes.
    pub(super) fn may_begin_within(&self, bytes: usize) -> bool {
        self.heads.left() < bytes as u64
    }

    /// Looks at bytes that have come; returns how many of them may be taken.
    pub(super) fn look(&mut self, bytes: &[u8]) -> usize {
        let mut fine = 0;
        while fine < bytes.len() {
            let Step { content, taken, head } = self.heads.step(&bytes[fine..]);
            if let Some(Err(stopped)) = head.map(|head| self.begin(head)) {
                self.stopped = Some(stopped);
                fine += content;
                break;
            }
            fine += taken;
        }
        self.came += fine as u64;
        if !self.is_unfinished() {
            self.held = None;
        }
        fine
    }

    fn begin(&mut self, head: FrameHead) -> Result<(), Stopped> {
        self.data = !head.control;
        // Control frames may stand between the parts of a message, and are none of it.
        if head.control {
            return Ok(());
        }
        let fragment = !head.last && head.len < SMALL_FRAGMENT;
        if let Some(pace) = self.bounds.fragments.as_mut().filter(|_| fragment)
            && !pace.take(1, Instant::now().into_std())
        {
            return Err(Stopped::Closed(CloseCode::TooFast));
        }
        let before = if self.open { self.message } else { 0 };
        self.message = before.saturating_add(head.len);
        self.open = !head.last;
        // By what is promised, before the library makes room for it.
        if self.message > (self.bounds.largest.now)() as u64 {
            return Err(Stopped::TooLarge);
        }
        Ok(())
    }

    fn is_unfinished(&self) -> bool {
        self.open || (self.data && self.heads.is_inside())
    }

    /// Nothing more has come yet. Ready where it is not waited for any longer.
    pub(super) fn wait(&mut self, cx: &mut Context<'_>) -> Poll<Stopped> {
        if !self.is_unfinished() {
            return Poll::Pending;
        }
        let (came, inflow) = (self.came, &self.bounds.inflow);
        let held = self.held.get_or_insert_with(|| {
            let deadline = Box::pin(sleep(MESSAGE_DEADLINE));
            Box::new(Held { memory: inflow.account(), deadline, came })
        });
        if came - held.came >= MESSAGE_PROGRESS {
            held.deadline.as_mut().reset(Instant::now() + MESSAGE_DEADLINE);
            held.came = came;
            (self.bounds.alive)();
        }
        let size = usize::try_from(self.message).unwrap_or(usize::MAX);
        let code = if !held.memory.grow_to(size) {
            // There may be room later: it is no fault of this message.
            CloseCode::Full
        } else if held.deadline.as_mut().poll(cx).is_ready() {
            CloseCode::FellBehind
        } else {
            return Poll::Pending;
        };
        let stopped = Stopped::Closed(code);
        self.stopped = Some(stopped);
        Poll::Ready(stopped)
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use futures_util::FutureExt as _;
    use tokio::time::advance;

    use super::*;

    const PAD: usize = 8 << 20;

    fn intake(budget: &Budget, alive: impl Fn() + Send + 'static) -> Intake {
        let (limits, now) = (Limits::default(), Instant::now().into_std());
        let fragments = Some(TokenBucket::new(limits.messages, limits.messages_burst, now));
        let largest = Largest { ever: PAD, now: Box::new(|| PAD) };
        let (alive, inflow) = (Box::new(alive), budget.inflow(None));
        Intake::new(Bounds { largest, alive, inflow, fragments })
    }

    fn waits(intake: &mut Intake) -> Option<Stopped> {
        poll_fn(|cx| intake.wait(cx)).now_or_never()
    }

    fn head(len: usize) -> Vec<u8> {
        [&[0x82, 0xff], &(len as u64).to_be_bytes()[..], &[0; 4]].concat()
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_line_has_time_and_one_that_stands_still_has_not() {
        let (budget, heard) = (Budget::new(PAD), Arc::new(AtomicUsize::new(0)));
        let counts = Arc::clone(&heard);
        let mut intake = intake(&budget, move || {
            counts.fetch_add(1, Ordering::Relaxed);
        });
        let piece = vec![0; MESSAGE_PROGRESS as usize];
        assert_eq!(intake.look(&head(PAD)), 14);
        for n in 0..PAD / piece.len() - 1 {
            assert_eq!(waits(&mut intake), None, "after {n} pieces");
            advance(MESSAGE_DEADLINE - Duration::from_millis(2)).await;
            assert_eq!(intake.look(&piece), piece.len());
        }
        assert_eq!(waits(&mut intake), None);
        assert!(budget.take(1).is_none(), "all that was told is counted");
        assert_eq!(heard.load(Ordering::Relaxed), 15, "it is not silent");
        advance(MESSAGE_DEADLINE / 2).await;
        assert_eq!(intake.look(&piece[1..]), piece.len() - 1);
        assert_eq!(waits(&mut intake), None);
        assert_eq!(intake.look(&[0, 0]), 1 + 1, "the rest, and the begin of another head");
        assert!(waits(&mut intake).is_none() && budget.take(PAD).is_some(), "nothing is owed");
        intake.look(&head(PAD)[1..]);
        assert_eq!(waits(&mut intake), None);
        advance(MESSAGE_DEADLINE).await;
        assert_eq!(waits(&mut intake), Some(Stopped::Closed(CloseCode::FellBehind)));
    }

    #[tokio::test]
    async fn what_comes_before_something_too_large_is_taken() {
        let mut intake = intake(&Budget::new(PAD), || {});
        let fine = [0x82, 0x81, 0, 0, 0, 0, 7];
        let bytes = [&fine[..], &head(PAD + 1), &fine].concat();
        assert_eq!(intake.look(&bytes), fine.len());
        assert_eq!(intake.stopped(), Some(Stopped::TooLarge));
    }
}
