//! What the line to the other machines says to a room, and hears of it.

use std::time::Duration;

use bytes::Bytes;
use fadepad_store::Digest;
use serde::{Deserialize, Serialize};

use super::handing::PadCarried;
use super::peers::{NodeHere, NodeNumber};
use crate::base::ids::{EndCause, Epoch};

/// Whose a client of presence is, as it goes from one machine to another.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct ClientThere {
    /// The client id.
    pub client: u64,
    /// Whose.
    pub person: u128,
    /// What they may do.
    pub role: String,
}

/// A room as its line to the other machines sees it.
#[derive(Clone, Debug)]
pub struct Replica {
    /// Its life.
    pub epoch: Epoch,
    /// What it holds.
    pub digest: Digest,
    /// The same as a state vector.
    pub vector: Bytes,
    /// People who are here.
    pub people: u64,
    /// The grace; none while the pad does not fade, or waits for its first person.
    pub grace: Option<Duration>,
    /// Whether nothing stands in it.
    pub blank: bool,
    /// Which decisions it has followed, in 8 bytes.
    pub decisions: u64,
    /// Who is here, as the others are told.
    pub here: NodeHere,
}

/// What the line says to the room.
#[derive(Clone, Debug)]
pub enum PeerWord {
    /// How does it stand?
    Look,
    /// The pad, for a machine that has no copy.
    Pad,
    /// All that hosts have decided.
    Decided,
    /// What does somebody with this state vector lack?
    Lacking(Bytes),
    /// What was written at other machines.
    Update(Bytes),
    /// What their people show, and whose it is.
    Presence(Bytes, Vec<ClientThere>),
    /// Nobody shows these any more.
    Gone(Vec<u64>),
    /// Who is with the pad at one of them.
    Here(NodeNumber, NodeHere),
    /// That one has it no more.
    Forget(NodeNumber),
    /// What their hosts have decided, as JSON.
    Decisions(Bytes),
    /// A host's word that every machine follows, as JSON.
    Command(Bytes),
    /// It has ended there.
    Ended(EndCause),
    /// Nobody is with it anywhere, and the grace is over.
    Expired,
    /// Others have it: this copy goes, and no life ends.
    LetGo,
}

/// What the room answers.
#[derive(Clone, Debug)]
pub enum PeerAnswer {
    /// How it stands.
    Replica(Box<Replica>),
    /// The pad.
    Pad(Box<PadCarried>),
    /// An update, or JSON.
    Bytes(Bytes),
    /// It is taken. Whether something of it waits for what has not come.
    Taken(bool),
    /// It is not.
    Refused,
}
