//! The room's task: it only routes. Decisions are in `state.rs`, writing is in `outbound.rs`.

use std::collections::HashMap;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::yield_now;
use tokio::time::sleep_until;

use super::files::PadFiles;
use super::followers::Followers;
use super::readings::Readings;
use super::{Inbox, RoomHandle, now};
use crate::base::close::CloseCode;
use crate::base::ids::{EndCause, SeatId};
use crate::base::limits::{MAX_TICK, MIN_TICK, ROOM_INBOX, SWEEP, TICK_PER_COST};
use crate::base::shards::Shard;
use crate::room::core::budget::Budget;
use crate::room::core::peer_words::{PeerAnswer, PeerWord};
use crate::room::core::state::{Opening, Room};
use crate::room::health::{Outbounds, Probes, sweep};
use crate::room::message::{Arrival, Effect, Event, Gathered, Outgoing, Receipt};
use crate::room::send::encoder::{Encoder, FramedAnswers, Frames};
use crate::room::send::log::Log;
use crate::room::send::outbound::Outbound;
use crate::room::send::outbound::Sent;

/// Farewell places where seats are not counted (`--limits off`): more than any machine has ports.
const UNCOUNTED_SEATS: usize = 70_000;

/// The state vector of who has nothing.
const NOTHING: Bytes = Bytes::from_static(&[0]);

/// A room that is over.
pub(super) struct Over {
    /// `None`: everyone was sent away, and the life may go on after a restart.
    pub(super) receipt: Option<Receipt>,
    /// What its host called it.
    pub(super) title: Option<String>,
    /// All that stood in it, where the host keeps copies.
    pub(super) text: Option<Bytes>,
}

impl Over {
    /// So many bytes of pictures and files are erased with the text.
    pub(super) fn count_files(&mut self, bytes: usize) {
        if let Some(receipt) = &mut self.receipt {
            receipt.bytes += bytes;
        }
    }

    /// Whether another life begins with its text, and its files.
    pub(super) fn goes_on_afresh(&self) -> bool {
        self.receipt.is_some_and(|receipt| receipt.cause == EndCause::Afresh)
    }
}

/// One room at work.
pub(super) struct Task {
    room: Room,
    inbox: mpsc::Receiver<Inbox>,
    events: mpsc::Sender<Event>,
    log: Arc<Log>,
    outbounds: Outbounds,
    probes: Probes,
    /// What blocked seats have, as state vectors, once they have taken what stands before the log.
    marks: HashMap<SeatId, Bytes>,
    answers: FramedAnswers,
    readings: Readings,
    files: PadFiles,
    /// Whether the text has changed since it was last asked which files it refers to.
    unasked: bool,
    budget: Budget,
    /// Whether walls hear the text.
    shows_text: bool,
    last_flush: Instant,
    last_sweep: Instant,
    tick: Duration,
    left: bool,
}

impl Task {
    pub(super) fn new(
        (opening, files): (Opening, PadFiles),
        events: mpsc::Sender<Event>,
        shard: Shard,
    ) -> (RoomHandle, Box<Self>) {
        let seats = if opening.limits.enforced { opening.limits.seats } else { UNCOUNTED_SEATS };
        // Each seat keeps a place for its farewell from the start; what is said shares the others.
        let (sender, inbox) = mpsc::channel(ROOM_INBOX + seats);
        let (log, budget, begun) = (Arc::new(Log::default()), opening.budget.clone(), now());
        let (readings, changes) = Readings::new();
        let task = Self {
            room: Room::open(opening, begun),
            inbox,
            events,
            log: Arc::clone(&log),
            outbounds: Outbounds::new(),
            probes: Probes::default(),
            marks: HashMap::new(),
            answers: FramedAnswers::default(),
            readings,
            files: files.clone(),
            unasked: true,
            budget: budget.clone(),
            shows_text: false,
            last_flush: begun,
            last_sweep: begun,
            tick: MIN_TICK,
            left: false,
        };
        let readers = Arc::new(Semaphore::new(1));
        let (inbox, followers) = (sender, Followers::default());
        let handle = RoomHandle { inbox, log, shard, budget, changes, readers, followers, files };
        (handle, Box::new(task))
    }

