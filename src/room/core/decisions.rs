//! What hosts decide holds at every machine that has the pad: a decision is told as all that holds now, so that one that is lost
//! on the way comes with the next. Of two that were made at once the machines hold the same, and nobody is let in by
//! that whom one of them has shown out.

use std::cmp::Ordering;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::access::{Access, AccessCarried};
use super::call::By;
use super::life::LifeCarried;
use super::peer_news::PeerNews;
use super::peer_words::PeerAnswer;
use super::state::Room;
use super::versions::Versions;
use crate::base::ids::Person;
use crate::room::message::{HostCommand, Outgoing};

/// All that was decided, as it goes from one machine to another.
#[derive(Deserialize, Serialize)]
struct DecisionsCarried {
    versions: Versions,
    /// None while a last call runs.
    life: Option<LifeCarried>,
    access: AccessCarried,
    /// Whether a host has ever given it a title, or taken it away.
    titled: bool,
    title: Option<String>,
}

/// A host's word that is no state but something to do.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum CarriedCommand {
    /// It ends, after a last call of this time or of the usual one.
    End { within_ms: Option<u64>, by: Option<String> },
    /// It is not ended after all.
    Stay,
    /// Somebody needs another minute.
    More,
    /// Somebody who waits at a door comes in, or not now.
    Knock { person: String, let_in: bool },
    /// This person goes, and who is new comes in from there no more.
    ShowOut { person: String, address: bool },
}

impl Room {
    /// What is decided, for the others.
    pub(super) fn decisions(&self, now: Instant) -> Vec<u8> {
        let told = self.title.told();
        let carried = DecisionsCarried {
            versions: self.peering.as_ref().map(|p| p.versions.clone()).unwrap_or_default(),
            life: self.life.carried(now),
            access: self.access.to_carry(),
            titled: told.is_some(),
            title: told.flatten(),
        };
        serde_json::to_vec(&carried).unwrap_or_default()
    }

    /// A host has given a word here: what of it the other machines have to follow.
    pub(super) fn tell_peers(&mut self, command: &HostCommand, by: Option<String>) {
        if self.peering.is_none() {
            return;
        }
        let carried = match command {
            HostCommand::End(time) => {
                let within_ms = time.map(|time| time.as_millis() as u64);
                CarriedCommand::End { within_ms, by }
            }
            HostCommand::Stay => CarriedCommand::Stay,
            HostCommand::Knock { person, let_in } => {
                CarriedCommand::Knock { person: person.to_string(), let_in: *let_in }
            }
            HostCommand::ShowOut { person, address } => {
                CarriedCommand::ShowOut { person: person.to_string(), address: *address }
            }
            // What this machine does alone, and what its end tells.
            HostCommand::Stop(_) | HostCommand::Leave | HostCommand::Afresh => return,
            HostCommand::Keep(_) | HostCommand::Access(_) | HostCommand::Title(_) => {
                return self.count_decision();
            }
        };
        if matches!(command, HostCommand::Knock { .. } | HostCommand::ShowOut { .. }) {
            self.count_decision();
        }
        self.tell_command(&carried);
    }

    /// The others have to hear what is decided now.
    fn count_decision(&mut self) {
        let Some(peering) = &mut self.peering else { return };
        peering.versions.count(peering.own);
        let seat = peering.seat;
        self.tell(seat, Outgoing::Peers(PeerNews::Decided));
    }

    /// Somebody has asked for another minute here.
    pub(super) fn tell_peers_more(&mut self) {
        self.tell_command(&CarriedCommand::More);
    }

    fn tell_command(&mut self, command: &CarriedCommand) {
        let Some(peering) = &self.peering else { return };
        let seat = peering.seat;
        if let Ok(json) = serde_json::to_string(command) {
            self.tell(seat, Outgoing::Peers(PeerNews::Command(json)));
        }
    }

    /// Follows what the hosts of other machines have decided.
    pub(super) fn follow_decisions(&mut self, json: &[u8], now: Instant) -> PeerAnswer {
        let Ok(theirs) = serde_json::from_slice::<DecisionsCarried>(json) else {
            return PeerAnswer::Refused;
        };
        let (Some(access), Some(peering)) = (Access::taken(&theirs.access), &mut self.peering)
        else {
            return PeerAnswer::Refused;
        };
        let order = peering.versions.compare(&theirs.versions);
        if matches!(order, Some(Ordering::Equal | Ordering::Greater)) {
            return PeerAnswer::Taken(false);
        }
        let wins = order.is_some() || theirs.versions.rank() > peering.versions.rank();
        peering.versions.join(&theirs.versions);
        let news = match order {
            Some(_) => self.access.follow(&access),
            None => self.access.join(&access, wins),
        };
        if wins {
            self.take_plan(&theirs, now);
        }
        if news {
            self.hold_decisions(now);
        }
        PeerAnswer::Taken(false)
    }

    fn take_plan(&mut self, theirs: &DecisionsCarried, now: Instant) {
        if theirs.titled && self.title.told() != Some(theirs.title.clone()) {
            self.title.set(theirs.title.clone());
            let told = self.title_message();
            told.into_iter().for_each(|json| self.tell_pages(json));
        }
        if let Some(life) = &theirs.life
            && self.life.follow(life, now)
        {
            self.plan.note(&self.life);
            self.announce_life(now);
            self.tick(now);
        }
    }

    /// Follows a host's word that was given at another machine.
    pub(super) fn follow_command(&mut self, json: &[u8], now: Instant) -> PeerAnswer {
        let Ok(command) = serde_json::from_slice::<CarriedCommand>(json) else {
            return PeerAnswer::Refused;
        };
        let person = |text: &str| text.parse::<Person>().ok();
        match command {
            CarriedCommand::End { within_ms, by } => {
                let time = within_ms.map(Duration::from_millis);
                self.end_by(By::Host(by), time, now);
            }
            CarriedCommand::Stay => self.stay(now),
            CarriedCommand::More => drop(self.add_minute(now)),
            CarriedCommand::Knock { person: who, let_in } => {
                let Some(who) = person(&who) else { return PeerAnswer::Refused };
                self.answer_knock(who, let_in, now);
            }
            CarriedCommand::ShowOut { person: who, address } => {
                let Some(who) = person(&who) else { return PeerAnswer::Refused };
                self.show_person_out((who, address), None, now);
                // Who has been known here is said with it: they stay who they are there, too.
                self.count_decision();
            }
        }
        self.plan.note(&self.life);
        self.tick(now);
        PeerAnswer::Taken(false)
    }
}
