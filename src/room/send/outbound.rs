//! The way out to one seat. There is no queue: a frame is written at once, or the seat is marked
//! as blocked and takes what it missed from the room's log when its socket has room again.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use fadepad_store::Origin;
use tokio::sync::Notify;

use super::activity::Activity;
use super::backlog::{Backlog, HeldUp, OutboundState, Own};
use super::encoder::{Encoder, EncodingKey, Frames, Sink};
use super::history::History;
use super::log::{Log, Missed};
pub use super::pipe::Pipe;
use crate::base::close::CloseCode;
use crate::base::limits::{MAX_OWN_BYTES, MAX_OWN_FRAMES, SMALL_FRAME};
use crate::room::core::budget::Budget;

/// What became of a frame, or of an attempt to catch up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The seat is in step.
    InStep,
    /// The socket is full since this frame: the room marks where the seat stands.
    Blocked,
    /// It was full before; the seat's task goes on when it can.
    Waiting,
    /// The log no longer holds what the seat missed: the room makes one delta for it.
    Behind,
    /// The connection is over.
    Broken,
}

/// One seat's way out, shared by the room's task (which writes) and the seat's own (which wakes
/// only when the socket was full, or writes all itself: see `task_writer.rs`).
pub struct Outbound {
    pipe: Box<dyn Pipe>,
    dialect: Arc<dyn Encoder>,
    /// The form of what the room shares.
    form: EncodingKey,
    /// Whether that is heard. The room alone decides it.
    hears_text: AtomicBool,
    log: Arc<Log>,
    listener: Listener,
    backlog: Mutex<Backlog>,
    wake: Arc<Notify>,
    settled: AtomicBool,
    activity: Activity,
    /// What the guest has from before.
    history: History,
}

/// Whom frames go out to.
pub struct Listener {
    /// Whether what the room shares is for them from the start: it holds text, and a wall gets none but by a host's wish.
    pub hears_text: bool,
    /// Where they come from; `None` for who comes from nowhere, such as another node.
    pub origin: Option<Origin>,
    /// The memory that is taken while they do not read.
    pub budget: Budget,
}

impl Outbound {
    /// Opens a way out.
    #[must_use]
    pub fn new(sink: Sink, log: Arc<Log>, listener: Listener, now: Instant) -> Self {
        let Sink { pipe, dialect, wake } = sink;
        let (form, hears_text) = (dialect.form(), AtomicBool::new(listener.hears_text));
        Self {
            pipe,
            dialect,
            form,
            hears_text,
            log,
            listener,
            backlog: Mutex::default(),
            wake,
            settled: AtomicBool::new(false),
            activity: Activity::new(now),
            history: History::default(),
        }
    }

    /// The room has taken the seat: it gets the room's frames from now on.
    pub fn enter(&self) {
        self.backlog().next = self.log.end();
    }

    /// How this seat is spoken to.
    #[must_use]
    pub fn dialect(&self) -> &dyn Encoder {
        &*self.dialect
    }

    /// Whether what the room shares is for this seat.
    pub(in crate::room) fn hears_text(&self) -> bool {
        self.hears_text.load(Ordering::Relaxed)
    }

    /// From the next frame on the text is for this seat, or is no more. What waits holds text: who is late when it is taken away
    /// has to come back for the rest.
    pub(in crate::room) fn let_hear_text(&self, hears: bool, now: Instant) {
        if self.hears_text.swap(hears, Ordering::Relaxed) == hears {
            return;
        }
        if hears {
            self.enter();
        } else if self.is_late() {
            self.give_up(CloseCode::FellBehind, now);
        }
    }

    /// The form of what the room shares, where that is heard.
    fn heard_form(&self) -> Option<EncodingKey> {
        self.hears_text().then_some(self.form)
    }

    /// Whether the guest's history is awaited.
    pub(in crate::room) fn history(&self) -> &History {
        &self.history
    }

    /// Sends a frame that is for this seat alone; nothing where it is empty.
    pub fn send(&self, frame: Bytes, now: Instant) -> Sent {
        let mut backlog = self.backlog();
        if !backlog.state.is_open() {
            return Sent::Broken;
        }
        // The seat's dialect has no words for it.
        if frame.is_empty() {
            return Sent::InStep;
        }
        // One frame of any size may wait, such as a whole pad; more only while all of it is little.
        let waiting: usize = backlog.own.iter().map(|own| own.frame.len()).sum();
        let too_much = waiting > 0 && waiting + frame.len() > MAX_OWN_BYTES;
        if too_much || backlog.own.len() >= MAX_OWN_FRAMES {
            return self.broken(&mut backlog);
        }
        self.push(&mut backlog, frame, now)
    }

