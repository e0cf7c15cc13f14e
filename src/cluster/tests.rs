//! Several nodes in one process, on an engine that fails as it is told, under a clock that a test moves: what is promised of
//! them, in single scenes and in random ones. `FADEPAD_SEED` repeats one, `FADEPAD_ROUNDS` tries more.

mod scenes;
mod wild;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use fadepad_store::Digest;
use tokio::sync::mpsc;
use tokio::time::sleep;
use yrs::updates::decoder::Decode as _;
use yrs::{Doc, GetString as _, ReadTxn as _, StateVector, Text as _, Transact as _, Update};
use zeroize::Zeroizing;

use super::incarnation::Incarnation;
use super::membership::{ClusterNode, ClusterSettings};
use super::memory::{Faults, MemoryBus};
use super::node::ClusterParts;
use super::seal::FrameSeal;
use super::subjects::Subjects;
use crate::base::close::CloseCode;
use crate::base::cluster::ClusterFigures;
use crate::base::door::Door;
use crate::base::ids::{Person, Role, SeatId};
use crate::base::keys::KeyRing;
use crate::base::limits::Limits;
use crate::base::lock::lock;
use crate::base::names::PadName;
use crate::base::shards::Shards;
use crate::base::stop::Stop;
use crate::room::core::peer_words::{PeerAnswer, PeerWord, Replica};
use crate::room::core::seat_kind::SeatKind;
use crate::room::lobby::{Admission, Environment, Lobby, Pad, Rules};
use crate::room::message::{Arrival, Gathered, Message, Outgoing};
use crate::room::send::encoder::{Encoder, EncodingKey, Sink};
use crate::room::send::outbound::Pipe;
use crate::room::{RoomHandle, Seat};

const SECRET: [u8; 32] = [7; 32];
pub(super) const GRACE: Duration = Duration::from_secs(60);

/// Nodes on one engine.
pub(super) struct Cluster {
    pub(super) bus: MemoryBus,
    pub(super) machines: Vec<TestNode>,
}

/// One node with its lobby.
pub(super) struct TestNode {
    pub(super) lobby: Lobby,
    pub(super) node: ClusterNode,
    pub(super) stop: Stop,
}

pub(super) fn notes() -> PadName {
    "notes".parse().unwrap()
}

impl Cluster {
    pub(super) async fn new(seed: u64, faults: Faults, count: u64) -> Self {
        let (bus, mut machines) = (MemoryBus::new(seed, faults), Vec::new());
        for number in 0..count {
            machines.push(TestNode::start(&bus, Incarnation(seed * 100 + number + 1)).await);
        }
        // So that they know of each other.
        sleep(Duration::from_secs(2)).await;
        Self { bus, machines }
    }

    /// Nodes that do not run any more say nothing, and are not heard.
    pub(super) async fn kill(&self, number: usize) {
        self.bus.disconnect(number);
        self.machines[number].stop.stop();
        for pad in self.machines[number].lobby.all() {
            pad.room.go_away().await;
        }
    }

    /// A further node.
    pub(super) async fn add(&mut self, own: u64) {
        self.machines.push(TestNode::start(&self.bus, Incarnation(own)).await);
        sleep(Duration::from_secs(2)).await;
    }
}

impl TestNode {
    async fn start(bus: &MemoryBus, own: Incarnation) -> Self {
        let stop = Stop::new();
        let rules = Rules {
            grace: GRACE,
            lifetime: Duration::from_secs(86_400),
            last_call: Duration::from_secs(60),
            door: Door::Open,
            pin: None,
            standing: false,
            limits: Limits::default(),
        };
        let (events, mut heard) = mpsc::channel(1_024);
        stop.spawn_until_stopped(async move { while heard.recv().await.is_some() {} });
        let shards = Shards::start(1).unwrap();
        let environment = Environment { stop: stop.clone(), shards, events, at_end: None };
        let keys = KeyRing::new(Zeroizing::new(SECRET));
        let lobby = Lobby::new(keys, rules, vec![], environment);
        let seal = FrameSeal::new(&SECRET, "test", own);
        let subjects = Subjects::new(&SECRET, "test").unwrap();
        let (engine, figures) = (bus.node(), ClusterFigures::default());
        let settings = ClusterSettings::default();
        let parts = ClusterParts { engine, seal, subjects, own, settings, figures };
        let node = ClusterNode::start(parts, lobby.clone(), stop.clone());
        Self { lobby, node: node.await.unwrap(), stop }
    }

    pub(super) fn room(&self) -> Option<RoomHandle> {
        self.lobby.get(&notes()).map(|pad| pad.room)
    }

    pub(super) async fn replica(&self) -> Option<Replica> {
        match self.room()?.peers(PeerWord::Look).await? {
            PeerAnswer::Replica(replica) => Some(*replica),
            _ => None,
        }
    }

    pub(super) async fn digest(&self) -> Option<Digest> {
        Some(self.replica().await?.digest)
    }

    /// All that stands in the pad here.
    pub(super) async fn text(&self) -> Option<String> {
        let nothing = PeerWord::Lacking(Bytes::from_static(&[0]));
        let PeerAnswer::Bytes(update) = self.room()?.peers(nothing).await? else { return None };
        let doc = Doc::new();
        doc.transact_mut().apply_update(Update::decode_v1(&update).unwrap()).unwrap();
        let text = doc.get_or_insert_text("t");
        Some(text.get_string(&doc.transact()))
    }

    /// Somebody comes here with their own key.
    pub(super) async fn sit(&self, key: &str, person: Person) -> Result<TestPage, CloseCode> {
        let admission = self.admit(key).await?;
        let client = person.0 as u64 + 1_000;
        self.sit_as(admission, (person, client)).await
    }

