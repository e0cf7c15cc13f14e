//! What hosts have decided, over a restart: whom they have shown out or made less, which links they have replaced, and how people
//! come in holds in the same life again, and a host's key that was taken back stays dead after it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};
use tokio::sync::watch;

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
    /// Whether the door is a host's, and not as the server was started.
    door: bool,
    /// The same of the PIN, which is told only then.
    pin: bool,
    access: AccessCarried,
}

/// Which decisions are written down: each has a number, and whoever made one may wait for it.
#[derive(Debug, Default)]
pub(super) struct DecisionLog {
    /// The last that was made.
    made: watch::Sender<u64>,
    /// The last that no loss of power takes back.
    kept: watch::Sender<u64>,
    /// Whether anybody writes them down.
    is_kept: AtomicBool,
}

/// Those of lives that are not alive now.
pub(super) type DecidedBefore = HashMap<Epoch, DecidedRecord>;

impl DecidedRecord {
    /// The life in which it was decided, as text.
    #[must_use]
    pub fn epoch(&self) -> &str {
        &self.epoch
    }

    /// Seconds since 1970 until which it is needed.
    #[must_use]
    pub fn until(&self) -> u32 {
        self.until
    }

    fn of(pad: &Pad, started: &Access) -> Option<Self> {
        Self::new((pad.epoch, pad.expires), &pad.access, started)
    }

    /// Of a life that is over: which keys are a host's, and nothing else.
    fn of_ended(pad: &Pad) -> Option<Self> {
        let hosts = pad.access.of_host_keys();
        Self::new((pad.epoch, pad.expires), &hosts, &Access::default())
    }

    fn new((epoch, until): (Epoch, u32), decided: &Access, started: &Access) -> Option<Self> {
        let access = decided.to_keep(started)?;
        let (door, pin) = (decided.door() != started.door(), decided.pin() != started.pin());
        Some(Self { epoch: epoch.to_string(), until, door, pin, access })
    }

    /// `None` where it can't be read.
    fn access(&self, started: &Access) -> Option<Access> {
        let access = Access::taken(&self.access)?;
        let door = if self.door { access.door() } else { started.door() };
        let pin = if self.pin { access.pin() } else { started.pin() };
        Some(access.come_into_by(door, pin))
    }
}

impl Pads {
    /// What was decided in this life before a restart.
    fn resumed(&mut self, epoch: Epoch, started: &Access) -> Option<Access> {
        self.decided.remove(&epoch)?.access(started)
    }

    /// That life is over: its hosts' keys still open other pads, where they were not taken back.
    pub(super) fn keep_decided(&mut self, pad: &Pad) {
        let now = unix_now();
        self.decided.retain(|_, record| record.until > now);
        let record = DecidedRecord::of_ended(pad).filter(|_| self.decided.len() < MAX_ENDED);
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

    /// Something was decided that has to survive a restart; its number.
    pub fn note_decision(&self) -> u64 {
        let mut number = 0;
        self.inner.decisions.made.send_modify(|made| {
            *made += 1;
            number = *made;
        });
        number
    }

    /// The number of the last, whenever there is one, for somebody who writes down what is [decided](Self::decided), and says so by
    /// [`decisions_kept`](Self::decisions_kept).
    #[must_use]
    pub fn decisions_to_keep(&self) -> watch::Receiver<u64> {
        self.inner.decisions.is_kept.store(true, Ordering::Relaxed);
        self.inner.decisions.made.subscribe()
    }

    /// The decisions up to this one are written down.
    pub fn decisions_kept(&self, number: u64) {
        self.inner.decisions.kept.send_replace(number);
    }

    /// Waits until all that is decided by now is written down, where anybody does that: who is told of a decision may cut the power.
    pub async fn until_decided_is_kept(&self) {
        if self.inner.decisions.is_kept.load(Ordering::Relaxed) {
            let (mut kept, number) = (self.inner.decisions.kept.subscribe(), self.note_decision());
            let _ = kept.wait_for(|kept| *kept >= number).await;
        }
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
        let beyond = records.len().saturating_sub(MAX_ENDED);
        if beyond > 0 {
            tracing::warn!(
                beyond,
                "what hosts decided in so many lives is forgotten: it is too much"
            );
        }
        for record in records.into_iter().take(MAX_ENDED) {
            let read = (record.epoch.parse::<Epoch>().ok(), record.access(&started));
            let (Some(epoch), Some(access)) = read else {
                tracing::warn!("what hosts decided in one life can't be read, and is forgotten");
                continue;
            };
            pads.ended.learn_hosts(epoch, &access.host_keys());
            pads.decided.insert(epoch, record);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::base::door::Door;
    use crate::base::ids::{Person, Role};
    use crate::room::core::access_change::AccessChange;
    use crate::room::core::pass::Pass;

    fn kept(access: &Access, started: &Access) -> (DecidedRecord, String) {
        let record = DecidedRecord::new((Epoch(1), 0), access, started).unwrap();
        let text = serde_json::to_string(&record).unwrap();
        (record, text)
    }

    #[test]
    fn a_door_or_pin_that_no_host_has_changed_is_as_the_server_is_started_the_next_time() {
        let started = Access::new(Door::Open, Some("4711".parse().unwrap()));
        let next = Access::new(Door::Closed, Some("1234".parse().unwrap()));
        let access = started.carried();
        access.change(AccessChange::Door(Door::Knock));
        let (record, text) = kept(&access, &started);
        assert!(!text.contains("4711"), "what the server was started with is not kept: {text}");
        let resumed = record.access(&next).unwrap();
        assert_eq!((resumed.door(), resumed.pin()), (Door::Knock, next.pin()));

        let access = started.carried();
        access.change(AccessChange::Pin(None));
        let resumed = kept(&access, &started).0.access(&next).unwrap();
        assert_eq!((resumed.door(), resumed.pin()), (Door::Closed, None), "a host wants no PIN");
    }

    #[test]
    fn a_wish_for_the_text_on_walls_lasts_over_a_restart_in_the_same_life() {
        let started = Access::default();
        let access = started.carried();
        access.change(AccessChange::TextOnWalls(true));
        let (record, _) = kept(&access, &started);
        assert!(record.access(&started).unwrap().text_on_walls());
        access.change(AccessChange::TextOnWalls(false));
        assert!(DecidedRecord::new((Epoch(1), 0), &access, &started).is_none());
    }

    #[test]
    fn of_a_life_that_is_over_only_whose_keys_are_a_hosts_is_kept() {
        let access = Access::new(Door::Knock, Some("4711".parse().unwrap()));
        let (host, guest) = (Person(7), Person(8));
        access.change(AccessChange::LetIn(guest));
        access.change(AccessChange::Role(guest, Some(Role::View)));
        for person in [host, guest] {
            access.change(AccessChange::ShowOut { person, from: BTreeSet::new() });
        }
        access.change(AccessChange::NewLinks(Role::Host, None));
        let (record, text) = kept(&access.of_host_keys(), &Access::default());
        assert!(!text.contains("4711") && !text.contains(&guest.to_string()), "{text}");
        let keys = record.access(&Access::default()).unwrap().host_keys();
        let own = |person| Pass { role: Role::Host, generation: 1, person: Some(person) };
        assert!(keys.is_current(own(host)) && keys.is_taken_back(own(host)));
        assert!(!keys.is_taken_back(own(guest)), "a guest has no host's key");
        let unchanged = Access::new(Door::Knock, None).of_host_keys();
        assert!(DecidedRecord::new((Epoch(1), 0), &unchanged, &Access::default()).is_none());
    }
}
