//! What is remembered of ended pads: when and why, and which lives can't come back. No content.

use std::collections::{HashMap, HashSet, VecDeque};
use std::time::Instant;

use serde_json::{Map, Value, json};

use crate::base::ids::{EndCause, Epoch, Person};
use crate::base::limits::MAX_ENDED;
use crate::base::names::PadName;
use crate::room::core::access::HostKeys;
use crate::room::core::pass::Pass;
use crate::room::message::Receipt;

/// The last ended life of a name.
#[derive(Clone, Copy, Debug)]
pub struct EndedPad {
    /// Which end it was in this run, from 1.
    pub number: u64,
    /// That life.
    pub epoch: Epoch,
    /// When it ended.
    pub at: Instant,
    /// What was left of it.
    pub receipt: Receipt,
    /// People whose pages told that they dropped their copy.
    pub copies_dropped: usize,
}

impl Receipt {
    /// What programs are told of it: by REST as by events, which add whose it is.
    #[must_use]
    pub fn fields(&self) -> Map<String, Value> {
        let fields = [
            ("why", json!(self.cause.name())),
            ("ttl_s", json!(self.grace.as_secs())),
            ("bytes", json!(self.bytes)),
            ("people", json!(self.people)),
            ("people_told", json!(self.people_told)),
            ("files_kept", json!(self.files_kept)),
        ];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

impl EndedPad {
    /// The same with what pages have told since.
    #[must_use]
    pub fn fields(&self) -> Map<String, Value> {
        let mut fields = self.receipt.fields();
        fields.insert("copies_dropped".to_owned(), self.copies_dropped.into());
        fields
    }
}

/// What is known of the last ended life of a name.
#[derive(Clone, Copy, Debug)]
pub enum LastEnd {
    /// It ended in this run.
    Here(EndedPad),
    /// It ended in an earlier run, of which no more is known than why.
    Before(EndCause),
}

impl LastEnd {
    /// Why it ended.
    #[must_use]
    pub fn cause(self) -> EndCause {
        match self {
            Self::Here(ended) => ended.receipt.cause,
            Self::Before(cause) => cause,
        }
    }
}

/// What of an ended pad has to survive a restart: no more than this is ever written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedRecord {
    /// The name.
    pub name: PadName,
    /// How many lives of it have ended: only the next one can be opened.
    pub lives: u32,
    /// Seconds since 1970 until which a key of those lives could be valid.
    pub until: u32,
    /// Why the last of them ended: where the host ended it, a page that slept through it offers
    /// no copy, also after a restart.
    pub cause: EndCause,
}

/// All that has to survive a restart, up to the end of this number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndedRecords {
    /// One a name.
    pub list: Vec<EndedRecord>,
    /// The last end that is among them.
    pub number: u64,
}

/// So many of the last lives of a name are known by their epoch: keys of older ones have expired, or were replaced.
const KNOWN_LIVES: usize = 8;

/// One life that is over.
#[derive(Clone, Debug)]
pub struct PastLife {
    /// That life.
    pub epoch: Epoch,
    /// Its hosts' keys, as far as this process knows.
    pub hosts: Option<HostKeys>,
    /// Whether the next one has gone on with what was decided in it.
    pub goes_on: bool,
}

impl PastLife {
    /// One of which no more is known.
    fn unknown(epoch: Epoch) -> Self {
        Self { epoch, hosts: None, goes_on: false }
    }
}

#[derive(Debug)]
struct EndedLives {
    lives: u32,
    /// The last of them, the newest last.
    past: VecDeque<PastLife>,
    until: u32,
    last: LastEnd,
    dropped: HashSet<Person>,
}

/// All ended pads of a server.
#[derive(Debug, Default)]
pub struct EndedPads {
    ended: HashMap<PadName, EndedLives>,
    /// Ends so far.
    number: u64,
}