    /// Works until the pad has ended, or until everyone was sent away; `None` where nobody knows of it any more. Boxed, or
    /// the future would hold it twice: as its argument, and where it works.
    pub(super) async fn run(mut self: Box<Self>) -> Option<Over> {
        let mut batch = Vec::new();
        let mut alarm = pin!(sleep_until(self.deadline().into()));
        loop {
            // Between two messages of a quiet room nothing changes about it.
            let deadline = self.deadline().into();
            if alarm.deadline() != deadline {
                alarm.as_mut().reset(deadline);
            }
            tokio::select! {
                // Messages first: who came before the grace was over is here when the time is
                // looked at.
                biased;
                got = self.inbox.recv_many(&mut batch, ROOM_INBOX) => if got == 0 { return None },
                () = &mut alarm => {}
            }
            for message in batch.drain(..) {
                let large = matches!(message, Inbox::Say(_, _, Some(_)));
                self.hear(message);
                if large {
                    // It took a while. Who types is read, and heard, before the next of them.
                    self.pass_time();
                    self.perform();
                    yield_now().await;
                }
            }
            // A crowd that has left leaves no memory behind.
            if batch.capacity() > ROOM_INBOX / 4 && self.outbounds.len() < 2 {
                batch = Vec::new();
            }
            self.pass_time();
            self.perform();
            if self.left || self.room.ended().is_some() {
                let receipt = self.room.ended();
                let (title, text) = (self.room.title(), self.room.last_text());
                return Some(Over { receipt, title, text });
            }
        }
    }

    /// When there is something to do that nobody asked for.
    fn deadline(&self) -> Instant {
        let flush = self.room.is_dirty().then(|| self.last_flush + self.tick);
        let looks_after = !self.outbounds.is_empty() || !self.files.is_empty();
        let sweep = looks_after.then(|| self.last_sweep + SWEEP);
        let next = [flush, sweep, self.probes.next(&self.outbounds), self.room.deadline()];
        let next = next.into_iter().flatten().min();
        // A room without a deadline has ended, and is not waited for.
        next.unwrap_or(self.last_sweep + SWEEP)
    }

    fn hear(&mut self, message: Inbox) {
        let now = now();
        match message {
            Inbox::Say(seat, said, held) => {
                let (memory, turn) = held.map(|large| (large.memory, large.turn)).unzip();
                // First, since the pad counts what it takes of it.
                drop(memory);
                self.room.handle(seat, said, now);
                drop(turn);
            }
            Inbox::Arrive { arrival, outbound, reply } => {
                let admitted = self.room.arrive(arrival, now);
                if admitted.is_ok() {
                    self.enter(&arrival, outbound, now);
                }
                let _ = reply.send(admitted);
                // The welcome goes out before anything that the others' next messages cause.
                self.perform();
            }
            Inbox::Depart(seat) => self.forget(seat, now),
            Inbox::Behind(seat) => self.catch_up(seat),
            Inbox::Look(reply) => drop(reply.send(self.room.overview(now))),
            Inbox::Steer(by, commands, reply) => {
                let steered = self.room.steer_by(by, commands, now);
                let _ = reply.send(steered.map(|()| self.room.overview(now)));
            }
            Inbox::AtDoor(said, reply) => drop(reply.send(self.room.at_door(said, now))),
            Inbox::Knocks(reply) => drop(reply.send(self.room.knocks(now))),
            Inbox::Guessing(wrong) => self.room.warn_of_guessing(wrong),
            Inbox::History => self.room.expect_history(),
            Inbox::NewLinks | Inbox::NewFile => {}
            Inbox::Filled(clients, reply) => drop(reply.send(self.room.filled(&clients))),
            Inbox::Persons(reply) => drop(reply.send(self.room.persons(now))),
            Inbox::Read(form, reply) => {
                // What was taken counts, also where others have not heard it yet.
                self.flush();
                let _ = reply.send(self.readings.read(&form, || self.room.full()));
            }
            Inbox::Write(who, update, reply) => {
                let _ = reply.send(self.room.write_once(who, update, now));
            }
            Inbox::Rendered(rendered, reply) => {
                self.readings.keep(rendered, &self.budget);
                let _ = reply.send(());
            }
            Inbox::HandOn(by, step, reply) => {
                let handed = self.room.hand_on_by(by, step, now);
                // Before it is answered: who looks at the files after that sees all that there will be.
                self.files.seal(self.room.takes_no_files());
                let _ = reply.send(handed);
            }
            Inbox::Bring(update, reply) => drop(reply.send(self.room.bring(&update))),
            Inbox::Peer(word, reply) => drop(reply.send(self.hear_peers(word, now))),
            Inbox::Awaited => self.room.awaited(now),
            Inbox::Leave(code) => {
                // What was typed goes out before the goodbye.
                self.flush();
                self.outbounds.values().for_each(|outbound| outbound.close(code, now));
                self.left = true;
            }
            Inbox::Fail => panic!("asked to fail"),
        }
    }