    /// Puts a frame behind what waits, and writes it where nothing does.
    pub(super) fn push(&self, backlog: &mut Backlog, frame: Bytes, now: Instant) -> Sent {
        backlog.own.push_back(frame.into());
        let sent = if backlog.state.is_late() { Sent::Waiting } else { self.drain(backlog, now) };
        self.hold(backlog, sent)
    }

    /// Counts what has to wait. Who reads nothing, and for whom there is no more memory, has fallen
    /// behind. What many are told at once is the same bytes, and counts for nobody.
    fn hold(&self, backlog: &mut Backlog, sent: Sent) -> Sent {
        if !matches!(sent, Sent::Blocked | Sent::Waiting) {
            return sent;
        }
        let Listener { origin, budget, .. } = &self.listener;
        let take = |Own { frame, held }: &mut Own| {
            if held.is_none() && frame.len() > SMALL_FRAME && frame.is_unique() {
                *held = budget.take_unread(*origin, frame.len());
                return held.is_some();
            }
            true
        };
        let fits = take(&mut backlog.part) && backlog.own.iter_mut().all(take);
        if fits { sent } else { self.broken(backlog) }
    }

    /// Counts what waits by now for this seat alone: a whole pad was shared until its text changed.
    pub(in crate::room) fn recount(&self) {
        let mut backlog = self.backlog();
        if backlog.state.is_open() && backlog.state.is_late() {
            self.hold(&mut backlog, Sent::Waiting);
        }
    }

    /// Sends the room's frame of this number; one that is blocked and marked will find it in the
    /// log.
    pub fn share(&self, number: u64, frames: &Frames, now: Instant) -> Sent {
        let backlog = &mut *self.backlog();
        if !backlog.state.is_open() {
            return Sent::Broken;
        }
        // It was numbered before the seat came, or the seat's task has found it in the log already. Where
        // that one is late all the same, the mark that the room has of it stays.
        if backlog.next > number {
            return if backlog.state.is_late() { Sent::Waiting } else { Sent::InStep };
        }
        let words = self.heard_form().map(|form| frames.of(form)).unwrap_or_default();
        if !backlog.state.is_late() {
            backlog.next = number + 1;
            backlog.part.frame = words;
            let sent = self.drain(backlog, now);
            if sent == Sent::Blocked {
                backlog.mark();
            }
            return sent;
        }
        if !backlog.mark() {
            return Sent::Waiting;
        }
        // Blocked since the last flush, and what the room had then is no longer known. What it
        // has after this frame is the mark, so the seat has to hold this frame itself.
        backlog.next = number + 1;
        backlog.own.push_back(words.into());
        Sent::Blocked
    }

    /// Passes over the room's frame of this number: the seat is its author.
    pub fn skip(&self, number: u64) {
        let mut backlog = self.backlog();
        // One that is not in step finds it in the log, and hears what it knows: that changes nothing.
        if !backlog.state.is_late() && backlog.next <= number {
            backlog.next = number + 1;
        }
    }

    /// The socket has room again: writes what waits.
    pub fn resume(&self, now: Instant) -> Sent {
        let mut backlog = self.backlog();
        match backlog.state {
            OutboundState::Broken { .. } => Sent::Broken,
            // The room's answer is written by the room.
            OutboundState::Behind(_) => Sent::Waiting,
            _ => self.drain(&mut backlog, now),
        }
    }

    /// The room is about to be asked for what fell out of the log; false where it need not be.
    pub(in crate::room) fn fall_behind(&self) -> bool {
        self.backlog().fall_behind()
    }

    /// Gives a seat that fell out of the log one frame with all that it missed; the room marks
    /// where it stands then, unless it is in step.
    pub fn catch_up(&self, frame: Bytes, now: Instant) -> Sent {
        let mut backlog = self.backlog();
        if !backlog.go_on_from(self.log.end()) {
            return Sent::Broken;
        }
        backlog.own.push_back(frame.into());
        let sent = self.drain(&mut backlog, now);
        let sent = self.hold(&mut backlog, sent);
        // The room marks what it has just told, so nothing has to be held for the next share.
        backlog.mark();
        self.wake.notify_one();
        sent
    }