impl EndedPads {
    /// Goes on with what an earlier run noted, whose lives had these epochs.
    #[must_use]
    pub fn load(records: Vec<EndedRecord>, epoch_of: impl Fn(&PadName, u32) -> Epoch) -> Self {
        let ended = |record: EndedRecord| {
            let EndedRecord { name, lives, until, cause } = record;
            let first = lives.saturating_sub(KNOWN_LIVES as u32);
            // With that of the next one, which may have lived when this program stopped.
            let past = (first..=lives).map(|life| PastLife::unknown(epoch_of(&name, life)));
            let (last, dropped) = (LastEnd::Before(cause), HashSet::new());
            let past = past.collect();
            (name, EndedLives { lives, past, until, last, dropped })
        };
        Self { ended: records.into_iter().take(MAX_ENDED).map(ended).collect(), number: 0 }
    }

    /// Learns which hosts' keys of a life were good, where it ended before a restart.
    pub fn learn_hosts(&mut self, epoch: Epoch, hosts: &HostKeys) {
        let past = self.ended.values_mut().flat_map(|ended| &mut ended.past);
        for life in past.filter(|life| life.epoch == epoch && life.hosts.is_none()) {
            life.hosts = Some(hosts.clone());
        }
    }

    /// How many lives of this name have ended.
    #[must_use]
    pub fn lives(&self, name: &PadName) -> u32 {
        self.ended.get(name).map_or(0, |ended| ended.lives)
    }

    /// The last ended life of this name.
    #[must_use]
    pub fn get(&self, name: &PadName) -> Option<LastEnd> {
        Some(self.ended.get(name)?.last)
    }

    /// Names whose last life has ended.
    pub fn names(&self) -> impl Iterator<Item = &PadName> {
        self.ended.keys()
    }

    /// The name that had this life, as far as it is known.
    #[must_use]
    pub fn name_of(&self, epoch: Epoch) -> Option<&PadName> {
        let mut all = self.ended.iter();
        let had = |ended: &EndedLives| ended.past.iter().any(|life| life.epoch == epoch);
        all.find(|(_, ended)| had(ended)).map(|(name, _)| name)
    }

    /// Whether this pass was a host's until that life of this name was over, and no later one has taken it back; `now` is what
    /// holds in the one that is alive. Of a life whose decisions are not known here it was.
    #[must_use]
    pub fn has_hosted(
        &self,
        name: &PadName,
        (epoch, pass): (Epoch, Pass),
        now: Option<HostKeys>,
    ) -> bool {
        let past = self.ended.get(name).into_iter().flat_map(|ended| &ended.past);
        let mut links_hold = true;
        for life in past.skip_while(|life| life.epoch != epoch) {
            let hosts = life.hosts.as_ref();
            if hosts.is_some_and(|hosts| is_over(hosts, pass, links_hold)) {
                return false;
            }
            links_hold &= life.goes_on;
        }
        !now.is_some_and(|hosts| is_over(&hosts, pass, links_hold))
    }

    /// Remembers that a life has ended, for as long as a key of it could be valid.
    pub fn record_end(
        &mut self,
        name: PadName,
        (life, at, receipt): (PastLife, Instant, Receipt),
        until: u32,
    ) {
        let lives = self.lives(&name) + 1;
        self.number += 1;
        let epoch = life.epoch;
        let last = EndedPad { number: self.number, epoch, at, receipt, copies_dropped: 0 };
        let past = self.past_with(&name, life);
        let (last, dropped) = (LastEnd::Here(last), HashSet::new());
        self.ended.insert(name, EndedLives { lives, past, until, last, dropped });
    }

    /// The lives of a name that are over, with this as the last.
    fn past_with(&self, name: &PadName, last: PastLife) -> VecDeque<PastLife> {
        let known = self.ended.get(name).into_iter().flat_map(|ended| &ended.past);
        let mut past: VecDeque<_> =
            known.filter(|life| life.epoch != last.epoch).cloned().collect();
        past.push_back(last);
        if past.len() > KNOWN_LIVES {
            past.pop_front();
        }
        past
    }

    /// Remembers an end of this life that another machine has told of, where that is news.
    pub fn learn(&mut self, record: EndedRecord, epoch: Epoch) -> bool {
        let EndedRecord { name, lives, until, cause } = record;
        if lives <= self.lives(&name) || (self.ended.len() >= MAX_ENDED && self.lives(&name) == 0) {
            return false;
        }
        self.number += 1;
        let past = self.past_with(&name, PastLife::unknown(epoch));
        let (last, dropped) = (LastEnd::Before(cause), HashSet::new());
        self.ended.insert(name, EndedLives { lives, past, until, last, dropped });
        true
    }

