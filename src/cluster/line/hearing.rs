//! What a line hears of other copies.

use std::collections::BTreeSet;
use std::time::Duration;

use bytes::Bytes;
use fadepad_wire::awareness;

use super::{Far, LOOKS, MOST_BAD, PeerLine, QUARANTINE, REPEATS, RESYNC_AGAIN, SAYS_HELLO, SOON};
use crate::base::clock::now;
use crate::base::cluster::ClusterCount;
use crate::cluster::engine::Delivery;
use crate::cluster::frame::{ClusterFrame, FrameBody, NumberWindow, Numbering, ReplicaHello};
use crate::cluster::incarnation::Incarnation;
use crate::cluster::linger::{OtherCopy, weight};
use crate::cluster::membership::LineWord;
use crate::cluster::subject::Subject;
use crate::room::core::peer_words::{ClientThere, PeerAnswer, PeerWord};
use crate::room::core::peers::NodeHere;
use crate::room::message::Message;

impl PeerLine {
    pub(super) async fn hear(&mut self, at: &Subject, delivery: &Delivery) {
        let Some((node, frame)) = self.node.open(at, delivery) else { return };
        if frame.epoch != self.pad.epoch || node == self.node.own() {
            return;
        }
        let is_new = !self.far.contains_key(&node);
        let far = self.far.entry(node).or_insert_with(|| Far {
            window: NumberWindow::default(),
            hello: None,
            hello_number: 0,
            clients: BTreeSet::new(),
            bad: 0,
            heard: now(),
            proved: None,
            deaf_until: None,
        });
        far.heard = now();
        match far.window.note(frame.number) {
            Numbering::Known => return,
            Numbering::Gap => {
                self.node.figures().count(ClusterCount::Gap);
                self.resync_soon(node);
            }
            Numbering::InOrder | Numbering::Late => {}
        }
        if is_new {
            self.node.meet(node);
            self.meet().await;
        }
        let deaf_until = self.far.get(&node).and_then(|far| far.deaf_until);
        if deaf_until.is_some_and(|until| now() < until) {
            return;
        }
        self.take(node, frame).await;
    }

    /// Another copy is there: it learns who is here.
    pub(super) async fn meet(&mut self) {
        self.hello_by(Duration::ZERO);
        self.seat.say(Message::Query).await;
    }

    pub(super) async fn take(&mut self, node: Incarnation, frame: ClusterFrame) {
        match frame.body {
            FrameBody::Update(update) => {
                self.linger.change();
                self.repeats = REPEATS;
                self.hello_by(SAYS_HELLO.0);
                match self.pad.room.peers(PeerWord::Update(update)).await {
                    Some(PeerAnswer::Taken(true)) => self.resync_soon(node),
                    Some(PeerAnswer::Refused) => self.blame(node),
                    _ => {}
                }
            }
            FrameBody::Presence { states, whose } => self.show(node, states, &whose).await,
            FrameBody::Hello(hello) => self.hear_hello(node, frame.number, hello).await,
            FrameBody::Decisions(json) => self.bring(node, PeerWord::Decisions(json)).await,
            FrameBody::Command(json) => self.bring(node, PeerWord::Command(json)).await,
            FrameBody::Expiring => {
                if self.look().await && self.linger.objects(self.seen.grace, now()) {
                    self.say_hello(false).await;
                }
            }
            _ => self.blame(node),
        }
    }

    pub(super) async fn bring(&mut self, node: Incarnation, word: PeerWord) {
        if let Some(PeerAnswer::Refused) = self.pad.room.peers(word).await {
            self.blame(node);
        }
        self.look_at = now();
    }

    /// What a node says is refused: after some of that nothing more of it is taken for a while.
    pub(super) fn blame(&mut self, node: Incarnation) {
        let Some(far) = self.far.get_mut(&node) else { return };
        far.bad = far.bad.saturating_add(1);
        if far.bad >= MOST_BAD {
            (far.bad, far.deaf_until) = (0, Some(now() + QUARANTINE));
            tracing::warn!(%node, "a node says what no pad takes: it is not heard for a minute");
        }
    }

    pub(super) async fn show(&mut self, node: Incarnation, states: Bytes, whose: &[u8]) {
        let Ok(whose) = serde_json::from_slice::<Vec<ClientThere>>(whose) else {
            return self.blame(node);
        };
        if let Some(far) = self.far.get_mut(&node) {
            for entry in awareness::entries(&states).flatten() {
                match entry.json {
                    awareness::GONE => far.clients.remove(&entry.client),
                    _ => far.clients.insert(entry.client),
                };
            }
        }
        self.bring(node, PeerWord::Presence(states, whose)).await;
    }

    pub(super) async fn hear_hello(&mut self, node: Incarnation, number: u64, hello: ReplicaHello) {
        if hello.leaving {
            return self.part_from(node).await;
        }
        let Some(far) = self.far.get_mut(&node) else { return };
        if number < far.hello_number {
            return;
        }
        far.hello_number = number;
        let Ok(here) = serde_json::from_slice::<NodeHere>(&hello.here) else {
            return self.blame(node);
        };
        far.hello = Some(hello.clone());
        self.pad.room.peers(PeerWord::Here(node.0, here)).await;
        if !self.look().await {
            return;
        }
        self.note_copy(node);
        if hello.digest != self.seen.digest {
            self.resync_soon(node);
        }
        if hello.decisions != self.seen.decisions {
            self.say_decisions().await;
        }
        // Somebody may have come or gone: what becomes of this copy?
        self.look_at = self.look_at.min(now() + LOOKS.0);
    }

    pub(super) fn note_copy(&mut self, node: Incarnation) {
        let Some(hello) = self.far.get(&node).and_then(|far| far.hello.as_ref()) else { return };
        let said = OtherCopy {
            people: hello.people,
            alone_for: Duration::from_millis(hello.alone_ms),
            same: hello.digest == self.seen.digest,
            leaving: false,
        };
        self.linger.hear(node, said, now());
    }

    pub(super) async fn part_from(&mut self, node: Incarnation) {
        let Some(far) = self.far.remove(&node) else { return };
        self.linger.forget(node, now());
        self.resyncs.remove(&node);
        let clients: Vec<u64> = far.clients.into_iter().collect();
        if !clients.is_empty() {
            self.pad.room.peers(PeerWord::Gone(clients)).await;
        }
        self.pad.room.peers(PeerWord::Forget(node.0)).await;
        self.look_at = now();
    }

    pub(super) async fn hear_node(&mut self, word: LineWord) {
        match word {
            LineWord::Gone(node) => self.part_from(node).await,
            LineWord::Missed => {
                // All pads of a node at once: each within some seconds.
                let spread = weight(self.pad.epoch.0, self.node.own()) % 2_000;
                self.hello_by(Duration::from_millis(spread));
            }
            LineWord::Resynced(node, well) => {
                self.running.remove(&node);
                let before = self.seen.digest;
                if !well && self.far.contains_key(&node) {
                    self.resyncs.insert(node, now() + RESYNC_AGAIN);
                } else if self.look().await && self.seen.digest != before {
                    self.hello_by(SOON);
                }
                self.note_same();
            }
            LineWord::Proved(node, true) => {
                if let Some(far) = self.far.get_mut(&node) {
                    far.proved = Some(now());
                }
            }
            LineWord::Proved(node, false) => self.part_from(node).await,
            LineWord::Drain(done) => self.drain(done).await,
        }
    }

    /// Who holds what this copy holds now.
    pub(super) fn note_same(&mut self) {
        for (node, far) in &self.far {
            self.linger.set_same(*node, far.holds(self.seen.digest));
        }
    }
}