    fn drain(&self, backlog: &mut Backlog, now: Instant) -> Sent {
        loop {
            match self.fill(backlog) {
                Ok(true) => {}
                Ok(false) => break,
                Err(Missed) => return Sent::Behind,
            }
            let before = backlog.part.frame.len();
            match self.pipe.take(&mut backlog.part.frame) {
                Ok(()) => self.activity.said(before - backlog.part.frame.len(), now),
                Err(e) if e.kind() == io::ErrorKind::WouldBlock => return self.block(backlog),
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return self.broken(backlog),
            }
        }
        self.release(backlog);
        Sent::InStep
    }

    /// Makes the next frame the one that is written; false where nothing waits.
    pub(super) fn fill(&self, backlog: &mut Backlog) -> Result<bool, Missed> {
        backlog.fill(self.heard_form())
    }

    /// So many bytes are out.
    pub(super) fn advance(&self, backlog: &mut Backlog, n: usize, now: Instant) {
        backlog.advance(n);
        self.activity.said(n, now);
    }

    /// Nothing waits any more.
    pub(super) fn release(&self, backlog: &mut Backlog) {
        backlog.release();
        // The close is out: the seat's task lets go of the connection.
        if !backlog.state.is_open() {
            self.wake.notify_one();
        }
    }

    fn block(&self, backlog: &mut Backlog) -> Sent {
        if !backlog.block(&self.log) {
            return Sent::Waiting;
        }
        // The room does not try again: the seat's task waits until the socket has room.
        self.wake.notify_one();
        Sent::Blocked
    }

    pub(super) fn broken(&self, backlog: &mut Backlog) -> Sent {
        backlog.break_off();
        // The seat's task waits for its socket or for this, and has to see that it is over.
        self.wake.notify_one();
        Sent::Broken
    }

    /// Waits until the seat's task has something to do: the socket was full, or it is over.
    pub async fn woken(&self) {
        self.wake.notified().await;
    }

    /// Lets the seat's task look what there is to do.
    pub(in crate::room) fn wake(&self) {
        self.wake.notify_one();
    }

