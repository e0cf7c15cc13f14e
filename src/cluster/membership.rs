//! This process in a cluster, as all that works for it uses it: it says and asks, sealed, and counts.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::{Duration, Instant};

use bytes::Bytes;
use tokio::sync::{mpsc, oneshot};

use super::engine::{Delivery, Engine, NoAnswer};
use super::frame::{BadFrame, ClusterFrame, FrameBody, Signed};
use super::incarnation::Incarnation;
use super::nodes::NodeTable;
use super::seal::FrameSeal;
use super::subject::Subject;
use super::subjects::Subjects;
use super::transfers::{Reassembly, Transfers};
use crate::base::clock::now;
use crate::base::cluster::{ClusterCount, ClusterFigures};
use crate::base::ids::Epoch;
use crate::base::lock::lock;
use crate::base::stop::Stop;
use crate::room::RoomHandle;
use crate::room::core::token_bucket::TokenBucket;
use crate::room::lobby::Lobby;

/// How long another node has for an answer that it has at hand.
pub(super) const ANSWERS_WITHIN: Duration = Duration::from_secs(2);

/// How a node takes part.
#[derive(Clone, Debug)]
pub struct ClusterSettings {
    /// How many nodes keep a pad that nobody is with.
    pub copies: usize,
    /// How long the others are asked for a pad that is not open here.
    pub join_within: Duration,
    /// After what silence a node counts as dead.
    pub dead_after: Duration,
}

impl Default for ClusterSettings {
    fn default() -> Self {
        let (join_within, dead_after) = (Duration::from_millis(250), Duration::from_secs(10));
        Self { copies: 2, join_within, dead_after }
    }
}

/// This node. Cheap to clone.
#[derive(Clone)]
pub struct ClusterNode(pub(super) Arc<NodeState>);

pub(super) struct NodeState {
    /// Itself, for who comes by the lobby.
    pub(super) this: Weak<Self>,
    pub(super) own: Incarnation,
    pub(super) engine: Engine,
    pub(super) seal: FrameSeal,
    pub(super) subjects: Subjects,
    pub(super) settings: ClusterSettings,
    pub(super) lobby: Lobby,
    pub(super) stop: Stop,
    pub(super) figures: ClusterFigures,
    /// How long nobody has been with a copy that is about to begin here.
    pub(super) alone: Mutex<HashMap<Epoch, Duration>>,
    pub(super) begun: Instant,
    pub(super) lines: Mutex<HashMap<Epoch, LineEntry>>,
    pub(super) nodes: Mutex<NodeTable>,
    pub(super) transfers: Mutex<Transfers>,
    pub(super) resyncs: Mutex<TokenBucket>,
    /// When the ends that another node knows were asked for last.
    pub(super) asked_ends: Mutex<Option<Instant>>,
    pub(super) leaving: AtomicBool,
}

/// What a line hears from its node.
pub(super) enum LineWord {
    /// That node is dead.
    Gone(Incarnation),
    /// Something may have been missed.
    Missed,
    /// An exchange with that node is over: whether it went well.
    Resynced(Incarnation, bool),
    /// Whether that node has a copy.
    Proved(Incarnation, bool),
    /// This node stops.
    Drain(oneshot::Sender<()>),
}

/// A line as its node knows it.
pub(super) struct LineEntry {
    pub(super) words: mpsc::Sender<LineWord>,
    pub(super) room: RoomHandle,
    pub(super) people: Arc<AtomicU64>,
    /// Which of several lines of one life this is: a room that failed has another.
    pub(super) turn: u64,
}

impl ClusterNode {
    /// Which start of a program this is.
    #[must_use]
    pub fn own(&self) -> Incarnation {
        self.0.own
    }

    /// What it has counted.
    #[must_use]
    pub fn figures(&self) -> &ClusterFigures {
        &self.0.figures
    }

    /// Other nodes that are there, and how many of them were silent for a while.
    #[must_use]
    pub fn nodes(&self) -> (usize, usize) {
        lock(&self.0.nodes).count(now())
    }

