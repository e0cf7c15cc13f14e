//! What a line does for its copy: it fetches what is lacking, and sees to it that the pad is kept, or goes.

use std::time::{Duration, Instant};

use bytes::Bytes;
use tokio::sync::oneshot;

use super::{Far, LOOKS, MEETS_WITHIN, PROVES, PeerLine, RESYNC_WITHIN, SOON};
use crate::base::clock::now;
use crate::base::cluster::ClusterCount;
use crate::cluster::engine::{Delivery, NoAnswer};
use crate::cluster::frame::{ClusterFrame, FrameBody};
use crate::cluster::incarnation::Incarnation;
use crate::cluster::linger::{LingerStep, weight};
use crate::cluster::membership::{ANSWERS_WITHIN, ClusterNode, LineWord};
use crate::cluster::subject::Subject;
use crate::room::core::peer_words::{PeerAnswer, PeerWord};
use crate::room::lobby::Pad;

impl PeerLine {
    pub(super) fn far_nodes(&self) -> Vec<Incarnation> {
        self.far.keys().copied().collect()
    }

    pub(super) fn resync_soon(&mut self, node: Incarnation) {
        // Who has just come here waits for nothing.
        let meets = now().saturating_duration_since(self.begun) < MEETS_WITHIN;
        let within = if meets { SOON } else { RESYNC_WITHIN };
        let jitter = weight(self.number ^ self.pad.epoch.0, self.node.own());
        let jitter = Duration::from_millis(jitter % within.as_millis() as u64);
        let at = now() + jitter;
        self.resyncs.entry(node).and_modify(|known| *known = (*known).min(at)).or_insert(at);
    }

    /// Asks one node for what is lacking here; what is lacking there it asks for itself.
    pub(super) fn resync(&mut self, from: Incarnation) {
        if self.running.contains(&from) || !self.node.may_resync() {
            self.resyncs.insert(from, now() + RESYNC_WITHIN);
            return;
        }
        self.resyncs.remove(&from);
        self.running.insert(from);
        self.node.figures().count(ClusterCount::Resync);
        let (node, pad, done) = (self.node.clone(), self.pad.clone(), self.own_words.clone());
        self.node.0.stop.spawn_until_stopped(async move {
            let well = exchange(&node, &pad, from).await.is_some();
            let _ = done.send(LineWord::Resynced(from, well)).await;
        });
    }

    // Whether this copy is needed.

    pub(super) async fn look_after_copy(&mut self) {
        if !self.look().await {
            return;
        }
        self.note_same();
        let resting = self.seen.people == 0;
        self.look_at = now() + if resting { LOOKS.0 } else { LOOKS.1 };
        if resting {
            self.prove(PROVES.0);
        }
        // What holds nothing needs no second copy.
        let live = if self.seen.blank { Vec::new() } else { self.node.live() };
        match self.linger.next(self.seen.grace, &live, now()) {
            None => {}
            Some(LingerStep::SayExpiring) => drop(self.say(FrameBody::Expiring)),
            Some(LingerStep::Erase) => {
                self.pad.room.peers(PeerWord::Expired).await;
            }
            // A goodbye may have been lost: nobody goes for a copy that is not there.
            Some(LingerStep::LetGo) if !self.are_proved() => self.prove(Duration::ZERO),
            Some(LingerStep::LetGo) => {
                let gone = self.pad.room.peers(PeerWord::LetGo).await;
                self.over |= matches!(gone, Some(PeerAnswer::Taken(_)));
            }
            Some(LingerStep::Adopt(node)) => self.have_adopted(node, None),
        }
    }

    fn are_proved(&self) -> bool {
        let is_fresh = |at: Instant| now().saturating_duration_since(at) < PROVES.1;
        self.far.values().all(|far| far.proved.is_some_and(is_fresh))
    }

    /// Asks those who were silent for so long whether they have a copy.
    fn prove(&mut self, silent_for: Duration) {
        let begun = now();
        for (far, known) in &mut self.far {
            if begun.saturating_duration_since(known.heard) < silent_for {
                continue;
            }
            known.heard = begun;
            let (of, node, done) = (*far, self.node.clone(), self.own_words.clone());
            let lacking = FrameBody::Lacking(self.seen.vector.clone());
            let question = ClusterFrame::single(self.pad.epoch, lacking);
            self.node.0.stop.spawn_until_stopped(async move {
                let at = node.0.subjects.node(of);
                let has = match node.ask(&at, &question, ANSWERS_WITHIN).await {
                    Ok((_, answer)) => matches!(answer.body, FrameBody::Part(_)),
                    Err(NoAnswer::NoResponders) => false,
                    // Nobody knows: it stays, and so does this one.
                    Err(_) => return,
                };
                let _ = done.send(LineWord::Proved(of, has)).await;
            });
        }
    }

    pub(super) fn have_adopted(&self, by: Incarnation, done: Option<oneshot::Sender<()>>) {
        let (node, name) = (self.node.clone(), self.pad.name.clone());
        let epoch = self.pad.epoch;
        self.node.0.stop.spawn_until_stopped(async move {
            let body = FrameBody::Adopt(Bytes::copy_from_slice(name.as_str().as_bytes()));
            let question = ClusterFrame::single(epoch, body);
            let _ = node.ask(&node.0.subjects.node(by), &question, ANSWERS_WITHIN).await;
            if let Some(done) = done {
                let _ = done.send(());
            }
        });
    }

    /// This node stops: where no other holds the same, one is to.
    pub(super) async fn drain(&mut self, done: oneshot::Sender<()>) {
        self.speak().await;
        self.say_hello(false).await;
        let same = |far: &Far| far.holds(self.seen.digest);
        let salt = self.node.0.subjects.salt(&self.pad.name);
        let live = self.node.live();
        let next = live.into_iter().max_by_key(|node| weight(salt, *node));
        match next {
            Some(next) if !self.far.values().any(same) => self.have_adopted(next, Some(done)),
            _ => {
                let _ = done.send(());
            }
        }
    }

    /// Another node has no copy, and asks for the pad.
    pub(super) fn tell_pad(&self, at: &Subject, question: Delivery) {
        let Some((_, ClusterFrame { body: FrameBody::Find, .. })) = self.node.open(at, &question)
        else {
            return;
        };
        let (node, pad) = (self.node.clone(), self.pad.clone());
        let alone_for = self.linger.alone_for(now());
        self.node.0.stop.spawn_until_stopped(async move {
            if let Some(found) = node.found(&pad, alone_for).await {
                node.reply(&question, &ClusterFrame::single(pad.epoch, found));
            }
        });
    }
}

/// Fetches from a node what is lacking here, and has the room take it.
async fn exchange(node: &ClusterNode, pad: &Pad, from: Incarnation) -> Option<()> {
    let Some(PeerAnswer::Replica(seen)) = pad.room.peers(PeerWord::Look).await else { return None };
    let question = ClusterFrame::single(pad.epoch, FrameBody::Lacking(seen.vector));
    let most = 2 * node.0.lobby.rules().limits.doc.bytes;
    let update = node.fetch(from, question, most).await?;
    let taken = pad.room.peers(PeerWord::Update(update)).await?;
    matches!(taken, PeerAnswer::Taken(_)).then_some(())
}
