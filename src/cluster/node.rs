//! What a node of a cluster does by itself: it says every second that it is there, hears who else is, answers what it is asked,
//! and has a line for each pad that is open here.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{interval, timeout};

use super::engine::{Engine, Subscription, Unsent};
use super::frame::{ClusterFrame, FrameBody, HeartBeat};
use super::incarnation::Incarnation;
use super::line::{self, LineStart};
use super::membership::{
    ANSWERS_WITHIN, ClusterNode, ClusterSettings, LineEntry, LineWord, NodeState,
};
use super::seal::FrameSeal;
use super::subjects::Subjects;
use crate::base::clock::now;
use crate::base::cluster::ClusterFigures;
use crate::base::ids::Epoch;
use crate::base::lock::lock;
use crate::base::stop::Stop;
use crate::room::core::peer_words::{PeerAnswer, PeerWord};
use crate::room::core::token_bucket::TokenBucket;
use crate::room::lobby::{EndTold, Lobby, Pad, PeerLink};

/// How often a node says that it is there.
const BEAT: Duration = Duration::from_secs(1);

/// Exchanges of what is missing that one node begins in a second, and at once: after a cut all pads differ at the same time.
const RESYNCS: (u32, u32) = (200, 200);

/// Words of nodes that wait for a line.
const WORDS: usize = 256;

/// Bytes of a list of ends.
const MOST_ENDS: usize = 8 << 20;

/// What a node is made of.
pub struct ClusterParts {
    /// Its line to the others.
    pub engine: Engine,
    /// What it seals with.
    pub seal: FrameSeal,
    /// Where it speaks.
    pub subjects: Subjects,
    /// Which start of a program it is.
    pub own: Incarnation,
    /// How it takes part.
    pub settings: ClusterSettings,
    /// What is told of it.
    pub figures: ClusterFigures,
}

impl ClusterNode {
    /// Takes part from now on, with all pads of this lobby.
    ///
    /// # Errors
    /// Where the engine takes no subscription.
    pub async fn start(parts: ClusterParts, lobby: Lobby, stop: Stop) -> Result<Self, Unsent> {
        let begun = now();
        let ClusterParts { engine, seal, subjects, own, settings, figures } = parts;
        let node = Self(Arc::new_cyclic(|this| NodeState {
            this: this.clone(),
            own,
            engine,
            seal,
            subjects,
            settings,
            lobby,
            stop,
            figures,
            alone: Mutex::default(),
            begun,
            lines: Mutex::default(),
            nodes: Mutex::default(),
            transfers: Mutex::default(),
            resyncs: Mutex::new(TokenBucket::new(RESYNCS.0, RESYNCS.1, begun)),
            asked_ends: Mutex::default(),
            leaving: AtomicBool::new(false),
        }));
        let NodeState { engine, subjects, stop, lobby, .. } = &*node.0;
        let beats = engine.subscribe(&subjects.beats()).await?;
        let ends = engine.subscribe(&subjects.ends()).await?;
        let inbox = engine.subscribe(&subjects.node(own)).await?;
        stop.spawn_until_stopped(node.clone().hear_beats(beats));
        stop.spawn_until_stopped(node.clone().hear_ends(ends));
        stop.spawn_until_stopped(node.clone().answer(inbox));
        stop.spawn_until_stopped(node.clone().beat());
        stop.spawn_until_stopped(node.clone().watch_engine());
        let link: Arc<dyn PeerLink> = node.0.clone();
        lobby.link(Arc::downgrade(&link));
        lobby.all().iter().for_each(|pad| node.open_line(pad));
        Ok(node)
    }

    /// Has what only this node holds go to another: it stops.
    pub async fn drain(&self) {
        self.0.leaving.store(true, Ordering::Relaxed);
        self.say_beat();
        let words: Vec<_> = lock(&self.0.lines).values().map(|line| line.words.clone()).collect();
        let mut done = Vec::new();
        for line in words {
            let (reply, gone) = oneshot::channel();
            if line.send(LineWord::Drain(reply)).await.is_ok() {
                done.push(gone);
            }
        }
        let all = async {
            for gone in done {
                let _ = gone.await;
            }
        };
        let _ = timeout(2 * ANSWERS_WITHIN, all).await;
    }