    /// Pads that have a line.
    #[must_use]
    pub fn lines(&self) -> usize {
        lock(&self.0.lines).len()
    }

    /// Other nodes to which a pad may be brought.
    pub(super) fn live(&self) -> Vec<Incarnation> {
        lock(&self.0.nodes).live(now())
    }

    /// A line has heard another node for the first time: it is told of its death, though no beat of it may have come here.
    pub(super) fn meet(&self, other: Incarnation) {
        lock(&self.0.nodes).meet(other, now());
    }

    /// Whether it stops.
    pub(super) fn is_leaving(&self) -> bool {
        self.0.leaving.load(Ordering::Relaxed)
    }

    /// Whether an exchange may begin now.
    pub(super) fn may_resync(&self) -> bool {
        lock(&self.0.resyncs).take(1, now())
    }

    /// A number from which a line counts its frames: higher than all that any line of this node has counted before.
    pub(super) fn first_number(&self) -> u64 {
        now().saturating_duration_since(self.0.begun).as_micros() as u64 + 1
    }

    /// Says something to all who listen there.
    pub(super) fn say(&self, to: &Subject, frame: &ClusterFrame) -> bool {
        let bytes = self.0.seal.seal(to.as_str(), frame);
        let sent = self.0.engine.publish(to, bytes).is_ok();
        if sent {
            self.0.figures.count(ClusterCount::FrameSent);
        }
        sent
    }

    /// Opens what has come there; `None` where it is nobody's of this cluster.
    pub(super) fn open(&self, at: &Subject, delivery: &Delivery) -> Option<Signed> {
        let opened = self.0.seal.open(at.as_str(), &delivery.bytes);
        match &opened {
            Ok(_) => self.0.figures.count(ClusterCount::FrameReceived),
            Err(bad) => self.reject(*bad),
        }
        opened.ok()
    }

    /// Asks whoever listens there.
    pub(super) async fn ask(
        &self,
        to: &Subject,
        frame: &ClusterFrame,
        within: Duration,
    ) -> Result<Signed, NoAnswer> {
        let question = self.0.seal.seal(to.as_str(), frame);
        self.0.figures.count(ClusterCount::FrameSent);
        let answer = self.0.engine.request(to, question.clone(), within).await?;
        let opened = self.0.seal.open(&FrameSeal::answering(&question), &answer);
        opened.map_err(|bad| {
            self.reject(bad);
            NoAnswer::TimedOut
        })
    }

    /// Answers a question.
    pub(super) fn reply(&self, question: &Delivery, frame: &ClusterFrame) {
        let Some(to) = &question.reply_to else { return };
        let bytes = self.0.seal.seal(&FrameSeal::answering(&question.bytes), frame);
        if self.0.engine.publish(to, bytes).is_ok() {
            self.0.figures.count(ClusterCount::FrameSent);
        }
    }

    fn reject(&self, bad: BadFrame) {
        self.0.figures.count(ClusterCount::FrameRejected);
        tracing::debug!(%bad, "a frame is not taken");
    }

    /// Fetches an answer of any size from a node, part by part.
    pub(super) async fn fetch(
        &self,
        from: Incarnation,
        question: ClusterFrame,
        most: usize,
    ) -> Option<Bytes> {
        let to = self.0.subjects.node(from);
        let epoch = question.epoch;
        let part = |signed: Signed| match signed.1.body {
            FrameBody::Part(part) => Some(part),
            _ => None,
        };
        let first = part(self.ask(&to, &question, ANSWERS_WITHIN).await.ok()?)?;
        let mut arriving = Reassembly::begin(first, most)?;
        while let Some(index) = arriving.next() {
            let next = FrameBody::Next { answer: arriving.answer, index };
            let next = ClusterFrame::single(epoch, next);
            arriving.take(&part(self.ask(&to, &next, ANSWERS_WITHIN).await.ok()?)?)?;
        }
        arriving.whole()
    }
}

impl NodeState {
    pub(super) fn node(&self) -> Option<ClusterNode> {
        self.this.upgrade().map(ClusterNode)
    }
}