    /// The last life of this name has not ended after all.
    pub fn unlearn(&mut self, name: &PadName) -> bool {
        let Some(ended) = self.ended.get_mut(name) else { return false };
        if ended.last.cause() != EndCause::Faded {
            return false;
        }
        ended.lives -= 1;
        if ended.lives == 0 {
            self.ended.remove(name);
        }
        self.number += 1;
        true
    }

    /// In 8 bytes what ends are known (a sum of FNV-1a): equal where they are the same.
    #[must_use]
    pub fn short(&self, unix_now: u32) -> u64 {
        let live = self.ended.iter().filter(|(_, ended)| unix_now < ended.until);
        live.fold(0, |sum, (name, ended)| {
            let bytes = name.as_str().bytes().chain(ended.lives.to_be_bytes());
            let hash = bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
            sum.wrapping_add(hash)
        })
    }

    /// Notes that a person's page has dropped its copy of that life; returns its
    /// record with all of them. `None` where that life did not end in this run.
    pub fn drop_copy(&mut self, name: &PadName, epoch: Epoch, who: Person) -> Option<EndedPad> {
        let ended = self.ended.get_mut(name)?;
        let LastEnd::Here(last) = &mut ended.last else { return None };
        if last.epoch != epoch {
            return None;
        }
        // No more can have dropped it than were told, whatever keys somebody makes.
        if ended.dropped.len() < last.receipt.people_told {
            ended.dropped.insert(who);
        }
        last.copies_dropped = ended.dropped.len();
        Some(*last)
    }

    /// Whether another pad could be remembered after its end. Where not, none is opened: a pad
    /// that nobody remembers could be brought back by an old key.
    pub fn has_room(&mut self, unix_now: u32) -> bool {
        if self.ended.len() >= MAX_ENDED {
            self.ended.retain(|_, ended| unix_now < ended.until);
        }
        self.ended.len() < MAX_ENDED
    }

    /// What has to survive a restart.
    #[must_use]
    pub fn records(&self, unix_now: u32) -> EndedRecords {
        let live = self.ended.iter().filter(|(_, ended)| unix_now < ended.until);
        let mut list: Vec<_> = live
            .map(|(name, &EndedLives { lives, until, ref last, .. })| EndedRecord {
                name: name.clone(),
                lives,
                until,
                cause: last.cause(),
            })
            .collect();
        list.sort_by(|a, b| a.name.cmp(&b.name));
        EndedRecords { list, number: self.number }
    }
}

/// Whether a life's decisions have taken this back; of the links where they are those that it came by.
fn is_over(hosts: &HostKeys, pass: Pass, links_hold: bool) -> bool {
    hosts.is_taken_back(pass) || links_hold && !hosts.is_current(pass)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_name_is_found_by_its_last_lives_and_by_the_one_that_a_restart_interrupted() {
        let name: PadName = "notes".parse().unwrap();
        let epoch_of = |_: &PadName, life: u32| Epoch(u64::from(life));
        let (lives, until, cause) = (100, 7, EndCause::Host);
        let record = EndedRecord { name: name.clone(), lives, until, cause };
        let mut ended = EndedPads::load(vec![record], epoch_of);
        let known = |ended: &EndedPads, life| ended.name_of(Epoch(life)) == Some(&name);
        assert!((92..=100).all(|life| known(&ended, life)));
        assert!(!known(&ended, 91) && !known(&ended, 101));
        let receipt = Receipt {
            cause,
            bytes: 0,
            people: 0,
            people_told: 0,
            grace: Duration::ZERO,
            files_kept: 0,
        };
        for life in [100, 101] {
            let past = PastLife::unknown(Epoch(life));
            ended.record_end(name.clone(), (past, Instant::now(), receipt), until);
            assert!(known(&ended, life) && known(&ended, 99));
        }
        assert!(ended.ended[&name].past.len() <= KNOWN_LIVES + 1);
    }
}
