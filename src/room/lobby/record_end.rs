//! What becomes of a pad that has ended: it is remembered, and that is recorded before anybody is told
//! that it is over.

use std::sync::atomic::Ordering;

use tokio::sync::watch;

use super::ended::{EndedPad, EndedRecords, LastEnd};
use super::pad::{Denied, Pad};
use crate::base::names::PadName;
use crate::room::lobby::Lobby;
use crate::room::message::{Event, EventKind};

impl Lobby {
    /// The last ended life of this name.
    #[must_use]
    pub fn last_end(&self, name: &PadName) -> Option<LastEnd> {
        self.pads().ended.get(name)
    }

    /// What has to survive a restart, whenever it changes.
    #[must_use]
    pub fn records(&self) -> watch::Receiver<EndedRecords> {
        self.inner.records.subscribe()
    }

    /// The same for somebody who writes it down, and says so by [`recorded`](Self::recorded).
    #[must_use]
    pub fn records_to_keep(&self) -> watch::Receiver<EndedRecords> {
        self.inner.kept.store(true, Ordering::Relaxed);
        self.records()
    }

    /// The ends up to this one are written down.
    pub fn recorded(&self, number: u64) {
        self.inner.recorded.send_if_modified(|last| {
            let news = *last < number;
            *last = number.max(*last);
            news
        });
    }

    /// Waits until the end of this number is written down.
    pub(super) async fn until_recorded(&self, number: u64) {
        let mut recorded = self.inner.recorded.subscribe();
        let _ = recorded.wait_for(|last| *last >= number).await;
    }

    /// Waits until this life is over, its end recorded and its name free. `None` where another life
    /// of the name has ended since.
    pub async fn recorded_end(&self, pad: &Pad) -> Option<EndedPad> {
        let mut recorded = self.inner.recorded.subscribe();
        loop {
            let last = *recorded.borrow_and_update();
            // Until the room's own thread has recorded it, the last end is that of an earlier life.
            let alive = self.get(&pad.name).is_some_and(|other| other.epoch == pad.epoch);
            match self.last_end(&pad.name) {
                _ if alive => recorded.changed().await.ok()?,
                Some(LastEnd::Here(ended)) if ended.epoch != pad.epoch => return None,
                Some(LastEnd::Here(ended)) if ended.number <= last => return Some(ended),
                _ => recorded.changed().await.ok()?,
            }
        }
    }

    /// An end is noted: whoever writes it down is told, and where nobody does it is recorded now.
    pub(super) fn note_end(&self, records: EndedRecords) {
        let number = records.number;
        self.inner.records.send_replace(records);
        if !self.inner.kept.load(Ordering::Relaxed) {
            self.recorded(number);
        }
    }

    /// Notes that a person's page has dropped its copy of a pad that has ended; returns the
    /// receipt with all of them.
    ///
    /// # Errors
    /// Where the key is none of a life that has ended here, or nobody's own.
    pub fn drop_copy(&self, name: &PadName, key: &str) -> Result<EndedPad, Denied> {
        let claims = self.inner.keys.verify(name, key).map_err(|_| Denied::BadKey)?;
        let person = claims.person.ok_or(Denied::Shared)?;
        let mut pads = self.pads();
        let ended = pads.ended.drop_copy(name, claims.epoch, person).ok_or(Denied::Unknown)?;
        let kind = EventKind::CopyDropped { dropped: ended.copies_dropped };
        let event = Event { pad: name.clone(), epoch: claims.epoch, kind };
        let _ = self.inner.events.try_send(event);
        Ok(ended)
    }
}
