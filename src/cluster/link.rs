//! What this node does for the lobby of its pads.

use std::time::Duration;

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::engine::NoAnswer;
use super::frame::{ClusterFrame, FrameBody};
use super::membership::{ClusterNode, NodeState};
use super::subject::Subject;
use crate::base::codes::JoinCode;
use crate::base::ids::Epoch;
use crate::base::lock::lock;
use crate::base::names::PadName;
use crate::room::core::peer_words::{PeerAnswer, PeerWord};
use crate::room::lobby::{EndTold, Finding, LifeHead, LifeTaken, Pad, PeerLink};

/// The state vector of who has nothing.
const NOTHING: Bytes = Bytes::from_static(&[0]);

/// A pad that was asked for, without its text.
#[derive(Deserialize, Serialize)]
pub(super) struct FoundPad {
    head: LifeHead,
    /// Milliseconds for which nobody has been with it, as far as is known there.
    alone_ms: u64,
}

impl ClusterNode {
    /// A pad that is open here, for a node that has asked for it; `None` where its end has begun.
    pub(super) async fn found(&self, pad: &Pad, alone_for: Duration) -> Option<FrameBody> {
        let Some(PeerAnswer::Pad(carried)) = pad.room.peers(PeerWord::Pad).await else {
            return None;
        };
        let (head, _) = self.0.lobby.head(pad, *carried);
        let alone_ms = u64::try_from(alone_for.as_millis()).unwrap_or(u64::MAX);
        serde_json::to_vec(&FoundPad { head, alone_ms })
            .ok()
            .map(|json| FrameBody::Found(json.into()))
    }

    /// Asks all others for a pad, once more where none has answered in time.
    async fn find_at(&self, at: Subject) -> Option<LifeTaken> {
        let question = ClusterFrame::single(Epoch(0), FrameBody::Find);
        let within = self.0.settings.join_within;
        let mut answer = self.ask(&at, &question, within).await;
        if matches!(answer, Err(NoAnswer::TimedOut)) {
            answer = self.ask(&at, &question, within).await;
        }
        let (from, frame) = answer.ok()?;
        let FrameBody::Found(json) = frame.body else { return None };
        let FoundPad { head, alone_ms } = serde_json::from_slice(&json).ok()?;
        let question = ClusterFrame::single(frame.epoch, FrameBody::Lacking(NOTHING));
        let most = 2 * self.0.lobby.rules().limits.doc.bytes;
        let text = self.fetch(from, question, most).await?;
        let life = head.taken(text).filter(|life| life.epoch == frame.epoch)?;
        lock(&self.0.alone).insert(life.epoch, Duration::from_millis(alone_ms));
        Some(life)
    }
}

impl PeerLink for NodeState {
    fn opened(&self, pad: &Pad) {
        if let Some(node) = self.node() {
            node.open_line(pad);
        }
    }

    fn ended(&self, end: &EndTold) {
        if let Some(node) = self.node() {
            node.tell_end(end);
        }
    }

    fn find(&self, name: PadName) -> Finding<'_, LifeTaken> {
        let at = self.subjects.question(&name);
        Box::pin(async move { self.node()?.find_at(at).await })
    }

    fn find_by_code(&self, code: JoinCode) -> Finding<'_, LifeTaken> {
        let at = self.subjects.code(code);
        Box::pin(async move { self.node()?.find_at(at).await })
    }
}
