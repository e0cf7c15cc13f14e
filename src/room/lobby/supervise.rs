//! What comes after a room's task: the record of its end, or another room for the same life.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt as _;

use super::ended::{EndedRecord, PastLife};
use super::pad::Terms;
use super::peer_link::EndTold;
use crate::base::clock::{now, unix_now};
use crate::base::ids::{EndCause, Epoch, FileId};
use crate::base::limits::PAD_AT_REST;
use crate::base::names::PadName;
use crate::room::RoomHandle;
use crate::room::at_end::{Kept, Last, LastText};
use crate::room::core::state::Opening;
use crate::room::files::{PadFiles, StoredFile};
use crate::room::lobby::Lobby;
use crate::room::message::{Event, EventKind, Receipt};
use crate::room::task::{Over, Task};

impl Lobby {
    /// Starts a room's task, which ends with what comes after it: the record of its end, or another room for
    /// the same life where this one failed.
    pub(super) fn run_room(&self, name: &PadName, epoch: Epoch, terms: Terms) -> RoomHandle {
        let Terms { plan, access, title, seeded, resumed, begun, awaits, place, .. } = terms;
        let (limits, saves) = (self.inner.rules.limits, self.saves());
        let (pad, budget) = (name.clone(), self.inner.budget.clone());
        let files = terms.files.unwrap_or_else(|| PadFiles::new(&limits, budget.clone()));
        let opening = Opening {
            awaits,
            pad,
            epoch,
            plan,
            access,
            title,
            limits,
            seeded,
            resumed,
            begun,
            saves,
            budget,
        };
        let shard = self.inner.shards.next();
        let (handle, task) =
            Task::new((opening, files.clone()), self.inner.events.clone(), shard.clone());
        let (lobby, name) = (self.clone(), name.clone());
        self.inner.stop.spawn_on(&shard, async move {
            // Nothing of a room that failed is looked at again.
            let ended = AssertUnwindSafe(task.run()).catch_unwind().await;
            match ended {
                Ok(Some(mut over)) => {
                    let last = if over.text.is_some() { files.all() } else { Vec::new() };
                    if !over.goes_on_afresh() {
                        over.count_files(files.totals().1);
                        files.close();
                    }
                    lobby.over((&name, epoch), over, last).await;
                    files.close();
                }
                Ok(None) => {
                    files.close();
                    lobby.forget(&name, epoch);
                }
                Err(_) => lobby.restart(&name, epoch),
            }
            // When the room is wiped, and not when it was told to end.
            drop(place);
        });
        handle
    }

    /// A room is over: what its host has asked for is done on both sides of the record of an end. A life that is only left
    /// is kept too, since of those who have its text nobody may come back.
    async fn over(
        &self,
        (name, epoch): (&PadName, Epoch),
        over: Over,
        files: Vec<(FileId, Arc<StoredFile>)>,
    ) {
        let Over { receipt, title, text } = over;
        let last = text.map(|text| LastText { text, files, budget: self.inner.budget.clone() });
        let Some(receipt) = receipt else {
            self.forget(name, epoch);
            self.keep(name, epoch, (title.as_deref(), last)).await;
            return;
        };
        let kept = self.keep(name, epoch, (title.as_deref(), last)).await;
        let receipt = Receipt { files_kept: kept.files.len(), ..receipt };
        self.inner.counters.count_ended(receipt.cause);
        self.end(name, epoch, receipt).await;
        if let Some(at_end) = &self.inner.at_end {
            at_end.tell(&Last { pad: name.clone(), epoch, title, receipt }, kept).await;
        }
    }

    /// Keeps a title and a text, where the host has asked for that, and tells what came of it.
    async fn keep(
        &self,
        name: &PadName,
        epoch: Epoch,
        (title, last): (Option<&str>, Option<LastText>),
    ) -> Kept {
        let (Some(at_end), Some(last)) = (&self.inner.at_end, last) else { return Kept::default() };
        let kept = at_end.keep(name, title, last).await;
        if !kept.files.is_empty() || kept.failed.is_some() {
            let kind = EventKind::Kept { files: kept.files.clone(), failed: kept.failed.clone() };
            let _ = self.inner.events.try_send(Event { pad: name.clone(), epoch, kind });
        }
        kept
    }

    /// Buries a life, and tells of it once that is recorded: who hears of an end may cut the power.
    async fn end(&self, name: &PadName, epoch: Epoch, receipt: Receipt) {
        let Some(number) = self.record_end(name, epoch, receipt) else { return };
        tokio::select! {
            () = self.until_recorded(number) => {}
            // The app writes the list itself before it tells the last of it.
            () = self.inner.stop.stopped() => {}
        }
        let event = Event { pad: name.clone(), epoch, kind: EventKind::Ended(receipt) };
        let _ = self.inner.events.try_send(event);
    }

    /// The number of this end; `None` where that life is none that is alive.
    fn record_end(&self, name: &PadName, epoch: Epoch, receipt: Receipt) -> Option<u64> {
        let mut pads = self.pads();
        let pad = pads.remove(name, epoch)?;
        pads.codes.end(self.code(&pad), name.clone());
        pads.codes.end(self.code_of(&pad, 0), name.clone());
        pads.keep_decided(&pad);
        let goes_on = receipt.cause == EndCause::Afresh;
        let life = PastLife { epoch, hosts: Some(pad.access.host_keys()), goes_on };
        pads.ended.record_end(name.clone(), (life, now(), receipt), pad.expires);
        // Also where it was told by another: whoever has not heard that one hears this.
        if let Some(peers) = self.peers() {
            let (lives, until) = (pads.ended.lives(name), pad.expires);
            let record = EndedRecord { name: name.clone(), lives, until, cause: receipt.cause };
            peers.ended(&EndTold::of(&record, Some(epoch)));
        }
        self.keep_last(&mut pads, &pad);
        let next = pads.afresh.remove(name).filter(|next| next.is_of(epoch, receipt.cause));
        let records = pads.ended.records(unix_now());
        let number = records.number;
        self.note_end(records);
        // Before anybody else can begin one.
        next.into_iter().for_each(|next| self.begin_afresh(&mut pads, &pad, next));
        Some(number)
    }

    fn forget(&self, name: &PadName, epoch: Epoch) {
        let mut pads = self.pads();
        pads.remove(name, epoch);
        pads.drop_next(name, epoch);
    }

    fn restart(&self, name: &PadName, epoch: Epoch) {
        tracing::error!(pad = %name, "a room failed; it is opened again and its people refill it");
        let mut pads = self.pads();
        let Some(pad) = pads.alive.get_mut(name).filter(|pad| pad.epoch == epoch) else { return };
        self.inner.counters.count_failed();
        // Where there is no more memory it goes on all the same: its people are here.
        let (plan, access, title) = (pad.plan.clone(), pad.access.clone(), pad.title.clone());
        let place = self.inner.budget.take(PAD_AT_REST);
        let (seeded, begun) = (pad.seeded, None);
        let (resumed, awaits, code) = (true, false, pad.code);
        let files = Some(pad.room.files().handed_over());
        let terms =
            Terms { plan, access, title, seeded, resumed, begun, awaits, place, code, files };
        pad.room = self.run_room(name, epoch, terms);
        if let Some(peers) = self.peers() {
            peers.opened(pad);
        }
        let event = Event { pad: name.clone(), epoch, kind: EventKind::Failed };
        let _ = self.inner.events.try_send(event);
    }
}