    async fn beat(self) {
        let mut beats = interval(BEAT);
        loop {
            beats.tick().await;
            self.say_beat();
            let dead = lock(&self.0.nodes).bury(self.0.settings.dead_after, now());
            self.0.figures.set_nodes(self.nodes().0 as u64);
            for node in dead {
                self.tell_lines(|| LineWord::Gone(node));
            }
        }
    }

    fn say_beat(&self) {
        let (pads, people) = {
            let lines = lock(&self.0.lines);
            let people = lines.values().map(|line| line.people.load(Ordering::Relaxed)).sum();
            (lines.len() as u64, people)
        };
        let ended = self.0.lobby.ends_short();
        let beat = HeartBeat { leaving: self.is_leaving(), pads, people, ended };
        let frame = ClusterFrame::single(Epoch(0), FrameBody::Beat(beat));
        self.say(&self.0.subjects.beats(), &frame);
    }

    async fn hear_beats(self, mut beats: Subscription) {
        let at = self.0.subjects.beats();
        while let Some(delivery) = beats.next().await {
            let Some((node, ClusterFrame { body: FrameBody::Beat(beat), .. })) =
                self.open(&at, &delivery)
            else {
                continue;
            };
            lock(&self.0.nodes).hear(node, beat, now());
            if beat.ended != self.0.lobby.ends_short() && self.may_ask_ends() {
                let asks = self.clone();
                self.0.stop.spawn_until_stopped(async move { asks.ask_ends(node).await });
            }
        }
    }

    fn may_ask_ends(&self) -> bool {
        let mut asked = lock(&self.0.asked_ends);
        let may = asked.is_none_or(|at| now().saturating_duration_since(at) >= 2 * BEAT);
        if may {
            *asked = Some(now());
        }
        may
    }

    /// Another node knows of other ends: this one learns them.
    async fn ask_ends(&self, of: Incarnation) {
        let question = ClusterFrame::single(Epoch(0), FrameBody::AllEnded);
        let Some(list) = self.fetch(of, question, MOST_ENDS).await else { return };
        let Ok(ends) = serde_json::from_slice::<Vec<EndTold>>(&list) else { return };
        for end in ends {
            self.follow_end(&end).await;
        }
    }

    async fn hear_ends(self, mut ends: Subscription) {
        let at = self.0.subjects.ends();
        while let Some(delivery) = ends.next().await {
            if let Some((_, ClusterFrame { body: FrameBody::Ended(json), .. })) =
                self.open(&at, &delivery)
                && let Ok(end) = serde_json::from_slice::<EndTold>(&json)
            {
                self.follow_end(&end).await;
            }
        }
    }

    /// What has ended elsewhere has ended here; but for what only seems to have faded, since somebody is with it here.
    async fn follow_end(&self, end: &EndTold) {
        let Some(record) = end.record() else { return };
        let epoch = end.epoch.as_ref().and_then(|epoch| epoch.parse::<Epoch>().ok());
        let (name, cause, lobby) = (record.name.clone(), record.cause, &self.0.lobby);
        if end.lives_on {
            epoch.into_iter().for_each(|epoch| lobby.unlearn_end(&name, epoch));
            return;
        }
        match lobby.get(&name).filter(|pad| Some(pad.epoch) == epoch) {
            Some(pad) => {
                let told = pad.room.peers(PeerWord::Ended(cause)).await;
                if matches!(told, Some(PeerAnswer::Refused)) {
                    self.tell_end(&EndTold { lives_on: true, ..end.clone() });
                }
            }
            None => lobby.learn_end(record),
        }
    }

