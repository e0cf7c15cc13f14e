//! The same pad at other machines: what a room hears of them on the seat of kind *peer*, and what it tells them. Their people
//! count as people, their words are checked as anybody's, and what their hosts decide holds here too.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use bytes::Bytes;
use fadepad_store::{Author, Refused};
use fadepad_wire::awareness;

use super::handing::{HandOn, Handed};
use super::life::Phase;
use super::peer_news::PeerNews;
use super::peer_words::{ClientThere, PeerAnswer, PeerWord, Replica};
use super::peers::{NodeHere, NodeNumber, Peering, PersonThere};
use super::presence::{BadPresence, Speaker};
use super::seats::NAMES;
use super::seed;
use super::state::{Authors, Room};
use super::versions::Versions;
use crate::base::ids::{EndCause, Person, Role, SeatId};
use crate::base::limits::{MAX_NODES, MAX_TOLD_PEOPLE};
use crate::room::message::{Effect, Outgoing, People};

impl Room {
    /// The other machines take their seat.
    pub(super) fn attach_peers(&mut self, seat: SeatId, own: NodeNumber) {
        self.store.trust(seat);
        self.life.share(true);
        let (nodes, versions) = <(BTreeMap<_, _>, Versions)>::default();
        self.peering = Some(Box::new(Peering { seat, own, nodes, versions, told: 0 }));
    }

    /// They have none any more: this machine decides alone.
    pub(super) fn detach_peers(&mut self, seat: SeatId, now: Instant) {
        if self.peering.take_if(|peering| peering.seat == seat).is_none() {
            return;
        }
        self.store.distrust();
        self.life.share(false);
        self.authors = Authors::Many;
        self.watch_deserted(now);
    }

    /// Hears what the line says.
    pub fn hear_peers(&mut self, word: PeerWord, now: Instant) -> PeerAnswer {
        let Some(peering) = &self.peering else { return PeerAnswer::Refused };
        let seat = peering.seat;
        match word {
            PeerWord::Look => return PeerAnswer::Replica(Box::new(self.replica(now))),
            PeerWord::Pad if self.life.call().is_some() => return PeerAnswer::Refused,
            PeerWord::Pad => {
                let pad = self.hand_on(HandOn::Look, now);
                return match pad {
                    Ok(Handed::Pad(pad)) => PeerAnswer::Pad(pad),
                    _ => PeerAnswer::Refused,
                };
            }
            PeerWord::Decided => return PeerAnswer::Bytes(self.decisions(now).into()),
            PeerWord::Lacking(vector) => {
                return self.store.diff(&vector).map_or(PeerAnswer::Refused, PeerAnswer::Bytes);
            }
            PeerWord::Update(update) => return self.take_from_peers(seat, &update, now),
            PeerWord::Presence(states, whose) => {
                if self.show_peers(&states, &whose, now).is_err() {
                    return PeerAnswer::Refused;
                }
            }
            PeerWord::Gone(clients) => self.hide_peers(seat, &clients, now),
            PeerWord::Here(node, here) => return self.note_node(node, Some(here), now),
            PeerWord::Forget(node) => return self.note_node(node, None, now),
            PeerWord::Decisions(json) => return self.follow_decisions(&json, now),
            PeerWord::Command(json) => return self.follow_command(&json, now),
            PeerWord::Ended(cause) => return self.end_as_told(cause, now),
            PeerWord::Expired => {
                self.life.expire();
                self.tick(now);
            }
            // Somebody may have come in this very moment.
            PeerWord::LetGo if !self.seats.is_empty() => return PeerAnswer::Refused,
            PeerWord::LetGo => {}
        }
        PeerAnswer::Taken(false)
    }

    fn replica(&mut self, now: Instant) -> Replica {
        let fades = self.life.fades() && self.life.phase() != Phase::Waiting;
        Replica {
            epoch: self.epoch,
            digest: self.store.digest(),
            vector: self.store.state_vector().into(),
            people: self.seats.count() as u64,
            grace: fades.then(|| self.life.grace()),
            blank: seed::is_blank(&self.store, self.epoch),
            decisions: self.peering.as_ref().map_or(0, |peering| peering.versions.short()),
            here: self.here(now),
        }
    }

