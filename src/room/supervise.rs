//! What comes after a room's task: a tombstone, or another room for the same life.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt as _;

use super::lobby::{Lobby, unix_now};
use super::message::{Event, EventKind, Receipt};
use super::state::Opening;
use super::task::Task;
use super::{RoomHandle, now};
use crate::base::ids::Epoch;
use crate::base::names::PadName;

impl Lobby {
    /// Starts a room's task, which ends with what comes after it: a tombstone, or another room for
    /// the same life where this one failed.
    pub(super) fn run_room(
        &self,
        name: &PadName,
        epoch: Epoch,
        grace: Duration,
        lifetime: Duration,
        resumed: bool,
    ) -> RoomHandle {
        let limits = self.inner.rules.limits;
        let (pad, budget) = (name.clone(), self.inner.budget.clone());
        let last_call = self.inner.rules.last_call;
        let opening = Opening { pad, epoch, grace, lifetime, last_call, limits, resumed, budget };
        let shard = self.inner.shards.next();
        let (handle, task) = Task::new(opening, self.inner.events.clone(), shard.clone());
        let (lobby, name) = (self.clone(), name.clone());
        self.inner.stop.spawn_on(&shard, async move {
            // Nothing of a room that failed is looked at again.
            let ended = AssertUnwindSafe(task.run()).catch_unwind().await;
            match ended {
                Ok(Some(receipt)) => lobby.bury(&name, epoch, receipt),
                Ok(None) => lobby.forget(&name, epoch),
                Err(_) => lobby.restart(&name, epoch),
            }
        });
        handle
    }

    fn bury(&self, name: &PadName, epoch: Epoch, receipt: Receipt) {
        let mut pads = self.pads();
        if let Some(pad) = pads.remove(name, epoch) {
            pads.codes.end(pad.code, name.clone());
            pads.tombs.bury(name.clone(), (epoch, now(), receipt), pad.expires);
            self.note_end(pads.tombs.graves(unix_now()));
        }
    }

    fn forget(&self, name: &PadName, epoch: Epoch) {
        self.pads().remove(name, epoch);
    }

    fn restart(&self, name: &PadName, epoch: Epoch) {
        tracing::error!(pad = %name, "a room failed; it is opened again and its people refill it");
        let mut pads = self.pads();
        let Some(pad) = pads.alive.get_mut(name).filter(|pad| pad.epoch == epoch) else { return };
        let lifetime = pad.hard_end.saturating_duration_since(now());
        pad.room = self.run_room(name, epoch, pad.grace, lifetime, true);
        let event = Event { pad: name.clone(), epoch, kind: EventKind::Failed };
        let _ = self.inner.events.try_send(event);
    }
}