    fn enter(&mut self, arrival: &Arrival, outbound: Arc<Outbound>, now: Instant) {
        if self.outbounds.is_empty() {
            self.last_sweep = now;
        }
        // What was shared before is in what it is told now; from here on it hears each frame.
        outbound.enter();
        let hears = arrival.kind.hears_text() || self.room.shows_text();
        outbound.let_hear_text(hears, now);
        self.outbounds.insert(arrival.seat, outbound);
    }

    fn hear_peers(&mut self, word: PeerWord, now: Instant) -> PeerAnswer {
        let goes = matches!(word, PeerWord::LetGo);
        let answer = self.room.hear_peers(word, now);
        self.left |= goes && matches!(answer, PeerAnswer::Taken(_));
        answer
    }

    fn forget(&mut self, seat: SeatId, now: Instant) {
        // Its way out first: what its leaving causes is for the others.
        self.outbounds.remove(&seat);
        self.marks.remove(&seat);
        self.probes.forget(seat);
        self.room.depart(seat, now);
        if self.outbounds.is_empty() {
            self.outbounds.shrink_to_fit();
            // Nobody is left who would share it.
            self.room.forget_full();
            self.readings.forget();
            self.answers.forget();
        }
    }

    fn pass_time(&mut self) {
        let now = now();
        self.room.follow_links(now);
        if self.room.deadline().is_some_and(|at| now >= at) {
            self.room.tick(now);
            self.files.seal(self.room.takes_no_files());
        }
        self.probes.settle(&self.outbounds, now);
        if now >= self.last_sweep + SWEEP {
            self.last_sweep = now;
            sweep(&self.outbounds, now);
            self.room.forget(now);
            self.look_after_files(now);
            if self.room.rest() {
                self.readings.forget();
                self.answers.forget();
            }
        }
        // At the end at once: in this very turn the seats are closed.
        if self.room.is_dirty()
            && (now >= self.last_flush + self.tick || self.room.ended().is_some())
        {
            self.flush();
        }
    }

    /// Frees files that the text has let go of, a while after it has. A text that is the same refers to the same.
    fn look_after_files(&mut self, now: Instant) {
        if self.files.is_empty() {
            return;
        }
        if std::mem::take(&mut self.unasked) {
            self.files.note_mentioned(|| self.room.live_bodies(), now);
        }
        self.files.free_unmentioned(now);
    }

    /// Writes what was gathered to every seat: made once in each form, one write a seat.
    fn flush(&mut self) {
        let begun = now();
        // Before a word is shared that was taken after the decision.
        self.follow_walls(begun);
        let gathered = self.room.gather();
        if gathered.update.is_none() && gathered.presence.is_none() {
            return;
        }
        if gathered.update.is_some() {
            self.readings.change();
            self.unasked = true;
        }
        let shared = Frames::say(self.dialects(), |dialect| dialect.shared(&gathered));
        let number = self.log.append(&shared);
        let mut mark = None;
        for (seat, outbound) in &self.outbounds {
            if !outbound.hears_text() {
                outbound.send(outbound.dialect().people(&gathered), begun);
                continue;
            }
            // It has written all of this itself: a page would take it twice, and a slow line be
            // busy with it.
            let owed = gathered.update.is_some() && outbound.dialect().hears_own_words();
            if Some(*seat) == gathered.author && !owed {
                outbound.skip(number);
                if outbound.dialect().hears_itself() && !outbound.is_late() {
                    outbound.send(outbound.dialect().people(&gathered), begun);
                }
                continue;
            }
            match outbound.share(number, &shared, begun) {
                Sent::Blocked => {
                    // Made only where somebody is blocked, and once: whoever is blocked by this
                    // frame has the same.
                    let mark = mark.get_or_insert_with(|| Bytes::from(self.room.mark()));
                    self.marks.insert(*seat, mark.clone());
                }
                Sent::InStep if !self.marks.is_empty() => drop(self.marks.remove(seat)),
                _ => {}
            }
        }
        let cost = now().saturating_duration_since(begun);
        // The dearer a flush, the more seldom it comes, so that writing takes a small part of the
        // time whatever the crowd. One slow flush alone does not change the beat.
        let wanted = (cost * TICK_PER_COST).clamp(MIN_TICK, MAX_TICK);
        self.tick = (self.tick * 7 + wanted) / 8;
        self.last_flush = begun;
    }