    /// Who is here, as the others are told.
    fn here(&mut self, now: Instant) -> NodeHere {
        let people = self.own_persons(now).into_iter().map(|present| PersonThere {
            id: present.person.0,
            name: present.name,
            role: present.role.name().to_owned(),
            devices: present.devices,
        });
        let (people, ids) = (people.take(MAX_TOLD_PEOPLE).collect(), self.own_ids());
        let answers = self.own_answers();
        let asked = (answers.of, answers.answered);
        NodeHere { people, ids, asked, knocks: self.own_knocks(now) }
    }

    /// Client ids that our people write with.
    fn own_ids(&self) -> Vec<(u64, u128)> {
        let peer = self.peering.as_ref().map(|peering| peering.seat);
        let owned = self.store.owned().filter(|(_, seat)| Some(*seat) != peer);
        owned.filter_map(|(id, seat)| Some((id, self.seats.who(seat)?.0))).collect()
    }

    /// Whether the others have to hear of client ids that our people have begun to write with.
    pub(super) fn tell_of_new_ids(&mut self) {
        let changes = self.store.owners_changes();
        let Some(peering) = self.peering.as_mut().filter(|p| p.told != changes) else { return };
        peering.told = changes;
        let seat = peering.seat;
        self.tell(seat, Outgoing::Peers(PeerNews::Here));
    }

    /// Somebody has come, gone, or is called something else.
    pub(super) fn tell_peers_who(&mut self) {
        if let Some(peering) = &self.peering {
            let seat = peering.seat;
            self.tell(seat, Outgoing::Peers(PeerNews::Here));
        }
    }

    fn take_from_peers(&mut self, seat: SeatId, update: &Bytes, now: Instant) -> PeerAnswer {
        if update.len() > 2 * self.limits.doc.bytes || !self.account.has_room_for(update.len()) {
            return PeerAnswer::Refused;
        }
        let author = Author { seat, live: false };
        let applied = self.store.apply(author, update);
        self.account.set(self.store.stats().bytes);
        self.life.set_blank(seed::is_blank(&self.store, self.epoch));
        match applied {
            Ok(taken) => {
                self.note(author, taken);
                if taken.held || taken.unsaid {
                    self.missing.note(now);
                }
                PeerAnswer::Taken(taken.held)
            }
            Err(refused) => {
                // What came before the refused part stays, and the next flush brings it.
                self.authors = Authors::Many;
                self.has_history = true;
                // Both sides of a cut may have filled what was left: that is no fault of the sender's.
                let full = matches!(refused, Refused::TooLarge { .. } | Refused::Share { .. });
                if full { PeerAnswer::Taken(false) } else { PeerAnswer::Refused }
            }
        }
    }

    fn show_peers(
        &mut self,
        states: &[u8],
        whose: &[ClientThere],
        now: Instant,
    ) -> Result<(), BadPresence> {
        let Some(seat) = self.peering.as_ref().map(|peering| peering.seat) else { return Ok(()) };
        let whose: BTreeMap<u64, &ClientThere> = whose.iter().map(|of| (of.client, of)).collect();
        for entry in awareness::entries(states) {
            let entry = entry.map_err(|_| BadPresence::Malformed)?;
            let of = whose.get(&entry.client);
            let person = of.map_or(Person(0), |of| Person(of.person));
            let role = of.and_then(|of| of.role.parse().ok()).unwrap_or(Role::View);
            let one = awareness::encode([entry].into_iter());
            let by = Speaker { seat, person, role, elsewhere: true };
            let accepted = self.presence.take(by, &one, now)?;
            // A person who has moved to the other machine: is their last connection still there?
            let contested = accepted.contested.into_iter();
            self.outputs.extend(contested.map(Effect::Probe));
        }
        self.authors = Authors::Many;
        Ok(())
    }

