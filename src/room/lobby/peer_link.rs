//! What a lobby asks of other machines that have the same pads, whatever connects them.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Weak};

use serde::{Deserialize, Serialize};

use super::Lobby;
use super::ended::EndedRecord;
use super::pad::{Denied, Pad};
use super::taken::LifeTaken;
use crate::base::clock::unix_now;
use crate::base::codes::JoinCode;
use crate::base::ids::{EndCause, Epoch};
use crate::base::names::PadName;

/// What is found somewhere else, some time later.
pub type Finding<'a, T> = Pin<Box<dyn Future<Output = Option<T>> + Send + 'a>>;

/// The other machines.
pub trait PeerLink: Send + Sync + 'static {
    /// A room of this pad has begun here: its copies elsewhere are to hear of it. Waits for nothing.
    fn opened(&self, pad: &Pad);

    /// A life has ended here. Waits for nothing.
    fn ended(&self, end: &EndTold);

    /// The pad of this name, where another machine has one that is alive.
    fn find(&self, name: PadName) -> Finding<'_, LifeTaken>;

    /// The pad that this code lets people write in.
    fn find_by_code(&self, code: JoinCode) -> Finding<'_, LifeTaken>;
}

/// An end, as machines tell each other.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct EndTold {
    /// The pad.
    pub pad: String,
    /// The life; none where the machine that tells of it does not know it any more.
    pub epoch: Option<String>,
    /// How many lives of that name have ended.
    pub lives: u32,
    /// Seconds since 1970 until which a key of those could be valid.
    pub until: u32,
    /// Why the last of them ended.
    pub why: String,
    /// It has not: somebody is with it where this is said.
    pub lives_on: bool,
}

impl EndTold {
    /// That of a life which has ended here.
    #[must_use]
    pub fn of(record: &EndedRecord, epoch: Option<Epoch>) -> Self {
        Self {
            pad: record.name.to_string(),
            epoch: epoch.as_ref().map(Epoch::to_string),
            lives: record.lives,
            until: record.until,
            why: record.cause.name().to_owned(),
            lives_on: false,
        }
    }

    /// What is to be remembered of it; `None` where it is none.
    #[must_use]
    pub fn record(&self) -> Option<EndedRecord> {
        let (name, cause) = (self.pad.parse().ok()?, EndCause::from_name(&self.why)?);
        Some(EndedRecord { name, lives: self.lives, until: self.until, cause })
    }
}

impl Lobby {
    /// From now on these other machines have the same pads.
    pub fn link(&self, peers: Weak<dyn PeerLink>) {
        let _ = self.inner.peers.set(peers);
    }

    pub(super) fn peers(&self) -> Option<Arc<dyn PeerLink>> {
        self.inner.peers.get()?.upgrade()
    }

    /// Brings the pad of this name here, where another machine has it and this one has not: to be called before anybody is let in
    /// by it. Where no machine is linked, or none has it, that is known at once.
    pub async fn summon(&self, name: &PadName) {
        if self.get(name).is_some() {
            return;
        }
        let Some(peers) = self.peers() else { return };
        if let Some(life) = peers.find(name.clone()).await {
            self.take_copy(life);
        }
    }

    /// The same for a pad of which somebody knows the code.
    pub async fn summon_by_code(&self, code: JoinCode) {
        let known = |denied: &Denied| !matches!(denied, Denied::Unknown | Denied::Ended(_));
        if self.by_code(code).is_ok() || self.by_code(code).is_err_and(|denied| known(&denied)) {
            return;
        }
        let Some(peers) = self.peers() else { return };
        if let Some(life) = peers.find_by_code(code).await {
            self.take_copy(life);
        }
    }

    fn take_copy(&self, life: LifeTaken) {
        // Somebody else may have brought it at the same time.
        if let Err(not) = self.take_over(life) {
            tracing::debug!(%not, "a pad of another machine is not taken");
        }
    }

    /// All ends that are known here.
    #[must_use]
    pub fn ends(&self) -> Vec<EndTold> {
        let records = self.pads().ended.records(unix_now());
        let last = |record: &EndedRecord| {
            self.inner.keys.epoch(&record.name, record.lives.saturating_sub(1))
        };
        records.list.iter().map(|record| EndTold::of(record, Some(last(record)))).collect()
    }

    /// The same in 8 bytes: equal where the same ends are known.
    #[must_use]
    pub fn ends_short(&self) -> u64 {
        self.pads().ended.short(unix_now())
    }

    /// An end that another machine has told of is remembered here: the next life is the one after it.
    pub fn learn_end(&self, record: EndedRecord) {
        let mut pads = self.pads();
        let (name, lives) = (record.name.clone(), record.lives);
        let last = self.inner.keys.epoch(&name, lives.saturating_sub(1));
        if pads.alive.contains_key(&name) || !pads.ended.learn(record, last) {
            return;
        }
        pads.codes.end(self.inner.keys.code(last, 0), name.clone());
        if let Some(code) = self.standing_code(&name) {
            pads.codes.end(code, name);
        }
        let records = pads.ended.records(unix_now());
        self.note_end(records);
    }

    /// That life has not ended after all: somebody is with it elsewhere.
    pub fn unlearn_end(&self, name: &PadName, epoch: Epoch) {
        let mut pads = self.pads();
        let lives = pads.ended.lives(name);
        let last = lives.checked_sub(1).map(|last| self.inner.keys.epoch(name, last));
        if last == Some(epoch) && pads.ended.unlearn(name) {
            let records = pads.ended.records(unix_now());
            self.note_end(records);
        }
    }
}
