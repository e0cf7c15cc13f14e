//! The room's task: it only routes. Decisions are in `state.rs`, writing is in `outlet.rs`.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use tokio::sync::mpsc;

use super::log::Log;
use super::message::{Event, Note, Output, Receipt, Steering};
use super::outlet::{Outlet, Sent};
use super::state::{Opening, Room};
use super::{Inbox, RoomHandle, now};
use crate::base::close::CloseCode;
use crate::base::ids::SeatId;
use crate::base::limits::{DOUBT, MAX_TICK, MIN_TICK, ROOM_INBOX, SWEEP, TICK_PER_COST};
use crate::wire::{frame, sync};

/// Farewell places where seats are not counted (`--limits off`): more than any machine has ports.
const UNCOUNTED_SEATS: usize = 70_000;

/// One room at work.
pub(super) struct Task {
    room: Room,
    inbox: mpsc::Receiver<Inbox>,
    events: mpsc::Sender<Event>,
    log: Arc<Log>,
    pub(super) outlets: HashMap<SeatId, Arc<Outlet>>,
    /// Seats that were asked whether they are still there, and when.
    pub(super) doubts: HashMap<SeatId, Instant>,
    /// What blocked seats have, as state vectors, once they have taken what stands before the log.
    marks: HashMap<SeatId, Bytes>,
    cached: Option<(Bytes, Bytes)>,
    last_flush: Instant,
    last_sweep: Instant,
    tick: Duration,
    left: bool,
}

impl Task {
    pub(super) fn new(opening: Opening, events: mpsc::Sender<Event>) -> (RoomHandle, Self) {
        let seats = if opening.limits.enforced { opening.limits.seats } else { UNCOUNTED_SEATS };
        let (sender, inbox) = mpsc::channel(ROOM_INBOX + seats);
        let log = Arc::new(Log::default());
        let begun = now();
        let task = Self {
            room: Room::open(opening, begun),
            inbox,
            events,
            log: Arc::clone(&log),
            outlets: HashMap::new(),
            doubts: HashMap::new(),
            marks: HashMap::new(),
            cached: None,
            last_flush: begun,
            last_sweep: begun,
            tick: MIN_TICK,
            left: false,
        };
        (RoomHandle { inbox: sender, log }, task)
    }

    /// Works until the pad has ended, or until everyone was sent away (`None`).
    pub(super) async fn run(mut self) -> Option<Receipt> {
        let mut batch = Vec::new();
        loop {
            let deadline = self.deadline();
            tokio::select! {
                biased;
                got = self.inbox.recv_many(&mut batch, ROOM_INBOX) => if got == 0 { return None },
                () = until(deadline) => {}
            }
            for message in batch.drain(..) {
                self.hear(message);
            }
            if batch.capacity() > ROOM_INBOX / 4 && self.outlets.len() < 2 {
                batch = Vec::new();
            }
            self.pass_time();
            self.perform();
            if self.left || self.room.ended().is_some() {
                return self.room.ended();
            }
        }
    }

    fn deadline(&self) -> Option<Instant> {
        let flush = self.room.is_dirty().then(|| self.last_flush + self.tick);
        let sweep = (!self.outlets.is_empty()).then(|| self.last_sweep + SWEEP);
        let doubt = self.doubts.values().min().map(|at| *at + DOUBT);
        [flush, sweep, doubt, self.room.deadline()].into_iter().flatten().min()
    }

    fn hear(&mut self, message: Inbox) {
        let now = now();
        match message {
            Inbox::Say(seat, message) => self.room.handle(seat, message, now),
            Inbox::Arrive { arrival, outlet, reply } => {
                let admitted = self.room.arrive(arrival, now);
                if admitted.is_ok() {
                    if self.outlets.is_empty() {
                        self.last_sweep = now;
                    }
                    outlet.enter();
                    self.outlets.insert(arrival.seat, outlet);
                }
                let _ = reply.send(admitted);
                // The welcome goes out before anything that the others' next messages cause.
                self.perform();
            }
            Inbox::Depart(seat) => {
                self.outlets.remove(&seat);
                self.marks.remove(&seat);
                self.doubts.remove(&seat);
                self.room.depart(seat, now);
                if self.outlets.is_empty() {
                    self.outlets.shrink_to_fit();
                    self.cached = None;
                }
            }
            Inbox::Behind(seat) => self.catch_up(seat),
            Inbox::Look(reply) => drop(reply.send(self.room.overview(now))),
            Inbox::End(reply) => {
                self.room.steer(Steering::End(Duration::ZERO), now);
                if let Some(receipt) = self.room.ended() {
                    let _ = reply.send(receipt);
                }
            }
            Inbox::Steer(steering, reply) => {
                self.room.steer(steering, now);
                let _ = reply.send(self.room.overview(now));
            }
            Inbox::Leave(code) => {
                self.flush();
                self.outlets.values().for_each(|outlet| outlet.close(code, now));
                self.left = true;
            }
            Inbox::Fail => panic!("asked to fail"),
        }
    }