    fn hide_peers(&mut self, seat: SeatId, clients: &[u64], now: Instant) {
        self.presence.hide(seat, clients, now);
        self.authors = Authors::Many;
    }

    fn note_node(&mut self, node: NodeNumber, here: Option<NodeHere>, now: Instant) -> PeerAnswer {
        let Some(peering) = &mut self.peering else { return PeerAnswer::Refused };
        let before = peering.nodes.get(&node).cloned();
        if before == here {
            return PeerAnswer::Taken(false);
        }
        match here {
            Some(here) if peering.nodes.len() < MAX_NODES || before.is_some() => {
                peering.nodes.insert(node, here);
            }
            Some(_) => return PeerAnswer::Refused,
            None => drop(peering.nodes.remove(&node)),
        }
        self.lend_ids();
        self.watch_deserted(now);
        self.knocked_elsewhere(now);
        self.follow_call(now);
        PeerAnswer::Taken(false)
    }

    /// Nobody here extends what somebody writes with at another machine, but that person, who has moved.
    pub(super) fn lend_ids(&mut self) {
        let freed = self.lent().map(|ids| self.store.lend(&ids)).unwrap_or_default();
        // What was held here is news to the other machines too.
        if freed.changed() {
            self.authors = Authors::Many;
        }
    }

    /// Somebody has come here, maybe from there: their ids are theirs again.
    pub(super) fn give_ids_back(&mut self) {
        if let Some(ids) = self.lent() {
            self.store.give_back(&ids);
        }
    }

    /// Client ids of people at other machines who are not here.
    fn lent(&self) -> Option<BTreeSet<u64>> {
        let peering = self.peering.as_ref()?;
        let here: BTreeSet<Person> =
            self.seats.all().filter_map(|(id, _)| self.seats.who(id)).collect();
        let all = peering.nodes.values().flat_map(|node| &node.ids);
        let theirs = all.filter(|(_, person)| !here.contains(&Person(*person)));
        Some(theirs.map(|(id, _)| *id).collect())
    }

    /// Whether nobody is with the pad, here or at any other machine.
    pub(super) fn is_deserted(&self) -> bool {
        self.seats.is_empty() && self.elsewhere().next().is_none()
    }

    /// People who are at other machines, once each, and not here.
    pub(super) fn elsewhere(&self) -> impl Iterator<Item = &PersonThere> {
        let all = self.peering.iter().flat_map(|peering| peering.nodes.values());
        let mut seen = BTreeSet::new();
        let is_here = |person: u128| {
            self.seats.all().any(|(id, _)| self.seats.who(id) == Some(Person(person)))
        };
        all.flat_map(|node| &node.people).filter(move |p| seen.insert(p.id) && !is_here(p.id))
    }

    /// The grace begins with the last person anywhere, and is over with the first.
    fn watch_deserted(&mut self, now: Instant) {
        let deserted = self.is_deserted();
        match self.life.phase() {
            Phase::Alive if deserted => self.begin_grace(now),
            Phase::Waiting | Phase::Fading(_) if !deserted => {
                self.life.arrive(now);
                self.check_end(now);
                self.announce_life(now);
            }
            _ => {}
        }
    }

    /// Who is there, with those at other machines.
    pub(super) fn all_people(&self) -> People {
        let mut people = self.seats.people();
        for person in self.elsewhere() {
            people.people += 1;
            people.devices += person.devices;
            if let Some(name) = person.name.clone().filter(|_| people.names.len() < NAMES) {
                people.names.push(name);
                people.colours.push(None);
            }
        }
        people
    }

    /// Another machine says that this life is over. Where it has only faded and somebody is here after all, it is not; of whom this
    /// machine has only heard, their own may say so.
    fn end_as_told(&mut self, cause: EndCause, now: Instant) -> PeerAnswer {
        if cause == EndCause::Faded && !self.seats.is_empty() {
            return PeerAnswer::Refused;
        }
        self.life.end_as_told(cause);
        self.tick(now);
        PeerAnswer::Taken(false)
    }
}

#[cfg(test)]
mod tests;