    fn catch_up(&mut self, seat: SeatId) {
        let Some(outbound) = self.outbounds.get(&seat) else { return };
        // It waits for this answer. Without a mark it gets all, since taking what one has changes nothing.
        let mark = self.marks.remove(&seat).unwrap_or(NOTHING);
        // What waits for a flush is in the delta already and may be repeated by the flush.
        let update = self.room.since(&mark);
        let missed = Gathered { update, is_history: true, ..Gathered::default() };
        let missed = outbound.dialect().shared(&missed);
        let here =
            self.room.everyone().map(|all| outbound.dialect().note(&Outgoing::Presence(all)));
        let frames = [missed, here.unwrap_or_default()];
        if outbound.catch_up(Bytes::from(frames.concat()), now()) != Sent::InStep {
            self.marks.insert(seat, self.room.mark().into());
        }
    }

    /// Walls hear the text from a host's word on, and no more from the other.
    fn follow_walls(&mut self, now: Instant) {
        let shows = self.room.shows_text();
        if std::mem::replace(&mut self.shows_text, shows) == shows {
            return;
        }
        for outbound in self.room.walls().iter().filter_map(|seat| self.outbounds.get(seat)) {
            outbound.let_hear_text(shows, now);
        }
    }

    fn perform(&mut self) {
        let now = now();
        self.follow_walls(now);
        for output in self.room.take_outputs() {
            match output {
                Effect::To(seat, note) => self.tell(seat, note, now),
                Effect::ToPages(seats, json) => {
                    let note = Outgoing::Page(json);
                    let frames = Frames::say(self.dialects(), |dialect| dialect.note(&note));
                    for outbound in seats.iter().filter_map(|seat| self.outbounds.get(seat)) {
                        outbound.send(frames.of(outbound.dialect().form()), now);
                    }
                }
                Effect::Close(seat, code) => {
                    if let Some(outbound) = self.outbounds.get(&seat) {
                        outbound.close(code, now);
                    }
                }
                Effect::Bar(seat, code) => {
                    if let Some(outbound) = self.outbounds.get(&seat) {
                        outbound.cut(code, now);
                    }
                }
                Effect::End => self.outbounds.values().for_each(|outbound| outbound.end(now)),
                // The room has let the seat go already; its task sees by this that it is over.
                Effect::Replace(seat) => {
                    if let Some(outbound) = self.outbounds.remove(&seat) {
                        outbound.give_up(CloseCode::FellBehind, now);
                    }
                    self.marks.remove(&seat);
                }
                Effect::Probe(seat) => {
                    if let Some(outbound) = self.outbounds.get(&seat) {
                        self.probes.ask(seat, outbound, now);
                    }
                }
                Effect::Event(event) => {
                    if event.kind.changes_who_reads() {
                        self.readings.admit_anew();
                    }
                    if self.events.try_send(event).is_err() {
                        tracing::debug!("nobody takes the events of this room");
                    }
                }
            }
        }
    }

    fn tell(&mut self, seat: SeatId, note: Outgoing, now: Instant) {
        let Some(outbound) = self.outbounds.get(&seat) else { return };
        // What it answers may be as large as a pad again.
        if matches!(note, Outgoing::Step1(_)) {
            outbound.history().ask();
        }
        let bytes = match note {
            Outgoing::Step2(update) => self.answers.frame(outbound.dialect(), update),
            note => outbound.dialect().note(&note),
        };
        outbound.send(bytes, now);
    }

    fn dialects(&self) -> impl Iterator<Item = &dyn Encoder> {
        self.outbounds.values().map(|outbound| outbound.dialect())
    }
}

impl Drop for Task {
    /// On every path, also where the room failed: whoever serves a seat learns that it is over.
    fn drop(&mut self) {
        self.inbox.close();
        self.outbounds.values().for_each(|outbound| outbound.wake());
    }
}
