//! What hosts have decided, over a restart: whom they have shown out or made less, which links they have replaced, and how people
//! come in holds in the same life again, and a host's key that was taken back stays dead after it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::pad::Pad;
use super::{Lobby, Pads};
use crate::base::clock::unix_now;
use crate::base::ids::Epoch;
use crate::base::limits::MAX_ENDED;
use crate::base::names::PadName;
use crate::room::core::access::{Access, AccessCarried};

/// What was decided in one life. Whoever reads it is the host's system: a PIN may be among it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct DecidedRecord {
    epoch: String,
    /// Seconds since 1970 until which a key of that life could be valid.
    until: u32,
    /// Whether door or PIN are a host's, and not as the server was started.
    ways: bool,
    access: AccessCarried,
}

/// Those of lives that are not alive now.
pub(super) type DecidedBefore = HashMap<Epoch, DecidedRecord>;

impl DecidedRecord {
    fn of(pad: &Pad, started: &Access) -> Option<Self> {
        let access = pad.access.to_keep(started)?;
        let ways = pad.access.door() != started.door() || pad.access.pin() != started.pin();
        Some(Self { epoch: pad.epoch.to_string(), until: pad.expires, ways, access })
    }

    /// `None` where it can't be read.
    fn access(&self, started: &Access) -> Option<Access> {
        let access = Access::taken(&self.access)?;
        Some(if self.ways { access } else { access.with_ways_of(started) })
    }
}

impl Pads {
    /// What was decided in this life before a restart.
    fn resumed(&mut self, epoch: Epoch, started: &Access) -> Option<Access> {
        self.decided.remove(&epoch)?.access(started)
    }

    /// That life is over: its hosts' keys still open other pads, where they were not taken back.
    pub(super) fn keep_decided(&mut self, pad: &Pad, started: &Access) {
        let now = unix_now();
        self.decided.retain(|_, record| record.until > now);
        let record = DecidedRecord::of(pad, started).filter(|_| self.decided.len() < MAX_ENDED);
        self.decided.extend(record.map(|record| (pad.epoch, record)));
    }
}

impl Lobby {
    /// How people come into a pad about which nobody has decided anything.
    pub(super) fn as_started(&self) -> Access {
        Access::new(self.inner.rules.door, self.inner.rules.pin.clone())
    }

    /// What holds in a life that begins: what was decided in it before a restart, else how people come into the next one.
    pub(super) fn access_of(&self, pads: &mut Pads, name: &PadName, epoch: Epoch) -> Access {
        pads.resumed(epoch, &self.as_started()).unwrap_or_else(|| {
            let (door, pin) = self.ways_of(pads, name);
            Access::new(door, pin)
        })
    }

    /// All that has to survive a restart.
    #[must_use]
    pub fn decided(&self) -> Vec<DecidedRecord> {
        let (pads, started, now) = (self.pads(), self.as_started(), unix_now());
        let alive = pads.alive.values().filter_map(|pad| DecidedRecord::of(pad, &started));
        let before = pads.decided.values().filter(|record| record.until > now).cloned();
        alive.chain(before).collect()
    }

    /// Goes on with what an earlier run noted, before anybody is served.
    pub fn remember(&self, records: Vec<DecidedRecord>) {
        let started = self.as_started();
        let mut pads = self.pads();
        for record in records.into_iter().take(MAX_ENDED) {
            let read = (record.epoch.parse::<Epoch>().ok(), record.access(&started));
            let (Some(epoch), Some(access)) = read else { continue };
            pads.ended.learn_hosts(epoch, &access.host_keys());
            pads.decided.insert(epoch, record);
        }
    }
}