    pub(super) fn tell_end(&self, end: &EndTold) {
        let json = serde_json::to_vec(end).unwrap_or_default();
        let frame = ClusterFrame::single(Epoch(0), FrameBody::Ended(json.into()));
        self.say(&self.0.subjects.ends(), &frame);
    }

    /// After a loss nobody knows what was missed: every line looks.
    async fn watch_engine(self) {
        let mut state = self.0.engine.state();
        let mut known = *state.borrow_and_update();
        while state.changed().await.is_ok() {
            let now = *state.borrow_and_update();
            if now.connections != known.connections || now.overruns != known.overruns {
                self.say_beat();
                self.tell_lines(|| LineWord::Missed);
            }
            known = now;
        }
    }

    fn tell_lines(&self, word: impl Fn() -> LineWord) {
        for line in lock(&self.0.lines).values() {
            // One that is so far behind looks by itself soon.
            let _ = line.words.try_send(word());
        }
    }

    /// Answers what is asked of this very node.
    async fn answer(self, mut inbox: Subscription) {
        let at = self.0.subjects.node(self.0.own);
        while let Some(delivery) = inbox.next().await {
            let Some((_, frame)) = self.open(&at, &delivery) else { continue };
            let answering = self.clone();
            // A room that is busy holds up nobody else's answer.
            self.0.stop.spawn_until_stopped(async move {
                let body = answering.answer_to(frame.epoch, frame.body).await;
                answering.reply(&delivery, &ClusterFrame::single(frame.epoch, body));
            });
        }
    }

    async fn answer_to(&self, epoch: Epoch, question: FrameBody) -> FrameBody {
        match question {
            FrameBody::Lacking(vector) => {
                let room = lock(&self.0.lines).get(&epoch).map(|line| line.room.clone());
                let Some(room) = room else { return FrameBody::Refused };
                match room.peers(PeerWord::Lacking(vector)).await {
                    Some(PeerAnswer::Bytes(update)) => self.begin_answer(update),
                    _ => FrameBody::Refused,
                }
            }
            FrameBody::Next { answer, index } => {
                let part = lock(&self.0.transfers).next(answer, index, now());
                part.map_or(FrameBody::Refused, FrameBody::Part)
            }
            FrameBody::AllEnded => {
                let list = serde_json::to_vec(&self.0.lobby.ends()).unwrap_or_default();
                self.begin_answer(list.into())
            }
            FrameBody::Adopt(name) => {
                let name = std::str::from_utf8(&name).ok().and_then(|name| name.parse().ok());
                let Some(name) = name.filter(|_| !self.is_leaving()) else {
                    return FrameBody::Refused;
                };
                self.0.lobby.summon(&name).await;
                let has = self.0.lobby.get(&name).is_some();
                if has { FrameBody::Done } else { FrameBody::Refused }
            }
            _ => FrameBody::Refused,
        }
    }

    fn begin_answer(&self, whole: Bytes) -> FrameBody {
        FrameBody::Part(lock(&self.0.transfers).begin(whole, now()))
    }

    /// A room has begun here.
    pub(super) fn open_line(&self, pad: &Pad) {
        let (words, heard) = mpsc::channel(WORDS);
        let people = Arc::new(AtomicU64::new(0));
        let alone_for = lock(&self.0.alone).remove(&pad.epoch).unwrap_or_default();
        let (room, turn) = (pad.room.clone(), self.first_number());
        let entry = LineEntry { words: words.clone(), room, people: people.clone(), turn };
        lock(&self.0.lines).insert(pad.epoch, entry);
        let (node, pad) = (self.clone(), pad.clone());
        self.0.stop.spawn_until_stopped(async move {
            let epoch = pad.epoch;
            let start = LineStart { own_words: words, words: heard, alone_for, people };
            line::run(node.clone(), pad, start).await;
            let mut lines = lock(&node.0.lines);
            if lines.get(&epoch).is_some_and(|line| line.turn == turn) {
                lines.remove(&epoch);
            }
        });
    }
}