    fn pass_time(&mut self) {
        let now = now();
        if self.room.deadline().is_some_and(|at| now >= at) {
            self.room.tick(now);
        }
        self.settle_doubts(now);
        if now >= self.last_sweep + SWEEP {
            self.last_sweep = now;
            self.sweep(now);
            self.room.forget(now);
        }
        if self.room.is_dirty()
            && (now >= self.last_flush + self.tick || self.room.ended().is_some())
        {
            self.flush();
        }
    }

    /// Writes what was gathered to every seat: encoded and framed once, one write a seat.
    fn flush(&mut self) {
        let begun = now();
        let gathered = self.room.gather();
        let update = gathered.update.map(|update| frame::binary(&sync::update(&update)));
        let presence = gathered.presence.map(|states| frame::binary(&sync::awareness(&states)));
        let shared = match (&update, &presence) {
            (Some(update), Some(presence)) => Bytes::from([&**update, presence].concat()),
            (Some(one), None) | (None, Some(one)) => one.clone(),
            (None, None) => return,
        };
        let number = self.log.append(&shared);
        let mut mark = None;
        for (seat, outlet) in &self.outlets {
            if outlet.wall {
                if let Some(presence) = &presence {
                    outlet.send(presence.clone(), begun);
                }
                continue;
            }
            if Some(*seat) == gathered.author {
                outlet.skip(number);
                continue;
            }
            match outlet.share(number, &shared, begun) {
                Sent::Blocked => {
                    let mark = mark.get_or_insert_with(|| Bytes::from(self.room.mark()));
                    self.marks.insert(*seat, mark.clone());
                }
                Sent::InStep if !self.marks.is_empty() => drop(self.marks.remove(seat)),
                _ => {}
            }
        }
        let cost = now().saturating_duration_since(begun);
        let wanted = (cost * TICK_PER_COST).clamp(MIN_TICK, MAX_TICK);
        self.tick = (self.tick * 7 + wanted) / 8;
        self.last_flush = begun;
    }

    fn catch_up(&mut self, seat: SeatId) {
        let (Some(outlet), Some(mark)) = (self.outlets.get(&seat), self.marks.remove(&seat)) else {
            return;
        };
        // What waits for a flush is in the delta already and may be repeated by the flush.
        let missed = self.room.since(&mark).map(|update| frame::binary(&sync::update(&update)));
        let here = self.room.everyone().map(|states| frame::binary(&sync::awareness(&states)));
        let frames: Vec<_> = [missed, here].into_iter().flatten().collect();
        if outlet.catch_up(Bytes::from(frames.concat()), now()) != Sent::InStep {
            self.marks.insert(seat, self.room.mark().into());
        }
    }

    fn perform(&mut self) {
        let now = now();
        for output in self.room.take_outputs() {
            match output {
                Output::To(seat, note) => self.tell(seat, note, now),
                Output::ToPages(seats, json) => {
                    let bytes = frame::binary(&sync::extra(&json));
                    for outlet in seats.iter().filter_map(|seat| self.outlets.get(seat)) {
                        outlet.send(bytes.clone(), now);
                    }
                }
                Output::Close(seat, code) => {
                    if let Some(outlet) = self.outlets.get(&seat) {
                        outlet.close(code, now);
                    }
                }
                Output::End => self.outlets.values().for_each(|outlet| outlet.end(now)),
                Output::Replace(seat) => {
                    if let Some(outlet) = self.outlets.remove(&seat) {
                        outlet.give_up(CloseCode::FellBehind, now);
                    }
                    self.marks.remove(&seat);
                }
                Output::Doubt(seat) => self.doubt(seat, now),
                Output::Event(event) => {
                    if self.events.try_send(event).is_err() {
                        tracing::debug!("nobody takes the events of this room");
                    }
                }
            }
        }
    }

    fn tell(&mut self, seat: SeatId, note: Note, now: Instant) {
        let Some(outlet) = self.outlets.get(&seat) else { return };
        let bytes = match note {
            Note::Step1(vector) => frame::binary(&sync::step1(&vector)),
            Note::Step2(update) => framed_once(&mut self.cached, update),
            Note::Presence(states) => frame::binary(&sync::awareness(&states)),
            Note::Denied => frame::binary(&sync::denied("this link is for reading")),
            Note::Page(json) => frame::binary(&sync::extra(&json)),
        };
        outlet.send(bytes, now);
    }
}

/// Frames a step 2, the same bytes only once: all who join between two changes share one frame.
fn framed_once(cached: &mut Option<(Bytes, Bytes)>, update: Bytes) -> Bytes {
    if let Some((of, framed)) = cached
        && of.as_ptr() == update.as_ptr()
        && of.len() == update.len()
    {
        return framed.clone();
    }
    let framed = frame::binary(&sync::step2(&update));
    *cached = Some((update, framed.clone()));
    framed
}

async fn until(deadline: Option<Instant>) {
    match deadline {
        Some(at) => tokio::time::sleep_until(at.into()).await,
        None => std::future::pending().await,
    }
}