    /// Whether something waits that the seat's task can write on: for the room's answer to one that
    /// fell behind, it can do nothing.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        let backlog = self.backlog();
        backlog.state.held_up().is_some() && !matches!(backlog.state, OutboundState::Behind(_))
    }

    /// Whether something has not gone out, or never did.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.backlog().state.is_late()
    }

    /// Whether the socket is full.
    #[must_use]
    pub fn is_stalled(&self) -> bool {
        match self.backlog().state.held_up() {
            None => false,
            Some(HeldUp::Full) => true,
            Some(HeldUp::Untried) => !self.pipe.is_written_by_task(),
        }
    }

    /// When all that was written is with the guest; `None` while some of it waits.
    pub(in crate::room) fn arrival(&self, now: Instant) -> Option<Instant> {
        let waits = self.is_late() || self.pipe.is_holding();
        (!waits).then(|| self.activity.delivered_by().max(now))
    }

    /// How soon the guest is heard after a ping came to them.
    pub(in crate::room) fn answers_within(&self) -> Duration {
        self.pipe.answers_within()
    }

    /// The first sync is over, or should be.
    pub fn settle(&self) {
        if !self.settled.swap(true, Ordering::Relaxed) {
            self.pipe.settle();
        }
    }

    /// Notes that the guest was heard.
    pub fn heard(&self, now: Instant) {
        self.activity.heard(now);
    }

    /// How long the guest was silent, and we.
    pub(in crate::room) fn activity(&self) -> &Activity {
        &self.activity
    }

    pub(super) fn backlog(&self) -> MutexGuard<'_, Backlog> {
        self.backlog.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::limits::MAX_LOG;
    use crate::room::message::{Gathered, Outgoing};

    /// Takes as many bytes as there is room for.
    #[derive(Clone, Default)]
    struct Narrow(Arc<Mutex<(Vec<u8>, usize)>>);

    impl Narrow {
        fn widen(&self) {
            self.0.lock().unwrap().1 = usize::MAX;
        }

        fn taken(&self) -> Vec<u8> {
            self.0.lock().unwrap().0.clone()
        }
    }

    impl Pipe for Narrow {
        fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
            let mut state = self.0.lock().unwrap();
            let n = bytes.len().min(state.1);
            if n == 0 {
                return Err(io::ErrorKind::WouldBlock.into());
            }
            state.0.extend_from_slice(&bytes[..n]);
            state.1 -= n;
            Ok(n)
        }
    }

    struct Plain;

    impl Encoder for Plain {
        fn form(&self) -> EncodingKey {
            EncodingKey::of("plain")
        }

        fn shared(&self, _: &Gathered) -> Bytes {
            Bytes::new()
        }

        fn people(&self, _: &Gathered) -> Bytes {
            Bytes::new()
        }

        fn note(&self, _: &Outgoing) -> Bytes {
            Bytes::new()
        }

        fn close(&self, _: CloseCode) -> Bytes {
            Bytes::from_static(b"bye")
        }

        fn ping(&self) -> Bytes {
            Bytes::new()
        }
    }

    /// A seat whose socket is full, and its room's log.
    fn blocked() -> (Outbound, Narrow, Arc<Log>, Instant) {
        blocked_within(&Budget::new(1 << 30))
    }

    /// The same, with so much memory for what waits.
    fn blocked_within(budget: &Budget) -> (Outbound, Narrow, Arc<Log>, Instant) {
        let (pipe, log, now) = (Narrow::default(), Arc::<Log>::default(), Instant::now());
        let sink = Sink::alone(Box::new(pipe.clone()), Arc::new(Plain));
        let listener = Listener { hears_text: true, origin: None, budget: budget.clone() };
        let outbound = Outbound::new(sink, Arc::clone(&log), listener, now);
        outbound.enter();
        assert_eq!(share(&outbound, &log, "first"), Sent::Blocked);
        (outbound, pipe, log, now)
    }

    fn share(outbound: &Outbound, log: &Log, words: &str) -> Sent {
        let words = Bytes::copy_from_slice(words.as_bytes());
        let frames = Frames::say(std::iter::once(&Plain as &dyn Encoder), |_| words.clone());
        outbound.share(log.append(&frames), &frames, Instant::now())
    }

    #[test]
    fn who_fell_out_of_the_log_asks_once_and_waits_for_the_room() {
        let (outbound, pipe, log, now) = blocked();
        assert_eq!(share(&outbound, &log, &"x".repeat(MAX_LOG + 1)), Sent::Waiting);
        pipe.widen();
        assert_eq!(outbound.resume(now), Sent::Behind);
        assert!(outbound.fall_behind());
        assert!(!outbound.fall_behind(), "it was asked for already");
        assert_eq!(outbound.resume(now), Sent::Waiting);
        assert!(outbound.is_late() && !outbound.is_blocked(), "its task can do nothing");
        assert_eq!(outbound.catch_up(Bytes::from_static(b" and the rest"), now), Sent::InStep);
        assert_eq!(pipe.taken(), b"first and the rest");
        assert_eq!(share(&outbound, &log, "."), Sent::InStep);
    }

    #[test]
    fn who_has_found_a_frame_in_the_log_and_is_late_again_keeps_its_mark() {
        let (outbound, pipe, log, now) = blocked();
        let frames = Frames::say(std::iter::once(&Plain as &dyn Encoder), |_| "second".into());
        let number = log.append(&frames);
        // Its task has its turn between the number and the room's own write.
        pipe.0.lock().unwrap().1 = "firstsec".len();
        assert_eq!(outbound.resume(now), Sent::Waiting);
        assert_eq!(outbound.share(number, &frames, now), Sent::Waiting, "not in step");
        pipe.widen();
        assert_eq!(outbound.resume(now), Sent::InStep);
        assert_eq!(pipe.taken(), b"firstsecond");
    }

    #[test]
    fn a_wall_that_is_late_when_the_text_is_taken_off_it_gets_nothing_of_what_waits() {
        let (outbound, pipe, log, now) = blocked();
        assert_eq!(share(&outbound, &log, " and what waits"), Sent::Waiting);
        outbound.let_hear_text(false, now);
        pipe.widen();
        assert_eq!(outbound.resume(now), Sent::Broken);
        assert_eq!(outbound.closed_with(), Some(CloseCode::FellBehind), "it has to come anew");
        assert_eq!(pipe.taken(), b"");
    }

    #[test]
    fn a_wall_hears_from_the_moment_on_when_the_text_is_put_on_it_until_it_is_taken_off() {
        let (outbound, pipe, log, now) = blocked();
        pipe.widen();
        assert_eq!(outbound.resume(now), Sent::InStep);
        outbound.let_hear_text(false, now);
        share(&outbound, &log, " never heard");
        outbound.let_hear_text(true, now);
        share(&outbound, &log, " heard");
        outbound.let_hear_text(false, now);
        share(&outbound, &log, " nor this");
        assert_eq!(pipe.taken(), b"first heard");
    }

    #[test]
    fn nothing_follows_a_close_and_no_log_is_kept_for_it() {
        let (outbound, pipe, log, now) = blocked();
        outbound.close(CloseCode::Full, now);
        outbound.close(CloseCode::Ended, now);
        assert_eq!(share(&outbound, &log, "more"), Sent::Broken);
        assert_eq!(log.get(log.end() - 1).unwrap_err(), Missed);
        assert!(!outbound.is_over() && outbound.is_blocked());
        pipe.widen();
        outbound.resume(now);
        assert_eq!(pipe.taken(), b"firstbye");
        assert!(outbound.is_over() && !outbound.is_late());
        assert_eq!(outbound.closed_with(), Some(CloseCode::Full), "the first one is heard");
    }

    #[test]
    fn who_is_closed_while_the_room_is_asked_is_told_so_at_once() {
        let (outbound, pipe, log, now) = blocked();
        share(&outbound, &log, &"x".repeat(MAX_LOG + 1));
        pipe.widen();
        outbound.resume(now);
        outbound.fall_behind();
        outbound.close(CloseCode::Ended, now);
        outbound.resume(now);
        assert!(outbound.is_over());
        assert_eq!(outbound.catch_up(Bytes::from_static(b"late"), now), Sent::Broken);
        assert_eq!(pipe.taken(), b"firstbye");
    }

    #[test]
    fn of_who_is_given_up_the_code_is_left_and_no_text() {
        let (outbound, pipe, _, now) = blocked();
        outbound.give_up(CloseCode::FellBehind, now);
        assert_eq!(outbound.closed_with(), Some(CloseCode::FellBehind));
        assert!(outbound.is_over() && outbound.is_late(), "something never went out");
        assert!(outbound.backlog().own.is_empty() && outbound.backlog().part.frame.is_empty());
        pipe.widen();
        assert_eq!(outbound.resume(now), Sent::Broken);
        assert_eq!(pipe.taken(), b"");
    }

    #[test]
    fn who_may_hear_no_more_gets_no_rest_of_what_their_socket_did_not_take() {
        let (outbound, pipe, _, now) = blocked();
        outbound.cut(CloseCode::ShownOut, now);
        assert!(outbound.is_over() && outbound.backlog().part.frame.is_empty());
        pipe.widen();
        assert_eq!(outbound.resume(now), Sent::Broken);
        assert_eq!(pipe.taken(), b"");
        let (outbound, pipe, _, now) = blocked();
        pipe.widen();
        outbound.resume(now);
        outbound.cut(CloseCode::ShownOut, now);
        assert_eq!(outbound.closed_with(), Some(CloseCode::ShownOut), "one who reads is told");
    }

    #[test]
    fn a_whole_pad_counts_for_who_does_not_read_it_from_when_nobody_shares_it_until_it_is_out() {
        let budget = Budget::new(1 << 20);
        let (outbound, pipe, _, now) = blocked_within(&budget);
        let pad = Bytes::from(vec![b'x'; 4 * SMALL_FRAME]);
        outbound.send(pad.clone(), now);
        outbound.recount();
        assert_eq!(budget.used().0, 0, "the room has it for all who come");
        drop(pad);
        outbound.recount();
        outbound.recount();
        assert_eq!(budget.used().0, 4 * SMALL_FRAME);
        pipe.widen();
        assert_eq!(outbound.resume(now), Sent::InStep);
        assert_eq!(budget.used().0, 0);
    }

    #[test]
    fn who_keeps_a_pad_that_there_is_no_memory_for_any_more_is_broken_off() {
        let budget = Budget::new(2 * SMALL_FRAME);
        let (outbound, _, _, now) = blocked_within(&budget);
        let pad = Bytes::from(vec![b'x'; 4 * SMALL_FRAME]);
        outbound.send(pad.clone(), now);
        drop(pad);
        assert!(!outbound.is_over());
        outbound.recount();
        assert!(outbound.is_over());
        assert_eq!(budget.used().0, 0);
    }
}