    /// The same with the page that writes with this client id.
    pub(super) async fn sit_as(
        &self,
        admission: Admission,
        (person, client): (Person, u64),
    ) -> Result<TestPage, CloseCode> {
        let doc = Doc::with_client_id(client);
        let whose = ((person, admission.role), doc);
        TestPage::sit_with(self.lobby.next_seat(), &admission.pad, whose).await
    }

    /// Lets somebody in by key.
    pub(super) async fn admit(&self, key: &str) -> Result<Admission, CloseCode> {
        self.lobby.summon(&notes()).await;
        self.lobby.admit(&notes(), key).map_err(|denied| denied.code())
    }
}

/// What a guest has heard, whatever the words.
#[derive(Clone, Default)]
pub(super) struct Tape(Arc<Mutex<Vec<Outgoing>>>);

impl Tape {
    pub(super) fn states(&self) -> Vec<(u64, bool)> {
        let mut shown = std::collections::BTreeMap::new();
        for said in &*lock(&self.0) {
            let Outgoing::Presence(here) = said else { continue };
            for entry in fadepad_wire::awareness::entries(&here.states).flatten() {
                shown.insert(entry.client, entry.json != fadepad_wire::awareness::GONE);
            }
        }
        shown.into_iter().collect()
    }
}

impl Encoder for Tape {
    fn form(&self) -> EncodingKey {
        EncodingKey::of_one("tape", SeatId(Arc::as_ptr(&self.0) as u64))
    }

    fn shared(&self, gathered: &Gathered) -> Bytes {
        self.people(gathered)
    }

    fn people(&self, gathered: &Gathered) -> Bytes {
        let here = gathered.presence.clone().into_iter().map(Outgoing::Presence);
        lock(&self.0).extend(here);
        Bytes::new()
    }

    fn note(&self, note: &Outgoing) -> Bytes {
        lock(&self.0).push(note.clone());
        Bytes::new()
    }

    fn close(&self, _: CloseCode) -> Bytes {
        Bytes::from_static(b"bye")
    }

    fn ping(&self) -> Bytes {
        Bytes::new()
    }
}

impl Pipe for Tape {
    fn try_write(&self, bytes: &[u8]) -> std::io::Result<usize> {
        Ok(bytes.len())
    }
}

/// Somebody's page: what they have typed they keep, and bring again wherever they come.
pub(super) struct TestPage {
    pub(super) seat: Seat,
    pub(super) tape: Tape,
    pub(super) doc: Doc,
    said: StateVector,
    clock: u64,
}

impl TestPage {
    async fn sit_with(
        seat: SeatId,
        pad: &Pad,
        ((person, role), doc): ((Person, Role), Doc),
    ) -> Result<Self, CloseCode> {
        let tape = Tape::default();
        let (kind, generation) = (SeatKind::Page, 0);
        let arrival =
            Arrival { seat, kind, person, own: true, role, generation, origin: None, tab: None };
        let sink = Sink::alone(Box::new(tape.clone()), Arc::new(tape.clone()));
        let seat = pad.room.join(arrival, sink).await?;
        let guest = Self { seat, tape, doc, said: StateVector::default(), clock: 0 };
        Ok(guest)
    }

    /// The same person with the same page at another node, with all that they have.
    pub(super) async fn move_to(
        self,
        machine: &TestNode,
        (key, person): (&str, Person),
    ) -> Result<Self, CloseCode> {
        let Self { seat, doc, clock, .. } = self;
        machine.lobby.summon(&notes()).await;
        let admission = machine.lobby.admit(&notes(), key).map_err(|denied| denied.code())?;
        let next = machine.lobby.next_seat();
        let whose = ((person, admission.role), doc);
        let mut guest = Self::sit_with(next, &admission.pad, whose).await?;
        // The old connection is noticed to be dead a while later.
        drop(seat);
        guest.clock = clock;
        let all = guest.doc.transact().encode_state_as_update_v1(&StateVector::default());
        guest.said = guest.doc.transact().state_vector();
        guest.seat.say(Message::Update { bytes: all.into(), live: false }).await;
        Ok(guest)
    }

    pub(super) async fn types(&mut self, words: &str) {
        let text = self.doc.get_or_insert_text("t");
        text.push(&mut self.doc.transact_mut(), words);
        let update = self.doc.transact().encode_diff_v1(&self.said);
        self.said = self.doc.transact().state_vector();
        self.seat.say(Message::Update { bytes: update.into(), live: true }).await;
    }

    /// Deletes the first of what they have typed: no state vector tells of that.
    pub(super) async fn deletes(&mut self) {
        let text = self.doc.get_or_insert_text("t");
        if text.len(&self.doc.transact()) == 0 {
            return;
        }
        let update = {
            let mut txn = self.doc.transact_mut();
            text.remove_range(&mut txn, 0, 1);
            txn.encode_update_v1()
        };
        self.seat.say(Message::Update { bytes: update.into(), live: true }).await;
    }

    pub(super) async fn shows(&mut self) {
        self.clock += 1;
        let (client, clock, json) = (self.doc.client_id(), self.clock, "{}");
        let entry = fadepad_wire::awareness::Entry { client: client.get(), clock, json };
        let states = fadepad_wire::awareness::encode([entry].into_iter());
        self.seat.say(Message::Presence(states.into())).await;
    }

    pub(super) fn is_closed_with(&self) -> Option<CloseCode> {
        self.seat.closed_with()
    }
}

/// Keys of a pad for Anna, its host, and others.
pub(super) fn keys(lobby: &Lobby, pad: &Pad, of: &[(Person, Role)]) -> Vec<String> {
    of.iter().map(|(person, role)| lobby.own_key(pad, *role, *person)).collect()
}
